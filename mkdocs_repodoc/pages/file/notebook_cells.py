"""The cells of a notebook, one after the other, as its author meant them to be read."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.model.blocks import Block, Paragraph, Prose, Sample, Subheading
from mkdocs_repodoc.model.sections import NOTEBOOK_CELLS, NOTEBOOK_FILE
from mkdocs_repodoc.pages.parts.file_view import FileView

_LEVEL = 3


def cell_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the cells and, after them, the heading of the listing of the file itself."""
    cells = tuple(_cells(view))
    if not cells:
        return ()
    return (Subheading(*NOTEBOOK_CELLS), *cells, Subheading(*NOTEBOOK_FILE))


def _cells(view: FileView) -> Iterator[Block]:
    number = 0
    for cell in view.detail.cells:
        if not cell.text:
            yield Paragraph(("The remaining cells are in the source below.",))
        elif cell.language == "markdown":
            yield Prose(cell.text, "markdown", view.path, heading_level=_LEVEL)
        else:
            number += 1
            title = (f"Cell {number}, ", view.line(cell.line))
            yield Sample(cell.text, cell.language, title=title)
