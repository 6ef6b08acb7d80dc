"""Lists of what is registered below a folder: in tables that are written out, and by decorators."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.insight.statistics import CODE_ROLES, TEST_ROLES
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Paragraph, Typed
from mkdocs_repodoc.model.facts import DispatchTable
from mkdocs_repodoc.model.kinds import CALLABLES
from mkdocs_repodoc.model.linked_symbols import (
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.paths import common_folder
from mkdocs_repodoc.text.english import count

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
    """Yield the tables most of whose values are functions or classes of the repository."""
    tables = list(file.outline.facts_of(DispatchTable))
    if not tables:
        return
    callables = {
        (each.line, context.repository.symbol(each.symbol).name.rpartition(".")[2])
        for each in context.file_links(file.path).references
        if not each.symbol.is_file and context.repository.symbol(each.symbol).kind in CALLABLES
    }
    positions = {symbol.name: index for index, symbol in enumerate(file.outline.symbols)}
    for table in tables:
        named = [(each.line, each.value.rpartition(".")[2]) for each in table.entries]
        if 2 * sum(each in callables for each in named) > len(named) and table.name in positions:
            ref = SymbolRef(file.path, positions[table.name])
            items = [_entry(file.path, each.key, each.value) for each in table.entries]
            head = (page_links.to_symbol(context, ref), f": {count(len(items), 'entry')}")
            yield Paragraph(head), Items(tuple(items), shown=caps.REGISTERED_UNFOLDED)


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
            yield head, Items(items, shown=caps.REGISTERED_UNFOLDED)


def _decorated(context: PageContext, use: Use) -> SymbolRef | None:
    """Return the definition above which a decorator stands; those of tests don't count."""
    file = context.repository.files[use.path]
    if file.role in TEST_ROLES:
        return None
    for position, symbol in enumerate(file.outline.symbols):
        if symbol.decorators and symbol.line <= use.line <= symbol.name_line:
            return SymbolRef(use.path, position)
    return None
