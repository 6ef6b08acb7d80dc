"""The commits: when each file last changed, and which files change together.

Where git is missing or declines, history is empty; a site without it is complete, only poorer.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from mkdocs_repodoc.model.files import Change, GitHistory
from mkdocs_repodoc.sources.change_window import WindowCounter, symmetric
from mkdocs_repodoc.sources.git import Checkout, checkout
from mkdocs_repodoc.sources.git_process import (
    LONGEST_HISTORY,
    GitError,
    WorkTree,
    open_work_tree,
    run,
    streamed,
)

MOST_COMMITS = 30_000
"""How many commits are searched for the last change of each file."""
RECENT_COMMITS = 1_000
"""How many of them tell which files change together."""
MOST_FILES = 30
"""A commit of more files is a sweep over the repository and says nothing about two of them."""
MOST_COUNTED = 200_000
"""How many commits are counted by month."""

_CHUNK = 1 << 16
_COMMIT = re.compile(rb"\n?\x01([0-9a-f]{40,64})")
_HEAD_FIELDS = 5


def history(root: Path, paths: Collection[str], here: Checkout | None = None) -> GitHistory:
    """Return what the commits say about the documented files.

    Args:
        root: The documented folder; it may lie below the work tree's top.
        paths: The documented files, relative to it.
        here: What is checked out, if that has been asked.

    Returns:
        Everything empty outside git, without git, and before the first commit. In a shallow clone
        the commits at the edge are left out, since they seem to have changed every file.
    """
    try:
        tree = open_work_tree(root)
        edge = _shallow_edge(tree.top)
        commits = _commits(tree)
        window, past = WindowCounter(), WindowCounter(RECENT_COMMITS)
        windows = window, past
        last_changes, together = _read_commits(commits, frozenset(paths), edge, windows)
        here = checkout(root) if here is None else here
        return GitHistory(
            revision=here.revision,
            branch=here.branch,
            last_changes=last_changes,
            co_changes=symmetric(together),
            window=window.window(),
            past=past.window(),
            activity=_activity(tree),
            releases=here.releases,
        )
    except GitError:
        return GitHistory()


def _shallow_edge(top: Path) -> frozenset[str]:
    file = top / os.fsdecode(run(top, "rev-parse", "--git-path", "shallow").rstrip(b"\n"))
    if not file.is_file():
        return frozenset()
    return frozenset(file.read_text("ascii", "replace").split())


class _Commit(NamedTuple):
    change: Change
    is_merge: bool
    paths: list[str]


def _commits(tree: WorkTree) -> Iterator[_Commit]:
    """Yield commits with the files that they touched, the youngest first."""
    arguments = (
        "log",
        "-z",
        "--name-only",
        "--no-renames",
        "-c",  # of a merge, the files that differ from all its parents
        "--no-ext-diff",
        "--no-textconv",
        *((f"--relative={tree.prefix}",) if tree.prefix else ()),
        "--encoding=UTF-8",
        f"--max-count={MOST_COMMITS}",
        "--format=%x01%H%x00%aN%x00%cs%x00%s%x00%P%x00",
        *tree.scope,
    )
    with streamed(tree.top, *arguments) as output:
        yield from _parse(iter(lambda: output.read(_CHUNK), b""))


def _parse(chunks: Iterator[bytes]) -> Iterator[_Commit]:
    head: list[bytes] = []
    paths: list[str] = []
    rest = b""
    for chunk in chunks:
        *fields, rest = (rest + chunk).split(b"\0")
        for field in fields:
            if head and len(head) < _HEAD_FIELDS:
                head.append(field)
            elif match := _COMMIT.fullmatch(field):
                if head:
                    yield _commit(head, paths)
                head, paths = [match[1]], []
            elif name := field.removeprefix(b"\n"):
                paths.append(os.fsdecode(name))
    if len(head) == _HEAD_FIELDS:
        yield _commit(head, paths)


def _commit(head: list[bytes], paths: list[str]) -> _Commit:
    commit, author, date, subject, parents = (part.decode("utf-8", "replace") for part in head)
    return _Commit(Change(commit, author, date, subject), " " in parents, paths)


def _read_commits(
    commits: Iterator[_Commit],
    paths: frozenset[str],
    edge: frozenset[str],
    windows: tuple[WindowCounter, WindowCounter],
) -> tuple[dict[str, Change], Counter[tuple[str, str]]]:
    """Return the last change of each path, and pairs that changed together.

    The windows are filled on the way, the second with no more than the recent commits.
    """
    window, past = windows
    last_changes: dict[str, Change] = {}
    together: Counter[tuple[str, str]] = Counter()
    missing = set(paths)
    for number, commit in enumerate(commits):
        if number >= RECENT_COMMITS and not missing and not window.is_open:
            break
        if commit.change.commit in edge:
            continue
        if found := missing.intersection(commit.paths):
            last_changes |= dict.fromkeys(sorted(found), commit.change)
            missing -= found
        if commit.is_merge:
            continue
        is_focused = len(commit.paths) <= MOST_FILES
        touched = paths.intersection(commit.paths)
        window.add(commit.change, touched, is_focused=is_focused)
        if number < RECENT_COMMITS:
            past.add(commit.change, touched, is_focused=is_focused)
        if number < RECENT_COMMITS and is_focused:
            together.update(combinations(sorted(touched), 2))
    return last_changes, together


def _activity(tree: WorkTree) -> dict[str, int]:
    arguments = ("log", f"--max-count={MOST_COUNTED}", "--format=%cs", *tree.scope)
    dates = run(tree.top, *arguments, seconds=LONGEST_HISTORY).decode("ascii", "replace")
    months = Counter(date[:7] for date in dates.split())
    return dict(sorted(months.items()))
