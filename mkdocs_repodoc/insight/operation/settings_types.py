"""The types of a file that hold settings, by their names."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.kinds import HELD, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_around
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile

_SETTINGS = re.compile(r"(?:Settings|Config|Configuration|Options|Opts|[a-z]RC)$")
_REPORTED = re.compile(r"[vV]ersion$")
"""Field that reports something of a program; nobody sets it."""
_LEAST_FIELDS = 2
_LAST = re.compile(r"\w+$")


def names_settings(name: str) -> bool:
    """Tell whether a type's name says that it holds settings."""
    return _SETTINGS.search(name) is not None


def is_read_from_file(symbol: Symbol) -> bool:
    """Tell whether a type is one whose values are read from a file, as its attributes say."""
    return any("Deserialize" in each for each in symbol.decorators)


def settings_types(file: RepoFile) -> list[tuple[SymbolRef, tuple[SymbolRef, ...]]]:
    """Return the types that are named or derived as settings are, with their fields.

    They are public, or there to be read from a file.
    """
    wanted: dict[str, int] = {}
    fields: dict[str, list[SymbolRef]] = {}
    for position, symbol in enumerate(file.outline.symbols):
        last = _LAST.search(symbol.name)
        owner = name_around(symbol.name, last[0]) if last else ""
        named = (symbol.name, *symbol.bases)
        is_told = symbol.public or is_read_from_file(symbol)
        if symbol.kind in NOUNS and is_told and any(map(_SETTINGS.search, named)):
            wanted.setdefault(symbol.name, position)
        elif (
            owner in wanted
            and symbol.kind in HELD
            and not symbol.is_computed
            and (symbol.public or is_read_from_file(file.outline.symbols[wanted[owner]]))
            and not _REPORTED.search(symbol.name)
        ):
            fields.setdefault(owner, []).append(SymbolRef(file.path, position))
    return [
        (SymbolRef(file.path, wanted[name]), tuple(found))
        for name, found in fields.items()
        if len(found) >= _LEAST_FIELDS or is_read_from_file(file.outline.symbols[wanted[name]])
    ]
