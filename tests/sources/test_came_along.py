"""What git tracks, by its own name and behind links, and what it doesn't."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.sources.came_along import came_along, links_on_the_way
from mkdocs_repodoc.sources.git import GitError


def test_a_file_that_came_with_the_repository_is_told(project: Path, tmp_path: Path) -> None:
    write_files(project, {"kept/in/a": "", "file": "", "made/b": "", ".gitignore": "made/\n"})
    (project / "link").symlink_to("made")
    commit_all(project)
    (project / "own").symlink_to("link")
    (project / "other").symlink_to("file")
    came = ("kept/in/a", "file", "link/in/deep", "link", "own/in", "made/../own/in", "other")
    assert [path for path in came if came_along(project / path)] == list(came)
    own = ("made/b", "made/in", "kept/in/b", "new/in/deep", "another")
    assert [path for path in own if came_along(project / path)] == []
    assert not came_along(tmp_path / "elsewhere")


def test_a_name_that_others_begin_with_is_not_theirs(project: Path) -> None:
    write_files(project, {"local.toml.example": "", "cache_tools.py": "", "folder/a": ""})
    commit_all(project)
    assert not came_along(project / "local.toml")
    assert not came_along(project / "cache")
    assert not came_along(project / "folder")
    assert came_along(project / "local.toml", ("", ".example"))


def test_links_behind_links_are_told(tmp_path: Path) -> None:
    top = tmp_path.resolve()
    (top / "inner").mkdir()
    (top / "first").symlink_to("inner/../second")
    (top / "second").symlink_to(top / "inner")
    (top / "inner" / "third").symlink_to("../round")
    (top / "round").symlink_to("round")
    found = list(links_on_the_way(top / "first" / "third" / "x"))
    names = [link.relative_to(top).as_posix() for link in found]
    assert names[:4] == ["first", "second", "inner/third", "round"]
    assert set(names[4:]) == {"round"}


def test_nobody_knows_where_git_declines(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(project, {"a.py": ""})
    commit_all(project)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError, match=r"a\.py came with the repository in .*dubious ownership"):
        came_along(project / "a.py")


def test_what_git_passes_over_is_no_repository(tmp_path: Path) -> None:
    (tmp_path / "shop" / ".git").mkdir(parents=True)
    assert not came_along(tmp_path / "shop" / "a.py")
    git(tmp_path, "init", "--quiet")
    write_files(tmp_path, {"b.py": ""})
    commit_all(tmp_path)
    assert came_along(tmp_path / "b.py")
