"""A history that can't be had is said once, and the site is made without it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources import git as git_room
from mkdocs_repodoc.sources import git_process
from mkdocs_repodoc.sources.git import GitTimeoutError


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_files(project, {"a.py": ""})
    commit_all(project)
    monkeypatch.setattr(git_process, "LONGEST_ANSWER", 0.5)
    monkeypatch.setattr(git_process, "LONGEST_HISTORY", 0.5)
    return project


def build(root: Path) -> Site:
    builder = Builder(Settings(root=root, jobs=1))
    try:
        return builder.build({}, lambda *_: None)
    finally:
        builder.close()


def test_a_history_that_never_ends_leaves_a_site_without_one(repository: Path) -> None:
    os.mkfifo(repository / ".mailmap")
    site = build(repository)
    (diagnostic,) = site.diagnostics
    assert diagnostic.message.startswith(
        "History is not available: 'git log' did not finish within"
    )
    assert site.repository.files["a.py"].change is None


def test_what_is_tracked_must_be_known(repository: Path) -> None:
    os.mkfifo(repository / "pipe")
    git(repository, "config", "include.path", str(repository / "pipe"))
    with pytest.raises(GitTimeoutError, match="did not finish within"):
        build(repository)


@pytest.mark.parametrize("shallow", ["folder", "noise", "pipe"])
def test_a_damaged_list_of_a_shallow_clone_stops_nothing(repository: Path, shallow: str) -> None:
    file = repository / ".git/shallow"
    if shallow == "folder":
        file.mkdir()
    elif shallow == "noise":
        file.write_bytes(b"\xff\xfe\0no commit")
    else:
        os.mkfifo(file)
    site = build(repository)
    assert "a.py" in site.repository.files
    assert len(site.diagnostics) == (shallow == "pipe")


def test_git_is_asked_once_for_what_is_checked_out(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def run(top: Path, *arguments: str, seconds: float | None = None) -> bytes:
        asked.append(" ".join(arguments[:2]))
        return git_process.run(top, *arguments, seconds=seconds)

    monkeypatch.setattr(git_room, "run", run)
    build(repository)
    assert asked.count("rev-parse --verify") == 1
    assert asked.count("branch --show-current") == 1
    assert asked.count("for-each-ref refs/tags") == 1
