"""A flow in one line: its path as far as one thing leads to the next, and what it goes on to there.

Behind a few steps, and where a function chooses among several ways, a chain of names would read as
if each stood inside of the one before in every run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.flows.flow import Flow, Step
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_STEPS = 5
"""Functions of the path that are named."""
_ONWARD = 4
"""Calls that are named behind them."""
_LEAST_GIVEN = 3
"""Functions that are passed together at least."""
_OTHERS = 2
"""Other ways that are named of one function, beside one that the path takes."""
_COMPARABLE = 0.3
"""What stands behind another way at least, as a share of the path's own."""


@dataclass(frozen=True, slots=True)
class FlowHead:
    """The beginning of a flow.

    Attributes:
        path: The functions on the path, each with the other ways that a run may take there.
        onward: What the last of them calls, in source order.
        is_choice: Whether a run takes but one of these.
        further: How many others it may take as well.
        given: Functions that the last of them is given to call, in source order.
    """

    path: tuple[tuple[SymbolRef, tuple[SymbolRef, ...]], ...]
    onward: tuple[SymbolRef, ...] = ()
    is_choice: bool = False
    further: int = 0
    given: tuple[SymbolRef, ...] = ()


def flow_head(flow: Flow, finder: FlowFinder) -> FlowHead:
    """Return the beginning of a flow.

    Args:
        flow: The flow.
        finder: Has found it.
    """
    path: list[tuple[SymbolRef, tuple[SymbolRef, ...]]] = []
    others: tuple[SymbolRef, ...] = ()
    for step, following in zip_longest(flow.steps, flow.steps[1:]):
        path.append((step.symbol, others))
        if following is None:
            break
        way = [symbol for symbol, _ in reversed(path[:-1])]
        followed = finder.followed(step.symbol, way)
        callees = [callee for callee, _ in followed if not callee.is_ruled_out]
        ways = _other_ways(finder, step, following, callees)
        if len(ways) > 1 and not all(_is_early(each, following) for each in ways):
            named = _named(finder, following, ways)
            further = len({each.symbol for each in ways}.difference(named))
            return FlowHead(tuple(path), named, is_choice=True, further=further)
        if len(path) == _STEPS:
            once = [each for each in callees if not _is_aside(each)]
            return FlowHead(tuple(path), _named(finder, following, once))
        others = tuple(each.symbol for each in finder.weightiest(ways, _OTHERS))
    return FlowHead(tuple(path), given=_given(flow, finder))


def _given(flow: Flow, finder: FlowFinder) -> tuple[SymbolRef, ...]:
    """Return the weightiest functions that are passed where the last step is called."""
    if len(flow.steps) < _LEAST_GIVEN:
        return ()
    caller, last = flow.steps[-2:]
    behind = [each for each, _ in finder.followed(caller.symbol) if each.line > last.line]
    passed = {each.symbol: each.line for each in behind if not (each.called or each.again)}
    if len(passed) < _LEAST_GIVEN or finder.followed(last.symbol):
        return ()
    if any(each.called and each.line < max(passed.values()) for each in behind):
        return ()  # which may be what they are passed to
    weighty = sorted(passed, key=finder.outlook, reverse=True)[:_ONWARD]
    return tuple(sorted(weighty, key=lambda each: passed[each]))


def _is_aside(callee: Callee) -> bool:
    """Tell whether few runs make a call."""
    is_other = callee.is_failure or callee.is_leaving or callee.is_for_platform
    return is_other or bool(callee.kept_as)


def _is_early(way: Callee, following: Step) -> bool:
    """Tell whether a run that takes another way leaves the function before it comes to a step."""
    last = way.left_at or (way.line if way.is_leaving else 0)
    return 0 < last < following.line


def _other_ways(
    finder: FlowFinder, step: Step, following: Step, callees: Sequence[Callee]
) -> list[Callee]:
    """Return what a run calls that doesn't come to the next step, where as much is behind it."""
    least = _COMPARABLE * finder.outlook(following.symbol)
    return [
        each
        for each in callees
        if each.called
        and each.symbol != following.symbol
        and not (each.is_failure or each.kept_as or each.instead_of)
        and finder.outlook(each.symbol) >= least
        and finder.exclude(step.symbol, each.lines, (following.line, *following.again))
    ]


def _named(finder: FlowFinder, following: Step, callees: Sequence[Callee]) -> tuple[SymbolRef, ...]:
    """Return the next step and the weightiest others, in the order of their lines."""
    others = [each for each in callees if each.symbol != following.symbol]
    lines = {each.symbol: each.line for each in finder.weightiest(others, _ONWARD - 1)}
    lines[following.symbol] = following.line
    return tuple(sorted(lines, key=lambda each: (lines[each], each)))
