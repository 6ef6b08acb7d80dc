"""Members of Kotlin's types: properties, functions, and what extends them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_repodoc.languages.kotlin.resolution.kotlin_files import (
    LIBRARY_PACKAGES,
    KotlinFiles,
    is_of_companion,
)
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_functions import Function, read_parameters
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import TypeLookup
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Target

FUNCTION, PROPERTY = "returning", "own"


class ClassMembers:
    """Finds members of types, and what a file sees at its top.

    Args:
        lookup: Finds what classes inherit.
    """

    def __init__(self, lookup: TypeLookup) -> None:
        self._types = lookup
        self._files: KotlinFiles = lookup.files
        self._functions: dict[tuple[ClassType, str, bool], Sequence[Function]] = {}
        self._declared: dict[SymbolRef, Function] = {}

    # Members

    def own(
        self, kind: ClassType, name: str, base: str, *, of_companion: bool
    ) -> Iterator[tuple[SymbolRef, Target]]:
        """Yield what a class itself declares and that extends nothing."""
        symbol = kind.symbol
        if symbol is None:
            return
        file = self._files.file(symbol.path)
        for position in file.own(symbol.position, name, base):
            entry = file.entries[position]
            is_own = entry.also[1] == UNKNOWN and name != "constructor"
            if is_own and is_of_companion(entry) == of_companion:
                yield SymbolRef(symbol.path, position), entry

    def property(
        self, kind: ClassType, name: str, *, of_companion: bool = False
    ) -> tuple[SymbolRef, ClassType] | None:
        """Return a property of a type, and the type that it is declared in."""
        for number, one in enumerate(self._types.all_above(kind)):
            for symbol, _ in self.own(one, name, PROPERTY, of_companion=of_companion):
                if not (number and self._files.has_label(symbol, "private")):
                    return symbol, one
        return None

    def functions(
        self, kind: ClassType, name: str, *, of_companion: bool = False
    ) -> Sequence[Function]:
        """Return the functions of a type with a name; what another one overrides is left out."""
        question = (kind, name, of_companion)
        known = self._functions.get(question)
        if known is None:
            known = self._functions[question] = self._find_functions(kind, name, of_companion)
        return known

    def _find_functions(
        self,
        kind: ClassType,
        name: str,
        of_companion: bool,
    ) -> Sequence[Function]:
        found: list[Function] = []
        seen: set[tuple[object, ...]] = set()
        for number, one in enumerate(self._types.all_above(kind)):
            put = self._types.put_for(one)
            for symbol, _ in self.own(one, name, FUNCTION, of_companion=of_companion):
                if number and self._files.has_label(symbol, "private"):
                    continue
                function = self.function(symbol, put)
                signature = tuple(erased_head(each.kind) for each in function.taken)
                if signature not in seen:
                    seen.add(signature)
                    found.append(function)
        return found

    def function(self, symbol: SymbolRef, put: types.Arguments | None = None) -> Function:
        """Return a function with what stands for the type variables of its class."""
        found = self._declared.get(symbol)
        if found is None:
            entry = self._files.file(symbol.path).entries[symbol.position]
            found = self._declared[symbol] = self._as_declared(symbol, entry)
        return _with_put(found, put)

    def _as_declared(self, symbol: SymbolRef, entry: Target) -> Function:
        variables, receiver, *kinds = entry.also
        path = symbol.path
        read = [self._types.type_of(path, one) for one in kinds]
        own = tuple(self._types.type_of(path, one) for one in variables.also)
        return Function(
            symbol,
            tuple(read_parameters(entry.names[2:], read)),
            self._types.type_of(path, receiver) if receiver != UNKNOWN else None,
            entry.of,
            (),
            own,
        )

    def constructors(self, kind: ClassType) -> list[Function]:
        """Return the constructors of a class, the primary one first; what they make is a value."""
        symbol = kind.symbol
        if symbol is None:
            return []
        file = self._files.file(symbol.path)
        own = self._types.variables(symbol)
        primary = file.constructors.get(symbol.position)
        found: list[Function] = []
        secondary = file.own(symbol.position, "constructor", FUNCTION)
        if primary is not None and (len(primary.names) > 2 or not secondary):  # noqa: PLR2004 - it has parameters
            found.append(self._as_declared(symbol, primary)._replace(own_variables=own))
        for position in secondary:
            one = self.function(SymbolRef(symbol.path, position))
            found.append(one._replace(own_variables=own))
        return found

    # What extends a type

    def extension(self, symbol: SymbolRef) -> ClassType | None:
        """Return the type that a declaration extends; `None` for no such."""
        entry = self._files.entry(symbol)
        if entry is None or entry.base == "types" or entry.also[1] == UNKNOWN:
            return None
        return self._types.type_of(symbol.path, entry.also[1])

    def is_extension(self, symbol: SymbolRef) -> bool:
        """Whether a declaration extends a type."""
        entry = self._files.entry(symbol)
        return entry is not None and entry.base != "types" and entry.also[1] != UNKNOWN

    def member_extensions(self, kind: ClassType, name: str, base: str) -> Iterator[SymbolRef]:
        """Yield what a type declares that extends others."""
        for one in self._types.all_above(kind):
            if one.symbol is None:
                continue
            file = self._files.file(one.symbol.path)
            for position in file.own(one.symbol.position, name, base):
                if file.entries[position].also[1] != UNKNOWN:
                    yield SymbolRef(file.path, position)

    # The top of files

    def levels(self, path: str, name: str, base: str) -> Iterator[list[SymbolRef]]:
        """Yield what a file sees under a name, level by level: imports, package, whole packages."""
        file = self._files.file(path)
        yield list(self.imported(path, file.imports.get(name, ()), base))
        yield self._files.declared(file.package, name, base, path)
        whole = file.imports.get("*", ())
        yield [
            *(one for package in whole for one in self._files.declared(package, name, base, path)),
            *self.imported(path, [f"{package}.{name}" for package in whole], base, classes=True),
        ]
        yield [
            one
            for package in LIBRARY_PACKAGES
            for one in self._files.declared(package, name, base, path)
        ]

    def imported(
        self, path: str, fulls: Iterable[str], base: str, *, classes: bool = False
    ) -> Iterator[SymbolRef]:
        """Yield what full names mean: of packages, or of objects and companions."""
        for full in fulls:
            package, _, name = full.rpartition(".")
            if not classes:
                yield from self._files.declared(package, name, base, path)
            owner = self._types.qualified(path, package.split(".")) if package else None
            if owner is None:
                continue
            file = self._files.file(owner.symbol.path)
            for position in file.own(owner.symbol.position, name, base):
                yield SymbolRef(file.path, position)

    def symbol(self, symbol: SymbolRef) -> Symbol:
        """Return a symbol."""
        return self._files.file(symbol.path).symbol(symbol.position)


def _with_put(function: Function, put: types.Arguments | None) -> Function:
    if not put:
        return function
    return function._replace(
        taken=tuple(one._replace(kind=types.put_in(one.kind, put)) for one in function.taken),
        receiver=types.put_in(function.receiver, put),
        put=tuple(put.items()),
    )


def erased_head(kind: ClassType | None) -> object:
    """Return what tells the erasure of a parameter's type from others."""
    found = types.erased(kind)
    return found.head if found is not None else "Any"
