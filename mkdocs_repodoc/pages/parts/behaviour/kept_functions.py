"""Sentences on calls by a name under which functions are kept, each for a command as a rule."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.flows.named_handlers import KeptFunction
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext


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
