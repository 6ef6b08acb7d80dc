"""Callbacks: functions that one part of a program registers with an object, which calls them later.

A method such as `add_output` keeps what it is given in an attribute. Another method of the class
that reads the attribute may call what is in there: no call names it, but the two lines together do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mkdocs_repodoc.model.kinds import FUNCTIONS, HELD, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import (
    Repository,
    Role,
)

_REGISTERS = re.compile(r"_*(?:add|register|subscribe|on|use|connect|bind)(?:_|[A-Z]|$)")
"""Names of methods that keep what they are given."""
_MOST = 12
"""Registrations with one method; where there are more, naming a few would say nothing."""
_FILES = 256
_WORD = re.compile(r"\w+")
_OF_FUNCTION = re.compile(
    r"(\w+)\??\s*:\s*(?:\w+\.)*(?:\w+\[)?(?:Callable\b|\()"
    r"|\b(_?(?:fu?n(?:c|ction)?|call_?back|cb|handler|hook|listener|method|subscriber)s?)\b"
)
"""A parameter that is a function, by its type or by its name."""


class Callback(NamedTuple):
    """A function that a method may call because it was registered."""

    symbol: SymbolRef
    line: int
    """Line of the method that reads what was registered."""
    registrar: SymbolRef
    """The method that took it."""


class Callbacks:
    """Finds callbacks of methods.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
        read_lines: Path → the file's lines.
    """

    def __init__(
        self,
        repository: Repository,
        code_roles: frozenset[Role],
        read_lines: Callable[[str], Sequence[str]],
    ) -> None:
        self._repository = repository
        self._read_lines = read_lines
        self._code_roles = code_roles
        self._fields_of_file = lru_cache(_FILES)(self._read_fields)
        self._registrars_of_file = lru_cache(_FILES)(self._read_registrars)
        self._sites_of_file = lru_cache(_FILES)(repository.links.uses.calls)

    def of(self, method: SymbolRef) -> Iterator[Callback]:
        """Yield what a method may call because others have registered it, each once."""
        if method.is_file:
            return
        owner, _, name = self._repository.symbol(method).name.rpartition(".")
        fields = self._fields_of_file(method.path)
        own = fields.get(method.position, {})
        if not owner or not own or _REGISTERS.match(name):
            return
        seen = set()
        for registrar in self._registrars_of_file(method.path).get(owner, ()):
            shared = own.keys() & self._keeping(registrar, fields.get(registrar.position, {}))
            for symbol in self._registered(registrar) if shared else ():
                if symbol not in seen:
                    seen.add(symbol)
                    yield Callback(symbol, min(own[each] for each in shared), registrar)

    def _keeping(self, registrar: SymbolRef, fields: Mapping[SymbolRef, int]) -> set[SymbolRef]:
        """Return the fields in which a registrar keeps functions; all that it names if unknown.

        It may note names and patterns elsewhere. What it keeps stands on the line of the field.
        """
        signature = self._repository.symbol(registrar).signature
        words = {match[1] or match[2] for match in _OF_FUNCTION.finditer(signature)}
        lines = self._read_lines(registrar.path) if words else ()
        kept = {
            field
            for field, line in fields.items()
            if line <= len(lines) and not words.isdisjoint(_WORD.findall(lines[line - 1]))
        }
        return kept or set(fields)

    def _read_registrars(self, path: str) -> Mapping[str, list[SymbolRef]]:
        """Return the methods of a file that keep what they are given: name of their type → they."""
        found: dict[str, list[SymbolRef]] = {}
        for position, symbol in enumerate(self._repository.files[path].outline.symbols):
            owner, _, name = symbol.name.rpartition(".")
            if owner and symbol.kind in FUNCTIONS and _REGISTERS.match(name):
                found.setdefault(owner, []).append(SymbolRef(path, position))
        return found

    def _registered(self, registrar: SymbolRef) -> Iterator[SymbolRef]:
        """Yield the functions that stand among the arguments of a registrar's calls.

        One that is called there gives an argument, or the object that the registrar belongs to: it
        is not what is kept.
        """
        uses = [
            use
            for use in self._repository.links.uses.of(registrar)
            if use.kind == "call" and self._repository.files[use.path].role in self._code_roles
        ]
        for use in uses if len(uses) <= _MOST else ():
            for site in self._sites_of_file(use.path):
                is_inside = use.line <= site.line <= use.end_line and site.callee != registrar
                if is_inside and not site.called and self._is(site.callee, FUNCTIONS):
                    yield site.callee

    def _read_fields(self, path: str) -> dict[int, dict[SymbolRef, int]]:
        """Return the fields that each function of a file names: position → field → first line."""
        found: dict[int, dict[SymbolRef, int]] = {}
        for site in self._sites_of_file(path):
            if site.callee.path == path and site.is_inside_symbol and self._is(site.callee, HELD):
                found.setdefault(site.scope, {}).setdefault(site.callee, site.line)
        return found

    def _is(self, ref: SymbolRef, kinds: frozenset[Kind]) -> bool:
        return not ref.is_file and self._repository.symbol(ref).kind in kinds
