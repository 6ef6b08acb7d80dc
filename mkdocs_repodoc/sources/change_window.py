"""The stretch of history that says which files change often now: the youngest commits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mkdocs_repodoc.model.files import ChangeWindow

LEAST_COMMITS = 100
"""So many commits are in the window, even if they go back further than twelve months."""


class WindowCounter:
    """Count the changes of files while commits go by, the youngest first.

    The window ends with the first commit that is neither among the first hundred nor from the
    twelve months before the youngest one. That date is the end, not today's: the same commit is
    documented in the same words whenever it is.
    """

    def __init__(self) -> None:
        self.is_open = True
        """Whether more commits may still be part of it."""
        self._counts: Counter[str] = Counter()
        self._commits = 0
        self._bound = ""
        self._since = ""

    def add(self, date: str, paths: Iterable[str]) -> None:
        """Take in one commit.

        Args:
            date: Its date, as `2026-11-23`.
            paths: The documented files that it touched.
        """
        self._bound = self._bound or _a_year_before(date)
        self.is_open = self.is_open and (self._commits < LEAST_COMMITS or date > self._bound)
        if self.is_open:
            self._commits += 1
            self._since = min(self._since or date, date)
            self._counts.update(paths)

    def window(self) -> ChangeWindow:
        """Return what was counted."""
        return ChangeWindow(self._since, self._commits, dict(sorted(self._counts.items())))


def _a_year_before(date: str) -> str:
    """Return the same day of the year before; the date itself if it is none that git writes."""
    year = date[:4]
    return f"{int(year) - 1:04}{date[4:]}" if year.isdecimal() else date
