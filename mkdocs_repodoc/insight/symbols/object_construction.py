"""Constructors: the members of a type that run when a value of it is made."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import CALLING, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile


def is_constructor(file: RepoFile, symbol: Symbol) -> bool:
    """Tell whether a symbol of a file runs when a value of the type around it is made."""
    if symbol.kind == Kind.CONSTRUCTOR:
        return True
    names = language_named(file.source.language).constructors
    return symbol.kind in CALLING and bool(names) and split_name(symbol.name)[1] in names


def constructors_by_owner(file: RepoFile) -> Mapping[int, tuple[int, ...]]:
    """Return the position of each type of a file → those of its own constructors, as defined.

    Overloads without a body are none: what they declare is defined beside them.
    """
    symbols = file.outline.symbols
    positions = {symbol.name: position for position, symbol in enumerate(symbols)}
    found: dict[int, tuple[int, ...]] = {}
    for position, symbol in enumerate(symbols):
        if "overload" not in symbol.labels and is_constructor(file, symbol):
            owner = positions.get(split_name(symbol.name)[0])
            if owner is not None:
                found[owner] = (*found.get(owner, ()), position)
    return found
