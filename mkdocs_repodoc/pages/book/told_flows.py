"""Flows of which several pass the same functions: each function is told once, then referred to."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.reading.stops import Stop
from mkdocs_repodoc.model.blocks import PageLink
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class ToldFlows:
    """What the flows before have told.

    Args:
        uri: The page on which they are told.
    """

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._steps: dict[SymbolRef, PageLink] = {}

    def step(self, symbol: SymbolRef) -> PageLink | None:
        """Return a link to the step of an earlier flow that tells a function."""
        return self._steps.get(symbol)

    def not_told_yet(self, stops: Sequence[Stop]) -> list[Stop]:
        """Return the stops of a flow that are not told already; its first one in any case."""
        return [stop for stop in stops if stop.arrival is None or stop.symbol not in self._steps]

    def add(self, title: str, anchor: str, stops: Sequence[Stop]) -> None:
        """Note the steps of a flow as told.

        Args:
            title: Of the flow.
            anchor: HTML id of its heading.
            stops: Its steps as they are numbered.
        """
        for number, stop in enumerate(stops, 1):
            link = PageLink(f"step {number} of “{title}”", self._uri, anchor)
            self._steps.setdefault(stop.symbol, link)
