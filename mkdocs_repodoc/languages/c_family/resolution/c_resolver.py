"""Follows what analysis left of an identifier of C to the declaration that it means.

The identifiers of a file are found before, in analysis: `c_file_finder` begins there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.c_family.resolution import c_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.translation_units import TranslationUnits
from mkdocs_repodoc.languages.resolution.denotation import TypedDenotation
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

_NAMED_TYPES = frozenset((Kind.TYPEDEF, Kind.TYPE_ALIAS, Kind.STRUCT, Kind.UNION, Kind.ENUM))


class Type(NamedTuple):
    """The type of a value, or of what it points to.

    Attributes:
        path: The file of a struct or union; empty for a function.
        owner: The qualified name that its members have in front of theirs.
        returned: What a function returns; `None` if that is not known.
        exact: Whether no other type may be meant.
    """

    path: str = ""
    owner: str = ""
    returned: Type | None = None
    exact: bool = True


Denotation = TypedDenotation[Type]
"""What an identifier or expression means."""


class Resolver:
    """Follows targets through the files of a repository.

    Args:
        units: The files.
    """

    def __init__(self, units: TranslationUnits) -> None:
        self.units = units
        self._memo = RecursiveMemo()

    def denote(self, path: str, target: Target) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""
        question = ("target", path, target)
        return self._memo.get(question, lambda: self._denote(path, target), None)

    def look_up(self, path: str, name: str) -> SymbolRef | None:
        """Return the type that a word in a signature or in documentation means."""
        found = self.units.ordinary(path, name, _NAMED_TYPES) or self.units.tag(path, name)
        return found.symbol if found is not None else None

    def _denote(self, path: str, target: Target) -> Denotation | None:
        match target.base:
            case "global" if target.names[0] == terms.MACRO:
                return self._of_found(self.units.ordinary(path, target.names[1], (Kind.MACRO,)))
            case "global":
                unusual = target.of is not None
                found = self._of_found(self.units.ordinary(path, target.names[0], unusual=unusual))
                if found is not None and target.also and self._may_be_macro(path, target.also[0]):
                    found = found._replace(exact=False)
                names = target.names[1:]
            case "type":
                return self._of_found(self.units.tag(path, target.names[0]))
            case "instance":
                found, names = self._value(self.type_of(path, target.of)), target.names
            case "call" if target.of is not None:
                called = self.denote(path, target.of)
                kind = called.type if called is not None else None
                returned = kind.returned if kind is not None else None
                found, names = self._value(returned), target.names
            case _:
                return None
        return self._members(path, found, names)

    def _may_be_macro(self, path: str, called: Target) -> bool:
        """Whether what is called may be a macro: known to be one, or unknown and in capitals."""
        found = self.denote(path, called)
        if found is None or found.symbol is None:
            return called.base == "global" and called.names[-1].isupper()
        return self.units.symbol(found.symbol).kind == Kind.MACRO

    def _value(self, kind: Type | None) -> Denotation | None:
        return Denotation(None, kind, kind.exact) if kind is not None else None

    # Types

    def type_of(self, path: str, term: Target | None) -> Type | None:
        """Return the type that a type's term means in a file; `None` if it is not known."""
        if term is None:
            return None
        match term.base:
            case "own":
                return Type(path, term.names[0])
            case "returning":
                return Type(returned=self.type_of(path, term.of))
            case "type":
                return self._struct(self.units.tag(path, term.names[0]))
            case "global":
                found = self.units.ordinary(path, term.names[0], _NAMED_TYPES)
                return self._named_type(found) if found is not None else None
        return None

    def _named_type(self, found: Meaning) -> Type | None:
        if self.units.symbol(found.symbol).kind not in (Kind.TYPEDEF, Kind.TYPE_ALIAS):
            return self._struct(found)
        kind = self._declared_type(found.symbol)
        return kind._replace(exact=kind.exact and found.exact) if kind is not None else None

    def _struct(self, found: Meaning | None) -> Type | None:
        if found is None:
            return None
        owner = self.units.symbol(found.symbol).name
        return Type(found.symbol.path, owner, exact=found.exact)

    def _declared_type(self, symbol: SymbolRef) -> Type | None:
        """Return the type with which a symbol is declared; for a typedef the one that it names."""
        question = ("declared", symbol)
        return self._memo.get(question, lambda: self._read_type(symbol), None)

    def _read_type(self, symbol: SymbolRef) -> Type | None:
        types = self.units.files[symbol.path].types
        term = next(
            (
                term
                for position, term in types
                if position == symbol.position and term.base != "unknown"
            ),
            None,
        )
        return self.type_of(symbol.path, term)

    # Names

    def _of_found(self, found: Meaning | None) -> Denotation | None:
        if found is None:
            return None
        return Denotation(found.symbol, self._declared_type(found.symbol), found.exact)

    def _members(
        self, path: str, found: Denotation | None, names: Sequence[str]
    ) -> Denotation | None:
        for number, name in enumerate(names, start=1):
            if found is None or found.type is None or not found.type.owner:
                return None
            following = self._member(found.type, name, exact=found.exact)
            if following is None and number == len(names):  # a macro may stand for the member
                macro = self.units.ordinary(path, name, (Kind.MACRO,))
                return Denotation(macro.symbol, None, macro.exact) if macro is not None else None
            found = following
        return found

    def _member(self, kind: Type, name: str, *, exact: bool) -> Denotation | None:
        positions = self.units.positions(kind.path).get(f"{kind.owner}.{name}", ())
        if not positions:
            return None
        symbol = SymbolRef(kind.path, positions[0])
        exact = exact and kind.exact and len(positions) == 1
        declared = self._declared_type(symbol)
        return Denotation(symbol, declared, exact)
