"""Walks along flows: functions in the order of their calls, as a program goes into each and back.

They pass the steps of the flow, and beside them the weightiest other calls, until there are enough.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from mkdocs_repodoc.insight.architecture.key_abstractions import KeyAbstractions
from mkdocs_repodoc.insight.flows.call_weights import ASIDE
from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.flows.flow import Flow, Step
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.insight.reading.flow_asides import Asides
from mkdocs_repodoc.insight.reading.flow_outcomes import FlowOutcomes
from mkdocs_repodoc.insight.reading.stops import Arrival, Stop
from mkdocs_repodoc.insight.reading.walking.forks import Forks
from mkdocs_repodoc.insight.reading.walking.stop_calls import StopCalls
from mkdocs_repodoc.insight.reading.walking.stop_worths import Path, StopWorths
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

_SURE = 4
"""Steps of the flow that a tour passes in any case; of later ones as many as are worth it."""


class FlowWalker:
    """Walks flows.

    Args:
        repository: The linked repository.
        finder: Has found its main flows.
        abstractions: Its key abstractions.
        conditions: Tells which calls one run can make.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(
        self,
        repository: Repository,
        finder: FlowFinder,
        abstractions: KeyAbstractions,
        conditions: CallConditions,
        code_roles: frozenset[Role],
    ) -> None:
        self._repository = repository
        self._finder = finder
        self._conditions = conditions
        self._asides = Asides(repository, abstractions, code_roles)
        self._calls = StopCalls(repository, finder, self._asides, conditions.lines)
        self._worths = StopWorths(repository, finder, self._asides)
        self._outcomes = FlowOutcomes(repository, finder, abstractions, self._asides)
        self._forks = Forks(finder, conditions, self._worths)

    def one_run(self, flow: Flow, most: int, first: int) -> Iterator[Stop]:
        """Yield the functions of a flow that one and the same run can pass, with what it does not.

        Args:
            flow: The flow.
            most: How many functions.
            first: The step of the flow that it begins with, from 0 on.
        """
        stops = list(self.walk(flow, most, first=first, is_one_run=True))
        passed = {stop.symbol for stop in stops}
        for stop in stops:
            inner = {each.symbol for each in stops if _before(each) == (stop.symbol,)}
            yield self._forks.told(stop, _before(stop), inner, passed)

    def walk(
        self,
        flow: Flow,
        most: int,
        aside: int = ASIDE,
        first: int = 0,
        *,
        is_one_run: bool = False,
    ) -> Iterator[Stop]:
        """Yield the functions of a flow, each before what it calls, in the order of the calls.

        Args:
            flow: The flow; its first steps are passed in any case.
            most: How many functions, those that are only handed on among them.
            aside: How many further calls of each are named.
            first: The step of the flow that it begins with, from 0 on.
            is_one_run: Whether it leaves out what no run does that takes the steps of the flow.
        """
        steps = flow.steps[first:]
        sure = self._sure(steps)
        later = {step.symbol for step in steps[sure:]}
        steps = steps[:sure]
        arrivals = dict(zip([step.symbol for step in steps], _arrivals(flow, steps), strict=True))
        for symbol, found in self._outcomes.path(flow, steps).items():
            if not (is_one_run and self._is_excluded(found, arrivals)):
                arrivals[symbol] = found
        path = Path(tuple(arrivals), later)
        self._add_weightiest(arrivals, path, most, is_one_run=is_one_run)
        called: dict[SymbolRef, dict[SymbolRef, Arrival]] = {}
        for symbol, arrival in arrivals.items():
            if arrival is not None:
                called.setdefault(arrival.caller, {})[symbol] = arrival
        waiting = [steps[0].symbol]
        while waiting:
            symbol = waiting.pop()
            inner = called.get(symbol, {})
            way = tuple(_way_to(symbol, arrivals))
            calls = self._calls.of(symbol, inner, aside, way)
            yield Stop(symbol, "flow", arrivals[symbol], calls)
            numbered = {each: number for number, each in enumerate(inner)}
            # What makes an object runs before a method that the same line calls of it.
            makes = {each: self._repository.symbol(each).kind in NOUNS for each in inner}
            waiting += sorted(
                inner, key=lambda each: (-inner[each].line, makes[each], -numbered[each])
            )

    def _sure(self, steps: Sequence[Step]) -> int:
        """Return how many steps are passed in any case: overloads that call another are one."""
        names = [self._repository.qualified_name(step.symbol) for step in steps]
        counts = [len(set(names[: number + 1])) for number in range(len(names))]
        return bisect_right(counts, _SURE)

    def _add_weightiest(
        self,
        arrivals: dict[SymbolRef, Arrival | None],
        path: Path,
        most: int,
        *,
        is_one_run: bool,
    ) -> None:
        """Add the weightiest of what the functions call until there are enough.

        A function of a few lines is passed only on the way to another.

        Args:
            arrivals: The functions so far, and how the flow comes to each.
            path: The path of the flow.
            most: How many are enough.
            is_one_run: Whether what no run does that takes the others is left out.
        """
        passed_by: set[SymbolRef] = set()
        while True:
            self._fill(arrivals, path, most, passed_by, is_one_run=is_one_run)
            callers = {each.caller for each in arrivals.values() if each is not None}
            idle = {
                symbol
                for symbol in arrivals.keys() - path.trunk - callers
                if self._worths.is_slight(symbol)
            }
            if not idle:
                return
            passed_by |= idle
            for symbol in idle:
                del arrivals[symbol]

    def _fill(
        self,
        arrivals: dict[SymbolRef, Arrival | None],
        path: Path,
        most: int,
        passed_by: Collection[SymbolRef],
        *,
        is_one_run: bool,
    ) -> None:
        """Add the weightiest of what the functions call, but for some, until there are enough."""
        while len(arrivals) < most:
            options = [
                (
                    self._worths.of(callee, arrival, arrivals, path),
                    arrival,
                    callee,
                )
                for caller in arrivals
                for callee, through in self._finder.followed(
                    caller, tuple(_way_to(caller, arrivals))
                )
                if callee.symbol not in arrivals
                and not callee.is_ruled_out
                and callee.symbol not in passed_by
                and not (callee.kept_as and self._is_chosen(callee, caller, arrivals))
                and arrivals.keys().isdisjoint(self._finder.same_as(callee.symbol))
                and self._worths.is_telling(callee, path.later)
                for arrival in [Arrival(caller, callee.line, callee.again, callee.called, through)]
                if not (is_one_run and self._is_excluded(arrival, arrivals))
            ]
            if not options:
                return
            _, arrival, callee = max(options, key=lambda each: each[0])
            arrivals[callee.symbol] = arrival

    def _is_chosen(
        self, callee: Callee, caller: SymbolRef, arrivals: Mapping[SymbolRef, Arrival | None]
    ) -> bool:
        """Tell whether a walk has gone on at one of what a function calls by a name, or can't."""
        if self._finder.handlers.are_many(callee.kept_as):
            return True
        kept = {each.symbol for _, each in self._finder.handlers.of(caller)}
        return any(
            arrival is not None and arrival.caller == caller and symbol in kept
            for symbol, arrival in arrivals.items()
        )

    def _is_excluded(self, arrival: Arrival, arrivals: Mapping[SymbolRef, Arrival | None]) -> bool:
        """Tell whether a run that takes the other calls of a function can't take one."""
        return any(
            other is not None
            and other.caller == arrival.caller
            and self._conditions.exclude(arrival.caller, arrival.lines, other.lines)
            for other in arrivals.values()
        )


def _before(stop: Stop) -> tuple[SymbolRef, ...]:
    """Return the function that leads to a stop."""
    return (stop.arrival.caller,) if stop.arrival is not None else ()


def _way_to(symbol: SymbolRef, arrivals: Mapping[SymbolRef, Arrival | None]) -> Iterator[SymbolRef]:
    """Yield the functions through which a walk comes to one, the nearest first."""
    way = arrivals.get(symbol)
    while way is not None:
        yield way.caller
        way = arrivals.get(way.caller)


def _arrivals(flow: Flow, steps: Sequence[Step]) -> Iterator[Arrival | None]:
    """Yield how a flow comes to each of its last steps; the entry point is called from outside."""
    callers = {step.symbol: before.symbol for before, step in pairwise(flow.steps)}
    for step in steps:
        caller = callers.get(step.symbol)
        yield (
            Arrival(caller, step.line, step.again, step.called, step.through) if caller else None
        )
