"""Pages as the statements that they make, for a judgement by hand.

A statement is what can be true or false by itself: a sentence, an entry of a list, a row of a
table, a fact about a symbol, an arrow of a diagram. Text that stands in the repository itself
(documents, docstrings, source) is none: the site only repeats it, and an outline of signatures
does no more. Neither is what only leads on (the stop before and after, the neighbours of a file,
the index of a page's keywords), nor the words that announce a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.model.blocks import (
    Bars,
    Block,
    Diagram,
    Facts,
    Fold,
    Inline,
    Item,
    Items,
    Keywords,
    Note,
    PageBody,
    PageLink,
    Paragraph,
    Phrase,
    Prose,
    Sample,
    Strip,
    SymbolBlock,
    Table,
    Timeline,
    WebLink,
)
from mkdocs_repodoc.model.sections import CROSS_REFERENCES, FILE_INFORMATION, KEYWORD_MAP
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.rendering.renderer import RenderedPage


class Statement(NamedTuple):
    """What a page says in one go."""

    section: str
    """Title of the section, or of the fact; statements of the same are alike."""
    text: str


_COMMANDS = frozenset({"bash", "console", "shell"})
"""Languages of samples that are commands to run."""
_WAYS = frozenset(name.title for name in (CROSS_REFERENCES, FILE_INFORMATION, KEYWORD_MAP)) | {
    "By Initial",
    "Keywords by File",
    "Keywords of Subfolders",
    "On the tour",
}
"""Sections, and facts on symbols, that are ways on."""
_WRITTEN = frozenset({"Name", "Kind", "Type and value", "Line"})
"""Columns of tables that only repeat what a file has, with the line where it has it."""
_WAY_WORDS = frozenset({"←", "→", "Previous:", "Next:"})
_decode = msgspec.json.Decoder(list[Statement]).decode


class StatementRenderer:
    """An output format: the statements of a page as JSON."""

    name = "statements"

    def render(self, _plan: PagePlan, body: PageBody, _queries: RepositoryQueries) -> RenderedPage:
        """Return the statements of a page; `read` takes them apart."""
        return RenderedPage(msgspec.json.encode(list(_of_page(body))).decode(), ())


def read(page: RenderedPage) -> list[Statement]:
    """Return the statements of a rendered page."""
    return _decode(page.content)


def _of_page(body: PageBody) -> Iterator[Statement]:
    yield from _of_blocks("opening", body.lead)
    for section in body.sections:
        if section.title not in _WAYS:
            yield from _of_blocks(section.title, section.blocks)


def _of_blocks(section: str, blocks: Iterable[Block]) -> Iterator[Statement]:
    for block in blocks:
        if isinstance(block, Fold):
            yield from _of_blocks(f"{section} / {block.title}", block.blocks)
        elif isinstance(block, SymbolBlock):
            for label, phrase in block.facts:
                if label in _WAYS:
                    continue
                yield Statement(label, f"{block.qualified_name}: {label}: {_text(phrase)}")
            for call in block.calls:
                yield Statement("Call", f"{block.qualified_name}: {_text(call.title)}")
        elif isinstance(block, Keywords):
            yield from (Statement("Keywords", text) for text in _texts(block))
        else:
            yield from (Statement(section, text) for text in _texts(block) if text)


@singledispatch
def _texts(_block: Block) -> Iterator[str]:
    """Yield what a block that contains no others says; none of what only repeats a file."""
    return iter(())


@_texts.register
def _(block: Paragraph | Note) -> Iterator[str]:
    said = _own(block.phrase)
    if not _leads_on(block.phrase) and not said.endswith(":"):
        yield said


@_texts.register
def _(block: Facts) -> Iterator[str]:
    return (f"{label}: {_own(phrase)}" for label, phrase in block.rows if _own(phrase))


@_texts.register
def _(block: Items) -> Iterator[str]:
    before = f"{block.title}: " if block.title else ""
    return (f"{before}{text}" for item in block.items for text in _entries(item) if text)


@_texts.register
def _(block: Table) -> Iterator[str]:
    before = f"{block.caption}: " if block.caption else ""
    only_repeats = {column.title for column in block.columns} <= _WRITTEN
    for row in () if only_repeats else block.rows:
        cells = (
            f"{column.title}: {_text(cell)}".removeprefix(": ")
            for column, cell in zip(block.columns, row, strict=True)
            if cell
        )
        yield before + " | ".join(cells)


@_texts.register
def _(block: Sample) -> Iterator[str]:
    if block.language in _COMMANDS:
        yield f"{_text(block.title)} $ {block.text}".strip()


@_texts.register
def _(block: Strip) -> Iterator[str]:
    return (_own(item) for item in block.items if not _leads_on(item))


@_texts.register
def _(block: Bars) -> Iterator[str]:
    return (
        f"{block.title}: {label}: {amount} {block.unit}; {_text(phrase)}"
        for label, amount, phrase in block.rows
    )


@_texts.register
def _(block: Timeline) -> Iterator[str]:
    """A chart is one statement, whatever number of bars it has."""
    rows = "; ".join(f"{month}: {count}" for month, count in block.rows)
    yield f"{block.title}: {rows} {block.unit}"


@_texts.register
def _(block: Diagram) -> Iterator[str]:
    names = {node.key: node.text for node in block.nodes}
    for edge in block.edges:
        verb = edge.text or block.relation
        weight = f" ({edge.weight})" if edge.weight > 1 else ""
        yield f"{names[edge.source]} {verb} {names[edge.target]}{weight}"


@_texts.register
def _(block: Keywords) -> Iterator[str]:
    for entry in block.entries:
        line = entry.line.text if entry.line else ""
        uses = f", uses: {entry.uses}" if entry.uses is not None else ""
        yield f"{entry.name.text}: {entry.kind} {line}{uses}"


def _entries(item: Item) -> Iterator[str]:
    if not (item.children and _own(item.phrase).isdigit()):  # a status that its places explain
        yield _own(item.phrase)
    for child in item.children:
        yield from (f"{_own(item.phrase)} / {text}" for text in _entries(child))


def _leads_on(phrase: Phrase) -> bool:
    """Whether a phrase is a name that is a link, a link out, or the way to another stop."""
    links = [part for part in phrase if isinstance(part, PageLink | WebLink)]
    words = {word for part in phrase if isinstance(part, str) for word in part.split()}
    if len(links) != 1 or words - _WAY_WORDS:
        return False
    (link,) = links
    return bool(words) or isinstance(link, WebLink) or link.code or link.text == "All stops"


def _own(phrase: Phrase) -> str:
    """Return the text of a phrase; none if all of it is the repository's."""
    return "" if all(isinstance(part, Prose) for part in phrase) else _text(phrase)


def _text(phrase: Phrase) -> str:
    return "".join(map(_part, phrase)).strip()


def _part(part: Inline) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, PageLink):
        return f"[{part.text}]"
    return " ".join(part.text.split())
