"""Simple names and members of C#, and the declarations that they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms as terms
from mkdocs_repodoc.languages.c_sharp.resolution import dotnet_types
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file import TYPES
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_member_lookup import MemberLookup, Plain
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_namespace_lookup import Named
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_lookup import TypeLookup
from mkdocs_repodoc.languages.c_sharp.resolution.overloads.c_sharp_overloads import Method
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE


class Denotation(NamedTuple):
    """What an identifier or expression means.

    Attributes:
        symbol: The declaration; `None` for a value without a name.
        type: The type of its value, or the type that it is; `None` if that is not known.
        exact: Whether names and declared types decide.
        is_type: Whether it is a type.
        namespace: The namespace that it is.
        method: The method, whose type is what it returns.
        receiver: What an extension method is called on.
        put: What stands for the method's own type parameters.
    """

    symbol: SymbolRef | None
    type: ClassType | None
    exact: bool = True
    is_type: bool = False
    namespace: str = ""
    method: Method | None = None
    receiver: ClassType | None = None
    put: types.Arguments = {}  # noqa: RUF012 - no instance's own; nobody changes it


class NameLookup:
    """Finds what names mean, from the inside to the outside.

    Args:
        lookup: Finds types.
        members: Finds members.
    """

    def __init__(self, lookup: TypeLookup, members: MemberLookup) -> None:
        self._types = lookup
        self._members = members
        self._files = lookup.files

    def own_type(self, path: str, scope: int) -> ClassType | None:
        """Return the type around a symbol, as its own body has it."""
        around = next(self.types_around(path, scope), None)
        return ClassType(around, self._types.variables(around)) if around is not None else None

    def types_around(self, path: str, scope: int) -> Iterator[SymbolRef]:
        """Yield the types around a symbol, the innermost first."""
        file = self._files.files[path]
        for position in file.enclosing(scope):
            if file.symbol(position).kind in TYPES:
                yield self._files.declared(SymbolRef(path, position)).symbol

    def as_type(self, found: Named) -> Denotation | None:
        """Return a type or namespace as what a name means."""
        if found.type is not None:
            symbol, exact = found.type
            return Denotation(symbol, ClassType(symbol), exact, is_type=True)
        if found.namespace:
            return Denotation(None, None, is_type=True, namespace=found.namespace)
        return None

    # Simple names

    def simple(self, path: str, scope: int, name: str, member: str = "") -> Denotation | None:
        """Return what a simple name means: a member of a type around, a type or a namespace.

        Args:
            path: The file that names it.
            scope: Position of the symbol in which it is named.
            name: The name.
            member: What is looked up on it.
        """
        exact = True
        plain_name, arity = terms.split_arity(name)
        for around in self.types_around(path, scope):
            kind = ClassType(around, self._types.variables(around))
            found = self._members.find(kind, plain_name, path, scope)
            if isinstance(found, Plain) and (
                arity or self._is_its_type(path, scope, found, name, member)
            ):
                break
            if found is not None and not isinstance(found, SymbolRef):
                denoted = self._as_member(found)
                return denoted and denoted._replace(exact=exact and denoted.exact)
            if isinstance(found, SymbolRef):
                break
            exact = exact and self._types.is_known(around)
        named = self.as_type(self._types.find(path, scope, (name,)))
        return named or self._static(path, plain_name)

    def _is_its_type(self, path: str, scope: int, found: Plain, name: str, member: str) -> bool:
        """Whether a name that a property shares with its type means the type before a member."""
        if not member or found.type is None or found.type.symbol is None:
            return False
        symbol = found.type.symbol
        if self._files.files[symbol.path].simple_name(symbol.position) != name:
            return False
        inner = self._members.find(found.type, member, path, scope)
        if isinstance(inner, list):
            return all("static" in self._files.symbol(one.symbol).labels for one in inner)
        if isinstance(inner, Plain):
            inside = self._files.symbol(inner.symbol)
            return inside.kind in (Kind.ENUMERATOR, Kind.CONSTANT) or "static" in inside.labels
        return inner is not None

    def _as_member(self, found: Plain | list[Method]) -> Denotation | None:
        if isinstance(found, Plain):
            return Denotation(found.symbol, found.type)
        if len(found) != 1:
            return None
        method = found[0]
        function = ClassType(types.FUNCTION, (method.returned,), len(method.parameters))
        return Denotation(method.symbol, function, method=method)

    def _static(self, path: str, name: str) -> Denotation | None:
        """Return a static member that a directive brings in."""
        for kind in self.static_usings(path):
            found = self._members.find(kind, name, path, FILE_SCOPE)
            if found is not None and not isinstance(found, SymbolRef):
                return self._as_member(found)
        return None

    def static_usings(self, path: str) -> Iterator[ClassType]:
        """Yield the types whose static members the directives of a file bring in."""
        for level in self._files.files[path].usings.keys() | {FILE_SCOPE}:
            for source, item in self._types.usings(path, level):
                if item.name:
                    found = self._types.target_of(source, item).type
                    if found is not None:
                        yield ClassType(found.symbol)

    # Members

    def member(self, owner: Denotation, name: str, path: str, scope: int) -> Denotation | None:
        """Return a member of a value, type or namespace."""
        if owner.is_type and (owner.namespace or owner.symbol is not None):
            outer = Named(None, owner.namespace)
            if owner.symbol is not None and owner.type is not None:
                return self._static_member(owner, name, path, scope)
            return self.as_type(self._types.inside(path, outer, name))
        kind = types.erased(owner.type)
        if kind is None:
            return None
        found = self._members.find(kind, terms.split_arity(name)[0], path, scope)
        if isinstance(found, SymbolRef):
            return None
        if found is None:
            value = dotnet_types.property_of(kind, name)
            return Denotation(None, value, exact=False) if value is not None else None
        denoted = self._as_member(found)
        return denoted and denoted._replace(exact=owner.exact)

    def _static_member(
        self, owner: Denotation, name: str, path: str, scope: int
    ) -> Denotation | None:
        if owner.type is None or owner.symbol is None:
            return None
        found = self._members.find(owner.type, terms.split_arity(name)[0], path, scope)
        if found is None or isinstance(found, SymbolRef):
            inner = self._types.member_type(owner.symbol, name)
            return Denotation(inner, ClassType(inner), owner.exact, is_type=True) if inner else None
        denoted = self._as_member(found)
        return denoted and denoted._replace(exact=owner.exact)
