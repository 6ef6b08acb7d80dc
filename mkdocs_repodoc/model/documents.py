"""Blocks that show a whole file: a document rendered, a source listed; what links may lead to."""

from __future__ import annotations

from mkdocs_repodoc.model.inline import Part, Prose


class DocumentHeading(Part, frozen=True):
    """A heading of a document, as the file's outline knows it."""

    text: str
    """Plain text."""
    anchor: str
    """Anchor that the rendered heading gets."""
    level: int
    """Level on the page, 3 to 6."""


class Document(Part, frozen=True):
    """A document, or a stretch of one, rendered."""

    prose: Prose
    headings: tuple[DocumentHeading, ...]
    """Its headings in source order. Each anchor is on the page, whatever the markup makes of it."""


class Listing(Part, frozen=True):
    """The whole source of the page's file, each line addressable, identifiers linked."""

    path: str
    anchors: tuple[tuple[int, str], ...] = ()
    """Line and anchor of each symbol that is described nowhere else on the page, sorted."""
