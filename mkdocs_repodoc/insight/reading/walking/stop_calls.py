"""The calls that are told of a function on a walk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.insight.reading.flow_asides import Asides
from mkdocs_repodoc.insight.reading.passed_lists import passed_lists
from mkdocs_repodoc.insight.reading.stops import Arrival
from mkdocs_repodoc.model.kinds import CALLING
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_GIVEN = 3
"""Functions inside of a function that it gives away, which are named."""
_LISTED = 20
"""Functions that stand in lists which a function passes on, or that it chooses from."""
_ARMS = 2
"""Other ways of a choice that are told, at least, for all of them to be."""


class StopCalls:
    """Chooses the calls that are told.

    Args:
        repository: The linked repository.
        finder: Has found its main flows.
        asides: Functions that are beside the point.
        lines: Path → the file's lines.
    """

    def __init__(
        self,
        repository: Repository,
        finder: FlowFinder,
        asides: Asides,
        lines: Callable[[str], Sequence[str]],
    ) -> None:
        self._repository = repository
        self._finder = finder
        self._asides = asides
        self._lines = lines

    def of(
        self,
        caller: SymbolRef,
        inner: Mapping[SymbolRef, Arrival],
        aside: int,
        way: Sequence[SymbolRef],
    ) -> tuple[Callee, ...]:
        """Return the calls of the stops behind a function, and the weightiest others.

        Args:
            caller: The function.
            inner: The functions at which the walk goes on from it, and how it comes to each.
            aside: How many others.
            way: The functions through which the walk comes to the caller.
        """
        followed = [callee for callee, _ in self._finder.followed(caller, way)]
        known = {each.symbol: each for each in followed}
        kept_as = {each.symbol: each.kept_as for each in followed if each.kept_as}
        stops = [
            Callee(
                symbol,
                each.line,
                each.called,
                again=each.again,
                is_outside=each.is_outside(self._repository),
                kept_as=kept_as.get(symbol, ""),
                instead_of=known[symbol].instead_of if symbol in known else None,
                registrar=known[symbol].registrar if symbol in known else None,
            )
            for symbol, each in inner.items()
        ]
        others = [
            each
            for each in followed
            if each.symbol not in inner and each.symbol not in kept_as and self._is_told(each)
            if not each.is_ruled_out
        ]
        is_document = caller.is_file and self._repository.files[caller.path].role == "documentation"
        most = len(others) if is_document else aside
        calls = [*stops, *self._finder.weightiest(others, most), *self._given(caller, others)]
        calls += self._listed(caller, calls, others)
        calls += self._further_arms(caller, calls, others)
        if not any(each.kept_as for each in stops):
            kept = [each for each in followed if each.kept_as]
            calls += self._finder.weightiest(kept, 1)
        return tuple(sorted(calls, key=lambda each: (each.line, each.symbol)))

    def _is_told(self, callee: Callee) -> bool:
        """Tell whether a call is to the point."""
        asides = self._asides
        is_everyday = callee.called and asides.is_everyday(callee.symbol)
        is_of_failure = asides.is_report(callee.symbol) or asides.is_of_error(callee.symbol)
        return not (is_everyday or is_of_failure)

    def _listed(
        self, caller: SymbolRef, calls: Sequence[Callee], others: Sequence[Callee]
    ) -> list[Callee]:
        """Return what stands in lists of functions, beside what is told of them anyway."""
        told = {each.symbol: each for each in calls}
        known = [*told.values(), *(each for each in others if each.symbol not in told)]
        lists = passed_lists(known, self._lines(caller.path))
        found = [each for listed in lists for each in listed if each.symbol not in told]
        return found[:_LISTED]

    def _further_arms(
        self, caller: SymbolRef, calls: Sequence[Callee], others: Sequence[Callee]
    ) -> list[Callee]:
        """Return a call of each further way where several ways of a choice are told.

        Some of the commands that a function chooses from would read as all of them.
        """
        arms = [
            each
            for each in calls
            if sum(self._finder.exclude(caller, each.lines, one.lines) for one in calls) >= _ARMS
        ]
        known = {each.symbol for each in calls}
        found: list[Callee] = []
        for each in others if arms else ():
            if each.symbol in known or not each.called:
                continue
            if all(self._finder.exclude(caller, each.lines, one.lines) for one in (*arms, *found)):
                found.append(each)
        return found[:_LISTED]

    def _given(self, caller: SymbolRef, others: Sequence[Callee]) -> list[Callee]:
        """Return the functions inside of one that it gives away: they are called later."""
        around = None if caller.is_file else self._repository.symbol(caller)
        if around is None or around.kind not in CALLING:
            return []
        found = [each for each in others if not each.called and each.symbol.path == caller.path]
        lines = {each: self._repository.symbol(each.symbol) for each in found}
        return [
            each
            for each, inner in lines.items()
            if around.line < inner.line and inner.end_line <= around.end_line
        ][:_GIVEN]
