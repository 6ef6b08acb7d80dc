"""Follows what analysis left of an identifier of Ruby to the definition that it means.

The identifiers of a file are found before, in analysis: `ruby_file_finder` begins there.
"""

from __future__ import annotations

from typing import TypeAlias

from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN
from mkdocs_repodoc.languages.resolution.denotation import TypedDenotation
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.languages.ruby.resolution import ruby_terms as terms
from mkdocs_repodoc.languages.ruby.resolution.ruby_files import RubyFiles
from mkdocs_repodoc.languages.ruby.resolution.ruby_name_lookup import RubyNameLookup
from mkdocs_repodoc.languages.ruby.resolution.ruby_terms import Around
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

Types: TypeAlias = tuple[Around, ...]
"""What a value may be, one of them; none if it is not known."""
Denotation: TypeAlias = TypedDenotation[Types]
_CERTAIN = frozenset(("global", "self", "type"))


class Resolver:
    """Follows targets through the modules of a repository.

    Args:
        files: Its files.
    """

    def __init__(self, files: RubyFiles) -> None:
        self.files = files
        self.lookup = RubyNameLookup(files)
        self._memo = RecursiveMemo()

    def denote(self, path: str, term: Target | None) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""
        if term is None or term == UNKNOWN:
            return None
        question = (path, term)
        return self._memo.get(question, lambda: self._denote(path, term), None)

    def _denote(self, path: str, term: Target) -> Denotation | None:  # noqa: PLR0911 - one for each term
        match term.base:
            case "global":
                return self._constant(path, term)
            case "self":
                return TypedDenotation(None, (Around(*term.names),))
            case "instance":
                return self._instance(path, term)
            case "type":
                return self._class_of(path, term)
            case "member":
                return self._member(path, term)
            case "call":
                called = self.denote(path, term.of)
                return _value(called.type) if called is not None else None
            case "super":
                found = self.lookup.above(Around(*term.names[:2]), term.names[2], path)
                return self._as_method(found, exact=True) if found is not None else None
            case "either":
                return self._either(path, term)
        return None

    def _constant(self, path: str, term: Target) -> Denotation | None:
        full = self.lookup.constant(term.names[0], term.names[1:])
        if full is None:
            return None
        module = self.lookup.module_of(full)
        types: Types | None = (Around(terms.MODULE, module),) if module is not None else None
        if module is None:
            types = self._value_of_constant(full)
        found = self.files.declaration(full, path)
        return TypedDenotation(found.symbol if found else None, types, found is None or found.exact)

    def _value_of_constant(self, full: str) -> Types | None:
        parts = self.files.constants.get(full, ())
        if len(parts) != 1:
            return None
        found = self.denote(parts[0].symbol.path, parts[0].entry.of)
        return found.type if found is not None else None

    def _instance(self, path: str, term: Target) -> Denotation | None:
        if term.of is None:
            return _value((Around(*term.names),))
        of = self.denote(path, term.of)
        return _value(_objects(of.type)) if of is not None else None

    def _class_of(self, path: str, term: Target) -> Denotation | None:
        of = self.denote(path, term.of)
        if of is None or not of.type:
            return None
        classes = tuple(one._replace(sign=terms.MODULE) for one in of.type)
        return TypedDenotation(None, classes, of.exact)

    # Members

    def _member(self, path: str, term: Target) -> Denotation | None:
        owner = self.denote(path, term.of)
        if owner is None or not owner.type or term.of is None:
            return None
        kind, name = term.names
        if kind == terms.VARIABLE:
            return self._variable(owner.type[0], name, path)
        found: dict[SymbolRef, Denotation] = {}
        values: dict[Around, None] = {}
        is_certain = owner.exact and term.of.base in _CERTAIN
        for one in owner.type:
            method = self._method(one, name, path, exact=is_certain)
            if method is not None and method.symbol is not None:
                found[method.symbol] = method
            values.update(dict.fromkeys(method.type or () if method is not None else ()))
        if len(found) == 1:
            only = next(iter(found.values()))
            return only._replace(type=tuple(values))
        return _value(tuple(values))

    def _method(self, around: Around, name: str, path: str, *, exact: bool) -> Denotation | None:
        found = self.lookup.method(around, name, path)
        if found is not None:
            return self._as_method(found, exact=exact)
        if name == terms.NEW and around.sign == terms.MODULE:
            made = around._replace(sign=terms.INSTANCE)
            begun = self.lookup.method(made, terms.INITIALIZE, path)
            if begun is None:
                return _value((made,))
            return TypedDenotation(begun.symbol, (made,), exact and begun.exact)
        return None

    def _as_method(self, found: Meaning, *, exact: bool) -> Denotation:
        """Return a method, whose type is what it returns."""
        question = ("returned", found.symbol)
        nothing: Types = ()
        types = self._memo.get(question, lambda: self._returned(found.symbol), nothing)
        return TypedDenotation(found.symbol, types, exact and found.exact)

    def _returned(self, symbol: SymbolRef) -> Types:
        entry = self.files.entries.get(symbol)
        if entry is None:
            return ()
        if entry.base == "item":
            around, name = Around(*entry.names[:2]), f"@{entry.names[2]}"
            return self._assigned(around, name)
        value = self.denote(symbol.path, entry.of)
        return value.type or () if value is not None else ()

    # Instance variables

    def _variable(self, around: Around, name: str, path: str) -> Denotation | None:
        """Return an instance variable: the attribute that reads or writes it, and what it is."""
        types = self._assigned(around, name)
        declared = self.lookup.method(around, name.lstrip("@"), path)
        entry = self.files.entries.get(declared.symbol) if declared is not None else None
        if declared is not None and entry is not None and entry.base == "item":
            return TypedDenotation(declared.symbol, types, exact=False)
        return _value(types)

    def _assigned(self, around: Around, name: str) -> Types:
        question = ("assigned", around, name)
        return self._memo.get(question, lambda: self._find_assigned(around, name), ())

    def _find_assigned(self, around: Around, name: str) -> Types:
        """Return what is assigned to an instance variable, if all of that is known."""
        found: dict[Around, None] = {}
        for one in self.lookup.ancestors(around.full):
            for path, value in self.files.variables.get((around._replace(full=one), name), ()):
                denoted = self.denote(path, value)
                if denoted is None or not denoted.type:
                    return ()
                found.update(dict.fromkeys(denoted.type))
        return tuple(found)

    def _either(self, path: str, term: Target) -> Denotation | None:
        found: dict[Around, None] = {}
        for one in term.also:
            value = self.denote(path, one)
            if value is None or not value.type:
                return None
            found.update(dict.fromkeys(value.type))
        return _value(tuple(found))


def _objects(types: Types | None) -> Types:
    """Return objects of classes."""
    return tuple(
        one._replace(sign=terms.INSTANCE) for one in types or () if one.sign == terms.MODULE
    )


def _value(types: Types | None) -> Denotation | None:
    """Return a value without a name; `None` if nothing is known of it."""
    return TypedDenotation(None, types, exact=False) if types else None
