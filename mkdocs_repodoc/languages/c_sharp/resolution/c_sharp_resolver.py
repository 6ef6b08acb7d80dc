"""Follows what analysis left of an identifier to the declaration that it means.

The identifiers of a file are found before, in analysis: `c_sharp_file_finder` begins there.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.c_sharp.resolution import dotnet_types
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_call_lookup import NamedCall
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_element_lookup import (
    ElementLookup,
    a_value,
)
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file import TYPES
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_files import CSharpFiles
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_name_lookup import Denotation
from mkdocs_repodoc.languages.c_sharp.resolution.overloads.c_sharp_overloads import Argument
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.languages.resolution.value_terms import CALLED
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


class Resolver(ElementLookup):
    """Follows targets through the namespaces of a repository.

    Args:
        files: Its files.
    """

    def __init__(self, files: CSharpFiles) -> None:
        super().__init__(files)
        self._memo = RecursiveMemo()

    def denote(self, path: str, target: Target) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""
        question = (path, target)
        return self._memo.get(question, lambda: self._denote(path, target), None)

    def _denote(self, path: str, target: Target) -> Denotation | None:  # noqa: C901, PLR0911, PLR0912 - one for each term
        match target.base:
            case "global" if target.names[0] == "any":
                return self.names.simple(path, target.number(1), *target.names[2:])
            case "global":
                return self._type(path, target)
            case "symbol":
                return self._symbol(path, target)
            case "type" if target.names == ("of",):
                return a_value(self._type_of_value(path, target.of))
            case "own" | "many" | "tuple" | "type":
                return Denotation(None, self.types.type_of(path, target), is_type=True)
            case "instance":
                return a_value(self._type_of(path, target.of))
            case "self" | "super":
                return self._around(path, target)
            case "member":
                return self._member(path, target)
            case "call":
                return self._call(path, target)
            case "element":
                return self._element(path, target)
            case "item":
                return self._indexed(path, target)
            case "await":
                kind = self._type_of_value(path, target.of)
                return a_value(dotnet_types.awaited(kind), exact=False)
            case "returning":
                returned = self._type_of_value(path, target.of)
                return a_value(ClassType(types.FUNCTION, (returned,), target.number(0)))
            case "pairs":
                kinds = tuple(self._type_of_value(path, one) for one in target.also)
                return a_value(ClassType("()", kinds), exact=False)
            case "slice":
                return self._component(path, target)
            case "either":
                return self._either(path, target)
        return None

    def _type(self, path: str, target: Target) -> Denotation | None:
        found = self.names.as_type(self.types.named(path, target))
        if found is None:
            kind = self.types.type_of(path, target)
            return Denotation(None, kind, is_type=True) if kind is not None else None
        if found.symbol is None:
            return found
        return found._replace(type=self.types.type_of(path, target))

    def _symbol(self, path: str, target: Target) -> Denotation | None:
        """Return a type of the file, or a local function."""
        symbol = SymbolRef(path, target.position)
        if self.types.kind(symbol) in TYPES:
            return Denotation(symbol, self.types.type_of(path, target), is_type=True)
        method = self.members.method(symbol, {})
        if method is None:
            return None
        function = ClassType(types.FUNCTION, (method.returned,), len(method.parameters))
        return Denotation(symbol, function, method=method)

    def _type_of(self, path: str, term: Target | None) -> ClassType | None:
        """Return the type that a term stands for, or that a value in it has."""
        if term is None:
            return None
        if term.base == "type" and term.names == ("of",):
            return self._type_of_value(path, term.of)
        if term.base == "many" and term.of is not None and term.of.names == ("of",):
            return ClassType(types.ARRAY, (self._type_of(path, term.of),))
        return self.types.type_of(path, term)

    # Members

    def _around(self, path: str, target: Target) -> Denotation | None:
        """Return `this` or `base` as a value."""
        kind = self.names.own_type(path, target.number(0))
        if kind is None or target.base == "self":
            return a_value(kind)
        return a_value(next(iter(self.types.chain(kind)[1:]), None))

    def _member(self, path: str, target: Target) -> Denotation | None:
        if CALLED in target.names[1:2]:
            return self._method(path, target)
        owner = self.denote(path, target.of) if target.of is not None else None
        if owner is None:
            return None
        return self.names.member(owner, target.names[0], path, target.number(1))

    def _method(self, path: str, target: Target) -> Denotation | None:
        """Return the method that a call means."""
        call = self._as_call(path, target)
        if target.of is None:
            return self.names.call_around(call)
        owner = self.denote(path, target.of)
        return self.names.call_on(owner, call) if owner is not None else None

    def _as_call(self, path: str, target: Target) -> NamedCall:
        name, scope, stated, passed = target.names[0], *map(target.number, (2, 3, 4))
        if not target.also:
            return NamedCall(name, path, scope, [None] * stated, [Argument(None)] * passed)
        kinds = [self._type_of(path, one) for one in target.also[:stated]]
        return NamedCall(name, path, scope, kinds, self._given(path, target.also[stated:]))

    # Values that calls and loops give

    def _call(self, path: str, target: Target) -> Denotation | None:
        called = self.denote(path, target.of) if target.of is not None else None
        if target.names[:1] == ("new",):
            return self._constructor(path, target, called)
        if called is None:
            return None
        if target.names == ("invoke",):
            return self._invoked(called)
        return a_value(called.type, exact=False)

    def _invoked(self, called: Denotation) -> Denotation | None:
        """Return what calling a value gives: a delegate, or a local function."""
        kind = called.type
        if kind is not None and kind.head == types.FUNCTION:
            return a_value(kind.first, exact=False)
        function = self.members.function(kind)
        return a_value(function[1], exact=False) if function is not None else None

    def _constructor(self, path: str, target: Target, made: Denotation | None) -> Denotation | None:
        """Return the constructor that `new`, `this(…)` or `base(…)` calls."""
        if made is None or made.type is None or made.type.symbol is None or target.of is None:
            return None
        scope = self._scope_of(path, made.type.symbol)
        methods = self.members.constructors(made.type, path, scope)
        if not methods:
            return None if target.of.base in ("self", "super") else made
        count = target.number(1)
        given = self._given(path, target.also) if target.also else [Argument(None)] * count
        chosen = self.members.overloads.choose(methods, given)
        if chosen is None:
            return None if count else Denotation(None, made.type, made.exact)
        method, exact = chosen
        return Denotation(method.symbol, made.type, made.exact and exact, method=method)

    def _scope_of(self, path: str, symbol: SymbolRef) -> int:
        """Return a symbol of a file from which a type's private members are seen, if it may be."""
        parts = self.files.declared(symbol).parts
        return next((one.position for one in parts if one.path == path), FILE_SCOPE)

    def _either(self, path: str, target: Target) -> Denotation | None:
        """Return one of two values, of which one may be `null`, or the other's base."""
        if target.names == ("?",):
            return Denotation(None, self.types.type_of(path, target), is_type=True)
        kinds = [self._type_of_value(path, one) for one in target.also]
        if target.names:
            return a_value(_sum(kinds), exact=False)
        known = [one for one in kinds if one is not None and one.head != types.NULL]
        if None in kinds or not known:
            return None
        for kind in known:
            if all(self._is_a(other, kind) for other in known):
                return a_value(kind, exact=False)
        return None

    def _is_a(self, one: ClassType, other: ClassType) -> bool:
        if one.head == other.head:
            return True
        return one.symbol is not None and other.symbol in self.types.lineage(one.symbol)


def _sum(kinds: Sequence[ClassType | None]) -> ClassType | None:
    """Return the type of a sum: a text if one part is, else the number that all parts are."""
    if ClassType("string") in kinds:
        return ClassType("string")
    first = kinds[0] if kinds else None
    return first if all(one == first for one in kinds) else None
