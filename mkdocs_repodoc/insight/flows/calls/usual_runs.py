"""Usual runs: which calls a run makes where nobody gives options, and where it comes along a path.

A path that hands on a constant rules calls out. An option that is given makes a run that is not the
usual one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.calls.given_values import GivenValues
from mkdocs_repodoc.insight.flows.calls.reached_lines import is_reached
from mkdocs_repodoc.insight.operation.command_options import (
    is_option,
    option_members,
    options_left_out,
)
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.text.code_reading.branching.known_values import Known, known_value
from mkdocs_repodoc.text.code_reading.code_words import DECLARING_WORD

_FUNCTIONS = 1024
_LONGEST = 60_000
"""Letters of a function that is looked through for options."""
_TAKEN_APART = re.compile(r"\{(?P<names>[^{}();]{1,2000})\}")
"""Names that something is taken apart into."""
_BOUND = re.compile(r"(?:\w+\s*:\s*)?(?P<name>[A-Za-z_$][\w$]*)(?:\s*=\s*(?P<value>[^,=]+))?")
_LOOKED_UP = re.compile(
    rf"^\s*(?:{DECLARING_WORD}\s+)*(?P<name>\w+)\s*:?=\s*[\w.]+\.get\([^,()]+,\s*(?P<value>\w+)\)",
    re.MULTILINE,
)
_NOT_SURE = frozenset({Known.GIVEN})


class UsualRuns:
    """Tells which calls runs make.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        lines_of: Path → the lines of the file, with braces where the language's habit has them.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        lines_of: Callable[[str], Sequence[str]],
        code_roles: frozenset[Role],
    ) -> None:
        self._repository = repository
        self._code_roles = code_roles
        self._lines = lines_of
        self._given = GivenValues(repository, calls, lines_of)
        self._defaults = lru_cache(_FUNCTIONS)(self._read_defaults)

    def is_unusual(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function calls another only in runs for which somebody gives an option."""
        return not self._may_come(caller, callee, self._defaults(caller))

    def is_ruled_out(self, before: SymbolRef, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function never makes a call where another has called it."""
        given = self._given.of(before, caller)
        sure = {name: value for name, value in given.items() if value not in _NOT_SURE}
        return not self._may_come(caller, callee, sure)

    def is_fallback(self, before: SymbolRef, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a call is made only for want of what another function gives its caller."""
        return not self._may_come(caller, callee, self._given.of(before, caller))

    def _may_come(self, caller: SymbolRef, callee: Callee, known: Mapping[str, Known]) -> bool:
        lines = self._lines(caller.path)
        numbers = [each for each in callee.lines if 1 <= each <= len(lines)]
        if not known or not numbers:
            return True
        first = self._repository.symbol(caller).name_line if not caller.is_file else 0
        name = split_name(self._repository.symbol(callee.symbol).name)[1]
        return any(is_reached(lines, first, number, name, known) for number in numbers)

    def _read_defaults(self, function: SymbolRef) -> Mapping[str, Known]:
        """Return what names hold in a function where nobody gives an option."""
        if function.is_file:
            return {}
        symbol = self._repository.symbol(function)
        if self._repository.files[function.path].role not in self._code_roles:
            return {}
        lines = self._lines(function.path)[symbol.name_line - 1 : symbol.end_line]
        return dict(_left_out("\n".join(lines)[:_LONGEST], self._options))

    @cached_property
    def _options(self) -> frozenset[str]:
        return options_left_out(self._repository, self._code_roles)


def _left_out(code: str, options: Collection[str]) -> Iterator[tuple[str, Known]]:
    """Yield the names in code that hold what stands for nothing given, with what that is."""
    for name in option_members(code, options):
        yield name, Known.NULL
    for match in _LOOKED_UP.finditer(code):
        if (value := known_value(match["value"])) is not None:
            yield match["name"], value
    for match in _TAKEN_APART.finditer(code):
        parts = [each.strip() for each in match["names"].split(",") if each.strip(" .\n\t")]
        bound = [match for match in map(_BOUND.fullmatch, parts) if match is not None]
        for each in bound if len(bound) == len(parts) else ():
            value = known_value(each["value"]) if each["value"] else None
            if value is not None:
                yield each["name"], value
            elif not each["value"] and is_option(each["name"], options):
                yield each["name"], Known.NULL
