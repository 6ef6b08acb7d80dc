"""The order in which a book tells the components of a repository.

A reader enters where the software is entered, meets the parts that hold the key abstractions, and
then all others from those that use most down to those that are used. Parts that are too small for a
chapter come together at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.architecture.component import Architecture, Component

_CHAPTER = 0.02
"""Share of the lines of all components from which on one has a chapter, whatever it holds."""
_SHORT = 60
"""Lines below which nothing gives a component a chapter of its own."""


class ChapterOrder(NamedTuple):
    """Components in reading order."""

    chapters: tuple[Component, ...]
    small: tuple[Component, ...]
    """Those that are told together."""


def chapter_order(architecture: Architecture, first: Sequence[str]) -> ChapterOrder:
    """Return the components in reading order.

    Args:
        architecture: The components.
        first: Files that the reader should meet first, in this order.
    """
    owner = {path: each for each in architecture.components for path in each.files}
    met = dict.fromkeys(owner[path] for path in first if path in owner)
    down = sorted(architecture.components, key=lambda each: -each.layer)
    ordered = list(dict.fromkeys([*met, *down]))
    total = sum(each.lines for each in ordered)
    least = _CHAPTER * total
    chapters = [
        each for each in ordered if each.lines >= _SHORT and (each in met or each.lines >= least)
    ]
    small = tuple(each for each in ordered if each not in chapters)
    if len(small) == 1:
        return ChapterOrder((*chapters, *small), ())
    return ChapterOrder(tuple(chapters), small)
