"""Blocks of any page: paragraphs, lists, tables, notes, samples of code, figures."""

from __future__ import annotations

from typing import Literal

import msgspec

from mkdocs_repodoc.model.inline import (
    Part,
    Phrase,
)


class Paragraph(Part, frozen=True):
    """One paragraph."""

    phrase: Phrase


class Facts(Part, frozen=True):
    """A short table of labels and values."""

    rows: tuple[tuple[str, Phrase], ...]


class Item(Part, frozen=True):
    """An entry of a list."""

    phrase: Phrase
    children: tuple[Item, ...] = ()


class Items(Part, frozen=True):
    """A list; what comes after `shown` entries is folded away but stays on the page."""

    items: tuple[Item, ...]
    shown: int = 0
    """0 shows all."""
    ordered: bool = False
    title: str = ""


class Column(Part, frozen=True):
    """A column of a table."""

    title: str
    numeric: bool = False


class Table(Part, frozen=True):
    """Rows of phrases under titled columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Phrase, ...], ...]
    caption: str = ""
    row_ids: tuple[str, ...] = ()
    """Anchors of the rows, where something links to them."""

    def without_empty_columns(self) -> Table:
        """Return the table without the columns in which no row says anything."""
        kept = [index for index in range(len(self.columns)) if any(row[index] for row in self.rows)]
        return msgspec.structs.replace(
            self,
            columns=tuple(self.columns[index] for index in kept),
            rows=tuple(tuple(row[index] for index in kept) for row in self.rows),
        )


class Subheading(Part, frozen=True):
    """A heading inside a section."""

    text: str
    anchor: str
    level: int = 3


class Note(Part, frozen=True):
    """A message about the file: that it could not be parsed, that it was cut."""

    kind: Literal["info", "warning", "error"]
    phrase: Phrase


class Sample(Part, frozen=True):
    """A stretch of code that is no link target of its own: a command, a call site, a value."""

    text: str
    language: str
    first_line: int = 0
    """Number of the first line; 0 shows no numbers."""
    marked: tuple[int, ...] = ()
    """Lines to mark, in the same numbering."""
    title: Phrase = ()


class Definition(Part, frozen=True):
    """A term and what it means."""

    anchor: str
    """Anchor of the entry, so that other text can link to it."""
    term: Phrase
    paragraphs: tuple[Phrase, ...]
    sample: Sample | None = None


class Definitions(Part, frozen=True):
    """Terms that other blocks of the page link to, folded away."""

    title: str
    entries: tuple[Definition, ...]


class Call(Part, frozen=True):
    """A real call of a symbol, shown in a window of the file that makes it."""

    path: str
    line: int
    end_line: int
    title: Phrase


class Excerpt(Part, frozen=True):
    """Lines of a file with their links, moved to the left."""

    path: str
    ranges: tuple[tuple[int, int], ...]
    """First and last line of each stretch that is shown, in order."""
    marked: tuple[int, ...]
    """Lines that the text around it speaks of."""
    title: Phrase
    has_gaps: bool = True
    """Whether it is marked where lines are left out; a list of members needs no marks."""


class Figure(Part, frozen=True):
    """An image of the repository."""

    path: str
    alt: str
