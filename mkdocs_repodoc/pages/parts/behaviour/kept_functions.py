"""Sentences on calls by a name under which functions are kept, each for a command as a rule."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.flows.calls.field_functions import KeptFunction
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.paths import name_of

_OTHERS = 2
"""Further functions that a field may hold, which are named."""


def before_name(context: PageContext, caller: SymbolRef, line: int, chosen: SymbolRef) -> Phrase:
    """Return what stands before the name of one of the functions that a line may call.

    Args:
        context: Where flows are known.
        caller: The function that the line stands in.
        line: Its number.
        chosen: The function that is named behind it.

    Returns:
        The words; empty where the line calls the function itself.
    """
    kept = _kept(context, caller, line, chosen)
    if not kept:
        return ()
    command = next(each.command for each in kept if each.symbol == chosen)
    number = f", one of {len(kept)}" if len(kept) > 1 else ""
    case: Phrase = ("; for the command ", Code(command), " it is ") if command else ()
    last = case or (", such as " if number else ": ",)
    return ("calls the function set as ", Code(kept[0].name), number, *last)


def behind_name(context: PageContext, caller: SymbolRef, line: int, chosen: SymbolRef) -> Phrase:
    """Return what stands behind the name of one of the functions that a field may hold.

    Args:
        context: Where flows are known.
        caller: The function that the line stands in.
        line: Its number.
        chosen: The function that is named before it.

    Returns:
        Where it is set, and the weightiest others; empty where each runs for a command.
    """
    kept = _kept(context, caller, line, chosen)
    own = next((each for each in kept if each.symbol == chosen), None)
    if own is None or len(kept) == 1 or any(each.command for each in kept):
        return ()
    at = page_links.to_line(context, own.path, own.line, text=f"{name_of(own.path)}:{own.line}")
    outlook = context.flow_finder.outlook
    others = nlargest(
        _OTHERS,
        [each.symbol for each in kept if each.symbol != chosen],
        key=lambda each: (outlook(each), each),
    )
    distinct = context.insight.namesakes.distinct_name
    links = [page_links.to_symbol(context, each, text=distinct(each)) for each in others]
    return (" (set at ", at, "; others are ", *joined(links, last=" and "), ")")


def behind_line(context: PageContext, caller: SymbolRef, line: int, chosen: SymbolRef) -> Phrase:
    """Return what stands behind the line at which one of several functions is called.

    Args:
        context: Where flows are known.
        caller: The function that the line stands in.
        line: Its number.
        chosen: The function that is told of.

    Returns:
        The words; empty where the line calls the function itself.
    """
    kept = _kept(context, caller, line, chosen)
    if not kept:
        return ()
    command = next(each.command for each in kept if each.symbol == chosen)
    name = Code(kept[0].name)
    case: Phrase = (": this one for the command ", Code(command)) if command else ()
    others = len(kept) - 1
    other = f"one of {others} other functions" if others > 1 else "another function"
    rest: Phrase = ("; ", name, " may also be ", other) if others else ()
    return (", which calls the function set as ", name, *case, *rest)


def _kept(
    context: PageContext, caller: SymbolRef, line: int, chosen: SymbolRef
) -> Sequence[KeptFunction]:
    """Return the functions that are kept under the name by which a line may call one of them."""
    found = [each for at, each in context.flow_finder.handlers.of(caller) if at == line]
    name = next((each.name for each in found if each.symbol == chosen), "")
    return [each for each in found if each.name == name]
