"""Follows what analysis left of an identifier of PHP to the declaration that it means.

The identifiers of a file are found before, in analysis: `php_file_finder` begins there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.php_classes import PhpClasses
from mkdocs_repodoc.languages.php.resolution.php_files import PhpFiles
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.denotation import TypedDenotation
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

Kinds: TypeAlias = tuple[ClassType, ...]
"""The types that a value may have, one of them; none if it is not known."""
Denotation: TypeAlias = TypedDenotation[Kinds]
_CERTAIN = frozenset(("global", "symbol", "self"))
"""Terms that the file's own rules decide."""
_OF_ENUM = frozenset(("from", "tryfrom"))
_MOST = 6
_ARRAY = ClassType(types.ARRAY, (None,))


class Resolver:
    """Follows targets through the classes of a repository.

    Args:
        files: Its files.
    """

    def __init__(self, files: PhpFiles) -> None:
        self.files = files
        self.classes = PhpClasses(files)
        self._memo = RecursiveMemo()

    def denote(self, path: str, term: Target | None) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""
        if term is None:
            return None
        question = (path, term)
        return self._memo.get(question, lambda: self._denote(path, term), None)

    def _denote(self, path: str, term: Target) -> Denotation | None:  # noqa: C901, PLR0911 - one for each term
        match term.base:
            case "global" if term.names[0] != terms.CLASS:
                return self._function_or_constant(path, term)
            case "global" | "symbol":
                return self._class(path, term)
            case "self":
                return TypedDenotation(None, self._kinds(path, term, ()))
            case "instance":
                return _value(self._kinds(path, term.of, ()))
            case "member":
                return self._member(path, term)
            case "call":
                called = self.denote(path, term.of)
                return _value(called.type) if called is not None else None
            case "element":
                of = self.denote(path, term.of)
                return _value(self._elements(of.type)) if of is not None else None
            case "slice":
                of = self.denote(path, term.of)
                kinds = of.type if of is not None and of.type else ()
                return _value(tuple(ClassType(types.ARRAY, (kind,)) for kind in kinds))
            case "either":
                return self._either(path, term)
            case "parameter":
                return self._inherited_parameter(path, term)
        return None

    # Names

    def _function_or_constant(self, path: str, term: Target) -> Denotation | None:
        kind, full, fallback = term.names
        found = self.files.find(kind, full, path)
        if found is None and fallback:
            found = self.files.find(kind, fallback, path)
        if found is None:
            return None
        returned = self._returned(found.symbol, ()) if kind == terms.FUNCTION else None
        return TypedDenotation(found.symbol, returned, found.exact)

    def _class(self, path: str, term: Target) -> Denotation | None:
        found = self.classes.meaning(path, term)
        if found is None:
            return None
        return TypedDenotation(found.symbol, (ClassType(found.symbol),), found.exact)

    # Types

    def _kinds(  # noqa: PLR0911 - one for each kind of type
        self, path: str, term: Target | None, receiver: Kinds
    ) -> Kinds:
        """Return the types that a term stands for; `receiver` is what stands for `static`."""
        if term is None:
            return ()
        match term.base:
            case "self":
                if term.names[0] == terms.STATIC and receiver:
                    return receiver
                return (ClassType(SymbolRef(path, term.number(-1))),)
            case "global" | "symbol":
                found = self.classes.meaning(path, term)
                return (ClassType(found.symbol) if found else types.foreign(term.names[-1]),)
            case "many":
                inner = self._kinds(path, term.of, receiver)
                return tuple(ClassType(types.ARRAY, (one,)) for one in inner or (None,))
            case "applied":
                elements = self._kinds(path, term.also[0], receiver)
                return tuple(
                    one._replace(arguments=elements[:1])
                    for one in self._kinds(path, term.of, receiver)
                )
            case "types":
                found_all = (self._kinds(path, one, receiver) for one in term.also)
                return tuple(dict.fromkeys(one for kinds in found_all for one in kinds))
        return ()

    def _elements(self, kinds: Kinds | None) -> Kinds:
        """Return what a loop over a value binds."""
        found: list[ClassType] = []
        for kind in kinds or ():
            if kind.arguments:
                found += [one for one in kind.arguments if one is not None]
            elif kind.symbol is not None:
                found += self._iterated(kind, kind.symbol)
        return tuple(dict.fromkeys(found))

    def _iterated(self, kind: ClassType, symbol: SymbolRef) -> Kinds:
        """Return what the iterator of a class gives."""
        if (method := self.classes.member(symbol, terms.METHOD, "current")) is not None:
            return self._returned(method, (kind,))
        if (method := self.classes.member(symbol, terms.METHOD, "getIterator")) is None:
            return ()
        returned = self._returned(method, (kind,))
        return self._elements(tuple(one for one in returned if one.head != kind.head))

    # Members

    def _member(self, path: str, term: Target) -> Denotation | None:
        owner = self.denote(path, term.of)
        if owner is None or not owner.type:
            return None
        kind, name = term.names
        symbols: dict[SymbolRef, None] = {}
        values: dict[ClassType, None] = {}
        for one in owner.type[:_MOST]:
            if one.symbol is None:
                continue
            symbol = self.classes.member(one.symbol, kind, name)
            if symbol is not None:
                symbols[symbol] = None
                values.update(dict.fromkeys(self._value_of(symbol, kind, (one,))))
            else:
                values.update(dict.fromkeys(self._undeclared(one, kind, name)))
        only = next(iter(symbols)) if len(symbols) == 1 else None
        if only is None and not values:
            return None
        is_certain = term.of is not None and term.of.base in _CERTAIN and owner.exact
        return TypedDenotation(only, tuple(values), is_certain)

    def _value_of(self, symbol: SymbolRef, kind: str, receiver: Kinds) -> Kinds:
        """Return what a property holds, or a method returns."""
        if kind == terms.METHOD:
            return self._returned(symbol, receiver)
        entry = self.files.file(symbol.path).entry(symbol.position)
        if entry is None:
            return ()
        if entry.base == "instance":
            return self._kinds(symbol.path, entry.of, receiver)
        found = self.denote(symbol.path, entry)
        return found.type or () if found is not None else ()

    def _undeclared(self, owner: ClassType, kind: str, name: str) -> Kinds:
        """Return the value of a member that documentation or the language itself declares."""
        if owner.symbol is None:
            return ()
        if (described := self.classes.described(owner.symbol, kind, name)) is not None:
            path, found = described
            of_type = found.of if kind == terms.METHOD or found.base == "instance" else None
            return self._kinds(path, of_type, (owner,)) if of_type is not UNKNOWN else ()
        if kind == terms.METHOD and self.classes.kind(owner.symbol) == Kind.ENUM:
            if name.lower() == "cases":
                return (ClassType(types.ARRAY, (owner,)),)
            return (owner,) if name.lower() in _OF_ENUM else ()
        return ()

    def _returned(self, symbol: SymbolRef, receiver: Kinds) -> Kinds:
        """Return what a function or method returns; it may be declared where it is overridden."""
        question = ("returned", symbol, receiver)
        return self._memo.get(question, lambda: self._find_returned(symbol, receiver), ())

    def _find_returned(self, symbol: SymbolRef, receiver: Kinds) -> Kinds:
        declared = self._declared_result(symbol, receiver)
        if declared and declared[0] != _ARRAY:
            return declared
        for one in self.classes.overridden_by(symbol):
            if inherited := self._declared_result(one, receiver):
                return inherited
        if declared:
            return declared
        entry = self.files.file(symbol.path).entry(symbol.position)
        value = entry.also[0] if entry is not None and entry.also else UNKNOWN
        found = self.denote(symbol.path, value) if value != UNKNOWN else None
        if found is None:
            return ()
        is_own = value.base == "self"
        return receiver if is_own and receiver else found.type or ()

    def _declared_result(self, symbol: SymbolRef, receiver: Kinds) -> Kinds:
        entry = self.files.file(symbol.path).entry(symbol.position)
        if entry is None or entry.base != "returning" or entry.of == UNKNOWN:
            return ()
        return self._kinds(symbol.path, entry.of, receiver)

    def _inherited_parameter(self, path: str, term: Target) -> Denotation | None:
        number, method, index = term.names
        owner = SymbolRef(path, int(number))
        if not self.classes.is_class(owner):
            return None
        for one in self.classes.overridden(owner, method):
            entry = self.files.file(one.path).entry(one.position)
            kinds = entry.also[1:] if entry is not None else ()
            if int(index) < len(kinds) and kinds[int(index)] != UNKNOWN:
                return _value(self._kinds(one.path, kinds[int(index)], (ClassType(owner),)))
        return None

    def _either(self, path: str, term: Target) -> Denotation | None:
        """Return one of several values, if all of them are known."""
        found: list[Sequence[ClassType]] = []
        for one in term.also:
            value = self.denote(path, one)
            if value is None or not value.type:
                return None
            found.append(value.type)
        return _value(tuple(dict.fromkeys(kind for kinds in found for kind in kinds)))


def _value(kinds: Kinds | None) -> Denotation | None:
    """Return a value without a name; `None` if its type is not known."""
    return TypedDenotation(None, kinds, exact=False) if kinds else None
