"""The documentation of an object as a snippet: what its own page says of it, and its members."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mkdocs_repodoc.model.blocks import Block, SymbolBlock
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.file.overview_section import purpose_blocks
from mkdocs_repodoc.pages.file.structure_section import member_table, symbol_block
from mkdocs_repodoc.pages.parts.file_view import FileView

_LAST_LEVEL = 6


def object_blocks(
    view: FileView, ref: SymbolRef, level: int, *, members: bool, facts: bool
) -> tuple[Block, ...]:
    """Return the documentation of a symbol, or of a file.

    Args:
        view: The file that defines it, or that it is.
        ref: The symbol.
        level: Level of its heading; members have deeper ones.
        members: Whether its public members follow.
        facts: Whether bases, users and the like are said of each symbol.
    """
    blocks: list[Block] = []
    if ref.is_file:
        blocks += purpose_blocks(view)
        if members:
            _add_members(view, None, level, facts=facts, blocks=blocks)
        return tuple(blocks)
    own = _section(view, ref.position, level, facts=facts)
    blocks.append(msgspec.structs.replace(own, name=view.outline.symbols[ref.position].name))
    if members and not view.is_function(ref.position):
        _add_members(view, ref.position, level + 1, facts=facts, blocks=blocks)
    return tuple(blocks)


def _add_members(
    view: FileView, outer: int | None, level: int, *, facts: bool, blocks: list[Block]
) -> None:
    """Add what is public inside a symbol (`None`: the file): small things first, as a table.

    Nesting is as deep as the source's, which may be deeper than Python's stack.
    """
    rows, sections = _public_members(view, outer)
    if rows:
        blocks.append(member_table(view, outer, rows))
    waiting = [(position, level) for position in reversed(sections)]
    while waiting:
        position, depth = waiting.pop()
        blocks.append(_section(view, position, depth, facts=facts))
        if view.is_function(position):
            continue  # its inside is its own business
        rows, sections = _public_members(view, position)
        if rows:
            blocks.append(member_table(view, position, rows))
        waiting += [(inner, depth + 1) for inner in reversed(sections)]


def _public_members(view: FileView, outer: int | None) -> tuple[list[int], list[int]]:
    """Return the public members that are rows of a table, and those with sections."""
    symbols = view.outline.symbols
    public = [each for each in view.tree.children.get(outer, ()) if symbols[each].public]
    rows = [each for each in public if view.is_row(each)]
    return rows, _without(public, rows)


def _without(positions: Sequence[int], others: Sequence[int]) -> list[int]:
    left_out = frozenset(others)
    return [each for each in positions if each not in left_out]


def _section(view: FileView, position: int, level: int, *, facts: bool) -> SymbolBlock:
    """Return the section of a symbol, without what scripts of its own page add to it."""
    block = symbol_block(view, position, min(level, _LAST_LEVEL))
    return msgspec.structs.replace(
        block, calls=(), has_calls=False, facts=block.facts if facts else ()
    )
