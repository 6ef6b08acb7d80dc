"""The chapters of a book on the components of a repository, in reading order.

A reader enters where the software is entered, meets the parts that hold the key abstractions, and
then all others from those that use most down to those that are used. Where the parts are single
files, one chapter tells them all; those that are too small for a chapter come together at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.architecture.component import Architecture, Component

_CHAPTER = 0.02
"""Share of the lines of all components from which on one has a chapter, whatever it holds."""
_SHORT = 60
"""Lines below which nothing gives a component a chapter of its own."""
_FILE_CHAPTERS = 4
"""Components that are single files and have a chapter each; more of them share one."""


class Chapter(NamedTuple):
    """One or several components that are told together."""

    components: tuple[Component, ...]
    kind: Literal["one", "files", "small"]
    """Whether it is a single component, single files, or all that is too small for a chapter."""


def chapter_order(architecture: Architecture, first: Sequence[str]) -> tuple[Chapter, ...]:
    """Return the chapters in reading order.

    Args:
        architecture: The components.
        first: Files that the reader should meet first, in this order.
    """
    owner = {path: each for each in architecture.components for path in each.files}
    met = dict.fromkeys(owner[path] for path in first if path in owner)
    down = sorted(architecture.components, key=lambda each: -each.layer)
    ordered = list(dict.fromkeys([*met, *down]))
    least = _CHAPTER * sum(each.lines for each in ordered)
    files = tuple(each for each in ordered if each.is_file)
    shared = files if len(files) > _FILE_CHAPTERS else ()
    chapters: list[Chapter] = []
    small: list[Component] = []
    for each in ordered:
        if each in shared:
            if each == shared[0]:
                chapters.append(Chapter(shared, "files"))
        elif each.lines >= _SHORT and (each in met or each.lines >= least):
            chapters.append(Chapter((each,), "one"))
        else:
            small.append(each)
    if small:
        chapters.append(Chapter(tuple(small), "small" if len(small) > 1 else "one"))
    return tuple(chapters)
