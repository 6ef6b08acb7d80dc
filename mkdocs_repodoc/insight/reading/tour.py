"""A tour through the source: the stops that tell most of a repository, in the order to read them.

It walks the best main flow as a program does, into what a function calls and back: the steps of the
flow, and beside them the weightiest other calls, until there are enough. Then come the key
abstractions that these functions work with, and at last a test that uses them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.architecture.key_abstractions import KeyAbstractions
from mkdocs_repodoc.insight.flows.call_graph import Callee
from mkdocs_repodoc.insight.flows.main_flows import ASIDE, Flow, FlowFinder, Step
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import (
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.repository import Repository

MOST_CALLS = 8
"""Functions of a flow at which a tour stops."""
MOST_TYPES = 2
"""Types at which it stops behind them; without a flow, as many as there are functions otherwise."""
_LEAST = 3
"""Fewer stops are no tour."""
_LEAST_LINES = 8
"""Lines of a function that is worth a stop although it calls nothing."""
_LOOKED_AHEAD = 8
"""Calls in a row that count for a function."""
_SURE = 4
"""Steps of the flow that a tour passes in any case; of later ones as many as are worth it. As long
is the path to where it leads at last."""
_ON_THE_WAY = 1.3
"""Factor for a step of the flow."""
_DEEPER = 0.85
"""Factor for each call in between: a tour is rather broad than deep."""
_PREPARES = 0.7
"""Factor for what is called before the flow goes on: preparation."""
_SAME_AGAIN = 0.5
"""Factor for what calls something that the tour has passed: another way to the same."""
_BESIDE_THE_POINT = re.compile(
    r"error|exception|fail|warn|abort|raise|\blog(?:ger|ging)?\b|Logger", re.IGNORECASE
)
"""Names of functions that report, or for when something goes wrong: first one wants to know how it
goes well."""
_LONGEST_TEST = 60
_FLOW_COUNTS = 2
"""What a function of the tour counts in a test, beside a type."""

Part = Literal["flow", "type", "test"]


class Arrival(NamedTuple):
    """How a flow comes to a function."""

    caller: SymbolRef
    line: int
    """Line in the caller's file."""
    called: bool
    """Whether it is called there; otherwise it is handed on to be called."""
    through: SymbolRef | None
    """The method that the call names, where the function overrides it; the method that took it,
    where it was registered; its type, where the caller makes an object that others call."""

    def is_outside(self, repository: Repository) -> bool:
        """Tell whether only who is given its object calls the function, outside the repository."""
        through = self.through
        return through is not None and repository.symbol(through).kind in NOUNS


