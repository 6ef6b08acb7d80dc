"""The symbols of a family of languages by their names, where each declaration stands for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.model.kinds import FUNCTIONS, TYPES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline

TYPE_KINDS = TYPES | {Kind.PROTOCOL, Kind.TRAIT, Kind.TYPE_ALIAS}
"""Kinds of symbols that are named where a type is expected."""


class NamedSymbol(NamedTuple):
    """A symbol of the repository, and what tells who may name it."""

    symbol: SymbolRef
    kind: Kind
    labels: frozenset[str]
    head: str

    def meaning(self) -> Meaning:
        """Return the symbol as what a name means.

        Of functions something inherited may be called the same, and take other arguments.
        """
        return Meaning(self.symbol, exact=self.kind not in FUNCTIONS)


class DeclaredSymbols:
    """All symbols by their names.

    Args:
        outlines: Path → outline of the files of the family.

    Attributes:
        named: Name with dots → the symbols of that name.
        simple: Last part of a name → the symbols with it.
    """

    def __init__(self, outlines: Mapping[str, FileOutline]) -> None:
        self.named: dict[str, list[NamedSymbol]] = {}
        self.simple: dict[str, list[NamedSymbol]] = {}
        for path, outline in outlines.items():
            for position, symbol in enumerate(outline.symbols):
                ref = SymbolRef(path, position)
                head = symbol.signature if symbol.kind in TYPE_KINDS else ""
                one = NamedSymbol(ref, symbol.kind, frozenset(symbol.labels), head)
                self.named.setdefault(symbol.name, []).append(one)
                self.simple.setdefault(symbol.name.rpartition(".")[2], []).append(one)

    def owners(self, name: str) -> list[NamedSymbol]:
        """Return the types that a name with dots may mean."""
        return [one for one in self.named.get(name, ()) if one.kind in TYPE_KINDS]

    def members(self, path: str, owner: str, name: str) -> list[NamedSymbol]:
        """Return the members of a type, wherever these are declared.

        Args:
            path: The file that names one. Of several types of a name it means its own.
            owner: Name with dots of the type.
            name: Simple name of the member.
        """
        found = self.named.get(f"{owner}.{name}", [])
        homes = {one.symbol.path for one in self.owners(owner)}
        if path in homes and len(homes) > 1:
            return [one for one in found if one.symbol.path == path]
        return found


def around(name: str) -> Iterator[str]:
    """Yield a name with dots and the beginnings of it, from the inside to the outside."""
    while name:
        yield name
        name = name.rpartition(".")[0]
