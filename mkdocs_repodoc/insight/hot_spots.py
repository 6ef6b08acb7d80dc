"""Hot spots: code that is both complicated and often changed, where mistakes are likeliest.

The measure is Adam Tornhill's (*Your Code as a Crime Scene*): how often a file was changed lately,
times how complicated it is. Complexity is the sum of the cyclomatic complexities of its functions.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.model.files import ChangeWindow
from mkdocs_repodoc.model.repository import (
    Repository,
    Role,
)
from mkdocs_repodoc.paths import ancestors, common_folder

MOST = 10
"""Files of one list."""
_LEAST_COMMITS = 2
"""So many commits touched a hot spot; one says nothing of how often it changes."""
_LEAST_FILES = 4
"""Fewer files than that of a folder are no ranking."""
_LEAST_OF_ALL = 2
"""Likewise of the whole repository, which is asked about most."""
_TELLING = 6
"""Commits of a file in a window that ranks files; a handful of each is chance."""
_LONGER = 3
"""How many times as many commits are long enough to rank files by instead."""
_SURE = 3
"""So many are listed of the whole repository; of a folder, or a longer ranking, the upper half."""


class HotSpot(NamedTuple):
    """A file that is worth care."""

    path: str
    commits: int
    """How many commits of the window touched it."""
    complexity: int
    """Sum over its functions."""

    @property
    def score(self) -> int:
        """By which files are ranked."""
        return self.commits * self.complexity


def hot_spots(
    repository: Repository,
    code_roles: frozenset[Role],
    window: ChangeWindow,
    aside: Collection[str] = (),
) -> Mapping[str, Sequence[HotSpot]]:
    """Return the hot spots of each folder, the worst first.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
        window: The commits that count.
        aside: Files beside the software, which are no hot spots of the root if others are.

    Returns:
        Folder → at most ten of all files below it, and at most half of many. A folder that has all
        of its own in one subfolder is left out; the root never is, unless nothing is known.
    """
    below: dict[str, list[HotSpot]] = {}
    for spot in _ranked(repository, code_roles, window.counts):
        for folder in ancestors(spot.path):
            below.setdefault(folder, []).append(spot)
    if own := [spot for spot in below.get("", ()) if spot.path not in aside]:
        below[""] = own
    listed = {folder: _worst(folder, spots) for folder, spots in below.items()}
    return {
        folder: spots
        for folder, spots in listed.items()
        if spots and (not folder or common_folder([each.path for each in spots]) == folder)
    }


def risk_window(
    recent: Sequence[HotSpot], window: ChangeWindow, past: ChangeWindow
) -> ChangeWindow:
    """Return the commits by which files are ranked: the late ones if they tell files apart.

    Args:
        recent: The hot spots of the whole repository by the late ones.
        window: The late ones.
        past: These and many before.
    """
    most = max((spot.commits for spot in recent), default=0)
    is_telling = most >= _TELLING or past.commits <= window.commits * _LONGER
    return window if recent and is_telling else past


def _ranked(
    repository: Repository, code_roles: frozenset[Role], counts: Mapping[str, int]
) -> Sequence[HotSpot]:
    spots = (
        HotSpot(path, counts[path], file.outline.complexity.total)
        for path, file in repository.files.items()
        if file.role in code_roles
        and file.role != "stub"
        and counts.get(path, 0) >= _LEAST_COMMITS
        and file.outline.complexity.total
        and not file.source.origin
    )
    return sorted(spots, key=lambda spot: (-spot.score, spot.path))


def _worst(folder: str, spots: Sequence[HotSpot]) -> Sequence[HotSpot]:
    if len(spots) < (_LEAST_FILES if folder else _LEAST_OF_ALL):
        return ()
    upper = len(spots) // 2
    return spots[: min(MOST, upper if folder else max(_SURE, upper))]
