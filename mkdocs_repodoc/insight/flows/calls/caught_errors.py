"""Handlers that an error reaches: they name it and watch a call that leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallEdge, CallHierarchy
from mkdocs_repodoc.insight.operation.error_paths import ErrorPaths, Handler, Report
from mkdocs_repodoc.model.kinds import CALLING
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

_MOST_FUNCTIONS = 1000
"""Callers that are looked through for one error."""
_RAISES_AGAIN = re.compile(r"(?:raise|throw|rethrow)\b")


class CaughtErrors:
    """Follows errors from where they are reported up to the handlers that take them.

    Handlers without lines that they watch, such as those that a framework is given, take an error
    by its name alone.

    Args:
        repository: The linked repository.
        hierarchy: Who calls whom.
        errors: All reports and handlers.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(
        self,
        repository: Repository,
        hierarchy: CallHierarchy,
        errors: ErrorPaths,
        code_roles: frozenset[Role],
    ) -> None:
        self._repository = repository
        self._hierarchy = hierarchy
        self._errors = errors
        self._code_roles = code_roles
        self._caught: dict[Report, Sequence[Handler]] = {}
        """Asked for on the page of each folder around a report."""

    def catching(self, report: Report) -> Sequence[Handler]:
        """Return the handlers that take a report's error, those reached by the fewest calls first.

        Only types of the repository count: those of a language come from anywhere.
        """
        if report not in self._caught:
            naming = self._errors.naming(report)
            at = report.scope.path, report.fact.line
            self._caught[report] = self._taking(naming, *at) if naming else ()
        return self._caught[report]

    def around(self, path: str, line: int, handlers: Iterable[Handler]) -> Sequence[Handler]:
        """Return which of some handlers take what a line raises, the nearest first."""
        return self._taking(list(handlers), path, line)

    def _taking(self, naming: Sequence[Handler], path: str, line: int) -> Sequence[Handler]:
        by_path: dict[str, list[Handler]] = {}
        for each in naming:
            by_path.setdefault(each.scope.path, []).append(each)
        found = dict.fromkeys(self._above(by_path, path, line))
        return [*found, *(each for each in naming if each.fact.guarded == (0, 0))]

    def _above(
        self, naming: Mapping[str, Sequence[Handler]], path: str, line: int
    ) -> Iterator[Handler]:
        """Yield the handlers on the ways up, each way until something takes the error for good."""
        nearest = _watching(naming, path, line)
        yield from nearest
        if nearest and not _is_raised_again(nearest):
            return
        waiting = self._functions_around(path, line)
        seen = set(waiting)
        for function in waiting:
            for edge in self._hierarchy.callers.get(function, ()):
                if edge.tie == "handed on" or edge.symbol in seen or not self._is_code(edge):
                    continue
                taken = [_watching(naming, *at) for at in self._lines(edge, function)]
                yield from (each for handlers in taken for each in handlers)
                leaves = any(not each or _is_raised_again(each) for each in taken)
                if leaves and len(waiting) < _MOST_FUNCTIONS:
                    seen.add(edge.symbol)
                    waiting.append(edge.symbol)

    def _functions_around(self, path: str, line: int) -> list[SymbolRef]:
        return [
            SymbolRef(path, position)
            for position, symbol in enumerate(self._repository.files[path].outline.symbols)
            if symbol.kind in CALLING and symbol.line <= line <= symbol.end_line
        ]

    def _is_code(self, edge: CallEdge) -> bool:
        return self._repository.files[edge.symbol.path].role in self._code_roles

    def _lines(self, edge: CallEdge, callee: SymbolRef) -> Iterator[tuple[str, int]]:
        """Yield the path and line of each call that a tie stands for."""
        path = edge.symbol.path
        for line in self._hierarchy.lines(edge.symbol, callee) or (edge.line,):
            yield path, line


def _watching(handlers: Mapping[str, Sequence[Handler]], path: str, line: int) -> Sequence[Handler]:
    return [
        each
        for each in handlers.get(path, ())
        if each.fact.guarded[0] <= line <= each.fact.guarded[1]
    ]


def _is_raised_again(handlers: Iterable[Handler]) -> bool:
    return any(_RAISES_AGAIN.match(step) for each in handlers for step in each.fact.steps)
