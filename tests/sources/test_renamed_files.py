"""What was done to a file under its earlier names counts as done to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.sources import git_history, renamed_files
from mkdocs_repodoc.sources.git_process import GitError

LINES = "".join(f"line {number}\n" for number in range(20))


@pytest.fixture
def repository(project: Path) -> Path:
    """A file that has two commits under its first name, and is renamed twice."""
    write_files(project, {"one.js": LINES, "beside.js": "1"})
    commit_all(project, "Begin")
    write_files(project, {"one.js": f"{LINES}more\n", "beside.js": "2"})
    commit_all(project, "Change")
    git(project, "mv", "one.js", "two.js")
    commit_all(project, "Rename")
    git(project, "mv", "two.js", "three.js")
    write_files(project, {"three.js": f"{LINES}more\nand more\n"})
    commit_all(project, "Rename and change")
    return project


def test_commits_of_a_file_are_counted_through_its_renames(repository: Path) -> None:
    history = git_history.history(repository, ["three.js", "beside.js"])
    assert history.window.counts == {"three.js": 4, "beside.js": 2}
    assert history.past.counts == history.window.counts
    assert history.co_changes == {"three.js": {"beside.js": 2}, "beside.js": {"three.js": 2}}


def test_another_file_that_takes_the_name_has_commits_of_its_own(repository: Path) -> None:
    write_files(repository, {"one.js": "another\n"})
    commit_all(repository, "Another")
    counts = git_history.history(repository, ["one.js", "three.js"]).window.counts
    assert counts == {"one.js": 1, "three.js": 4}


def test_two_files_that_swap_names_are_no_third_one() -> None:
    names = renamed_files.PresentNames({"c": [("a", "b"), ("b", "a")]})
    assert names.of("d", ["a"]) == ["a"]
    assert names.of("c", ["a", "b"]) == ["a", "b"]
    assert names.of("b", ["a"]) == ["b"]


def test_renames_of_a_subfolder_have_its_paths(repository: Path) -> None:
    write_files(repository, {"sub/old.js": LINES})
    commit_all(repository, "Below")
    git(repository, "mv", "sub/old.js", "sub/new.js")
    commit_all(repository, "Renamed below")
    assert git_history.history(repository / "sub", ["new.js"]).window.counts == {"new.js": 2}


def test_names_of_files_forge_no_rename(project: Path) -> None:
    write_files(project, {"R100": "1", "a": "2", "b": "3"})
    commit_all(project)
    assert git_history.history(project, ["a", "b"]).window.counts == {"a": 1, "b": 1}


def test_where_contents_are_missing_each_name_is_a_file(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise GitError("unable to read a blob")

    monkeypatch.setattr(renamed_files, "run", fail)
    assert git_history.history(repository, ["three.js"]).window.counts == {"three.js": 1}
