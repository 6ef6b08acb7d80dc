"""What git says of a work tree: its top, what is checked out, what it tracks."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.sources import git as git_room


@pytest.fixture
def repository(project: Path) -> Path:
    """Three commits: all files, two of them together, one alone."""
    write_files(project, {"a.py": "1", "b.py": "1", "sub/c.py": "1"})
    commit_all(project, "Begin")
    write_files(project, {"a.py": "2", "b.py": "2"})
    commit_all(project, "Change two")
    write_files(project, {"sub/c.py": "2"})
    commit_all(project, "Change <one>")
    return project


def test_top_level_is_found_from_below(repository: Path) -> None:
    assert git_room.top_level(repository / "sub") == repository.resolve()


def test_tags_that_name_versions_are_releases(repository: Path) -> None:
    git(repository, "tag", "v1.0.0", "HEAD~1")
    git(repository, "tag", "core@2.1.0-rc.1")
    git(repository, "tag", "before-the-move")
    git(repository, "checkout", "-q", "-b", "side", "HEAD~1")
    git(repository, "commit", "-q", "--allow-empty", "-m", "Elsewhere")
    git(repository, "tag", "v9.0.0")
    git(repository, "checkout", "-q", "main")
    found = git_room.checkout(repository).releases
    assert {each.name for each in found} == {"core@2.1.0-rc.1", "v1.0.0"}


def test_a_folder_outside_git_has_no_releases(tmp_path: Path) -> None:
    assert git_room.checkout(tmp_path) == git_room.Checkout()
