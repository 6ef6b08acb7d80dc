"""The types of a file that hold settings, by their names."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.kinds import HELD, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_around
from mkdocs_repodoc.model.repository import RepoFile

_SETTINGS = re.compile(r"(?:Settings|Config|Configuration|Options|Opts)$")
_REPORTED = re.compile(r"[vV]ersion$")
"""Field that reports something of a program; nobody sets it."""
_LEAST_FIELDS = 2
_LAST = re.compile(r"\w+$")


def names_settings(name: str) -> bool:
    """Tell whether a type's name says that it holds settings."""
    return _SETTINGS.search(name) is not None


def settings_types(file: RepoFile) -> list[tuple[SymbolRef, tuple[SymbolRef, ...]]]:
    """Return the public types that are named or derived as settings are, with their fields."""
    wanted: dict[str, int] = {}
    fields: dict[str, list[SymbolRef]] = {}
    for position, symbol in enumerate(file.outline.symbols):
        last = _LAST.search(symbol.name)
        owner = name_around(symbol.name, last[0]) if last else ""
        named = (symbol.name, *symbol.bases)
        if symbol.kind in NOUNS and symbol.public and any(map(_SETTINGS.search, named)):
            wanted.setdefault(symbol.name, position)
        elif (
            owner in wanted
            and symbol.kind in HELD
            and symbol.public
            and not _REPORTED.search(symbol.name)
        ):
            fields.setdefault(owner, []).append(SymbolRef(file.path, position))
    return [
        (SymbolRef(file.path, wanted[name]), tuple(found))
        for name, found in fields.items()
        if len(found) >= _LEAST_FIELDS
    ]
