"""A work tree as git knows it: the files that it tracks, and what is checked out."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from mkdocs_repodoc.model.files import Release
from mkdocs_repodoc.sources.commit_log import calendar_day
from mkdocs_repodoc.sources.git_process import GitError, GitTimeoutError, run
from mkdocs_repodoc.sources.index_paths import leads_out
from mkdocs_repodoc.sources.work_tree import WorkTree, borrowed_objects, open_work_tree

__all__ = [
    "Checkout",
    "GitError",
    "GitTimeoutError",
    "Tracked",
    "attributes",
    "checkout",
    "remote",
    "state_files",
    "top_level",
    "tracked",
    "withheld_commits",
]

_STATE_FILES = ("index", "HEAD", "logs/HEAD", "packed-refs")
"""What git writes when a file is added, a commit made, another one checked out, a tag fetched."""
_ORIGIN = ("config", "--no-includes", "--get", "remote.origin.url")
"""Another file that the configuration includes may be another repository's."""
_VERSION = re.compile(r"(?:[A-Za-z][\w-]*[-_/@])?v?\d+(?:\.\d+)+(?:[-.]?\w+)*")
"""Names of tags that are versions, with the name of a package in front or without."""
_ATTRIBUTE_VALUES = {b"set": True, b"true": True, b"unset": False, b"false": False}


class Tracked(NamedTuple):
    """An entry of git's index."""

    mode: str
    """`100644`, `100755`, `120000` for a symlink, `160000` for a submodule."""
    blob: str
    path: str
    """Relative to the folder that was asked about."""


class Checkout(NamedTuple):
    """What is checked out of a repository."""

    revision: str = ""
    """The commit's full hash; empty before the first one."""
    branch: str = ""
    """Empty when there is none."""
    releases: tuple[Release, ...] = ()
    """The tags that name versions and that the commit has behind it, the youngest first."""


def top_level(folder: Path) -> Path | None:
    """Return the top folder of the work tree that holds a folder, or `None` outside git.

    Raises:
        GitTimeoutError: Git did not end in time; so does each function here that asks it.
    """
    try:
        return open_work_tree(folder).top
    except GitError:
        return None


def remote(folder: Path) -> str:
    """Return the address of the remote that is called `origin`; empty if there is none."""
    try:
        return run(open_work_tree(folder).top, *_ORIGIN).decode().strip()
    except (GitError, UnicodeDecodeError):
        return ""


def state_files(folder: Path) -> tuple[Path, ...]:
    """Return the files by whose times a change of what git knows is seen; some may be missing.

    A work tree that shares a repository with others has files of its own elsewhere.

    Raises:
        GitError: If git is missing, declines, or the folder is in no work tree.
    """
    top = open_work_tree(folder).top
    names = (argument for name in _STATE_FILES for argument in ("--git-path", name))
    answer = run(top, "rev-parse", *names)
    return tuple(top / os.fsdecode(line) for line in answer.splitlines())


def withheld_commits(folder: Path) -> str:
    """Return what leads git to commits that may be another repository's, and are not told.

    Raises:
        GitError: If git is missing, declines, or the folder is in no work tree.
    """
    return borrowed_objects(open_work_tree(folder))


def tracked(folder: Path) -> list[Tracked]:
    """Return what git tracks in a folder and below, sorted by path.

    Raises:
        GitError: If git is missing, declines, or the folder is in no work tree.
    """
    tree = open_work_tree(folder)
    entries: dict[str, Tracked] = {}
    for entry in run(tree.top, "ls-files", "-z", "--stage", *tree.scope).split(b"\0"):
        if entry:
            mode, blob, rest = entry.split(b" ", 2)
            path = os.fsdecode(rest.partition(b"\t")[2])
            if leads_out(path):
                raise GitError(f"its index is damaged: it names {path!r}")
            path = path.removeprefix(tree.prefix)
            entries.setdefault(path, Tracked(mode.decode(), blob.decode(), path))  # unmerged: one
    return sorted(entries.values(), key=lambda entry: entry.path)


def attributes(folder: Path, names: Sequence[str]) -> dict[str, dict[str, bool]]:
    """Return which attributes `.gitattributes` sets or unsets, for tracked files.

    Args:
        folder: A folder in a work tree.
        names: The attributes to look for.

    Returns:
        Path relative to the folder → attribute → whether it is set; files without any are left out.

    Raises:
        GitError: If git is missing, declines, or the folder is in no work tree.
    """
    tree = open_work_tree(folder)
    paths = run(tree.top, "ls-files", "-z", *tree.scope)
    answer = run(tree.top, "check-attr", "-z", "--stdin", *names, given=paths).split(b"\0")
    found: dict[str, dict[str, bool]] = {}
    for path, name, value in zip(answer[0::3], answer[1::3], answer[2::3], strict=False):
        if (is_set := _ATTRIBUTE_VALUES.get(value)) is not None:
            shown = os.fsdecode(path).removeprefix(tree.prefix)
            found.setdefault(shown, {})[name.decode()] = is_set
    return found


def checkout(folder: Path) -> Checkout:
    """Return what is checked out; all of it empty outside git."""
    try:
        return _checkout(open_work_tree(folder))
    except GitError:
        return Checkout()


def _checkout(tree: WorkTree) -> Checkout:
    return Checkout(
        _said(tree, "rev-parse", "--verify", "--quiet", "HEAD").strip(),
        _said(tree, "branch", "--show-current").strip(),
        () if borrowed_objects(tree) else _releases(tree),
    )


def _said(tree: WorkTree, *arguments: str) -> str:
    """Return what a command puts out; nothing where it fails, as before the first commit."""
    try:
        return run(tree.top, *arguments).decode("utf-8", "replace")
    except GitError:
        return ""


def _releases(tree: WorkTree) -> tuple[Release, ...]:
    form = "--format=%(refname:strip=2)%00%(creatordate:short)"
    found = []
    for line in _said(tree, "for-each-ref", "refs/tags", "--merged=HEAD", form).splitlines():
        name, _, written = line.partition("\0")
        if (date := calendar_day(written)) and _VERSION.fullmatch(name):
            found.append(Release(name, date))
    return tuple(sorted(found, key=lambda each: (each.date, each.name), reverse=True))
