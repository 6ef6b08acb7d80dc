"""Blocks: the decided content of a page, with no word on how it looks.

Composing makes these out of the linked repository: every decision (what is shown, in which order,
how much of it) has been taken in them. Renderers lay them out, each in its format.

Text in blocks is plain text unless it is a `Prose`; a renderer escapes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from mkdocs_repodoc.model.blocks.keyword_blocks import Keyword, KeywordFilter, Keywords
from mkdocs_repodoc.model.blocks.plain_blocks import (
    Call,
    Column,
    Definition,
    Definitions,
    Excerpt,
    Facts,
    Figure,
    Item,
    Items,
    Note,
    Paragraph,
    Sample,
    Subheading,
    Table,
)
from mkdocs_repodoc.model.charts import Bars, Diagram, Edge, Node, Tile, Timeline, Treemap
from mkdocs_repodoc.model.documents import Document, DocumentHeading, Listing
from mkdocs_repodoc.model.inline import (
    Code,
    Inline,
    Label,
    PageLink,
    Part,
    Phrase,
    Prose,
    Typed,
    WebLink,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.overview import Outline, OutlineEntry, Strip

__all__ = [
    "Bars",
    "Block",
    "Call",
    "Code",
    "Column",
    "Definition",
    "Definitions",
    "Diagram",
    "DocBlock",
    "Document",
    "DocumentHeading",
    "Edge",
    "Excerpt",
    "Facts",
    "Figure",
    "Fold",
    "Inline",
    "Item",
    "Items",
    "Keyword",
    "KeywordFilter",
    "Keywords",
    "Label",
    "Listing",
    "Node",
    "Note",
    "Outline",
    "OutlineEntry",
    "PageBody",
    "PageLink",
    "Paragraph",
    "Phrase",
    "Prose",
    "Sample",
    "Section",
    "Strip",
    "Subheading",
    "SymbolBlock",
    "Table",
    "Tile",
    "Timeline",
    "Treemap",
    "Typed",
    "WebLink",
]
"""Also what sentences consist of, so that composers have one vocabulary to import from."""


class DocBlock(Part, frozen=True):
    """One section of a docstring: its title and its fields or text."""

    kind: str
    title: str
    text: Prose | None
    fields: tuple[tuple[Phrase, Phrase, Phrase], ...] = ()
    """Name, type (with default), description."""


class SymbolBlock(Part, frozen=True):
    """The section of one symbol."""

    symbol: SymbolRef
    anchor: str
    level: int
    """Heading level, 3 to 6."""
    name: str
    """Name as the heading shows it."""
    qualified_name: str
    kind: str
    signature: Typed | None
    decorators: tuple[Typed, ...]
    labels: tuple[str, ...]
    lines: PageLink
    documentation: tuple[DocBlock, ...]
    facts: tuple[tuple[str, Phrase], ...]
    """Bases, subclasses, overrides, complexity, used by, tests: each linked."""
    calls: tuple[Call, ...] = ()
    forge: WebLink | None = None
    has_calls: bool = False
    """Whether it calls, or is called by, code of the repository: a script shows the hierarchy."""


class Fold(Part, frozen=True):
    """Blocks under a line that opens and closes them; a link into them opens them."""

    title: str
    blocks: tuple[Block, ...]
    is_open: bool = False
    """Whether they are seen before the reader asks for them."""


Block = (
    Paragraph
    | Facts
    | Items
    | Table
    | Subheading
    | Note
    | Sample
    | Definitions
    | Call
    | Excerpt
    | Listing
    | Figure
    | Diagram
    | Bars
    | Treemap
    | Timeline
    | Keywords
    | KeywordFilter
    | SymbolBlock
    | Prose
    | Document
    | Strip
    | Outline
    | Fold
)


Weight = Literal["full", "quiet", "folded"]
"""How much of the eye a section claims: a heading, a small label, or one line that opens it."""


class Section(Part, frozen=True):
    """A titled part of a page."""

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    weight: Weight = "full"


class PageBody(Part, frozen=True):
    """All that a page says."""

    title: str
    lead: tuple[Block, ...]
    """Blocks before the first section."""
    sections: tuple[Section, ...]
    module_anchor: str = ""
    """Anchor of the page's title, so that `pkg.mod` is an anchor too."""
    trail: tuple[PageLink, ...] = ()
    """Breadcrumbs from the repository to the parent."""
    views: tuple[PageLink, ...] = ()
    """Links shown at the top: the same thing's pages, and the parts of this one worth a link."""

    def ids(self) -> Iterator[str]:
        """Yield the anchors of title, sections, headings, symbols, rows and terms."""
        if self.module_anchor:
            yield self.module_anchor
        yield from _block_ids(self.lead)
        for section in self.sections:
            yield section.anchor
            yield from _block_ids(section.blocks)


def _block_ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Subheading | SymbolBlock):
            yield block.anchor
        elif isinstance(block, Table):
            yield from block.row_ids
        elif isinstance(block, Document):
            yield from (heading.anchor for heading in block.headings)
        elif isinstance(block, Listing):
            yield from (anchor for _, anchor in block.anchors)
        elif isinstance(block, Definitions):
            yield from (entry.anchor for entry in block.entries)
        elif isinstance(block, Fold):
            yield from _block_ids(block.blocks)
