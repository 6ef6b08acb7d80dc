"""The stretch of history that says which files change often now: the youngest commits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import combinations

from mkdocs_repodoc.model.files import Change, ChangeWindow

LEAST_COMMITS = 20
"""So many commits are in a window, even if they go back further than twelve months."""
LEAST_COMMON = 2
"""How often two files must have changed together to be worth a word."""
MOST_CHANGES = 1_000
"""Commits of the window that are kept one by one, with the files that they touched."""


class WindowCounter:
    """Count the changes of files while commits go by, the youngest first.

    The window ends with the first commit that is neither among the first so many nor from the
    twelve months before the youngest one. That date is the end, not today's: the same commit is
    documented in the same words whenever it is.

    Args:
        least: So many commits are in it, however old they are.
    """

    def __init__(self, least: int = LEAST_COMMITS) -> None:
        self._least = least
        self.is_open = True
        """Whether more commits may still be part of it."""
        self._counts: Counter[str] = Counter()
        self._together: Counter[tuple[str, str]] = Counter()
        self._changes: list[Change] = []
        self._touched: dict[str, list[int]] = {}
        self._commits = 0
        self._in_year = 0
        self._bound = ""
        self._since = ""

    def add(self, change: Change, paths: Collection[str], *, is_focused: bool) -> None:
        """Take in one commit.

        Args:
            change: The commit.
            paths: The documented files that it touched.
            is_focused: Whether it touched so few that they have to do with one another.
        """
        date = change.date
        self._bound = self._bound or _a_year_before(date)
        self.is_open = self.is_open and (self._commits < self._least or date > self._bound)
        if self.is_open:
            self._commits += 1
            self._in_year += date > self._bound
            self._since = min(self._since or date, date)
            if len(self._changes) < MOST_CHANGES:
                for path in paths:
                    self._touched.setdefault(path, []).append(len(self._changes))
                self._changes.append(change)
            self._counts.update(paths)
            if is_focused:
                self._together.update(combinations(sorted(paths), 2))

    def window(self) -> ChangeWindow:
        """Return what was counted."""
        return ChangeWindow(
            since=self._since,
            commits=self._commits,
            counts=dict(sorted(self._counts.items())),
            together=symmetric(self._together),
            in_year=self._in_year,
            changes=tuple(self._changes),
            touched={path: tuple(found) for path, found in sorted(self._touched.items())},
        )


def symmetric(together: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    """Return the pairs that changed together often enough, from each of both files."""
    both: dict[str, dict[str, int]] = {}
    for (one, other), count in sorted(together.items()):
        if count >= LEAST_COMMON:
            both.setdefault(one, {})[other] = count
            both.setdefault(other, {})[one] = count
    return both


def _a_year_before(date: str) -> str:
    """Return the same day of the year before; the date itself if it is none that git writes."""
    year = date[:4]
    return f"{int(year) - 1:04}{date[4:]}" if year.isdecimal() else date
