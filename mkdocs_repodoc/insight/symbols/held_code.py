"""Code that a name holds: the class of an attribute, the functions of a table.

A name may also hold a function that another one gives back with some of its arguments bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from mkdocs_repodoc.insight.symbols.callable_objects import CallableObjects
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.kinds import CALLING, GLOBALS, HELD, Kind
from mkdocs_repodoc.model.linked_symbols import CallSite, SymbolRef
from mkdocs_repodoc.model.records.outline_parts import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import Repository

_FILES = 256
"""Files whose tables, and the classes that they name, are kept."""
_TABLE_LINES = 500
"""Lines of a table that are looked through."""
_BOUND = re.compile(r"=\s*(?:\w+\.)*partial\(\s*(?:\w+\.)*(\w+)")
"""The value of a name that holds a function with some of its arguments bound."""
_ARGUMENTS = re.compile(r"(?<=\w)\([^()]*(?:\)|$)")
"""The arguments of a call, as far as a shortened value has them."""


class HeldCode:
    """Finds what names hold.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._objects = CallableObjects(repository)
        self._tables_of_file = lru_cache(_FILES)(self._read_tables)
        self._classes_of_file = lru_cache(_FILES)(self._read_classes)

    def behind(self, site: CallSite) -> Iterator[CallSite]:
        """Yield what a line calls, or hands on, by way of the name that it has.

        The functions of a table are handed on by who uses it. An attribute that a line calls, and
        whose definition names a class, calls the class; one that holds an object, its method.
        """
        symbol = site.callee
        if symbol.is_file:
            return
        kind = self._repository.symbol(symbol).kind
        if kind in GLOBALS:
            bound = self._bound(symbol) if site.called else None
            for function in self._tables_of_file(symbol.path).get(symbol.position, ()):
                yield CallSite(site.line, FILE_SCOPE, function, called=function == bound)
        if kind in HELD and site.called:
            for held in self._classes(symbol):
                yield CallSite(site.line, FILE_SCOPE, held, called=True, confidence="inferred")
            if (method := self._objects.method(symbol)) is not None:
                yield CallSite(site.line, FILE_SCOPE, method, called=True, confidence="inferred")

    def is_function(self, symbol: SymbolRef) -> bool:
        """Tell whether a name holds a function of others with some of its arguments bound.

        It is then what the repository has of that function. One of its own is told itself.
        """
        return bool(_bound_name(self._repository.symbol(symbol))) and self._bound(symbol) is None

    def _bound(self, symbol: SymbolRef) -> SymbolRef | None:
        """Return the function of the repository that a name holds with some arguments bound."""
        name = _bound_name(self._repository.symbol(symbol))
        table = self._tables_of_file(symbol.path).get(symbol.position, ()) if name else ()
        return next((each for each in table if self._last_name(each) == name), None)

    def _classes(self, attribute: SymbolRef) -> Iterator[SymbolRef]:
        """Yield the class that an attribute holds by its definition, if it is the only one.

        A class that is an argument there (`Field(default=Task)`) is not what the attribute holds.
        """
        symbol = self._repository.symbol(attribute)
        value = _without_arguments(symbol.signature)
        named = [
            held
            for line, held in self._classes_of_file(attribute.path)
            if symbol.line <= line <= symbol.end_line
        ]
        if len(named) == 1 and (value == symbol.signature or self._last_name(named[0]) in value):
            yield named[0]

    def _read_classes(self, path: str) -> Sequence[tuple[int, SymbolRef]]:
        """Return the classes that a file names without calling them, each with its line."""
        return [
            (site.line, site.callee)
            for site in self._repository.links.uses.calls(path)
            if not site.called
            and not site.callee.is_file
            and self._repository.symbol(site.callee).kind == Kind.CLASS
        ]

    def _read_tables(self, path: str) -> Mapping[int, tuple[SymbolRef, ...]]:
        """Return the variables of a file whose values name functions: position → the functions."""
        symbols = self._repository.files[path].outline.symbols
        at = {
            line: position
            for position, symbol in enumerate(symbols)
            if symbol.kind in GLOBALS
            for line in range(symbol.line, min(symbol.end_line, symbol.line + _TABLE_LINES) + 1)
        }
        tables: dict[int, dict[SymbolRef, None]] = {}
        sites = self._repository.links.uses.calls(path) if at else ()
        for site in sites:  # what the module adds to a table: `TABLE.append(function)`
            named = site.callee
            is_own = named.path == path and not named.is_file and not site.is_inside_symbol
            if is_own and symbols[named.position].kind in GLOBALS:
                at.setdefault(site.line, named.position)
        for site in sites:
            position = at.get(site.line)
            if position is None or site.called or site.callee.is_file:
                continue
            if self._repository.symbol(site.callee).kind in CALLING:
                tables.setdefault(position, {})[site.callee] = None
        return {position: tuple(functions) for position, functions in tables.items()}

    def _last_name(self, symbol: SymbolRef) -> str:
        return split_name(self._repository.symbol(symbol).name)[1]


def _bound_name(symbol: Symbol) -> str:
    """Return the name of the function that a symbol holds with some of its arguments bound."""
    found = _BOUND.search(symbol.signature) if symbol.kind in GLOBALS else None
    return found[1] if found else ""


def _without_arguments(value: str) -> str:
    """Return a value without the arguments of the calls in it."""
    shorter = _ARGUMENTS.sub("", value)
    while shorter != value:
        value, shorter = shorter, _ARGUMENTS.sub("", shorter)
    return value
