"""Types whose own words stand in the chapter on the key abstractions, and are not repeated."""

from __future__ import annotations

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import book_caps


def told_types(context: PageContext) -> frozenset[SymbolRef]:
    """Return the key abstractions and the types that are listed behind them."""
    found = context.abstractions
    return frozenset((*found.symbols, *found.others[: book_caps.OTHER_TYPES]))
