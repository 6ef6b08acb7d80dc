"""Functions that a field of a type holds, one of which runs where the field is called.

A table of operators fills `Handler` of each row with a function, and one line far away calls what
the row that it has found holds there: no name ties the two but that of the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.kinds import CALLING, HELD, Kind
from mkdocs_repodoc.model.linked_symbols import CallSite, SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role

_SEVERAL = 2
"""Functions that a field gets at least: of fewer, others may be given from outside."""
_NEAR = 15
"""Lines below the one that takes a function from a field, within which it is called."""


class KeptFunction(NamedTuple):
    """A function that is kept under a name.

    Attributes:
        symbol: The function.
        name: The name.
        command: The command of a program at which it runs; empty if that is not known.
        path: The file that gives it the name.
        line: The line on which that file does so.
    """

    symbol: SymbolRef
    name: str
    command: str
    path: str
    line: int


class FieldFunctions:
    """Finds what fields hold, and who calls it.

    Args:
        repository: The linked repository.
        code_roles: Roles of the files that make up the software itself.
        conditions: Has the lines of the files.
    """

    def __init__(
        self, repository: Repository, code_roles: frozenset[Role], conditions: CallConditions
    ) -> None:
        self._repository = repository
        self._code_roles = code_roles
        self._conditions = conditions

    @cached_property
    def kept(self) -> Mapping[str, Sequence[KeptFunction]]:
        """The functions that fields hold: name of the field → they, in the order of the lines."""
        return {self._name(field): found for field, found in self._held.items()}

    @cached_property
    def callers(self) -> Mapping[SymbolRef, Sequence[tuple[int, str]]]:
        """The functions that call what a field holds: function → lines, each with the field."""
        found: dict[SymbolRef, list[tuple[int, str]]] = {}
        for file in self._code() if self._held else ():
            for site in self._repository.links.uses.calls(file.path, self._held.__contains__):
                if line := self._called_at(file, site):
                    found.setdefault(outermost(file, line), []).append(
                        (line, self._name(site.callee))
                    )
        return found

    @cached_property
    def _held(self) -> Mapping[SymbolRef, Sequence[KeptFunction]]:
        found: dict[SymbolRef, dict[SymbolRef, KeptFunction]] = {}
        for file in self._code():
            for field, function, line in self._filled(file):
                kept = KeptFunction(function, self._name(field), "", file.path, line)
                found.setdefault(field, {}).setdefault(function, kept)
        names = [self._name(field) for field in found]
        return {
            field: tuple(kept.values())
            for field, kept in found.items()
            if len(kept) >= _SEVERAL and names.count(self._name(field)) == 1
        }

    def _filled(self, file: RepoFile) -> Iterator[tuple[SymbolRef, SymbolRef, int]]:
        """Yield the fields that lines of a file give functions: field, function and line."""
        fields = self._named(file, HELD)
        functions = self._named(file, CALLING - HELD) if fields else {}
        both = fields.keys() & functions.keys()
        lines = self._conditions.lines(file.path) if both else ()
        for line in sorted(each for each in both if each <= len(lines)):
            for field in fields[line]:
                for function in functions[line]:
                    given = rf"{self._last(field)}\s*(?::=|=|:)\s*(?:&|::)?(?:\w+(?:\.|::))*"
                    name = rf"{self._last(function)}\b(?!\s*[(.\[])"
                    if re.search(rf"(?<!\w){given}{name}", lines[line - 1]):
                        yield field, function, line

    def _named(self, file: RepoFile, kinds: frozenset[Kind]) -> dict[int, list[SymbolRef]]:
        """Return the symbols of some kinds that a file names as values: line → they."""

        def is_one(ref: SymbolRef) -> bool:
            return not ref.is_file and self._repository.symbol(ref).kind in kinds

        found: dict[int, list[SymbolRef]] = {}
        for site in self._repository.links.uses.calls(file.path, is_one):
            if not site.called:
                found.setdefault(site.line, []).append(site.callee)
        return found

    def _called_at(self, file: RepoFile, site: CallSite) -> int:
        """Return the line that calls what a line has from a field; 0 if none is known to."""
        lines = self._conditions.lines(file.path)
        if not site.is_inside_symbol or site.line > len(lines):
            return 0
        text, name = lines[site.line - 1], self._last(site.callee)
        if re.search(rf"(?:\.|->|::){name}\)?\s*(?:\?\.)?\(", text):
            return site.line
        taken = re.search(rf"\b(\w+)\s*:?=\s*[\w.\[\]>-]*(?:\.|->){name}\s*(?:;|$)", text)
        if taken is None:
            return 0
        called = re.compile(rf"(?<![\w.]){taken[1]}\(")
        last = min(site.line + _NEAR, self._end(file, site.line), len(lines))
        below = range(site.line + 1, last + 1)
        return next((number for number in below if called.search(lines[number - 1])), 0)

    def _end(self, file: RepoFile, line: int) -> int:
        around = outermost(file, line)
        return line if around.is_file else self._repository.symbol(around).end_line

    def _code(self) -> Iterator[RepoFile]:
        return (file for file in self._repository.files.values() if file.role in self._code_roles)

    def _name(self, field: SymbolRef) -> str:
        return self._repository.symbol(field).name

    def _last(self, symbol: SymbolRef) -> str:
        return re.escape(split_name(self._name(symbol))[1])


def outermost(file: RepoFile, line: int) -> SymbolRef:
    """Return the outermost function of a file around a line, or the code of the file."""
    for position, symbol in enumerate(file.outline.symbols):
        if symbol.kind in CALLING and symbol.line <= line <= symbol.end_line:
            return SymbolRef(file.path, position)
    return SymbolRef(file.path, FILE_SCOPE)
