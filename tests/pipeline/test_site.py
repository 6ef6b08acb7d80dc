"""A planned site: what it composes, and how often."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.settings import Settings


def test_pages_about_the_repository_are_composed_once_for_themselves_and_the_palette(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed: Counter[str] = Counter()
    compose = PageComposer.compose

    def counting(self: PageComposer, plan: PagePlan) -> PageBody:
        composed[plan.kind] += 1
        return compose(self, plan)

    monkeypatch.setattr(PageComposer, "compose", counting)
    write_files(tmp_path, {"shop.py": "def buy() -> None:\n    pass\n", "README.md": "# Shop\n"})
    builder = Builder(Settings(root=tmp_path, cache_dir=None, jobs=1))
    site = builder.build({}, lambda *_: None)
    for kind in ("repository", "book"):
        site.render(site.plan.uri(kind, ""))
    assert dict(site.data_files())
    builder.close()
    assert (composed["repository"], composed["book"]) == (1, 1)


def test_what_is_added_in_a_linked_work_tree_is_seen(project: Path, tmp_path: Path) -> None:
    write_files(project, {"a.py": ""})
    commit_all(project)
    linked = tmp_path / "linked"
    git(project, "worktree", "add", "--quiet", "--detach", str(linked))
    builder = Builder(Settings(root=linked, cache_dir=None, jobs=1))
    watched = list(builder.build({}, lambda *_: None).watched_paths())
    builder.close()

    def looked_at() -> list[int]:
        return [path.stat().st_mtime_ns if path.exists() else 0 for path in watched]

    for change in (("add", "b.py"), ("commit", "--quiet", "--allow-empty", "--message", "More")):
        before = looked_at()
        write_files(linked, {"b.py": ""})
        git(linked, *change)
        assert looked_at() != before, change
