"""Lists and tables of a chapter that would stop a reader: their beginning, the rest folded.

A book is read from front to back. What is looked up in it stays on the page, behind a line that
says how much there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from mkdocs_repodoc.model.blocks import Block, Fold, Items, Section, Table
from mkdocs_repodoc.pages.parts import book_caps
from mkdocs_repodoc.text.english import count

_COUNTED = re.compile(r"(?:^|, )[\d,]+ of [\d,]+ \w")
"""In a caption that says itself how many rows there are."""


def with_folded_ends(section: Section) -> Section:
    """Return a chapter with its long lists and tables folded."""
    return msgspec.structs.replace(section, blocks=tuple(_folded(section.blocks)))


def _folded(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Items) and not block.shown and len(block.items) > book_caps.BOOK_ITEMS:
            yield msgspec.structs.replace(block, shown=book_caps.BOOK_ITEMS_UNFOLDED)
        elif isinstance(block, Table) and len(block.rows) > book_caps.BOOK_ROWS:
            yield Fold(_title(block), (msgspec.structs.replace(block, caption=""),))
        else:
            yield block


def _title(table: Table) -> str:
    """Return what a table is about and how much it has: `Fields of Options: 17 rows`."""
    if _COUNTED.search(table.caption):
        return table.caption
    if table.caption:
        return f"{table.caption}: {count(len(table.rows), 'row')}"
    return count(len(table.rows), table.columns[0].title.lower())
