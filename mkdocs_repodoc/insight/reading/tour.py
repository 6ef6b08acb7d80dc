"""A tour through the source: the stops that tell most of a repository, in the order to read them.

It walks the best main flow as a program does, into what a function calls and back: the steps of the
flow, and beside them the weightiest other calls, until there are enough. Then come the key
abstractions that these functions work with, and at last a test that uses them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_repodoc.insight.architecture.key_abstractions import KeyAbstractions
from mkdocs_repodoc.insight.flows.flow import Flow
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.insight.reading.stops import Stop
from mkdocs_repodoc.insight.reading.walks import FlowWalker
from mkdocs_repodoc.insight.symbols.definition_lines import definition_lines
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
_LONGEST_TEST = 60
_FLOW_COUNTS = 2
"""What a function of the tour counts in a test, beside a type."""


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
        walker: Walks the flows.
    """

    def __init__(
        self,
        repository: Repository,
        finder: FlowFinder,
        abstractions: KeyAbstractions,
        walker: FlowWalker,
    ) -> None:
        self._repository = repository
        self._finder = finder
        self._abstractions = abstractions
        self._walker = walker

    def tour(self, flows: Sequence[Flow]) -> Tour | None:
        """Return the tour, or none where there are too few things to stop at.

        Args:
            flows: The main flows, the best first.
        """
        flow = flows[0] if flows else None
        walker = self._walker
        walked = list(walker.one_run(flow, MOST_CALLS, self._first(flow))) if flow else []
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
            if each in members
            or any((each.path, line) in used for line in definition_lines(self._repository, each))
        )

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
        fit = [
            case for case in named if len(definition_lines(self._repository, case)) <= _LONGEST_TEST
        ]
        if not fit:
            return []
        best = min(
            fit,
            key=lambda case: (
                -sum(named[case].values()),
                len(definition_lines(self._repository, case)),
                case,
            ),
        )
        return [Stop(best, "test", met=tuple(named[best]))]

    def _cases(self, uses: Iterable[Use]) -> Iterator[SymbolRef]:
        """Yield the test cases in which uses stand."""
        for use in uses:
            tests = self._repository.files[use.path].outline.tests
            if not use.user.is_file and self._repository.symbol(use.user).name in tests:
                yield use.user
