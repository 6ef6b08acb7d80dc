"""The lines on which a function calls another, by the circumstances of the calls."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import sentence_caps
from mkdocs_repodoc.pages.parts.behaviour import circumstances
from mkdocs_repodoc.text.enclosing_blocks import BlockHead


def by_circumstances(context: PageContext, caller: SymbolRef, callee: Callee) -> Sequence[Callee]:
    """Return a callee once for each function, condition or loop that its calls stand in.

    Args:
        context: Where the file's text is found.
        caller: The function that calls.
        callee: What it calls, with all the lines.

    Returns:
        The callee with the lines of each, in source order.
    """
    if not callee.again:
        return (callee,)
    name = split_name(context.repository.symbol(callee.symbol).name)[1]
    groups: dict[tuple[BlockHead, ...], list[int]] = {}
    for line in (callee.line, *callee.again):
        heads = circumstances.blocks_around(context, caller, line, name)
        around = tuple(each._replace(line=0) for each in heads)
        if around in groups or len(groups) < sentence_caps.CIRCUMSTANCES:
            groups.setdefault(around, []).append(line)
    return [callee._replace(line=lines[0], again=tuple(lines[1:])) for lines in groups.values()]
