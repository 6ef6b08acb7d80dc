"""A `.git` that leads to another repository of the machine, as an unpacked archive may bring it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources import git as git_room
from mkdocs_repodoc.sources.discovery import discover
from mkdocs_repodoc.sources.git import GitError
from mkdocs_repodoc.sources.git_changes import changes_since
from mkdocs_repodoc.sources.git_history import history


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A repository that is nobody's business."""
    folder = tmp_path / "private"
    write_files(folder, {"README.md": "1", "secret.txt": "1"})
    commit_all(folder, "Secret plan")
    git(folder, "tag", "v6.6.6")
    git(folder, "remote", "add", "origin", "https://example.org/secret")
    return folder / ".git"


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    folder = tmp_path / "unpacked"
    write_files(folder, {"README.md": "2"})
    return folder


def _file(folder: Path, private: Path) -> None:
    (folder / ".git").write_text(f"gitdir: {private}\n")


def _relative_file(folder: Path, private: Path) -> None:
    (folder / ".git").write_text(f"gitdir: ../{private.parent.name}/.git\n")


def _link(folder: Path, private: Path) -> None:
    (folder / ".git").symlink_to(private)


def _file_to_a_folder_within(folder: Path, private: Path) -> None:
    write_files(folder, {".git": "gitdir: fake\n", "fake/commondir": f"{private}\n"})
    write_files(folder, {"fake/gitdir": f"{folder}/.git\n", "fake/HEAD": "ref: refs/heads/main\n"})
    shutil.copy(private / "index", folder / "fake/index")


def _common_folder(folder: Path, private: Path) -> None:
    shutil.copytree(private, folder / ".git")
    (folder / ".git/commondir").write_text(str(private))


def _links_within(folder: Path, private: Path) -> None:
    git(folder, "init", "-q")
    for name in ("refs", "objects", "index"):
        own = folder / ".git" / name
        shutil.rmtree(own, ignore_errors=True)
        own.symlink_to(private / name)


@pytest.mark.parametrize(
    "lead",
    [_file, _relative_file, _link, _file_to_a_folder_within, _common_folder, _links_within],
)
def test_a_git_folder_of_another_repository_is_refused(
    unpacked: Path, private: Path, lead: Callable[[Path, Path], None]
) -> None:
    lead(unpacked, private)
    with pytest.raises(GitError, match="may be another one's"):
        git_room.tracked(unpacked)
    assert not history(unpacked, ["README.md"]).last_changes
    assert git_room.checkout(unpacked) == git_room.Checkout()
    assert git_room.remote(unpacked) == ""


def _alternates(folder: Path, private: Path) -> None:
    (folder / "objects/info/alternates").write_text(f"{private}/objects\n")


def _linked_packs(folder: Path, private: Path) -> None:
    git(private.parent, "gc", "-q")
    shutil.rmtree(folder / "objects/pack")
    (folder / "objects/pack").symlink_to(private / "objects/pack")


@pytest.mark.parametrize("lead", [_alternates, _linked_packs])
def test_commits_of_another_repository_are_not_told(
    unpacked: Path,
    private: Path,
    lead: Callable[[Path, Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    git(unpacked, "init", "-q", "-b", "main")
    git(unpacked, "add", "README.md")
    lead(unpacked / ".git", private)
    commit = git(private.parent, "rev-parse", "HEAD").strip()
    (unpacked / ".git/refs/heads/main").write_text(f"{commit}\n")
    (unpacked / ".git/refs/tags/v6.6.6").write_text(f"{commit}\n")
    assert [entry.path for entry in git_room.tracked(unpacked)] == ["README.md"]
    found = history(unpacked, ["README.md"])
    assert (found.last_changes, found.activity, found.releases) == ({}, {}, ())
    with pytest.raises(GitError, match="another repository's"):
        changes_since(unpacked, "HEAD")
    (told,) = discover(Settings(unpacked)).diagnostics
    assert "Commits are not told" in told.message
    assert str(unpacked.parent) not in told.message

    _name_as_safe(monkeypatch, unpacked)
    assert history(unpacked, ["README.md"]).last_changes["README.md"].subject == "Secret plan"
    assert discover(Settings(unpacked)).diagnostics == ()


def _name_as_safe(monkeypatch: pytest.MonkeyPatch, value: object) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(value))


def test_the_user_may_say_that_a_git_folder_elsewhere_is_right(
    unpacked: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file(unpacked, private)
    git(unpacked, "config", "safe.directory", str(unpacked))  # the repository's own word is none
    for value in ("*", private):
        _name_as_safe(monkeypatch, value)
        with pytest.raises(GitError):
            git_room.tracked(unpacked)
    _name_as_safe(monkeypatch, unpacked)
    assert [each.path for each in git_room.tracked(unpacked)] == ["README.md", "secret.txt"]


def test_a_file_that_a_configuration_includes_tells_no_address(
    unpacked: Path, private: Path
) -> None:
    git(unpacked, "init", "-q")
    git(unpacked, "config", "include.path", str(private / "config"))
    assert git_room.remote(unpacked) == ""
    git(unpacked, "config", "remote.origin.url", "https://example.org/own")
    assert git_room.remote(unpacked) == "https://example.org/own"
