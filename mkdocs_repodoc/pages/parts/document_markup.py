"""The markups of documents, and which files are shown as the documents that they are.

AsciiDoc, Org and others are shown as they stand: there is no well-kept library for them in Python.
"""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import DocumentHeading
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile

DOCUMENT_MARKUPS = {"markdown": "markdown", "restructuredtext": "rst"}
"""Language → markup; documents in others are shown as they are."""

_LONGEST = 100_000
"""Bytes of a document that is shown twice on its page, as text and as source."""
_DEEPEST = 6


def is_rendered(file: RepoFile) -> bool:
    """Return whether a file's page shows it as a document.

    A long one is shown by its outline and its source, and so is one that nobody wrote for the
    repository.
    """
    source = file.source
    return (
        source.language in DOCUMENT_MARKUPS
        and source.kind == "text"
        and not source.origin
        and source.size <= _LONGEST
        and file.outline.lines.total > 0
    )


def document_headings(
    file: RepoFile, positions: list[int], heading_level: int
) -> tuple[DocumentHeading, ...]:
    """Return headings of a document as its page has them.

    Args:
        file: The document.
        positions: Which of its symbols; all are headings.
        heading_level: Level of the page's heading under which the document stands.
    """
    symbols = file.outline.symbols
    top = min((written_level(symbols[position]) for position in positions), default=1)
    return tuple(
        DocumentHeading(
            text=symbols[position].name.rpartition(HEADING_SEPARATOR)[2],
            anchor=file.anchors[position],
            level=min(written_level(symbols[position]) - top + heading_level + 1, _DEEPEST),
        )
        for position in positions
    )


def heading_positions(file: RepoFile) -> list[int]:
    """Return which symbols of a file are headings, in source order."""
    return [
        position
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.kind == Kind.HEADING
    ]


def written_level(heading: Symbol) -> int:
    """Return the level of a heading in its document; 1 is the highest."""
    return int(heading.labels[0].rpartition(" ")[2])
