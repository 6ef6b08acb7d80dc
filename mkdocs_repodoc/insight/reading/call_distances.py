"""Distances of functions from where the software is entered, in calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallHierarchy
from mkdocs_repodoc.model.linked_symbols import SymbolRef

Distances = Mapping[SymbolRef, int]
"""Function → the fewest calls by which the software comes to it; others are missing."""


def call_distances(hierarchy: CallHierarchy, entries: Iterable[SymbolRef]) -> Distances:
    """Return how many calls away functions are.

    Args:
        hierarchy: Who calls whom.
        entries: Where the software is entered.
    """
    found = dict.fromkeys(sorted(entries), 0)
    waiting = list(found)
    for each in waiting:
        for edge in hierarchy.of(each):
            if edge.symbol not in found:
                found[edge.symbol] = found[each] + 1
                waiting.append(edge.symbol)
    return found
