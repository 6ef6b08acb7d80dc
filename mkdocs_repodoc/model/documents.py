"""The block of a document: its text, and the headings of it that links may lead to."""

from __future__ import annotations

from mkdocs_repodoc.model.inline import Part, Prose


class DocumentHeading(Part, frozen=True):
    """A heading of a document, as the file's outline knows it."""

    text: str
    """Plain text."""
    anchor: str
    """HTML id that the rendered heading gets."""
    level: int
    """Level on the page, 3 to 6."""


class Document(Part, frozen=True):
    """A document, or a stretch of one, rendered."""

    prose: Prose
    headings: tuple[DocumentHeading, ...]
    """Its headings in source order. Each anchor is on the page, whatever the markup makes of it."""
