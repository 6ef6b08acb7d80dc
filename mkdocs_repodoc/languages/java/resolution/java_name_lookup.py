"""Simple names of Java: fields, methods and classes around, and members that imports take."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.java.resolution.java_member_lookup import Denotation, MemberLookup
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class NameLookup:
    """Finds what simple names mean, from the inside to the outside.

    Args:
        lookup: Finds members.
    """

    def __init__(self, lookup: MemberLookup) -> None:
        self._lookup = lookup
        self._files = lookup.files
        self._types = lookup.types
        self._members = lookup.members

    def simple(self, path: str, scope: int, name: str) -> Denotation | None:
        """Return what a simple name means: a field, else a type, else a package."""
        exact = True
        for around in self._types.enclosing(SymbolRef(path, scope)):
            found = self._members.field(self.own_type(around), name)
            if found is not None:
                return Denotation(*found, exact)
            exact = exact and self._types.is_known(around)
        if (static := self._imported_member(path, name, None)) is not None:
            return static._replace(exact=static.exact and exact)
        kind = self._types.find(path, scope, (name,))
        if kind is not None:
            return Denotation(kind.symbol, ClassType(kind.symbol), kind.exact, is_type=True)
        return self._lookup.package(name)

    def own_type(self, symbol: SymbolRef) -> ClassType:
        """Return the type that a class has in its own body."""
        return ClassType(symbol, self._types.variables(symbol))

    def _imported_member(
        self, path: str, name: str, arguments: Sequence[ClassType | None] | None
    ) -> Denotation | None:
        """Return a static member that a file imports: a method if there are arguments."""
        imports = self._files.file(path).outline.imports
        for wanted in (name, "*"):
            for item in imports:
                if item.name != wanted:
                    continue
                owner = self._types.qualified(path, item.module.split("."))
                if owner is None:
                    continue
                kind = ClassType(owner.symbol)
                if arguments is not None:
                    found = self._lookup.method_of(path, kind, name, arguments)
                    if found is not None:
                        return found
                elif (field := self._members.field(kind, name)) is not None:
                    return Denotation(*field, owner.exact)
        return None

    def static_import(self, path: str, names: Sequence[str]) -> Denotation | None:
        """Return the member that a static import names; none of several overloads."""
        owner = self._types.qualified(path, names[:-1])
        if owner is None:
            return None
        inner = self._types.member_class(owner.symbol, names[-1])
        if inner is not None:
            return Denotation(inner, ClassType(inner), owner.exact, is_type=True)
        kind = ClassType(owner.symbol)
        if (field := self._members.field(kind, names[-1])) is not None:
            return Denotation(*field, owner.exact)
        methods = self._members.seen_from(path, self._members.methods(kind, names[-1]))
        return Denotation(methods[0].symbol, None, owner.exact) if len(methods) == 1 else None

    def method_around(
        self, path: str, scope: int, name: str, given: Sequence[ClassType | None]
    ) -> Denotation | None:
        """Return the method that a call without a receiver means.

        Args:
            path: The file.
            scope: Number of the class in which the call stands.
            name: Of the method.
            given: The types of the arguments.
        """
        exact = True
        for around in self._types.enclosing(SymbolRef(path, scope)):
            if self._members.declares(around, name):
                return None
            kind = self.own_type(around)
            if self._members.methods(kind, name):
                found = self._lookup.method_of(path, kind, name, given)
                return found._replace(exact=found.exact and exact) if found is not None else None
            exact = exact and self._types.is_known(around)
        found = self._imported_member(path, name, given)
        return found._replace(exact=found.exact and exact) if found is not None else None
