"""Objects that are called as functions are: the method that runs where a line calls an attribute.

`self.parser(text)` names an attribute, and the method that the class of its value has for calls
runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_FILES = 256
"""Files whose types are kept."""
_TYPE = re.compile(r":([^=]+)")
"""The declared type in the signature of an attribute."""
_GIVEN = re.compile(r" = (\w+)$")
"""The value in the signature of an attribute that is set to a parameter."""
_WORD = re.compile(r"[^\W\d]\w*")
_OF_FUNCTION = re.compile(r"\[.*\[|Callable\b|\btype\[|\bType\[")
"""A type whose arguments are not what the attribute itself holds."""


class CallableObjects:
    """Finds what runs where attributes are called.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._types_of_file = lru_cache(_FILES)(self._read_types)

    def method(self, attribute: SymbolRef) -> SymbolRef | None:
        """Return the method that runs where an attribute is called; `None` if that is unknown.

        Args:
            attribute: A symbol that holds a value; its type, or that of the parameter which it is
                set to, is a class that the same file names or defines.
        """
        objects = language_named(self._repository.files[attribute.path].source.language).objects
        if isinstance(objects, Absent):
            return None
        written = self._written_type(attribute, objects.initialiser)
        if _OF_FUNCTION.search(written):
            return None
        types = self._types_of_file(attribute.path)
        named = {types[word] for word in _WORD.findall(written) if word in types}
        if len(named) != 1:
            return None
        return next(self._methods(named.pop(), objects.called), None)

    def _written_type(self, attribute: SymbolRef, initialiser: str) -> str:
        """Return the type of an attribute as the source has it; empty where it has none."""
        symbol = self._repository.symbol(attribute)
        if (declared := _TYPE.match(symbol.signature)) is not None:
            return declared[1]
        given = _GIVEN.match(symbol.signature)
        maker = f"{symbol.name.rpartition('.')[0]}.{initialiser}"
        for each in self._repository.files[attribute.path].outline.symbols if given else ():
            if given and each.name == maker:
                typed = re.search(rf"\b{given[1]}: ([^,=)]+)", each.signature)
                return typed[1] if typed else ""
        return ""

    def _methods(self, owner: SymbolRef, name: str) -> Iterator[SymbolRef]:
        """Yield the methods of a name that a class and its bases define, the nearest first."""
        order = [owner]
        for each in order:
            wanted = f"{self._repository.symbol(each).name}.{name}"
            for position, symbol in enumerate(self._repository.files[each.path].outline.symbols):
                if symbol.name == wanted:
                    yield SymbolRef(each.path, position)
            known = self._repository.links.bases.get(each, ())
            order += [base for base in known if base not in order]

    def _read_types(self, path: str) -> Mapping[str, SymbolRef]:
        """Return the classes that a file names, by their names there."""
        found = {}
        for each in self._repository.links.uses.referred(path):
            if not each.is_file and (symbol := self._repository.symbol(each)).kind == Kind.CLASS:
                found[symbol.bare_name] = each
        return found
