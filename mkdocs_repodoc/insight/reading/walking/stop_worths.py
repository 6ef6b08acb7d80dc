"""The worth of functions as stops of a walk: what there is to read in them, and on which way."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.insight.reading.flow_asides import Asides
from mkdocs_repodoc.insight.reading.flow_outcomes import LOOKED_AHEAD
from mkdocs_repodoc.insight.reading.stops import Arrival
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_LONG = 40
"""Lines of a function from which on there is something to read in it, whatever it calls."""
_LEAST_LINES = 8
"""Lines of a function that is worth a stop although it calls nothing."""
_ON_THE_WAY = 1.3
"""Factor for a step of the flow."""
_DEEPER = 0.85
"""Factor for each call in between that the flow does not take: a tour is rather broad than deep."""
_ALONG = 0.93
"""Factor for each call in between that it does."""
_PREPARES = 0.7
"""Factor for what is called before the flow goes on: preparation."""
_SETS_UP = 0.4
"""Factor for all behind a call by which shown code prepares for what it is there for."""
_ANOTHER_USE = 0.6
"""Factor for all behind a call of shown code that the flow doesn't take."""
_ANOTHER_RUN = 0.5
"""Factor for all behind a call that no run makes which goes on along the flow."""
_SAME_AGAIN = 0.5
"""Factor for what calls something that the tour has passed: another way to the same."""


class Path(NamedTuple):
    """The path of a flow."""

    trunk: Sequence[SymbolRef]
    """What a walk passes in any case, in its order: the first that goes on from a caller counts."""
    later: Collection[SymbolRef]
    """Further steps of the flow."""


class StopWorths:
    """Weighs functions as stops of a walk.

    Args:
        repository: The linked repository.
        finder: Has found its main flows.
        asides: Functions that are beside the point.
    """

    def __init__(self, repository: Repository, finder: FlowFinder, asides: Asides) -> None:
        self._repository = repository
        self._finder = finder
        self._asides = asides
        self._other_ways: dict[tuple[SymbolRef, tuple[int, ...], tuple[int, ...]], bool] = {}

    def of(
        self,
        callee: Callee,
        arrival: Arrival,
        arrivals: Mapping[SymbolRef, Arrival | None],
        path: Path,
    ) -> float:
        """Return what there is to read in a function and behind it, as a stop of a walk.

        Args:
            callee: The function.
            arrival: How the walk comes to it.
            arrivals: The functions of the walk so far, and how it comes to each.
            path: The path of the flow.
        """
        symbol = callee.symbol
        worth = self._finder.share(arrival.caller, callee)
        worth *= self._finder.worth(symbol, LOOKED_AHEAD)
        if symbol in path.later:
            worth *= _ON_THE_WAY
        else:
            onward = [
                each.line
                for each in arrivals.values()
                if each is not None and each.caller == arrival.caller
            ]
            if onward and arrival.line < min(onward):
                worth *= _PREPARES
            if arrival.line in onward and arrival.is_outside(self._repository):
                worth *= _SAME_AGAIN
            behind = [callee.symbol in arrivals for callee, _ in self._finder.followed(symbol)]
            worth *= _SAME_AGAIN if any(behind) else 1
            worth *= _SAME_AGAIN if behind and all(behind) else 1
        way: Arrival | None = arrival
        inner = symbol
        while way is not None:
            if self._finder.prepares(way.caller, inner):
                worth *= _SETS_UP
            elif self._finder.shows_use(way.caller):
                worth *= 1 if inner == _second(arrivals) else _ANOTHER_USE
            if inner not in path.trunk and self._is_other_way(way, arrivals, path):
                worth *= _ANOTHER_RUN
            inner, way = way.caller, arrivals.get(way.caller)
            if way is not None:
                worth *= _ALONG if inner in path.trunk else _DEEPER
        return worth

    def _is_other_way(
        self, way: Arrival, arrivals: Mapping[SymbolRef, Arrival | None], path: Path
    ) -> bool:
        """Tell whether no run makes a call that goes on from its caller along the flow."""
        onward = next(
            (
                each
                for symbol in path.trunk
                for each in [arrivals.get(symbol)]
                if each is not None and each.caller == way.caller
            ),
            None,
        )
        if onward is None:
            return False
        key = (way.caller, way.lines, onward.lines)
        if key not in self._other_ways:
            self._other_ways[key] = self._finder.exclude(*key)
        return self._other_ways[key]

    def is_telling(self, callee: Callee, later: Collection[SymbolRef]) -> bool:
        """Tell whether there is something to read in a function, or behind it.

        Args:
            callee: The function.
            later: Further steps of the flow.
        """
        followed = self._finder.followed(callee.symbol)
        symbol = self._repository.symbol(callee.symbol)
        lines = self._finder.length(callee.symbol)
        told = bool(symbol.summary) and lines >= _LEAST_LINES
        is_telling = told or lines >= _LONG or bool(followed)
        is_telling = is_telling or bool(self._finder.implementations(callee.symbol))
        is_on_the_way = callee.goes_back or callee.symbol in later
        return is_telling and (is_on_the_way or callee.symbol not in self._asides)

    def is_slight(self, symbol: SymbolRef) -> bool:
        """Tell whether a function does little beside calling others."""
        if symbol.is_file or self._repository.symbol(symbol).kind in NOUNS:
            return False
        return self._finder.length(symbol) < _LEAST_LINES


def _second(arrivals: Mapping[SymbolRef, Arrival | None]) -> SymbolRef | None:
    """Return the second step of a flow: the first that something calls."""
    return next((symbol for symbol, arrival in arrivals.items() if arrival is not None), None)
