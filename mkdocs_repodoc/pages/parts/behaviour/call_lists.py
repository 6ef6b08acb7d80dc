"""The calls of a function: a fact where they are few, else a list of them by file.

Helpers, which many functions call, stand behind what is the function's own business.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.model.blocks import Item, Items, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import count

_HELPER_USERS = 8
"""Other files that use a function from which on it is a helper."""


def call_rows(context: PageContext, caller: SymbolRef) -> list[tuple[str, Phrase]]:
    """Return the fact on what a function calls; of much it only counts, `call_lists` has it all."""
    called = _called(context, caller)
    if not called:
        return []
    if len(called) <= caps.CALLEES_IN_FACTS:
        links = [
            page_links.to_symbol(
                context,
                each.symbol,
                text=_name(context, each) if each.symbol.path == caller.path else "",
            )
            for each in called
        ]
        return [("Calls", joined(links))]
    files = len({each.symbol.path for each in called})
    return [("Calls", (f"{count(len(called), 'function')} in {count(files, 'file')}",))]


def call_lists(context: PageContext, caller: SymbolRef) -> tuple[Items, ...]:
    """Return the folded list of what a function calls, by file, if that is too much for a fact."""
    called = _called(context, caller)
    if len(called) <= caps.CALLEES_IN_FACTS:
        return ()
    files: dict[str, list[Callee]] = {}
    for each in called:
        files.setdefault(each.symbol.path, []).append(each)
    items = [Item(_file(context, caller, path, files[path])) for path in files]
    name = context.repository.symbol(caller).bare_name
    return (Items(tuple(items), shown=caps.CALLED_FILES_UNFOLDED, title=f"What {name} calls"),)


def _file(context: PageContext, caller: SymbolRef, path: str, called: Sequence[Callee]) -> Phrase:
    """One file: its name, and the functions in it with the lines that call them."""
    name: Phrase = ("this file: ",)
    if path != caller.path:
        name = (page_links.to_file(context, path), ": ")
    parts: list[Phrase] = []
    for each in called[: caps.CALLEES_PER_FILE]:
        line = page_links.to_line(context, caller.path, each.line, text=str(each.line))
        parts.append(
            (page_links.to_symbol(context, each.symbol, text=_name(context, each)), " ", line)
        )
    return (*name, *capped(parts, len(called) - len(parts)))


def _called(context: PageContext, caller: SymbolRef) -> list[Callee]:
    """Return what a function calls, in source order, helpers last."""
    calls = context.statistics.calls
    found = calls.callees(caller) if calls.is_callable(caller) else ()
    uses = context.repository.links.uses
    return sorted(
        (each for each in found if each.called),
        key=lambda each: uses.file_count(each.symbol) >= _HELPER_USERS,
    )


def _name(context: PageContext, callee: Callee) -> str:
    """Return the name of a function within its file."""
    return context.repository.symbol(callee.symbol).bare_name
