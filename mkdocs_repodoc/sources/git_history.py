"""The commits: when each file last changed, and which files change together.

Where git is missing or declines, history is empty; a site without it is complete, only poorer.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations
from pathlib import Path

from mkdocs_repodoc.model.files import Change, GitHistory
from mkdocs_repodoc.sources.change_window import WindowCounter, symmetric
from mkdocs_repodoc.sources.commit_log import Commit, calendar_day, commits
from mkdocs_repodoc.sources.git import Checkout, checkout
from mkdocs_repodoc.sources.git_process import LONGEST_HISTORY, GitError, run
from mkdocs_repodoc.sources.renamed_files import PresentNames, renames
from mkdocs_repodoc.sources.work_tree import WorkTree, borrowed_objects, open_work_tree

MOST_COMMITS = 30_000
"""How many commits are searched for the last change of each file."""
RECENT_COMMITS = 1_000
"""How many of them tell which files change together."""
MOST_FILES = 30
"""A commit of more files is a sweep over the repository and says nothing about two of them."""
MOST_COUNTED = 200_000
"""How many commits are counted by month."""


def history(root: Path, paths: Collection[str], here: Checkout | None = None) -> GitHistory:
    """Return what the commits say about the documented files.

    Args:
        root: The documented folder; it may lie below the work tree's top.
        paths: The documented files, relative to it.
        here: What is checked out, if that has been asked.

    Returns:
        Everything empty outside git, without git, and before the first commit. In a shallow clone
        the commits at the edge are left out, since they seem to have changed every file. Commits
        that may be another repository's are not read.
    """
    try:
        tree = open_work_tree(root)
        here = checkout(root) if here is None else here
        if borrowed_objects(tree):
            return GitHistory(revision=here.revision, branch=here.branch)
        edge = _shallow_edge(tree.top)
        window, past = WindowCounter(), WindowCounter(RECENT_COMMITS)
        windows = window, past
        last_changes, together = _read_commits(
            commits(tree, MOST_COMMITS),
            PresentNames(renames(tree)),
            frozenset(paths),
            edge,
            windows,
        )
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


def _read_commits(
    found_commits: Iterator[Commit],
    names: PresentNames,
    paths: frozenset[str],
    edge: frozenset[str],
    windows: tuple[WindowCounter, WindowCounter],
) -> tuple[dict[str, Change], Counter[tuple[str, str]]]:
    """Return the last change of each path, and pairs that changed together.

    Nothing is known of when a file last changed if git has no date for that commit.
    The windows are filled on the way, the second with no more than the recent commits. What was
    done to a file while it had another name counts, too.
    """
    window, past = windows
    last_changes: dict[str, Change] = {}
    together: Counter[tuple[str, str]] = Counter()
    missing = set(paths)
    for number, commit in enumerate(found_commits):
        if number >= RECENT_COMMITS and not missing and not window.is_open:
            break
        if commit.change.commit in edge:
            continue
        if found := missing.intersection(commit.paths):
            if commit.change.date:
                last_changes |= dict.fromkeys(sorted(found), commit.change)
            missing -= found
        if commit.is_merge or not commit.change.date:
            continue
        present = names.of(commit.change.commit, commit.paths)
        is_focused = len(present) <= MOST_FILES
        touched = paths.intersection(present)
        window.add(commit.change, touched, is_focused=is_focused)
        if number < RECENT_COMMITS:
            past.add(commit.change, touched, is_focused=is_focused)
        if number < RECENT_COMMITS and is_focused:
            together.update(combinations(sorted(touched), 2))
    return last_changes, together


def _activity(tree: WorkTree) -> dict[str, int]:
    arguments = ("log", f"--max-count={MOST_COUNTED}", "--format=%cs", *tree.scope)
    written = run(tree.top, *arguments, seconds=LONGEST_HISTORY).decode("ascii", "replace")
    months = Counter(day[:7] for line in written.splitlines() if (day := calendar_day(line)))
    return dict(sorted(months.items()))
