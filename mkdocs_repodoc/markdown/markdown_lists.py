"""Blocks that are lists and tables in Markdown: items, facts, keywords, outlines, charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.markdown import markdown_text as md
from mkdocs_repodoc.markdown.markdown_phrases import MarkdownPhrases
from mkdocs_repodoc.model.blocks import (
    Bars,
    Diagram,
    Facts,
    Item,
    Items,
    Keyword,
    Keywords,
    Node,
    Outline,
    OutlineEntry,
    PageLink,
    Phrase,
    Table,
    Tile,
    Timeline,
    Treemap,
)


def title(text: str) -> list[str]:
    """Return a line above a list or a table; nothing for nothing."""
    return [f"**{md.escaped(text)}**"] if text else []


def items(block: Items, phrases: MarkdownPhrases) -> list[str]:
    """Return a list, none of it folded."""
    entries = [_item(each, phrases, ordered=block.ordered) for each in block.items]
    return [*title(block.title), *([md.items(entries)] if entries else [])]


def _item(item: Item, phrases: MarkdownPhrases, *, ordered: bool) -> str:
    inner = phrases.blocks(item.phrase)
    children = [_item(child, phrases, ordered=False) for child in item.children]
    head = md.item(inner, ordered=ordered)
    if not children:
        return head
    nested = "\n".join(f"    {each}" for each in md.items(children).split("\n"))
    return f"{head}\n{nested}"


def facts(rows: Sequence[tuple[str, Phrase]], phrases: MarkdownPhrases) -> list[str]:
    """Return labels and values as a list."""
    entries = [
        md.item(_headed(f"**{md.escaped(label)}:**", phrases.blocks(value)))
        for label, value in rows
    ]
    return [md.items(entries)] if entries else []


def facts_block(block: Facts, phrases: MarkdownPhrases) -> list[str]:
    """Return facts as a list."""
    return facts(block.rows, phrases)


def _headed(head: str, blocks: list[str]) -> list[str]:
    """Put something before the first of some blocks, on its line if that is a line."""
    if not blocks or blocks[0].startswith(("```", "- ", "1. ", "|", ">", "<a ", "#")):
        return [head, *blocks]
    return [f"{head} {blocks[0]}", *blocks[1:]]


def fields(entries: Sequence[tuple[Phrase, Phrase, Phrase]], phrases: MarkdownPhrases) -> list[str]:
    """Return the fields of a docstring: name, type, description."""
    found = []
    for name, kind, said in entries:
        head = phrases.inline(name)
        if kind:
            head += f" ({phrases.inline(kind)})"
        blocks = phrases.blocks(said)
        found.append(md.item(_headed(f"{head}:" if blocks else head, blocks)))
    return [md.items(found)] if found else []


def table(block: Table, phrases: MarkdownPhrases) -> list[str]:
    """Return a table."""
    ids = block.row_ids or ("",) * len(block.rows)
    rows = []
    for name, row in zip(ids, block.rows, strict=True):
        cells = [phrases.inline(cell) for cell in row]
        cells[0] = md.anchor(name) + cells[0]
        rows.append(cells)
    head = [md.escaped(column.title) for column in block.columns]
    numeric = [column.numeric for column in block.columns]
    return [*title(block.caption), md.table(head, rows, numeric)]


def keywords(block: Keywords, phrases: MarkdownPhrases) -> list[str]:
    """Return a group of keywords as a list."""
    return [md.items([md.item([_keyword(each, phrases)]) for each in block.entries])]


def _keyword(entry: Keyword, phrases: MarkdownPhrases) -> str:
    facts = [md.escaped(entry.kind)]
    if entry.line is not None:
        facts.append(phrases.link(entry.line))
    if entry.uses:
        facts.append(f"used by {entry.uses:,} {'file' if entry.uses == 1 else 'files'}")
    said = " ".join(
        phrases.inline(part)
        for part in (entry.note, () if entry.summary is None else (entry.summary,))
        if part
    )
    text = f"{phrases.link(entry.name)} ({', '.join(facts)})"
    return f"{text}: {said}" if said else text


def outline(block: Outline, phrases: MarkdownPhrases) -> list[str]:
    """Return the names of a file as a list of two levels."""
    entries = [_outlined(entry, phrases) for entry in block.entries]
    entries += _names(block.lists, phrases)
    return [md.items(entries)] if entries else []


def _outlined(entry: OutlineEntry, phrases: MarkdownPhrases) -> str:
    name = f"{md.escaped(entry.kind)} {phrases.link(entry.name)}"
    signature = md.code(entry.signature) if entry.signature else ""
    said = phrases.inline(entry.summary)
    head = f"{name} {signature}".strip() + (f": {said}" if said else "")
    inner = [_outlined(member, phrases) for member in entry.members]
    inner += _names(entry.lists, phrases)
    nested = "".join(f"\n    {each}" for each in md.items(inner).split("\n") if inner)
    return md.item([head]) + nested


def _names(lists: Sequence[tuple[Phrase, Phrase]], phrases: MarkdownPhrases) -> list[str]:
    return [md.item([f"{phrases.inline(what)}: {phrases.inline(names)}"]) for what, names in lists]


def diagram(block: Diagram, phrases: MarkdownPhrases) -> list[str]:
    """Return a graph as the table of its arrows, those from one node in one row."""
    nodes = {node.key: _node(node, phrases) for node in block.nodes}
    is_said = any(edge.text for edge in block.edges)
    is_weighted = any(edge.weight != 1 for edge in block.edges)
    rows = []
    for source, text, edges in block.rows:
        weights = [f" ({edge.weight:,})" if is_weighted else "" for edge in edges]
        targets = [f"{nodes[e.target]}{weight}" for e, weight in zip(edges, weights, strict=True)]
        relation = [md.escaped(text)] if is_said else []
        rows.append([nodes[source], *relation, ", ".join(targets)])
    verb = f"{md.escaped(block.relation)}{' (how many times)' if is_weighted else ''}"
    head = ["From", *(["Relation", "To"] if is_said else [verb])]
    return [*title(block.title), *([md.table(head, rows)] if rows else [])]


def _node(node: Node, phrases: MarkdownPhrases) -> str:
    if node.link is None:
        return md.escaped(node.text)
    return phrases.link(PageLink(node.text, node.link.uri, node.link.anchor))


def bars(block: Bars, phrases: MarkdownPhrases) -> list[str]:
    """Return shares as a table."""
    notes = any(said for _label, _amount, said in block.rows)
    rows = [
        [md.escaped(label), f"{amount:,}", *([phrases.inline(said)] if notes else [])]
        for label, amount, said in block.rows
    ]
    head = ["", md.escaped(block.unit), *([""] if notes else [])]
    return [*title(block.title), md.table(head, rows, (False, True))]


def treemap(block: Treemap, phrases: MarkdownPhrases) -> list[str]:
    """Return a map as a list of its boxes."""
    entries = list(_tiles(block.tiles, phrases, block.unit, ""))
    return [*title(block.title), *([md.items(entries)] if entries else [])]


def _tiles(
    tiles: Sequence[Tile], phrases: MarkdownPhrases, unit: str, indent: str
) -> Iterator[str]:
    for tile in tiles:
        text = md.escaped(tile.text)
        if tile.link is not None:
            text = phrases.link(PageLink(tile.text, tile.link.uri, tile.link.anchor))
        said = f", {md.escaped(tile.said)}" if tile.said else ""
        yield f"{indent}{md.item([f'{text}: {tile.amount:,} {md.escaped(unit)}{said}'])}"
        yield from _tiles(tile.children, phrases, unit, f"{indent}    ")


def timeline(block: Timeline, _phrases: MarkdownPhrases) -> list[str]:
    """Return amounts by month as a table of those months that have any."""
    rows = [[md.escaped(month), f"{amount:,}"] for month, amount in block.rows if amount]
    head = ["Month", md.escaped(block.unit)]
    return [*title(block.title), *([md.table(head, rows, (False, True))] if rows else [])]
