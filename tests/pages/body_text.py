"""A page's body as plain text, so that a test can say what the page says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch

from mkdocs_repodoc.model.blocks import (
    Bars,
    Block,
    Code,
    Diagram,
    Facts,
    Fold,
    Inline,
    Item,
    Items,
    Keyword,
    Keywords,
    Label,
    Note,
    Outline,
    OutlineEntry,
    PageBody,
    PageLink,
    Paragraph,
    Prose,
    Strip,
    Subheading,
    Table,
    Tile,
    Timeline,
    Treemap,
    Typed,
    WebLink,
)


def body_text(body: PageBody) -> str:
    return "\n".join(body_lines(body))


def body_lines(body: PageBody) -> Iterator[str]:
    yield f"# {body.title}"
    yield from blocks_text(body.lead)
    for section in body.sections:
        yield f"## {section.title}"
        yield from blocks_text(section.blocks)


def section_text(body: PageBody, anchor: str) -> str:
    (section,) = (each for each in body.sections if each.anchor == anchor)
    return "\n".join(blocks_text(section.blocks))


def phrase_text(phrase: Iterable[Inline]) -> str:
    return "".join(map(inline_text, phrase))


def inline_text(part: Inline) -> str:
    match part:
        case str():
            return part
        case PageLink(text, uri, anchor):
            return f"[{text}]({uri}{'#' if anchor else ''}{anchor})"
        case WebLink(text, url):
            return f"[{text}]({url})"
        case Code(text) | Label(text):
            return f"`{text}`"
        case Typed(text) | Prose(text):
            return text


def blocks_text(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block_text(block)


@singledispatch
def block_text(block: Block) -> Iterator[str]:
    yield repr(block)


@block_text.register(Paragraph)
@block_text.register(Note)
def _(block: Paragraph | Note) -> Iterator[str]:
    yield phrase_text(block.phrase)


@block_text.register
def _(block: Strip) -> Iterator[str]:
    yield " · ".join(map(phrase_text, block.items))


@block_text.register
def _(block: Outline) -> Iterator[str]:
    for entry in block.entries:
        yield from entry_text(entry)
    yield from (f"{phrase_text(title)}: {phrase_text(names)}" for title, names in block.lists)


def entry_text(entry: OutlineEntry, indent: str = "") -> Iterator[str]:
    summary = f": {phrase_text(entry.summary)}" if entry.summary else ""
    yield f"{indent}{entry.kind} {entry.name.text}{entry.signature}{summary}"
    for member in entry.members:
        yield from entry_text(member, f"{indent}  ")
    for title, names in entry.lists:
        listed = "".join(part if isinstance(part, str) else part.text for part in names)
        yield f"{indent}  {phrase_text(title)}: {listed}"


@block_text.register
def _(block: Fold) -> Iterator[str]:
    yield f"{block.title}:"
    yield from blocks_text(block.blocks)


@block_text.register
def _(block: Facts) -> Iterator[str]:
    for label, value in block.rows:
        yield f"{label}: {phrase_text(value)}"


@block_text.register
def _(block: Items) -> Iterator[str]:
    if block.title:
        yield f"{block.title}:"
    yield from item_text(block.items)


@block_text.register
def _(block: Table) -> Iterator[str]:
    yield " | ".join(column.title for column in block.columns)
    for row in block.rows:
        yield " | ".join(map(phrase_text, row))
    if block.caption:
        yield block.caption


@block_text.register
def _(block: Subheading) -> Iterator[str]:
    yield f"### {block.text}"


@block_text.register
def _(block: Prose) -> Iterator[str]:
    yield block.text


@block_text.register
def _(block: Diagram) -> Iterator[str]:
    names = {node.key: node.text for node in block.nodes}
    yield f"{block.title} ({len(block.nodes)} nodes)"
    for edge in block.edges:
        yield f"{names[edge.source]} -> {names[edge.target]} ({edge.weight})"


@block_text.register
def _(block: Bars) -> Iterator[str]:
    yield f"{block.title}: " + ", ".join(f"{label} {amount}" for label, amount, _ in block.rows)


@block_text.register
def _(block: Timeline) -> Iterator[str]:
    yield f"{block.title}: " + ", ".join(f"{label} {amount}" for label, amount in block.rows)


@block_text.register
def _(block: Treemap) -> Iterator[str]:
    yield f"{block.title} ({', '.join(block.legend)})"
    yield from tile_text(block.tiles)


def tile_text(tiles: Iterable[Tile], depth: int = 0) -> Iterator[str]:
    for tile in tiles:
        yield f"{'  ' * depth}- {tile.text} {tile.amount}"
        yield from tile_text(tile.children, depth + 1)


@block_text.register
def _(block: Keywords) -> Iterator[str]:
    yield from map(keyword_text, block.entries)


def item_text(items: Iterable[Item], depth: int = 0) -> Iterator[str]:
    for item in items:
        yield f"{'  ' * depth}- {phrase_text(item.phrase)}"
        yield from item_text(item.children, depth + 1)


def keyword_text(keyword: Keyword) -> str:
    line = inline_text(keyword.line) if keyword.line else ""
    summary = keyword.summary.text if keyword.summary else ""
    parts = [inline_text(keyword.name), keyword.kind, line, summary, phrase_text(keyword.note)]
    if keyword.uses is not None:
        parts.append(f"{keyword.uses} uses")
    return " | ".join(part for part in parts if part)
