"""Forks of a walk: what a function calls in other runs, instead of what the walk goes on to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.insight.reading.stops import Stop
from mkdocs_repodoc.insight.reading.walking.stop_worths import StopWorths
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_NAMED = 3
"""Calls of other runs that are named at a fork."""


class Forks:
    """Tells the calls of other runs apart.

    Args:
        finder: Has found the main flows.
        conditions: Tells which calls one run can make.
        worths: Weighs functions as stops.
    """

    def __init__(self, finder: FlowFinder, conditions: CallConditions, worths: StopWorths) -> None:
        self._finder = finder
        self._conditions = conditions
        self._worths = worths

    def told(
        self,
        stop: Stop,
        way: Sequence[SymbolRef],
        inner: Collection[SymbolRef],
        passed: Collection[SymbolRef],
    ) -> Stop:
        """Return a stop with the forks at it, and without their calls among those of the run.

        Args:
            stop: The stop.
            way: The functions that lead to it, the nearest first.
            inner: The functions at which the walk goes on from it.
            passed: All functions of the walk.
        """
        onward = [each for each in stop.calls if each.symbol in inner]
        others = [
            callee
            for callee, _ in self._finder.followed(stop.symbol, way)
            if callee.symbol not in inner
            and not callee.is_ruled_out
            and any(self._conditions.are_alternatives(stop.symbol, callee, one) for one in onward)
        ]
        elsewhere = {each.symbol for each in others}
        calls = tuple(each for each in stop.calls if each.symbol not in elsewhere)
        named = self._finder.weightiest(
            [
                each
                for each in others
                if each.symbol not in passed and self._worths.is_telling(each, ())
            ],
            _NAMED,
        )
        return replace(stop, calls=calls, forks=named)
