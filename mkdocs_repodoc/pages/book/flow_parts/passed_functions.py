"""A list of functions that a function passes on, in a flow: all of them, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.model.blocks import Item, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.flow_prose import link_to
from mkdocs_repodoc.pages.book.sentences import quoted
from mkdocs_repodoc.pages.parts import summaries
from mkdocs_repodoc.pages.parts.behaviour import circumstances
from mkdocs_repodoc.pages.parts.behaviour.told_lines import ToldLine


def passed_told(
    view: BookView,
    caller: SymbolRef,
    passed: Sequence[Callee],
    onward: Callable[[SymbolRef], Phrase],
) -> ToldLine:
    """Return a list of functions as one line, each function below it.

    Args:
        view: The repository.
        caller: The function that passes them.
        passed: The functions, in the order of the list.
        onward: Function → what leads on to the step that tells it, or nothing.
    """
    items = []
    for each in passed:
        step = onward(each.symbol)
        words = () if step else summaries.of_symbol(view.context, each.symbol)
        said = (": ", *quoted(words)) if words else ()
        items.append(Item((link_to(view, each.symbol), *step, *said)))
    heads = tuple(circumstances.blocks_around(view.context, caller, passed[0].line))
    text = f": passes {len(passed)} functions as values, in this order"
    return ToldLine(passed[0].line, (text,), heads, tuple(items))
