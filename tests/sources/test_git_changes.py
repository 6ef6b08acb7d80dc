"""Changes since a commit, as git knows them, of a folder and of all."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.sources.git_changes import changes_since, contents
from mkdocs_repodoc.sources.git_process import GitError


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    text = "".join(f"line {number}\n" for number in range(20))
    write_files(tmp_path, {"a/kept.py": "1\n", "a/moved.py": text, "b/gone.py": "2\n"})
    (tmp_path / "a/link").symlink_to("kept.py")
    commit_all(tmp_path)
    git(tmp_path, "tag", "v1")
    return tmp_path


def test_each_kind_of_change_is_told(repository: Path) -> None:
    git(repository, "mv", "a/moved.py", "a/now here.py")
    git(repository, "rm", "--quiet", "b/gone.py")
    write_files(repository, {"a/kept.py": "3\n", "a/new.py": "4\n"})
    (repository / "a/link").unlink()
    (repository / "a/link").symlink_to("new.py")
    git(repository, "add", "--all")
    found = changes_since(repository, "v1")
    assert [(each.path, each.change, each.earlier_path) for each in found.paths] == [
        ("a/kept.py", "modified", ""),
        ("a/link", "modified", ""),
        ("a/new.py", "added", ""),
        ("a/now here.py", "renamed", "a/moved.py"),
        ("b/gone.py", "deleted", ""),
    ]
    blobs = {each.path: each.earlier_blob for each in found.paths}
    assert blobs["a/new.py"] == blobs["a/link"] == ""
    assert contents(repository, [blobs["b/gone.py"], blobs["a/kept.py"]]) == [b"2\n", b"1\n"]


def test_a_folder_below_the_top_is_told_of_its_own_files(repository: Path) -> None:
    write_files(repository, {"a/kept.py": "3\n", "b/gone.py": "5\n"})
    commit_all(repository, "Change both")
    write_files(repository, {"c.py": "6\n"})
    commit_all(repository, "Elsewhere")
    found = changes_since(repository / "a", "v1")
    assert [each.path for each in found.paths] == ["kept.py"]
    assert [each.subject for each in found.commits] == ["Change both"]
    assert found.commit_count == 1
    assert contents(repository / "a", [found.paths[0].earlier_blob]) == [b"1\n"]


def test_commits_may_be_those_of_a_folder_alone(repository: Path) -> None:
    write_files(repository, {"a/b/new.py": "3\n"})
    commit_all(repository, "Below")
    git(repository, "mv", "b/gone.py", "a/b/came.py")
    commit_all(repository, "Move")
    write_files(repository, {"a/kept.py": "5\n"})
    commit_all(repository, "Beside")
    for folder, below in ((repository, "a/b"), (repository / "a", "b"), (repository / "a", "b/")):
        found = changes_since(folder, "v1", below)
        assert [each.subject for each in found.commits] == ["Move", "Below"]
        assert found.commit_count == 2
    whole = changes_since(repository, "v1", "a/b")
    assert ("b/gone.py", "a/b/came.py") in {(each.earlier_path, each.path) for each in whole.paths}


@pytest.mark.parametrize("revision", ["v2", "", "--all", "v1:a/kept.py", "v1\0", "\ud800"])
def test_what_is_no_commit_is_an_error_that_names_it(repository: Path, revision: str) -> None:
    with pytest.raises(GitError) as raised:
        changes_since(repository, revision)
    assert str(raised.value) == f"there is no tag, branch or commit {revision!r}"


def test_what_is_no_path_is_an_error_that_names_it(repository: Path) -> None:
    with pytest.raises(GitError, match=r"no path 'a\\x00'"):
        changes_since(repository, "v1", "a\0")
    with pytest.raises(GitError, match="outside"):
        changes_since(repository, "v1", "../other")


def test_a_blob_that_is_not_there_is_an_error(repository: Path) -> None:
    with pytest.raises(GitError, match="is not in the repository"):
        contents(repository, ["0" * 40])
