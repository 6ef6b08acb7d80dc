"""Blocks: the decided content of a page, with no word on how it looks.

Composing makes these out of the linked repository: every decision (what is shown, in which order,
how much of it) has been taken in them. Rendering lays them out, as HTML today; the same blocks can
become Markdown.

Text in blocks is plain text unless it is a `Prose`; it is escaped where it becomes HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

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
    """HTML ids of the rows, where something links to them."""

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
    """HTML id of the entry, so that other text can link to it."""
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
    host: WebLink | None = None
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
    """HTML id of the page's title, so that `pkg.mod` is an anchor too."""
    trail: tuple[PageLink, ...] = ()
    """Breadcrumbs from the repository to the parent."""
    views: tuple[PageLink, ...] = ()
    """Links shown at the top: the same thing's pages, and the parts of this one worth a link."""

    def ids(self) -> Iterator[str]:
        """Yield the HTML ids of title, sections, headings, symbols, rows and terms."""
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
