"""Functions that a package offers and that take what the constructor of an inner type takes."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.public_api import public_api


def offered_names(view: BookView) -> dict[SymbolRef, str]:
    """Return what the software's packages offer, with the names under which they do."""
    files = view.context.repository.files
    return {
        entry.symbol: entry.name
        for path in sorted(view.context.insight.code, reverse=True)
        if files[path].role == "package"
        for entry in public_api(FileView(view.context, path))
        if entry.symbol is not None and not entry.symbol.is_file
    }


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
