"""Ids of headings as GitHub makes them, one document at a time."""

from __future__ import annotations

import re

HEADING_PREFIX = "text--"
"""In front of every id inside prose, so that it meets no id of the page itself."""

_DROPPED = re.compile(r"[^\w\- ]")


def slug(heading: str) -> str:
    """Return the id that GitHub gives a heading, if no heading before it has it."""
    return _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")


class HeadingSlugs:
    """Gives the headings of one document their ids; those of one text are numbered."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def take(self, heading: str) -> str:
        """Return the id of the next heading."""
        name = base = slug(heading) or "heading"
        while name in self._taken:
            self._numbers[base] = number = self._numbers.get(base, 0) + 1
            name = f"{base}-{number}"
        self._taken.add(name)
        return name
