"""Exceptions that the repository defines, where they are raised and caught, and exit statuses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_repodoc.insight.operation.exceptions import Exceptions, Line
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.insight.operation.statuses.constant_numbers import ConstantNumbers
from mkdocs_repodoc.insight.operation.statuses.status_finder import Exit
from mkdocs_repodoc.insight.operation.statuses.status_groups import GroupedStatuses
from mkdocs_repodoc.insight.operation.tested_lines import is_tested_by
from mkdocs_repodoc.model.facts import ExitStatus, ReportedError
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role

_STATUS = re.compile(r".*[.:](?:code|status|(?:exit|status)_?[cC]ode)$")
_VALUE = re.compile(r"= (-?\d+)$")
_CARRIED = re.compile(r"(?:\w+(?:::|\.))*(\w*Exit\w*)\s*[({][^)}]*?\b(\d{1,3})\b")
"""An error whose type says that it ends the program, with a number in it."""
_NO_GROUPS = GroupedStatuses()
_FIXTURES = re.compile(r"(?:^|/)_*(?:fixtures?|testdata)/", re.IGNORECASE)
"""What tests work on or start."""


class Failure(NamedTuple):
    """An exception of the repository."""

    exception: SymbolRef
    status: str
    """Status that the class states as a literal; empty if it states none."""
    raised: tuple[Line, ...]
    caught: tuple[Line, ...]


class Helper(NamedTuple):
    """A function that ends the program, and the lines that call it, if others do."""

    function: SymbolRef
    callers: tuple[Line, ...]


@dataclass(slots=True)
class Failures:
    """How the code of some files fails."""

    exceptions: list[Failure] = field(default_factory=list)
    exits: dict[str, list[Exit]] = field(default_factory=dict)
    """Status → where the program ends with it; that of a constant is its number, of any other
    expression the expression."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Status → the constant that stands for it; empty without one."""
    aside_exits: dict[str, list[Exit]] = field(default_factory=dict)
    """The same of programs beside the software."""
    helpers: Mapping[Line, Helper] = field(default_factory=dict)
    """The functions around these lines."""
    origins: Mapping[Exit, Sequence[Line]] = field(default_factory=dict)
    """The lines that end the program → those where it leaves with what they say."""

    @property
    def paths(self) -> set[str]:
        """The files that show any of it."""
        known = (*self.exits.values(), *self.aside_exits.values())
        exits = {path for each in known for path, _ in each}
        return exits | {each.exception.path for each in self.exceptions}


