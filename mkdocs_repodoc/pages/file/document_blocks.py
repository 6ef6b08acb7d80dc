"""A document as its author meant it to be read: a text rendered, a notebook cell by cell."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mkdocs_repodoc.model.blocks import (
    Block,
    Document,
    DocumentHeading,
    Paragraph,
    Prose,
    Sample,
    Subheading,
)
from mkdocs_repodoc.model.sections import NOTEBOOK_CELLS
from mkdocs_repodoc.pages.parts.document_markup import (
    DOCUMENT_MARKUPS,
    document_headings,
    heading_positions,
    is_rendered,
)
from mkdocs_repodoc.pages.parts.file_view import FileView

_SECTION_LEVEL = 2
_CELLS_LEVEL = 3


def document_blocks(view: FileView) -> tuple[Block, ...]:
    """Return a file that is a document, rendered; nothing for any other."""
    if is_rendered(view.file):
        return (_whole(view),)
    if view.detail.cells:
        return (Subheading(*NOTEBOOK_CELLS), *_cells(view))
    return ()


def is_document(view: FileView) -> bool:
    """Return whether a file's page shows it as a document."""
    return is_rendered(view.file) or bool(view.detail.cells)


def rendered_headings(view: FileView) -> Collection[int]:
    """Return the positions of the headings that stand in the rendered document."""
    if is_rendered(view.file) or any(cell.language == "markdown" for cell in view.detail.cells):
        return frozenset(heading_positions(view.file))
    return frozenset()


def _whole(view: FileView) -> Document:
    file = view.file
    markup = DOCUMENT_MARKUPS[file.source.language]
    text = view.context.read_text(file.path).text
    headings = document_headings(file, heading_positions(file), _SECTION_LEVEL)
    return Document(Prose(text, markup, file.path, heading_level=_SECTION_LEVEL), headings)


def _cells(view: FileView) -> Iterator[Block]:
    number = 0
    headings = _headings_of_cells(view)
    for position, cell in enumerate(view.detail.cells):
        if not cell.text:
            yield Paragraph(("The remaining cells are in the source below.",))
        elif cell.language == "markdown":
            inside = headings.get(position, ())
            level = min((heading.level for heading in inside), default=_CELLS_LEVEL + 1) - 1
            yield Document(Prose(cell.text, "markdown", view.path, heading_level=level), inside)
        else:
            number += 1
            title = (f"Cell {number}, ", view.line(cell.line))
            yield Sample(cell.text, cell.language, title=title)


def _headings_of_cells(view: FileView) -> dict[int, tuple[DocumentHeading, ...]]:
    """Return the headings of each cell of text; those of cells that are not shown follow the last.

    Levels are those of the notebook: a cell that begins with a small heading keeps it small.
    """
    positions = heading_positions(view.file)
    shown = document_headings(view.file, positions, _CELLS_LEVEL)
    texts = [
        (position, cell)
        for position, cell in enumerate(view.detail.cells)
        if cell.text and cell.language == "markdown"
    ]
    if not texts:
        return {}
    found: dict[int, tuple[DocumentHeading, ...]] = {}
    for heading, position in zip(shown, positions, strict=True):
        line = view.outline.symbols[position].line
        around = [index for index, cell in texts if cell.line <= line] or [texts[0][0]]
        found[around[-1]] = (*found.get(around[-1], ()), heading)
    return found
