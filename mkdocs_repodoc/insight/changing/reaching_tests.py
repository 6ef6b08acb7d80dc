"""Test cases that reach a symbol: those that use it, by themselves or helpers, or are named by it.

Where a test calls what no name in it leads to, its title may still say what it is about:
`describe "#grind"` in a file that tests the file of `Stone#grind`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from mkdocs_repodoc.languages.testing.test_runs import is_never_run
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import TEST_ROLES, Repository

_DEEPEST = 2
"""Helpers and fixtures one behind the other, between a test case and what it reaches."""
_MOST_USES = 1000
"""Uses of a symbol that are looked at."""
_TITLE = re.compile(r"[#.](\w+[?!=]?)(?:\(\))?")
"""A title that is the name of a method: `#grind`, `.grind()`."""
_LAST_NAME = re.compile(r"\w+[?!=]?$")
_NO_USE = frozenset({"import", "definition"})


class Reached(NamedTuple):
    """A test case that reaches a symbol."""

    case: SymbolRef
    """The case; the class or file around the use where that belongs to no single case."""
    helper: SymbolRef | None = None
    """The function of the tests that uses the symbol for the case; `None` where the case does."""


class ReachingTests:
    """Which test cases reach which symbols.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._cases = cache(self._read_cases)
        self._parts = cache(self._read_parts)
        self._users = cache(self._read_users)
        self._described = cache(self._read_described)

    def of(self, symbol: SymbolRef) -> tuple[Reached, ...]:
        """Return the cases that reach a symbol, those that use it themselves first."""
        found: dict[SymbolRef, Reached] = {}
        for each in self._reached(symbol, None, _DEEPEST):
            held = found.setdefault(each.case, each)
            if held.helper is not None and each.helper is None:
                found[each.case] = each
        for case in self._titled(symbol):
            found.setdefault(case, Reached(case))
        return tuple(sorted(found.values(), key=lambda each: each.helper is not None))

    def is_test(self, use: Use) -> bool:
        """Tell whether a use stands in a test or in what tests share."""
        return self.is_test_line(use.path, use.line)

    def is_test_line(self, path: str, line: int) -> bool:
        """Tell whether a line stands in a test or in what tests share."""
        if self._repository.files[path].role in TEST_ROLES:
            return True
        return any(line in part for part in self._parts(path))

    def _reached(
        self, symbol: SymbolRef, helper: SymbolRef | None, depth: int
    ) -> Iterator[Reached]:
        for path, line, scope in self._users(symbol):
            case = self._case_at(path, line)
            if case is not None:
                if not is_never_run(self._repository.symbol(case)):
                    yield Reached(case, helper)
                continue
            around = SymbolRef(path, scope)
            if around.is_file or self._repository.symbol(around).kind not in FUNCTIONS:
                if helper is None and self._repository.files[path].role == "test":
                    yield Reached(SymbolRef.of_file(path))
            elif depth and around != symbol:
                behind = list(self._reached(around, helper or around, depth - 1))
                yield from behind or self._set_up(around, helper or around)

    def _titled(self, symbol: SymbolRef) -> Iterator[SymbolRef]:
        """Yield the cases under the name of a function, in the tests of its file."""
        found = None if symbol.is_file else self._repository.symbol(symbol)
        if found is None or found.kind not in FUNCTIONS:
            return
        if name := _LAST_NAME.search(found.name):
            for path in self._repository.links.tests_of.get(symbol.path, ()):
                yield from self._described(path).get(name[0], ())

    def _read_described(self, path: str) -> Mapping[str, list[SymbolRef]]:
        """Return the cases of a file by the functions that the titles around them name."""
        outline = self._repository.files[path].outline
        cases = set(outline.tests)
        found: dict[str, list[SymbolRef]] = {}
        for position, symbol in enumerate(outline.symbols):
            if symbol.name in cases and not is_never_run(symbol):
                for title in symbol.name.split(" > ")[:-1]:
                    if match := _TITLE.fullmatch(title):
                        found.setdefault(match[1], []).append(SymbolRef(path, position))
        return found

    def _set_up(self, function: SymbolRef, helper: SymbolRef) -> Iterator[Reached]:
        """Yield the class of tests for which a function prepares something, which nobody calls."""
        symbols = self._repository.files[function.path].outline.symbols
        owner = symbols[function.position].name.rpartition(".")[0]
        tests = self._repository.files[function.path].outline.tests
        if owner and any(name.startswith(f"{owner}.") for name in tests):
            for position, symbol in enumerate(symbols):
                if symbol.name == owner:
                    yield Reached(SymbolRef(function.path, position), helper)
                    return

    def _read_users(self, symbol: SymbolRef) -> tuple[tuple[str, int, int], ...]:
        """Return path, line and scope of the uses of a symbol in tests."""
        uses = self._repository.links.uses.of(symbol)[:_MOST_USES]
        found = dict.fromkeys(
            (use.path, use.line, use.scope)
            for use in uses
            if use.kind not in _NO_USE and self.is_test(use)
        )
        return tuple(found)

    def _case_at(self, path: str, line: int) -> SymbolRef | None:
        """Return the outermost test case around a line."""
        starts, ends, positions = self._cases(path)
        index = bisect_right(starts, line) - 1
        if index >= 0 and line <= ends[index]:
            return SymbolRef(path, positions[index])
        return None

    def _read_cases(self, path: str) -> tuple[list[int], list[int], list[int]]:
        """Return first line, last line and position of each case of a file, one after the other."""
        outline = self._repository.files[path].outline
        names = set(outline.tests)
        starts: list[int] = []
        ends: list[int] = []
        positions: list[int] = []
        for position, symbol in enumerate(outline.symbols if names else ()):
            if symbol.name in names and (not ends or symbol.line > ends[-1]):
                starts.append(symbol.line)
                ends.append(symbol.end_line)
                positions.append(position)
        return starts, ends, positions

    def _read_parts(self, path: str) -> tuple[range, ...]:
        """Return the lines of a file of the software that are tests: cases and what is around."""
        starts, ends, _ = self._cases(path)
        symbols = self._repository.files[path].outline.symbols if starts else ()
        around = (
            range(symbol.line, symbol.end_line + 1)
            for symbol in symbols
            if (start := bisect_right(starts, symbol.line - 1)) < len(starts)
            and ends[start] <= symbol.end_line
        )
        return tuple(around)
