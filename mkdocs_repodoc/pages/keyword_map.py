"""Keyword → Section Map: which names of a file each section of its documentation page covers.

The map is read off the composed sections themselves: a section covers a symbol if it shows it or
links to it. Nothing is claimed that the page does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_repodoc.model.blocks import (
    Block,
    Column,
    Diagram,
    Facts,
    Item,
    Items,
    PageLink,
    Paragraph,
    Phrase,
    Sample,
    Table,
)
from mkdocs_repodoc.pages import sections
from mkdocs_repodoc.pages.file_page import SECTION_COMPOSERS, source_blocks
from mkdocs_repodoc.pages.file_subject import FileSubject
from mkdocs_repodoc.pages.wording import joined

_KEYWORDS = 24
_WHOLE = frozenset({sections.DETAILED_ANALYSIS.anchor, sections.ORIGINAL_SOURCE.anchor})
"""Sections that show every symbol, so that their keywords are chosen by their users."""


def keyword_map(subject: FileSubject) -> tuple[Block, ...]:
    """Return the table of sections and keywords; none if no section covers a keyword."""
    if not subject.outline.symbols:
        return ()
    positions = {anchor: place for place, anchor in enumerate(subject.file.anchors)}
    rows: list[tuple[Phrase, ...]] = []
    for name, compose in SECTION_COMPOSERS:
        if name == sections.DETAILED_ANALYSIS or (
            name == sections.ORIGINAL_SOURCE and source_blocks(subject)
        ):
            covered = _by_users(subject)
        else:
            covered = _covered(subject, compose(subject), positions)
        if covered:
            link = PageLink(name.title, subject.uri, name.anchor)
            in_listing = name == sections.ORIGINAL_SOURCE
            rows.append(((link,), _names(subject, covered, in_listing=in_listing)))
    columns = (Column("Section"), Column("Keywords"))
    return (Table(columns, tuple(rows)),)


def _by_users(subject: FileSubject) -> list[int]:
    """Every symbol, those that most files use first."""
    return sorted(
        range(len(subject.outline.symbols)), key=lambda place: -subject.uses[place].file_count
    )


def _covered(subject: FileSubject, blocks: Iterable[Block], positions: dict[str, int]) -> list[int]:
    """The symbols that blocks link to, each once, in order of appearance."""
    anchors = (link.anchor for link in _links(blocks) if link.uri == subject.uri)
    return list(dict.fromkeys(positions[anchor] for anchor in anchors if anchor in positions))


def _names(subject: FileSubject, covered: list[int], *, in_listing: bool) -> Phrase:
    """Links to the symbols, or to their lines for the section that is the listing."""
    shown: list[PageLink] = []
    for place in covered[:_KEYWORDS]:
        symbol = subject.outline.symbols[place]
        if in_listing:
            shown.append(subject.line(symbol.name_line or symbol.line, text=symbol.name))
        else:
            shown.append(subject.symbol(place))
    rest = len(covered) - _KEYWORDS
    return (*joined(shown), f" and {rest} more") if rest > 0 else joined(shown)


def _links(blocks: Iterable[Block]) -> Iterator[PageLink]:
    for block in blocks:
        if isinstance(block, Diagram):
            yield from (node.link for node in block.nodes if node.link)
            continue
        for phrase in _phrases(block):
            yield from (part for part in phrase if isinstance(part, PageLink))


def _phrases(block: Block) -> Iterator[Phrase]:
    """The phrases of those blocks that the other sections are made of."""
    if isinstance(block, Facts):
        yield from (phrase for _, phrase in block.rows)
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row
    elif isinstance(block, Items):
        yield from _item_phrases(block.items)
    elif isinstance(block, Paragraph):
        yield block.phrase
    elif isinstance(block, Sample):
        yield block.title


def _item_phrases(items: Iterable[Item]) -> Iterator[Phrase]:
    for item in items:
        yield item.phrase
        yield from _item_phrases(item.children)
