"""Usual runs: which calls a run makes where nobody gives options, and where it comes along a path.

A path that hands on a constant rules calls out. An option that is given makes a run that is not the
usual one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from mkdocs_repodoc.insight.bounded_answers import bounded
from mkdocs_repodoc.insight.flows.calls.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.calls.given_values import GivenValues
from mkdocs_repodoc.insight.flows.calls.reached_lines import (
    LineConditions,
    conditions_around,
    is_left_before,
    is_reached,
    is_sure,
)
from mkdocs_repodoc.insight.operation.command_options import (
    is_option,
    option_members,
    options_left_out,
)
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.languages.language_errors import failing_code
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.text.code_reading.branching.known_values import Known, known_value
from mkdocs_repodoc.text.code_reading.code_words import DECLARING_WORD

_FUNCTIONS = 1024
_CALLS = 4096
"""Calls whose conditions are kept: many paths lead to the same ones."""
_LONGEST = 60_000
"""Letters of a function that is looked through for options."""
_TAKEN_APART = re.compile(r"\{(?P<names>[^{}();]{1,2000})\}")
"""Names that something is taken apart into."""
_TAKEN_FROM = re.compile(
    r"\{(?P<names>[^{}();=:]{1,2000})\}\s*=\s*(?:await\s+)?(?P<called>[A-Za-z_$][\w$]*)\("
)
"""Names that what a function gives back is taken apart into."""
_SHORT_NAME = re.compile(r"[\w$]+")
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
        self.bounds = calls.bounds
        self._repository = repository
        self._calls = calls
        self._code_roles = code_roles
        self._lines = lines_of
        self._defaults = lru_cache(_FUNCTIONS)(self._read_defaults)
        self._conditions = lru_cache(_CALLS)(self._read_conditions)
        self._given = GivenValues(repository, calls, lines_of, self._defaults)

    def is_unusual(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function calls another only in runs for which somebody gives an option."""
        return not self._may_come(caller, callee, self._defaults(caller))

    def is_ruled_out(self, before: SymbolRef, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function never makes a call where another has called it."""
        given = self._given.of(before, caller)
        sure = {name: value for name, value in given.items() if value not in _NOT_SURE}
        return not self._may_come(caller, callee, sure)

    def in_run(self, before: SymbolRef, caller: SymbolRef, callee: Callee, named: Callee) -> Callee:
        """Return a call with what is known of it where another function has called its caller.

        Where nobody gives an option, a run may come to it in any case, or only for want of what
        the other function gives.

        Args:
            before: The other function.
            caller: The function that makes the call.
            callee: The call.
            named: The call by what its line names.
        """
        given = self._given.of(before, caller, is_usual=True)
        found = callee._replace(
            is_ruled_out=self.is_ruled_out(before, caller, named),
            is_unusual=callee.is_unusual or not self._may_come(caller, named, given),
        )
        known = {**self._defaults(caller), **given}
        if not known or found.is_unusual or not self._is_sure(caller, named, known):
            return found
        return found._replace(is_leaving=False, left_at=0, conditions=0)

    def _is_sure(self, caller: SymbolRef, callee: Callee, known: Mapping[str, Known]) -> bool:
        """Tell whether all conditions hold that stand around a call."""
        _, numbers = self._call_lines(caller, callee)
        return any(is_sure(self._around(caller, each, callee), known) for each in numbers)

    def _may_come(self, caller: SymbolRef, callee: Callee, known: Mapping[str, Known]) -> bool:
        lines, numbers = self._call_lines(caller, callee)
        if not known or not numbers:
            return True
        first = self._first(caller)
        code = failing_code(self._repository.files[caller.path].source.language)
        return any(
            is_reached(self._around(caller, number, callee), known)
            and not is_left_before(lines, first, number, known, code)
            for number in numbers
        )

    def _around(self, caller: SymbolRef, line: int, callee: Callee) -> LineConditions:
        """Return what decides whether a run of a function comes to a line that calls another."""
        return self._conditions(caller.path, self._first(caller), line, self._last_name(callee))

    def _read_conditions(self, path: str, first: int, line: int, name: str) -> LineConditions:
        return conditions_around(self._lines(path), first, line, name)

    def _call_lines(self, caller: SymbolRef, callee: Callee) -> tuple[Sequence[str], Sequence[int]]:
        """Return the lines of a function's file, and the numbers of those that call another."""
        lines = self._lines(caller.path)
        return lines, [each for each in callee.lines if 1 <= each <= len(lines)]

    def _first(self, caller: SymbolRef) -> int:
        return self._repository.symbol(caller).name_line if not caller.is_file else 0

    def _last_name(self, callee: Callee) -> str:
        return split_name(self._repository.symbol(callee.symbol).name)[1]

    def _read_defaults(self, function: SymbolRef) -> Mapping[str, Known]:
        """Return what names hold in a function where nobody gives an option."""
        if function.is_file:
            return {}
        if self._repository.files[function.path].role not in self._code_roles:
            return {}
        code = self._code(function)
        return {**dict(self._given_back(function, code)), **dict(_left_out(code, self._options))}

    def _given_back(self, function: SymbolRef, code: str) -> Iterator[tuple[str, Known]]:
        """Yield the names that a function takes out of what another one gives back, likewise."""
        for match in _TAKEN_FROM.finditer(code):
            given_by = [
                callee.symbol
                for callee in self._calls.callees(function)
                if callee.called and self._last_name(callee) == match["called"]
            ]
            giving = self._code(given_by[0]) if len(given_by) == 1 else ""
            known = dict(_left_out(giving, self._options)) if giving else {}
            for name in _SHORT_NAME.findall(match["names"]):
                back = rf"return\s*\(?\{{[^{{}};]*(?<![\w.$]){re.escape(name)}\s*[,}}]"
                if name in known and re.search(back, giving):
                    yield name, known[name]

    def _code(self, function: SymbolRef) -> str:
        """Return the code of a function, as much of it as is looked through."""
        symbol = self._repository.symbol(function)
        lines = self._lines(function.path)[symbol.name_line - 1 : symbol.end_line]
        return "\n".join(lines)[:_LONGEST]

    @bounded("which options there are", frozenset)
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
