"""Members of C#'s types, their own and inherited ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms as terms
from mkdocs_repodoc.languages.c_sharp.resolution import dotnet_types
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file import TYPES
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_lookup import TypeLookup
from mkdocs_repodoc.languages.c_sharp.resolution.overloads.c_sharp_conversions import Conversions
from mkdocs_repodoc.languages.c_sharp.resolution.overloads.c_sharp_overloads import (
    Method,
    MethodChoice,
)
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_terms import VARIABLE
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_PLAIN = frozenset((Kind.FIELD, Kind.CONSTANT, Kind.PROPERTY, Kind.ENUMERATOR))
_METHODS = frozenset((Kind.METHOD, Kind.FUNCTION))
_OPEN = frozenset(("public", "protected", "internal"))
_ALL_PUBLIC = frozenset((Kind.INTERFACE, Kind.ENUM, Kind.NAMESPACE))
INDEXER = "this[]"


class Plain(NamedTuple):
    """A field, property, event or constant as a member of a type."""

    symbol: SymbolRef
    type: ClassType | None


class MemberLookup:
    """Finds members of types.

    Args:
        lookup: Finds types, and what they inherit.
    """

    def __init__(self, lookup: TypeLookup) -> None:
        self.types = lookup
        self.files = lookup.files
        self.conversions = Conversions(lookup, self.function, self._function_arity)
        self.overloads = MethodChoice(self.conversions)

    # What a type declares

    def declared(self, kind: ClassType, name: str) -> Iterator[tuple[SymbolRef, types.Arguments]]:
        """Yield a type's own members of a name, and what stands for its parameters in each."""
        if kind.symbol is None:
            return
        for part in self.files.declared(kind.symbol).parts:
            file = self.files.files[part.path]
            positions = file.members.get(part.position, {}).get(name, ())
            for position in positions:
                yield SymbolRef(part.path, position), self.types.put_for(kind, part)

    def _entry(self, symbol: SymbolRef) -> Target | None:
        return self.files.files[symbol.path].values.get(symbol.position)

    def _flags(self, symbol: SymbolRef) -> Sequence[str]:
        entry = self._entry(symbol)
        return entry.names[0].split(",") if entry is not None and entry.names else ()

    def is_accessible(self, symbol: SymbolRef, path: str, scope: int) -> bool:
        """Whether what stands in a symbol of a file may name a member."""
        member = self.files.symbol(symbol)
        if not _OPEN.isdisjoint(member.labels):
            return True
        file = self.files.files[symbol.path]
        owner = file.owners[symbol.position]
        if owner == FILE_SCOPE or (
            file.symbol(owner).kind in _ALL_PUBLIC and "private" not in member.labels
        ):
            return True
        around = self.files.declared(SymbolRef(symbol.path, owner)).symbol
        here = self.files.files[path]
        return any(
            self.files.declared(SymbolRef(path, each)).symbol == around
            for each in here.enclosing(scope)
            if here.symbol(each).kind in TYPES
        )

    def plain(self, symbol: SymbolRef, put: types.Arguments) -> Plain:
        """Return what a field, property or the like is."""
        entry = self._entry(symbol)
        of = entry.of if entry is not None else None
        return Plain(symbol, types.put_in(self.types.type_of(symbol.path, of), put))

    def method(self, symbol: SymbolRef, put: types.Arguments) -> Method | None:
        """Return a method with what stands for the parameters of its type."""
        entry = self._entry(symbol)
        if entry is None or entry.base != "returning":
            return None
        own, *parameters = entry.also
        path = symbol.path
        variables = (self.types.type_of(path, one) for one in own.also)
        return Method(
            symbol=symbol,
            parameters=tuple(
                types.put_in(self.types.type_of(path, one), put) for one in parameters
            ),
            names=entry.names[2:],
            returned=types.put_in(self.types.type_of(path, entry.of), put),
            own=tuple(str(one.head) for one in variables if one is not None),
            required=entry.number(1),
            is_variable=VARIABLE in entry.names[0].split(","),
        )

    # Members with what is inherited

    def find(
        self, kind: ClassType, name: str, path: str, scope: int
    ) -> Plain | SymbolRef | list[Method] | None:
        """Return what a type has under a name, its own or inherited.

        Args:
            kind: The type.
            name: Of the member.
            path: The file that names it.
            scope: Position of the symbol in which it is named.

        Returns:
            A field or the like, a type, or methods; `None` if there is no such member.
        """
        methods: list[Method] = []
        for one in self.types.chain(kind):
            for symbol, put in self.declared(one, name):
                member = self.files.symbol(symbol).kind
                if terms.EXPLICIT in self._flags(symbol):
                    continue
                if not self.is_accessible(symbol, path, scope):
                    continue
                if member in _METHODS:
                    self._add(methods, self.method(symbol, put))
                elif not methods and member in _PLAIN:
                    return self.plain(symbol, put)
                elif not methods and member in TYPES:
                    return self.files.declared(symbol).symbol
        return methods or None

    @staticmethod
    def _add(methods: list[Method], method: Method | None) -> None:
        """Add a method, if none that is nearer has the same parameters."""
        if method is None:
            return
        heads = [_head(one) for one in method.parameters]
        if not any(
            heads == [_head(one) for one in other.parameters] and len(other.own) == len(method.own)
            for other in methods
        ):
            methods.append(method)

    def constructors(self, kind: ClassType, path: str, scope: int) -> list[Method]:
        """Return the constructors that a type declares."""
        if kind.symbol is None:
            return []
        name = self.files.files[kind.symbol.path].simple_name(kind.symbol.position)
        found = [
            self.method(symbol, put)
            for symbol, put in self.declared(kind, name)
            if self.files.symbol(symbol).kind == Kind.CONSTRUCTOR
            and "static" not in self.files.symbol(symbol).labels
            and self.is_accessible(symbol, path, scope)
        ]
        return [one for one in found if one is not None]

    def indexers(self, kind: ClassType) -> list[Method]:
        """Return the indexers of a type."""
        found: list[Method] = []
        for one in self.types.chain(kind):
            for symbol, put in self.declared(one, INDEXER):
                if terms.EXPLICIT not in self._flags(symbol):
                    self._add(found, self.method(symbol, put))
        return found

    # Delegates

    def delegate(self, kind: ClassType | None) -> Method | None:
        """Return the signature of a delegate that the repository declares."""
        if kind is None or kind.symbol is None or self.types.kind(kind.symbol) != Kind.DELEGATE:
            return None
        return self.method(kind.symbol, self.types.put_for(kind))

    def function(
        self, kind: ClassType | None
    ) -> tuple[tuple[ClassType | None, ...], ClassType | None] | None:
        """Return the parameters of any delegate, and what it returns; `None` for other types."""
        method = self.delegate(kind)
        if method is not None:
            return method.parameters, method.returned
        return dotnet_types.function(kind)

    def _function_arity(self, kind: ClassType) -> int | None:
        found = self.function(kind)
        if found is not None:
            return len(found[0])
        if not kind.is_foreign:
            return -1
        return -1 if dotnet_types.is_no_function(kind) else None


def _head(kind: ClassType | None) -> object:
    """Return what tells a parameter's type from others, whatever its type variables are called."""
    if kind is None:
        return None
    if kind.is_variable:
        return "?"
    return (kind.head, *(_head(one) for one in kind.arguments))
