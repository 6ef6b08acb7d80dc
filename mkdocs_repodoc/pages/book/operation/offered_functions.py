"""Functions that a package offers and that take what the constructor of an inner type takes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from mkdocs_repodoc.model.blocks import Block, Item, Items
from mkdocs_repodoc.model.kinds import FUNCTIONS, TYPES, VALUES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.public_api import public_api
from mkdocs_repodoc.text.english import and_more, shortened

OFFERED_TITLE = "What the package offers, with its defaults"
_MADE = re.compile(r"(?::[^=]*)?\s*= [a-zA-Z_][\w.]*\(.")
"""A value that a call with arguments makes."""
_LEAST = 2
"""Parameters with defaults."""
_LONGEST = 170


def offered_names(view: BookView) -> dict[SymbolRef, str]:
    """Return what the software's packages offer, with the names under which they do."""
    files = view.context.repository.files
    return {
        entry.symbol: entry.name
        for path in sorted(view.context.insight.code, reverse=True)
        if files[path].role == "package" and not files[path].source.origin
        for entry in public_api(FileView(view.context, path))
        if entry.symbol is not None and not entry.symbol.is_file
        if not files[entry.symbol.path].source.origin
    }


def offered_defaults(view: BookView, told: Collection[SymbolRef]) -> tuple[Block, ...]:
    """Return what the packages offer and can be called with less than all, with its defaults.

    Args:
        view: The repository.
        told: Functions and constructors whose parameters have a table.
    """
    items: list[Item] = []
    for ref, name in offered_names(view).items():
        symbol = view.context.repository.symbol(ref)
        if symbol.kind in FUNCTIONS:
            maker = _implementation(view, ref)
        elif symbol.kind in TYPES:
            makers = view.context.statistics.calls.constructors(ref)
            maker = makers[0] if makers else ref
        elif symbol.kind in VALUES and _MADE.match(symbol.signature):
            said = shortened(f"{name}{symbol.signature}", _LONGEST)
            items.append(Item((page_links.to_symbol(view.context, ref, text=said),)))
            continue
        else:
            continue
        if maker not in told and len(tuple(_defaulted(view, maker))) >= _LEAST:
            signature = view.context.repository.symbol(maker).signature
            said = shortened(f"{name}{signature}", _LONGEST)
            items.append(Item((page_links.to_symbol(view.context, maker, text=said),)))
    most = operation_caps.BOOK_OFFERED
    if more := and_more(len(items) - most, "name"):
        items = [*items[:most], Item((more,))]
    return (Items(tuple(items), title=OFFERED_TITLE),) if items else ()


def taking_function(
    view: BookView, offered: dict[SymbolRef, str], kind: SymbolRef, maker: SymbolRef
) -> tuple[str, SymbolRef] | None:
    """Return the offered function that takes most of what a constructor takes, with its name.

    Args:
        view: The repository.
        offered: What packages offer, with the names.
        kind: The type; where it is offered itself, one calls its constructor.
        maker: The constructor.
    """
    wanted = set(_defaulted(view, maker))
    if kind in offered or not wanted:
        return None
    for ref, name in offered.items():
        if view.context.repository.symbol(ref).kind in FUNCTIONS:
            whole = _implementation(view, ref)
            if 4 * len(wanted.intersection(_defaulted(view, whole))) >= 3 * len(wanted):
                return name, whole
    return None


def _implementation(view: BookView, ref: SymbolRef) -> SymbolRef:
    """Return the last definition of a function's name, which is what its overloads stand for."""
    symbols = view.context.repository.files[ref.path].outline.symbols
    name = symbols[ref.position].name
    last = max(number for number, symbol in enumerate(symbols) if symbol.name == name)
    return SymbolRef(ref.path, last)


def _defaulted(view: BookView, ref: SymbolRef) -> Iterator[str]:
    found = view.context.detail(ref.path).symbols[ref.position].parameters
    return (each.name for each in found if each.default)
