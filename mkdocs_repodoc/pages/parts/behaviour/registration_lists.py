"""Lists of what is registered below a folder: in tables that are written out, and by decorators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Paragraph, Typed
from mkdocs_repodoc.model.facts import DispatchTable
from mkdocs_repodoc.model.kinds import CALLABLES, GLOBALS, Kind
from mkdocs_repodoc.model.linked_symbols import (
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.paths import common_folder
from mkdocs_repodoc.text.english import count

_SEPARATOR = re.compile(r"[^\w$]+")
_REGISTRY = "registry"
"""The rule that finds functions which put what they are given into a table."""


def registration_blocks(context: PageContext, folder: str) -> tuple[Block, ...]:
    """Return in full what the code below a folder registers for others to call.

    Nothing is told of a folder that has all of it in one subfolder, whose page says it; the root
    has everything.
    """
    found: list[tuple[str, tuple[Block, ...]]] = []
    for path in context.statistics.below(folder):
        file = context.repository.files[path]
        if file.role in CODE_ROLES and file.role != "stub" and not file.source.origin:
            found += ((path, blocks) for blocks in _tables(context, file))
            found += ((path, blocks) for blocks in _decorators(context, file))
    if not found or (folder and common_folder([path for path, _ in found]) != folder):
        return ()
    return tuple(block for _, blocks in found for block in blocks)


def _tables(context: PageContext, file: RepoFile) -> Iterator[tuple[Block, ...]]:
    """Yield the tables most of whose values are functions or classes of the repository.

    What calls register may be kept in variables, too.
    """
    tables = list(file.outline.facts_of(DispatchTable))
    if not tables:
        return
    linked = _linked(context, file)
    for table in tables:
        kinds = (linked.get((each.line, _last(each.value))) for each in table.entries)
        counted = [
            kind in CALLABLES or (table.form == "calls" and kind in GLOBALS) for kind in kinds
        ]
        if 2 * sum(counted) > len(counted) and (head := _head(context, file, table)):
            items = [_entry(file.path, each.key, each.value) for each in table.entries]
            said = f"{head.verb}: {count(len(items), 'entry')}"
            paragraph = Paragraph((head.link, said))
            yield paragraph, Items(tuple(items), shown=operation_caps.REGISTERED_UNFOLDED)


def _linked(context: PageContext, file: RepoFile) -> dict[tuple[int, str], Kind]:
    """Return the kinds of what a file names or defines, by line and last part of the name."""
    found = {(symbol.name_line, _last(symbol.name)): symbol.kind for symbol in file.outline.symbols}
    for each in context.file_links(file.path).references:
        if not each.symbol.is_file:
            symbol = context.repository.symbol(each.symbol)
            found[each.line, _last(symbol.name)] = symbol.kind
    return found


def _last(name: str) -> str:
    """Return the last part of a name, whatever stands between its parts."""
    return _SEPARATOR.split(name)[-1]


class _Head(NamedTuple):
    """The subject of a table's heading, and what it does; nothing where it only holds entries."""

    link: Inline
    verb: str


def _head(context: PageContext, file: RepoFile, table: DispatchTable) -> _Head | None:
    """Return what a table is called; `None` if nothing on the page tells it from others."""
    symbols = file.outline.symbols
    if table.form == "choice":
        around = [
            (symbol.line, position)
            for position, symbol in enumerate(symbols)
            if symbol.kind in CALLABLES and symbol.line <= table.line <= symbol.end_line
        ]
        ref = SymbolRef(file.path, max(around)[1]) if around else None
        return _Head(page_links.to_symbol(context, ref), " calls one of them") if ref else None
    named = (position for position, symbol in enumerate(symbols) if symbol.name == table.name)
    position = next(named, None)
    if position is not None:
        link: Inline = page_links.to_symbol(context, SymbolRef(file.path, position))
        return _Head(link, " registers" if table.form == "calls" else "")
    if table.form == "calls":
        link = page_links.to_line(context, file.path, table.line, text=f"{file.path}:{table.line}")
        return _Head(link, f" registers with {table.name}")
    return None


def _entry(path: str, key: str, value: str) -> Item:
    shown: list[Inline] = [Code(key), " → "] if key else []
    return Item((*shown, Typed(value, path, form="value")))


def _decorators(context: PageContext, file: RepoFile) -> Iterator[tuple[Block, ...]]:
    """Yield the functions of a file that register what they decorate, and what that is."""
    names = {each.symbol for each in file.outline.findings if each.rule == _REGISTRY}
    for position, symbol in enumerate(file.outline.symbols):
        if symbol.name not in names or symbol.kind not in CALLABLES:
            continue
        ref = SymbolRef(file.path, position)
        decorated = [
            found
            for use in context.repository.links.uses.of(ref)
            if use.kind == "decorator" and (found := _decorated(context, use)) is not None
        ]
        if decorated:
            items = tuple(Item((page_links.to_symbol(context, each),)) for each in decorated)
            said = f" registers what it decorates: {count(len(items), 'definition')}"
            head = Paragraph((page_links.to_symbol(context, ref), said))
            yield head, Items(items, shown=operation_caps.REGISTERED_UNFOLDED)


def _decorated(context: PageContext, use: Use) -> SymbolRef | None:
    """Return the definition above which a decorator stands; those of tests don't count."""
    file = context.repository.files[use.path]
    if file.role in TEST_ROLES:
        return None
    for position, symbol in enumerate(file.outline.symbols):
        if symbol.decorators and symbol.line <= use.line <= symbol.name_line:
            return SymbolRef(use.path, position)
    return None