@dataclass(frozen=True, slots=True)
class Stop:
    """A definition to read.

    Attributes:
        symbol: The definition; position -1 is the code of a module outside of functions.
        part: What it is a stop for.
        arrival: For a function of the flow, where it is called; `None` for the first.
        calls: For a function of the flow, what else it calls that is worth a word, in source order.
        met: For a type, the functions of the tour that name it; for a test, what of the tour it
            names.
    """

    symbol: SymbolRef
    part: Part
    arrival: Arrival | None = None
    calls: tuple[Callee, ...] = ()
    met: tuple[SymbolRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Tour:
    """The stops of a tour in their order.

    Attributes:
        stops: The stops.
        flow: The flow that it walks; `None` where there is none.
        users: How many code files name each type among the stops.
    """

    stops: tuple[Stop, ...]
    flow: Flow | None
    users: Mapping[SymbolRef, int]


class TourGuide:
    """Plans a tour.

    Args:
        repository: The linked repository.
        finder: Has found its main flows.
        abstractions: Its key abstractions.
    """

    def __init__(
        self, repository: Repository, finder: FlowFinder, abstractions: KeyAbstractions
    ) -> None:
        self._repository = repository
        self._finder = finder
        self._abstractions = abstractions

    def tour(self, flows: Sequence[Flow]) -> Tour | None:
        """Return the tour, or none where there are too few things to stop at.

        Args:
            flows: The main flows, the best first.
        """
        flow = flows[0] if flows else None
        walked = list(self.walk(flow, MOST_CALLS, first=self._first(flow))) if flow else []
        functions = [stop.symbol for stop in walked]
        types = self._types(functions)
        stops = [*walked, *types]
        stops += self._tests(stops)
        if len(stops) < _LEAST:
            return None
        users = {stop.symbol: self._abstractions.users[stop.symbol] for stop in types}
        return Tour(tuple(stops), flow, users)

    def _first(self, flow: Flow) -> int:
        """Return the first step to stop at: a short one leads to the next, which says so."""
        entry = flow.steps[0].symbol
        if flow.entry.kind == "example":
            return 0
        leads_only = entry.is_file or self._finder.is_short(entry)
        return 1 if len(flow.steps) > 1 and leads_only else 0

    def walk(self, flow: Flow, most: int, aside: int = ASIDE, first: int = 0) -> Iterator[Stop]:
        """Yield the functions of a flow, each before what it calls, in the order of the calls.

        Args:
            flow: The flow; its first steps are passed in any case.
            most: How many functions, those that are only handed on among them.
            aside: How many further calls of each are named.
            first: The step of the flow that it begins with, from 0 on.
        """
        steps = flow.steps[first:]
        later = {step.symbol for step in steps[_SURE:]}
        steps = steps[:_SURE]
        arrivals = dict(zip([step.symbol for step in steps], _arrivals(flow, steps), strict=True))
        arrivals.update(self._outcome(flow, steps))
        self._add_weightiest(arrivals, later, most)
        called: dict[SymbolRef, dict[SymbolRef, Arrival]] = {}
        for symbol, arrival in arrivals.items():
            if arrival is not None:
                called.setdefault(arrival.caller, {})[symbol] = arrival
        waiting = [steps[0].symbol]
        while waiting:
            symbol = waiting.pop()
            inner = called.get(symbol, {})
            yield Stop(symbol, "flow", arrivals[symbol], self._calls(symbol, inner, aside))
            waiting += sorted(inner, key=lambda each: -inner[each].line)

    def _outcome(self, flow: Flow, steps: Sequence[Step]) -> dict[SymbolRef, Arrival]:
        """Return a path that begins behind a call of the flow and comes to another abstraction.

        What a program has made on its main path it often hands to something else at last.
        """
        passed = {step.symbol for step in flow.steps}
        known = {self._owner(symbol) for symbol in passed}
        found: list[tuple[float, dict[SymbolRef, Arrival]]] = []
        for step, following in pairwise([*steps, *flow.steps[len(steps) : len(steps) + 1]]):
            for callee, through in self._finder.followed(step.symbol):
                line = self._called_behind(step.symbol, callee.symbol, following.line)
                if not line:
                    continue
                path = self._finder.flow(flow.entry._replace(symbol=callee.symbol)).steps
                owners = [self._owner(each.symbol) for each in path[:_SURE]]
                ends = [index for index, each in enumerate(owners) if each and each not in known]
                if not ends or any(self._is_beside(each.symbol, passed) for each in path):
                    continue
                arrivals = {callee.symbol: Arrival(step.symbol, line, callee.called, through)}
                for before, each in pairwise(path[: ends[0] + 1]):
                    arrivals[each.symbol] = Arrival(
                        before.symbol, each.line, each.called, each.through
                    )
                found.append((self._finder.worth(path[ends[0]].symbol, _LOOKED_AHEAD), arrivals))
        return max(found, key=lambda each: each[0])[1] if found else {}

    def _owner(self, function: SymbolRef) -> SymbolRef | None:
        """Return the key abstraction that a function is a method of."""
        for ref in self._abstractions.symbols:
            if function.path == ref.path and not function.is_file:
                name, owner = (self._repository.symbol(each).name for each in (function, ref))
                if name.startswith((f"{owner}.", f"{owner}::")):
                    return ref
        return None

    def _called_behind(self, caller: SymbolRef, callee: SymbolRef, line: int) -> int:
        """Return the first line after another on which a function names a callee; 0 for none."""
        lines = self._lines(caller)
        uses = self._repository.links.uses.of(callee)
        behind = (use.line for use in uses if use.path == caller.path and use.line in lines)
        return min((each for each in behind if each > line), default=0)

    def _is_beside(self, symbol: SymbolRef, passed: Collection[SymbolRef]) -> bool:
        """Tell whether a function is no news: the tour passes it, or it deals with failures."""
        return symbol in passed or bool(
            _BESIDE_THE_POINT.search(self._repository.symbol(symbol).name)
        )

    def _add_weightiest(
        self, arrivals: dict[SymbolRef, Arrival | None], later: Collection[SymbolRef], most: int
    ) -> None:
        """Add the weightiest of what the functions call until there are enough.

        Args:
            arrivals: The functions so far, and how the flow comes to each.
            later: Further steps of the flow.
            most: How many are enough.
        """
        while len(arrivals) < most:
            options = [
                (self._worth(arrival, callee.symbol, arrivals, later), arrival, callee)
                for caller in arrivals
                for callee, through in self._finder.followed(caller)
                if callee.symbol not in arrivals
                and arrivals.keys().isdisjoint(self._finder.same_as(callee.symbol))
                and self._is_worth_a_stop(callee, later)
                for arrival in [Arrival(caller, callee.line, callee.called, through)]
            ]
            if not options:
                return
            _, arrival, callee = max(options, key=lambda each: each[0])
            arrivals[callee.symbol] = arrival

    def _worth(
        self,
        arrival: Arrival,
        symbol: SymbolRef,
        arrivals: Mapping[SymbolRef, Arrival | None],
        later: Collection[SymbolRef],
    ) -> float:
        worth = self._finder.worth(symbol, _LOOKED_AHEAD)
        if symbol in later:
            worth *= _ON_THE_WAY
        else:
            onward = [
                each.line
                for each in arrivals.values()
                if each is not None and each.caller == arrival.caller
            ]
            if onward and arrival.line < min(onward):
                worth *= _PREPARES
            if any(callee.symbol in arrivals for callee, _ in self._finder.followed(symbol)):
                worth *= _SAME_AGAIN
        caller = arrivals[arrival.caller]
        while caller is not None:
            worth *= _DEEPER
            caller = arrivals.get(caller.caller)
        return worth

    def _is_worth_a_stop(self, callee: Callee, later: Collection[SymbolRef]) -> bool:
        followed = self._finder.followed(callee.symbol)
        if callee.symbol in later:
            return bool(followed)
        symbol = self._repository.symbol(callee.symbol)
        is_long = self._finder.length(callee.symbol) >= _LEAST_LINES
        is_telling = (bool(symbol.summary) and is_long) or bool(followed)
        return is_telling and not _BESIDE_THE_POINT.search(symbol.name)

    def _calls(
        self, caller: SymbolRef, inner: Mapping[SymbolRef, Arrival], aside: int
    ) -> tuple[Callee, ...]:
        """Return the calls of the stops behind a function, and the weightiest others."""
        stops = [
            Callee(symbol, each.line, each.called, is_outside=each.is_outside(self._repository))
            for symbol, each in inner.items()
        ]
        others = [each for each, _ in self._finder.followed(caller) if each.symbol not in inner]
        is_document = caller.is_file and self._repository.files[caller.path].role == "documentation"
        most = len(others) if is_document else aside
        calls = [*stops, *self._finder.weightiest(others, most)]
        return tuple(sorted(calls, key=lambda each: (each.line, each.symbol)))

    def _types(self, functions: Sequence[SymbolRef]) -> list[Stop]:
        """Return the key abstractions that are most central, and named most on the tour."""
        symbols = self._abstractions.symbols
        met = {ref: self._met(ref, functions) for ref in symbols}
        rank = {ref: (len(symbols) - position) / 2 for position, ref in enumerate(symbols)}
        told = [
            ref
            for ref in symbols
            if ref not in functions and (met[ref] or self._abstractions.users[ref])
        ]
        ordered = sorted(told, key=lambda ref: -len(met[ref]) - rank[ref])
        chosen = ordered[: MOST_TYPES if functions else MOST_CALLS]
        return [Stop(ref, "type", met=met[ref]) for ref in chosen]

    def _met(self, owner: SymbolRef, functions: Sequence[SymbolRef]) -> tuple[SymbolRef, ...]:
        """Return the functions that are methods of a type, or name it or one of its members."""
        members = set(self._members(owner))
        used = {
            (use.path, use.line)
            for member in members
            for use in self._repository.links.uses.of(member)
        }
        return tuple(
            each
            for each in functions
            if each in members or any((each.path, line) in used for line in self._lines(each))
        )

    def _lines(self, ref: SymbolRef) -> range:
        """Return the lines of a definition; none of a module."""
        if ref.is_file:
            return range(0)
        symbol = self._repository.symbol(ref)
        return range(symbol.line, symbol.end_line + 1)

    def _members(self, owner: SymbolRef) -> Iterator[SymbolRef]:
        """Yield a type and what it defines."""
        symbols = self._repository.files[owner.path].outline.symbols
        name = symbols[owner.position].name
        for position, symbol in enumerate(symbols):
            if position == owner.position or symbol.name.startswith((f"{name}.", f"{name}::")):
                yield SymbolRef(owner.path, position)

    def _tests(self, stops: Sequence[Stop]) -> list[Stop]:
        """Return the test case that names most of the tour, the shorter of two; none if none does.

        A tour is read before its tests: a case that calls a function of the flow shows more than
        one that makes a type.
        """
        named: dict[SymbolRef, dict[SymbolRef, int]] = {}
        for stop in stops:
            worth = _FLOW_COUNTS if stop.part == "flow" else 1
            for case in self._cases(self._repository.links.uses.of(stop.symbol)):
                named.setdefault(case, {})[stop.symbol] = worth
        fit = [case for case in named if len(self._lines(case)) <= _LONGEST_TEST]
        if not fit:
            return []
        best = min(fit, key=lambda case: (-sum(named[case].values()), len(self._lines(case)), case))
        return [Stop(best, "test", met=tuple(named[best]))]

    def _cases(self, uses: Iterable[Use]) -> Iterator[SymbolRef]:
        """Yield the test cases in which uses stand."""
        for use in uses:
            tests = self._repository.files[use.path].outline.tests
            if not use.user.is_file and self._repository.symbol(use.user).name in tests:
                yield use.user


def _arrivals(flow: Flow, steps: Sequence[Step]) -> Iterator[Arrival | None]:
    """Yield how a flow comes to each of its last steps; the entry point is called from outside."""
    callers = {step.symbol: before.symbol for before, step in pairwise(flow.steps)}
    for step in steps:
        caller = callers.get(step.symbol)
        yield Arrival(caller, step.line, step.called, step.through) if caller else None
