"""A line that calls whatever was registered before, in a flow: the functions that this may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.flow_prose import link_to
from mkdocs_repodoc.pages.parts.behaviour import circumstances
from mkdocs_repodoc.pages.parts.behaviour.told_lines import ToldLine
from mkdocs_repodoc.pages.parts.formatting import joined


def registered_told(
    view: BookView,
    caller: SymbolRef,
    callees: Sequence[Callee],
    onward: Callable[[SymbolRef], Phrase],
) -> Iterator[ToldLine]:
    """Yield the lines of a function that call what was registered, the callees on one line each.

    Args:
        view: The repository.
        caller: The function.
        callees: Functions that were registered, in the order of the lines.
        onward: Function → what leads on to the step that tells it, or nothing.
    """
    for (line, registrar), group in groupby(callees, key=lambda each: (each.line, each.registrar)):
        if registrar is None:
            continue
        heads = tuple(circumstances.blocks_around(view.context, caller, line))
        found = [(link_to(view, each.symbol), *onward(each.symbol)) for each in group]
        start: Phrase = (": uses what was registered with ", link_to(view, registrar))
        yield ToldLine(line, (*start, ", such as ", *joined(found, last=" and ")), heads)
