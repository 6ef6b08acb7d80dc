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
_RAISES_AGAIN = re.compile(
    r"(?<![\w\"'])(?:raise|throw|rethrow)\b(?!\s+(?:new\s+)?[A-Za-z_][\w.:]*\s*[({])"
)
"""The same error; one that is made there is another."""


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
        self._lines_of: dict[tuple[SymbolRef, SymbolRef], Sequence[int]] = {}
        """The same ties lie on the ways up from many lines; to find one, a file is read whole."""

    def catching(self, report: Report) -> Sequence[Handler]:
        """Return the handlers that take a report's error, those reached by the fewest calls first.

        Only types of the repository count: those of a language come from anywhere. One that takes
        all errors, or all of a type of the language, counts where it watches a call that leads
        there: no handler further up comes to the error.
        """
        if report not in self._caught:
            naming = self._errors.naming(report)
            at = report.scope.path, report.fact.line
            general = (
                self._errors.taking_any(report, self._language(report.scope)) if naming else ()
            )
            self._caught[report] = self._taking([*naming, *general], *at) if naming else ()
        return self._caught[report]

    def naming_elsewhere(self, report: Report) -> Sequence[Handler]:
        """Return the handlers that name a report's error and that no known call leads to.

        They are none where all ways up are known and end in a handler: those whose callers are code
        of users, or are chosen while the program runs, go on unseen.
        """
        known = set(self.catching(report))
        named = (each for each in self._errors.naming(report) if each not in known)
        naming = [each for each in named if each.scope != report.scope]
        by_path: dict[str, list[Handler]] = {}
        for each in (*naming, *known):
            by_path.setdefault(each.scope.path, []).append(each)
        ways = self._above(by_path, report.scope.path, report.fact.line) if naming else ()
        return naming if any(each is None for each in ways) else ()

    def _language(self, scope: SymbolRef) -> str:
        return self._repository.files[scope.path].source.language

    def around(self, path: str, line: int, handlers: Iterable[Handler]) -> Sequence[Handler]:
        """Return which of some handlers take what a line raises, the nearest first."""
        return self._taking(list(handlers), path, line)

    def _taking(self, naming: Sequence[Handler], path: str, line: int) -> Sequence[Handler]:
        by_path: dict[str, list[Handler]] = {}
        for each in naming:
            by_path.setdefault(each.scope.path, []).append(each)
        above = self._above(by_path, path, line)
        found = dict.fromkeys(each for each in above if each is not None)
        return [*found, *(each for each in naming if each.fact.guarded == (0, 0))]

    def _above(
        self, naming: Mapping[str, Sequence[Handler]], path: str, line: int
    ) -> Iterator[Handler | None]:
        """Yield the handlers on the ways up, each way until something takes the error for good.

        A way that ends at a function which no code is known to call has `None` at its end.
        """
        nearest = _watching(naming, path, line)
        yield from nearest
        if not _goes_on(nearest):
            return
        waiting = self._functions_around(path, line)
        seen = set(waiting)
        for function in waiting:
            callers = self._hierarchy.callers.get(function, ())
            edges = [each for each in callers if self._calls(each)]
            if not edges:
                yield None
            for edge in edges:
                if edge.symbol in seen:
                    continue
                taken = [_watching(naming, *at) for at in self._lines(edge, function)]
                yield from (each for handlers in taken for each in handlers)
                leaves = any(map(_goes_on, taken))
                if leaves and len(waiting) < _MOST_FUNCTIONS:
                    seen.add(edge.symbol)
                    waiting.append(edge.symbol)

    def _functions_around(self, path: str, line: int) -> list[SymbolRef]:
        return [
            SymbolRef(path, position)
            for position, symbol in enumerate(self._repository.files[path].outline.symbols)
            if symbol.kind in CALLING and symbol.line <= line <= symbol.end_line
        ]

    def _calls(self, edge: CallEdge) -> bool:
        is_code = self._repository.files[edge.symbol.path].role in self._code_roles
        return is_code and edge.tie != "handed on"

    def _lines(self, edge: CallEdge, callee: SymbolRef) -> Iterator[tuple[str, int]]:
        """Yield the path and line of each call that a tie stands for."""
        tie = edge.symbol, callee
        if (lines := self._lines_of.get(tie)) is None:
            lines = self._lines_of[tie] = self._hierarchy.lines(*tie)
        for line in lines or (edge.line,):
            yield edge.symbol.path, line


def _watching(handlers: Mapping[str, Sequence[Handler]], path: str, line: int) -> Sequence[Handler]:
    """Return the handlers that take what a line raises, up to the one that keeps it.

    Of the handlers of one `try` the first takes it.
    """
    found: dict[tuple[int, int], Handler] = {}
    for each in handlers.get(path, ()):
        first, last = each.fact.guarded
        if first <= line <= last:
            known = found.get((-first, last))
            if known is None or each.fact.line < known.fact.line:
                found[-first, last] = each
    taking: list[Handler] = []
    for _, each in sorted(found.items(), key=lambda one: one[0]):
        taking.append(each)
        if not _is_raised_again(each):
            break
    return taking


def _goes_on(taking: Sequence[Handler]) -> bool:
    """Tell whether an error goes on to the callers behind the handlers that take it."""
    return not taking or _is_raised_again(taking[-1])


def _is_raised_again(handler: Handler) -> bool:
    return any(map(_RAISES_AGAIN.search, handler.fact.steps))
