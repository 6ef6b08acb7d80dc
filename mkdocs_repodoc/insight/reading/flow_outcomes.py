"""Outcomes: where a flow leads at last, behind its main path."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from mkdocs_repodoc.insight.architecture.key_abstractions import KeyAbstractions
from mkdocs_repodoc.insight.flows.flow import Flow, Step
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.insight.reading.flow_asides import Asides
from mkdocs_repodoc.insight.reading.stops import Arrival
from mkdocs_repodoc.insight.symbols.definition_lines import definition_lines
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

LOOKED_AHEAD = 8
"""Calls in a row that count for a function."""
_LONGEST_WAY = 4
"""Steps of the path to an outcome."""
_AN_OUTCOME = 0.25
"""What counts at least to what all leads at last, beside the flow's own next step."""


class FlowOutcomes:
    """Finds where flows lead at last.

    Args:
        repository: The linked repository.
        finder: Has found its main flows.
        abstractions: Its key abstractions.
        asides: Functions that are no outcome.
    """

    def __init__(
        self,
        repository: Repository,
        finder: FlowFinder,
        abstractions: KeyAbstractions,
        asides: Asides,
    ) -> None:
        self._repository = repository
        self._finder = finder
        self._abstractions = abstractions
        self._asides = asides

    def path(self, flow: Flow, steps: Sequence[Step]) -> dict[SymbolRef, Arrival]:
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
                owners = [self._owner(each.symbol) for each in path[:_LONGEST_WAY]]
                ends = [index for index, each in enumerate(owners) if each and each not in known]
                if not ends or any(self._is_no_news(each.symbol, passed) for each in path):
                    continue
                if self._is_ruled_out(step.symbol, path[: ends[0] + 1]):
                    continue
                arrivals = {callee.symbol: Arrival(step.symbol, line, (), callee.called, through)}
                for before, each in pairwise(path[: ends[0] + 1]):
                    arrivals[each.symbol] = Arrival(
                        before.symbol, each.line, each.again, each.called, each.through
                    )
                worth = self._worth(path[ends[0]].symbol)
                if worth >= _AN_OUTCOME * self._finder.outlook(following.symbol):
                    found.append((worth, arrivals))
        return max(found, key=lambda each: each[0])[1] if found else {}

    def _is_ruled_out(self, caller: SymbolRef, path: Sequence[Step]) -> bool:
        """Tell whether what a function hands on lets no run come along a path behind its call."""
        way = [caller]
        for before, following in pairwise(path):
            for callee, _ in self._finder.followed(before.symbol, tuple(way)):
                if callee.symbol == following.symbol and callee.is_ruled_out:
                    return True
            way.insert(0, before.symbol)
        return False

    def _worth(self, symbol: SymbolRef) -> float:
        """Return the worth of a function, or of the weightiest that may run in its stead."""
        fit = (symbol, *self._finder.implementations(symbol))
        return max(self._finder.worth(each, LOOKED_AHEAD) for each in fit)

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
        lines = definition_lines(self._repository, caller)
        uses = self._repository.links.uses.of(callee)
        behind = (use.line for use in uses if use.path == caller.path and use.line in lines)
        return min((each for each in behind if each > line), default=0)

    def _is_no_news(self, symbol: SymbolRef, passed: Collection[SymbolRef]) -> bool:
        """Tell whether the tour passes a function, or it is beside the point."""
        return symbol in passed or symbol in self._asides