class FailureFinder:
    """Finds how the code of files fails.

    Each folder's page asks for its files: what one file defines is looked at once.

    Args:
        repository: The linked repository.
        aside: Files beside the software; their exit statuses are told apart, their exceptions last.
        code_roles: Roles of the files that make up the software itself.
        returned: Exit by an expression → the exits with numbers that this stands for.
        grouped: Lines that give one of the constants which the program ends with, with its number.
    """

    def __init__(
        self,
        repository: Repository,
        aside: Collection[str],
        code_roles: frozenset[Role],
        *,
        returned: Mapping[Exit, tuple[Exit, ...]] = MappingProxyType({}),
        grouped: GroupedStatuses = _NO_GROUPS,
    ) -> None:
        self._repository = repository
        self._aside = aside
        self._code_roles = code_roles
        self._returned = returned
        self._grouped: dict[str, list[ExitStatus]] = {}
        self._names = grouped.names
        for path, each in grouped.exits:
            self._grouped.setdefault(path, []).append(each)
        self._exceptions = Exceptions(repository, code_roles)
        self._numbers = ConstantNumbers(repository, code_roles)
        self._defined = cache(self._defined_in)

    def of(self, paths: Iterable[str]) -> Failures:
        """Return how the code of some files fails.

        These are the exceptions that the files define and that code raises, catches or gives a
        status, and the statuses with which they end the program. Tests don't count.
        """
        found = Failures()
        origins: dict[Exit, list[Line]] = {}
        ordered = sorted(paths, key=lambda path: (path in self._aside, path))
        for path in ordered:
            file = self._repository.files[path]
            if file.role not in self._code_roles or file.role == "stub" or file.source.origin:
                continue
            if _FIXTURES.search(path):
                continue
            found.exceptions += self._defined(path)
            exits = found.aside_exits if path in self._aside else found.exits
            self._add_exits(exits, file, origins)
        for path, each in self._add_grouped(found, ordered):
            origins.setdefault((path, each), [(path, each.line)])
        lines = [
            (path, status.line)
            for exits in (*found.exits.values(), *found.aside_exits.values())
            for path, status in exits
        ]
        found.origins = origins
        found.names = {status: self._names.get(status, "") for status in found.exits}
        found.helpers = self._helpers(lines)
        found.exits = _sorted(found.exits, found.helpers)
        found.aside_exits = _sorted(found.aside_exits, found.helpers)
        return found

    def _add_exits(
        self, exits: dict[str, list[Exit]], file: RepoFile, origins: dict[Exit, list[Line]]
    ) -> None:
        """Add how a file ends the program, and the lines that do."""
        for status in _statuses(file):
            for where, each in self._returned.get((file.path, status), ((file.path, status),)):
                origins.setdefault((where, each), []).append((file.path, status.line))
                number = self._numbers.of(each.status, where) or each.status
                if (where, each) not in exits.setdefault(number, []):
                    exits[number].append((where, each))

    def _add_grouped(self, found: Failures, paths: Iterable[str]) -> Iterator[Exit]:
        """Add and yield the lines that give a status by its constant, unless they are told."""
        for path in paths:
            exits = found.aside_exits if path in self._aside else found.exits
            for each in self._grouped.get(path, ()):
                told = {(where, one.line) for where, one in exits.get(each.status, ())}
                if (path, each.line) not in told:
                    exits.setdefault(each.status, []).append((path, each))
                    yield path, each

    def _helpers(self, lines: Iterable[Line]) -> dict[Line, Helper]:
        """Return for lines the functions around them."""
        found: dict[Line, Helper] = {}
        by_path: dict[str, set[int]] = {}
        for path, line in lines:
            by_path.setdefault(path, set()).add(line)
        for path, numbers in by_path.items():
            ordered = sorted(numbers)
            scopes = scopes_around(self._repository.files[path], ordered)
            for line, scope in zip(ordered, scopes, strict=True):
                if not scope.is_file:
                    found[path, line] = Helper(scope, self._exceptions.lines(scope, "call"))
        return found

    def _defined_in(self, path: str) -> Sequence[Failure]:
        symbols = self._repository.files[path].outline.symbols
        statuses = {
            symbol.name.rpartition(".")[0]: value[1]
            for symbol in symbols
            if _STATUS.match(symbol.name) and (value := _VALUE.search(symbol.signature))
        }
        found = []
        for ref in self._exceptions.defined_in(path):
            status = statuses.get(self._repository.symbol(ref).name, "")
            raised, caught = (self._exceptions.lines(ref, each) for each in ("raise", "except"))
            if raised or caught or status:
                found.append(Failure(ref, status, raised, caught))
        return found


def _statuses(file: RepoFile) -> Iterator[ExitStatus]:
    """Yield the statuses with which a file ends the program, outside of tests."""
    is_tested = is_tested_by(file)
    found = (*file.outline.facts_of(ExitStatus), *_carried(file))
    return (each for each in found if not is_tested(each.line))


def _carried(file: RepoFile) -> Iterator[ExitStatus]:
    """Yield the statuses that errors carry to where the program ends."""
    for report in file.outline.facts_of(ReportedError):
        if carried := _CARRIED.match(report.error):
            name, number = carried.groups()
            yield ExitStatus(number, report.line, report.caught, name, report.condition)


def _sorted(exits: dict[str, list[Exit]], helpers: Mapping[Line, Helper]) -> dict[str, list[Exit]]:
    """Return exits in the order of their numbers, computed statuses last.

    Those of a status through which most lines leave come first.
    """

    def callers(each: Exit) -> int:
        helper = helpers.get((each[0], each[1].line))
        return -len(helper.callers) if helper else 0

    def key(status: str) -> tuple[bool, int, str]:
        is_number = status.removeprefix("-").isdigit()
        return not is_number, int(status) if is_number else 0, status

    return {status: sorted(exits[status], key=callers) for status in sorted(exits, key=key)}
