"""Blocks of keyword pages: the keywords, and what filters them."""

from __future__ import annotations

from mkdocs_repodoc.model.inline import (
    PageLink,
    Part,
    Phrase,
    Prose,
)


class Keyword(Part, frozen=True):
    """One entry of a keyword page."""

    name: PageLink
    kind: str
    line: PageLink | None
    summary: Prose | None
    uses: int | None
    """How many other files use it; `None` where that is not known for the language."""
    note: Phrase = ()


class Keywords(Part, frozen=True):
    """A group of keywords; the reader may filter and sort it."""

    entries: tuple[Keyword, ...]
    compact: bool = False
    """Whether it is one line an entry, for long indexes."""


class KeywordFilter(Part, frozen=True):
    """Controls for all keywords of a page; a script makes them work."""

    kinds: tuple[tuple[str, int], ...]
    """Each kind of keyword on the page, and how many there are."""
    placed: bool
    """Whether keywords have a line in a file that they can be sorted by."""
