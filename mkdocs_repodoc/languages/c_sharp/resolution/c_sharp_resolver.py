"""Follows what analysis left of an identifier to the declaration that it means."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.c_sharp.resolution import dotnet_types
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_call_lookup import CallLookup, NamedCall
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file import TYPES
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_files import CSharpFiles
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_member_lookup import MemberLookup
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_name_lookup import Denotation
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_overloads import Argument
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_lookup import TypeLookup
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.languages.resolution.value_terms import CALLED
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


class Resolver:
    """Follows targets through the namespaces of a repository.

    Args:
        files: Its files.
    """

    def __init__(self, files: CSharpFiles) -> None:
        self.files = files
        self.types = TypeLookup(files)
        self.members = MemberLookup(self.types)
        self.names = CallLookup(self.types, self.members)
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
                return _a_value(self._type_of_value(path, target.of))
            case "own" | "many" | "tuple" | "type":
                return Denotation(None, self.types.type_of(path, target), is_type=True)
            case "instance":
                return _a_value(self._type_of(path, target.of))
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
                return _a_value(dotnet_types.awaited(kind), exact=False)
            case "returning":
                returned = self._type_of_value(path, target.of)
                return _a_value(ClassType(types.FUNCTION, (returned,), target.number(0)))
            case "pairs":
                kinds = tuple(self._type_of_value(path, one) for one in target.also)
                return _a_value(ClassType("()", kinds), exact=False)
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

    def _type_of_value(self, path: str, term: Target | None) -> ClassType | None:
        found = self.denote(path, term) if term is not None else None
        return found.type if found is not None and not found.is_type else None

    # Members

    def _around(self, path: str, target: Target) -> Denotation | None:
        """Return `this` or `base` as a value."""
        kind = self.names.own_type(path, target.number(0))
        if kind is None or target.base == "self":
            return _a_value(kind)
        return _a_value(next(iter(self.types.chain(kind)[1:]), None))

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

    def _given(self, path: str, arguments: Sequence[Target]) -> list[Argument]:
        return [
            Argument(self._type_of_value(path, one.of), one.names[0])
            if one.base == "part"
            else Argument(self._type_of_value(path, one))
            for one in arguments
        ]

    # Values that calls and loops give

    def _call(self, path: str, target: Target) -> Denotation | None:
        called = self.denote(path, target.of) if target.of is not None else None
        if target.names[:1] == ("new",):
            return self._constructor(path, target, called)
        if called is None:
            return None
        if target.names == ("invoke",):
            return self._invoked(called)
        return _a_value(called.type, exact=False)

    def _invoked(self, called: Denotation) -> Denotation | None:
        """Return what calling a value gives: a delegate, or a local function."""
        kind = called.type
        if kind is not None and kind.head == types.FUNCTION:
            return _a_value(kind.first, exact=False)
        function = self.members.function(kind)
        return _a_value(function[1], exact=False) if function is not None else None

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

    def _element(self, path: str, target: Target) -> Denotation | None:
        """Return what a loop binds, or what a method passes to a function or gives out."""
        of = self.denote(path, target.of) if target.of is not None else None
        if of is None:
            return self._passed_by_library(path, target)
        if not target.names:
            return _a_value(self.names.element(of.type), exact=False)
        if not target.names[0]:
            return self._passed(of.type, target.number(1))
        if of.method is None:
            return self._passed_by_library(path, target)
        number = target.number(0) + (of.receiver is not None)
        wanted = types.put_in(self.members.overloads.wanted(of.method, number), of.put)
        if target.names[1] == "out":
            return _a_value(wanted, exact=False)
        if wanted is not None and wanted.head == types.ARRAY:  # `params`
            wanted = wanted.first
        return self._passed(wanted, target.number(1))

    def _passed(self, kind: ClassType | None, parameter: int) -> Denotation | None:
        """Return what is passed to a function of a type."""
        function = self.members.function(kind)
        if function is None or parameter >= len(function[0]):
            return None
        return _a_value(function[0][parameter], exact=False)

    def _passed_by_library(self, path: str, target: Target) -> Denotation | None:
        called = target.of
        if called is None or called.base != "member" or called.of is None:
            return None
        if not any(target.names[:1]):  # what a loop binds
            return None
        if CALLED not in called.names[1:2]:
            return None
        kind = types.erased(self._type_of_value(path, called.of))
        if kind is None:
            return None
        if target.names[1] == "out":
            is_value = called.names[0] == "TryGetValue"
            return _a_value(dotnet_types.indexed(kind), exact=False) if is_value else None
        passed = self.names.passed(kind, called.names[0], target.number(1))
        return _a_value(passed, exact=False)

    def _indexed(self, path: str, target: Target) -> Denotation | None:
        of = self._type_of_value(path, target.of)
        kind = types.erased(of)
        if kind is None:
            return None
        if kind.symbol is None:
            return _a_value(dotnet_types.indexed(kind), exact=False)
        methods = self.members.indexers(kind)
        given = self._given(path, target.also) or [Argument(None)] * target.number(1)
        chosen = self.members.overloads.choose(methods, given)
        if chosen is None:
            return None if methods else _a_value(self.names.element(kind), exact=False)
        return _a_value(chosen[0].returned, exact=False)

    def _component(self, path: str, target: Target) -> Denotation | None:
        kind = self._type_of_value(path, target.of)
        number = target.number(0)
        if kind is None or kind.head != "()" or number >= len(kind.arguments):
            return None
        return _a_value(kind.arguments[number], exact=False)

    def _either(self, path: str, target: Target) -> Denotation | None:
        """Return one of two values, of which one may be `null`, or the other's base."""
        if target.names == ("?",):
            return Denotation(None, self.types.type_of(path, target), is_type=True)
        kinds = [self._type_of_value(path, one) for one in target.also]
        if target.names:
            return _a_value(_sum(kinds), exact=False)
        known = [one for one in kinds if one is not None and one.head != types.NULL]
        if None in kinds or not known:
            return None
        for kind in known:
            if all(self._is_a(other, kind) for other in known):
                return _a_value(kind, exact=False)
        return None

    def _is_a(self, one: ClassType, other: ClassType) -> bool:
        if one.head == other.head:
            return True
        return one.symbol is not None and other.symbol in self.types.lineage(one.symbol)


def _a_value(kind: ClassType | None, *, exact: bool = True) -> Denotation | None:
    """Return a value without a name; `None` if its type is not known."""
    return Denotation(None, kind, exact) if kind is not None else None


def _sum(kinds: Sequence[ClassType | None]) -> ClassType | None:
    """Return the type of a sum: a text if one part is, else the number that all parts are."""
    if ClassType("string") in kinds:
        return ClassType("string")
    first = kinds[0] if kinds else None
    return first if all(one == first for one in kinds) else None
