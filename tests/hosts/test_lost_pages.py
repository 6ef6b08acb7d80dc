"""Pages about the whole repository that take too long: every host says which, and goes on."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from support.repositories import commit_all, write_files
from support.sites import build_site, recorded
from support.static_sites import LOG, build_static, configured

from mkdocs_repodoc.hosts.book.book_build import build_book
from mkdocs_repodoc.hosts.export.markdown_export import ExportRequest, export_markdown
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.processes import attempts
from mkdocs_repodoc.processes.time_bound import time_bound

LINE = "The page .*comprehensive_book.* could not be made: it took longer than 1 second"
OPTIONS = {"time_limit": 1, "jobs": 1}


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_files(project, {"app.py": '"""An app."""\n\n\ndef run() -> None:\n    """Run it."""\n'})
    commit_all(project)
    compose, here = PageComposer.compose, os.getpid()

    def dawdle(composer: PageComposer, plan: PagePlan) -> PageBody:
        while plan.kind == "book" and os.getpid() == here:
            pass
        return compose(composer, plan)

    monkeypatch.setattr(PageComposer, "compose", dawdle)
    monkeypatch.setattr(attempts, "time_bound", lambda seconds: time_bound(seconds / 5))
    return project


def static(repository: Path, out: Path, lost_files: str) -> None:
    build_static(repository, out, lost_files=lost_files, **OPTIONS)


def export(repository: Path, out: Path, lost_files: str) -> None:
    found = configured(repository, out / "site", lost_files=lost_files, **OPTIONS)
    export_markdown(found, ExportRequest(out / "pages", "zensical"), LOG)


def book(repository: Path, out: Path, lost_files: str) -> None:
    out.mkdir()
    found = configured(repository, out / "site", lost_files=lost_files, **OPTIONS)
    build_book(found, out / "book.epub", LOG)


def mkdocs(repository: Path, out: Path, lost_files: str) -> None:
    options = f"repodoc: {{time_limit: 1, jobs: 1, lost_files: {lost_files}}}"
    write_files(
        repository,
        {"mkdocs.yml": f"site_name: S\nplugins: [{options}]\n", "docs/index.md": "# S\n"},
    )
    with nullcontext() if lost_files == "tell" else pytest.raises(Abort):
        build_site(repository / "mkdocs.yml", out)


@pytest.mark.parametrize("make", [static, export, book, mkdocs])
@pytest.mark.parametrize("lost_files", ["tell", "warn"])
def test_the_log_names_it_and_strict_builds_count_it_if_asked_to(
    repository: Path,
    tmp_path: Path,
    expected_warnings: list[str],
    make: Callable[[Path, Path, str], None],
    lost_files: str,
) -> None:
    if lost_files == "warn":
        expected_warnings.append(LINE)
    with recorded() as records:
        make(repository, tmp_path / "out", lost_files)
    said = [line for line in records.lines(0) if "could not be made" in line]
    assert len(said) == 1, records.lines(0)
    assert "comprehensive_book" in said[0]
