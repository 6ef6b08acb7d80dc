"""Changes between a commit and the files as they are in the work tree, as git knows them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from mkdocs_repodoc.model.files import Change
from mkdocs_repodoc.sources.commit_log import calendar_day
from mkdocs_repodoc.sources.git_process import GitError, run
from mkdocs_repodoc.sources.work_tree import WorkTree, borrowed_objects, open_work_tree

MOST_COMMITS = 50
"""Commits that are named."""
_LINK_OR_SUBMODULE = frozenset({b"120000", b"160000"})
_LONG_AGO = 300.0
"""Seconds: what has been renamed since an old commit takes a while to find."""

FileChange = Literal["added", "modified", "deleted", "renamed"]
_CHANGES: dict[str, FileChange] = {"A": "added", "D": "deleted", "R": "renamed", "C": "added"}

_NO_PROGRAMS = ("--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty")
"""Whether a submodule's files have changed, git asks by a process of its own with the settings of
that."""


class ChangedPath(NamedTuple):
    """A file that has changed."""

    path: str
    """Relative to the documented folder; what it was if it is gone."""
    change: FileChange
    earlier_path: str
    """What its path was before it was renamed; otherwise empty."""
    earlier_blob: str
    """Git's hash of its content at the commit; empty if it was no regular file then."""


class ChangesSince(NamedTuple):
    """All that has changed since a commit."""

    commit: str
    """Its full hash."""
    paths: tuple[ChangedPath, ...]
    commit_count: int
    commits: tuple[Change, ...]
    """The youngest commits since then, the youngest first."""


def changes_since(folder: Path, revision: str, below: str = "") -> ChangesSince:
    """Return what differs between a commit and the tracked files of the work tree.

    Args:
        folder: The documented folder; what lies elsewhere is left out.
        revision: A tag, branch or commit.
        below: A folder or file in it that commits must have changed; empty for all. Files are told
            of all the same: one may have come from elsewhere.

    Raises:
        GitError: There is no such commit, or git is missing, or declines.
        GitTimeoutError: Git did not end in time.
    """
    tree = _own_tree(folder)
    commit = _commit(tree, revision)
    if not _can_be_argument(below):
        raise GitError(f"there is no path {below!r}")
    scope = ("--", f"{tree.prefix}{below}") if below else tree.scope
    counted = run(tree.top, "rev-list", "--count", f"{commit}..HEAD", *scope)
    return ChangesSince(
        commit, tuple(_paths(tree, commit)), int(counted), tuple(_commits(tree, commit, scope))
    )


def contents(folder: Path, blobs: Sequence[str]) -> list[bytes]:
    """Return the contents of blobs, in their order.

    Args:
        folder: A folder in the work tree.
        blobs: Git's hashes of them.

    Raises:
        GitError: One of them is not there, as in a partial clone.
    """
    tree = _own_tree(folder)
    given = "".join(f"{blob}\n" for blob in blobs).encode("ascii")
    answer = run(tree.top, "cat-file", "--batch", given=given)
    found = []
    start = 0
    for blob in blobs:
        end = answer.index(b"\n", start)
        words = answer[start:end].split()
        if words[1:2] != [b"blob"]:
            raise GitError(f"the content {blob} is not in the repository")
        size = int(words[2])
        found.append(answer[end + 1 : end + 1 + size])
        start = end + size + 2
    return found


def _own_tree(folder: Path) -> WorkTree:
    tree = open_work_tree(folder)
    if borrowed := borrowed_objects(tree):
        raise GitError(f"by {borrowed} in git's folder, its commits may be another repository's")
    return tree


def _commit(tree: WorkTree, revision: str) -> str:
    # An option can't be meant: a name that begins with a dash is none.
    name = f"{revision}^{{commit}}"
    none = GitError(f"there is no tag, branch or commit {revision!r}")
    if not _can_be_argument(name):
        raise none
    try:
        found = run(tree.top, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    except GitError:
        raise none from None
    return found.decode("ascii", "replace").strip()


def _can_be_argument(text: str) -> bool:
    """Tell whether a program can be given a text, which ends at a null byte for it."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def _paths(tree: WorkTree, commit: str) -> Iterator[ChangedPath]:
    relative = (f"--relative={tree.prefix}",) if tree.prefix else ()
    raw = ("diff", "--raw", "-z", "--no-abbrev", "--find-renames", *_NO_PROGRAMS)
    answer = run(tree.top, *raw, *relative, commit, *tree.scope, seconds=_LONG_AGO)
    fields = iter(answer.split(b"\0"))
    for head in fields:
        if not head:
            continue
        mode, _, blob, _, status = head[1:].split(b" ")
        letter = status[:1].decode("ascii")
        first = os.fsdecode(next(fields))
        path = os.fsdecode(next(fields)) if letter in "RC" else first
        had_content = letter not in "AC" and mode not in _LINK_OR_SUBMODULE
        yield ChangedPath(
            path,
            _CHANGES.get(letter, "modified"),
            first if letter == "R" else "",
            blob.decode("ascii") if had_content else "",
        )


def _commits(tree: WorkTree, commit: str, scope: Sequence[str]) -> Iterator[Change]:
    form = "--format=%H%x00%aN%x00%cs%x00%s"
    some = f"--max-count={MOST_COMMITS}"
    answer = run(tree.top, "log", "-z", "--encoding=UTF-8", some, form, f"{commit}..HEAD", *scope)
    fields = answer.decode("utf-8", "replace").split("\0")
    for number in range(0, len(fields) - 3, 4):
        commit, author, day, subject = fields[number : number + 4]
        yield Change(commit, author, calendar_day(day), subject)
