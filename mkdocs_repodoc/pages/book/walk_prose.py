"""A main flow told step by step: each function, and what it does in the order of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.flows.calls.held_tasks import task_lists
from mkdocs_repodoc.insight.reading.passed_lists import passed_lists
from mkdocs_repodoc.insight.reading.stops import Arrival, Stop
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.blocks import Inline, Item, Items, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.flow_parts.passed_functions import passed_told
from mkdocs_repodoc.pages.book.flow_parts.registered_functions import registered_told
from mkdocs_repodoc.pages.book.flow_parts.task_prose import TaskHolder, tasks_told
from mkdocs_repodoc.pages.book.flow_prose import AS_VALUE, comment_told, link_to
from mkdocs_repodoc.pages.book.sentences import quoted
from mkdocs_repodoc.pages.book.told_flows import ToldFlows
from mkdocs_repodoc.pages.parts import page_links, summaries
from mkdocs_repodoc.pages.parts.behaviour import circumstances, kept_functions
from mkdocs_repodoc.pages.parts.behaviour.line_groups import by_circumstances
from mkdocs_repodoc.pages.parts.behaviour.step_lines.other_lines import other_lines
from mkdocs_repodoc.pages.parts.behaviour.told_lines import ToldLine, as_items
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.code_reading.branching.started_beside import is_put_off
from mkdocs_repodoc.text.code_reading.early_returns import returns_call

_PASSES = "passes "
_AGAIN = 3
"""Further lines of a callee that are named."""


class _Steps(NamedTuple):
    """The numbers of the steps."""

    numbers: Mapping[SymbolRef, int]
    """Of this flow."""
    told: ToldFlows
    """Of the flows before."""

    def to(self, symbol: SymbolRef) -> Phrase:
        """Return what leads on from a call to the step that tells what is called, or nothing."""
        if link := self.told.step(symbol):
            return (" → ", link)
        number = self.numbers.get(symbol)
        return (f" → step {number}",) if number is not None else ()

    def back(self, view: BookView, symbol: SymbolRef, caller: SymbolRef) -> Phrase:
        """Return which step a function is called in, unless that is the one before it."""
        number = self.numbers.get(caller)
        if number is None:
            return (", from ", link_to(view, caller))
        return (f", from step {number}",) if number != self.numbers[symbol] - 1 else ()


def walk_told(view: BookView, stops: Sequence[Stop], told: ToldFlows) -> Items:
    """Return the functions of a flow as numbered steps, the calls of each below it.

    The numbers stand in the text: others refer to them.

    Args:
        view: The repository.
        stops: The functions, each before what it calls, in the order of the calls.
        told: What flows before this one have told.
    """
    steps = _Steps({stop.symbol: number for number, stop in enumerate(stops, 1)}, told)
    first: dict[SymbolRef, tuple[SymbolRef, int]] = {}
    for stop in stops:
        for callee in stop.calls:
            first.setdefault(callee.symbol, (stop.symbol, callee.line))
    items = tuple(_step(view, stop, steps, first) for stop in stops)
    return Items(items, shown=len(items))


def _step(
    view: BookView,
    stop: Stop,
    steps: _Steps,
    first: Mapping[SymbolRef, tuple[SymbolRef, int]],
) -> Item:
    """Return one function: what it says of itself, where it is called, what it calls in turn.

    What a callee says of itself stands at the first call of it in the flow.
    """
    said = _words(view, stop.symbol)
    arrival = stop.arrival
    reached = steps.back(view, stop.symbol, arrival.caller) if arrival is not None else ()
    through = _through(view, arrival) if arrival is not None else ()
    where = _where(view, stop.symbol)
    by = circumstances.implementations(view.context, stop.symbol)
    head: Phrase = (
        f"Step {steps.numbers[stop.symbol]}: ",
        link_to(view, stop.symbol),
        *(" (", where, *through, *reached, *((", ", *by) if by else ()), ")"),
    )
    if told := steps.told.step(stop.symbol):
        return Item((*head, ": as in ", told))
    lines = sorted(_lines(view, stop, steps, first), key=lambda each: each.number)
    below = as_items(view.context, stop.symbol, lines)
    return Item((*head, ": ", *said) if said else head, below)


def _lines(
    view: BookView,
    stop: Stop,
    steps: _Steps,
    first: Mapping[SymbolRef, tuple[SymbolRef, int]],
) -> list[ToldLine]:
    """Return what stands below a function: its calls, its lists of tasks, other lines."""
    lists = task_lists(view.context.repository, stop.symbol)
    inside = {line for each in lists for line in range(each.line, each.end_line + 1)}
    registered = [each for each in stop.calls if each.registrar is not None]
    calls = [each for each in stop.calls if each.line not in inside and each not in registered]
    passed = passed_lists(calls, view.context.read_text(stop.symbol.path).lines)
    lines = [passed_told(view, stop.symbol, each, steps.to) for each in passed]
    lines += registered_told(view, stop.symbol, registered, steps.to)
    in_lists = {each for listed in passed for each in listed}
    for callees in _together([each for each in calls if each not in in_lists]):
        if callees[0].is_outside:
            lines.append(_outside(view, callees, steps))
            continue
        at = first[callees[0].symbol]
        lines += [
            _call(view, stop.symbol, each, steps, is_first=at == (stop.symbol, each.line))
            for each in by_circumstances(view.context, stop.symbol, callees[0])
        ]
    if lists:
        followed = [callee for callee, _ in view.context.flow_finder.followed(stop.symbol)]
        holder = TaskHolder(stop.symbol, followed, steps.numbers)
        lines += [tasks_told(view, holder, each) for each in lists]
    told = {callee.line for callee in stop.calls} | {each.number for each in lines}
    others = other_lines(view.context, stop.symbol, told)
    lines += [each for each in others if each.number not in inside]
    return lines


def _through(view: BookView, arrival: Arrival) -> Phrase:
    """Return what leads from a call to a function that it doesn't name."""
    if arrival.through is None:
        return ()
    named = link_to(view, arrival.through)
    if arrival.called:
        others = view.context.repository.links.overridden_by.get(arrival.through, ())
        if len(others) == 1:
            return (", overriding ", named)
        return (f", one of {len(others)} that override ", named)
    if arrival.is_outside(view.context.repository):
        return (", which others call on a ", named)
    return (", registered with ", named)


def _where(view: BookView, symbol: SymbolRef) -> Inline:
    example = view.context.insight.opening_example
    if not symbol.is_file:
        line = view.context.repository.symbol(symbol).name_line
    else:
        line = example.first if example is not None and example.path == symbol.path else 1
    text = f"{view.file_name(symbol.path)}:{line}"
    return page_links.to_line(view.context, symbol.path, line, text=text)


def _call(
    view: BookView,
    caller: SymbolRef,
    callee: Callee,
    steps: _Steps,
    *,
    is_first: bool,
) -> ToldLine:
    """Return one call: its line, the blocks around it, what is called and what that is for."""
    name = split_name(view.context.repository.symbol(callee.symbol).name)[1]
    heads = tuple(circumstances.blocks_around(view.context, caller, callee.line, name))
    where: Phrase = (
        *comment_told(view, caller, callee.line),
        *_again(view, caller, callee),
        ": ",
    )
    verb = _verb(view, caller, callee, name)
    if callee.kept_as:
        kept = kept_functions.before_name(view.context, caller, callee.line, callee.symbol)
        where = (*where, *kept)
    passed = (AS_VALUE,) if verb == _PASSES else ()
    named = (link_to(view, callee.symbol), *passed)
    called: Phrase = (verb, *named, *circumstances.instead(view.context, callee))
    if callee.kept_as:
        behind = kept_functions.behind_name(view.context, caller, callee.line, callee.symbol)
        called = (*called, *behind)
    if onward := steps.to(callee.symbol):
        return ToldLine(callee.line, (*where, *called, *onward), heads)
    said = _words(view, callee.symbol) if is_first else ()
    by = circumstances.implementations(view.context, callee.symbol)
    called = (*called, *((", ", *by) if by else ()))
    whole: Phrase = (*where, *called, ": ", *said) if said else (*where, *called)
    return ToldLine(callee.line, whole, heads)


def _verb(view: BookView, caller: SymbolRef, callee: Callee, name: str) -> str:
    """Return what a line does with what it names: call it, start it, return its result, pass it."""
    if circumstances.is_started(view.context, caller, callee.line, name):
        return "starts, without waiting for it, "
    if not callee.called:
        return _PASSES
    lines = view.context.read_text(caller.path).lines
    text = lines[callee.line - 1] if callee.line <= len(lines) else ""
    if is_put_off(text):
        return "when it is left, "
    return "returns " if returns_call(text, name) else ""


def _together(callees: Sequence[Callee]) -> Iterator[tuple[Callee, ...]]:
    """Yield calls one by one, those that others make on the same object together."""
    for is_outside, group in groupby(callees, key=lambda each: each.is_outside and each.line):
        if is_outside:
            yield tuple(group)
        else:
            yield from ((each,) for each in group)


def _outside(view: BookView, callees: Sequence[Callee], steps: _Steps) -> ToldLine:
    """Return the line that makes an object, with its methods that others call."""
    methods = [(link_to(view, each.symbol), *steps.to(each.symbol)) for each in callees]
    said: Phrase = (": makes an object on which others call ", *joined(methods, last=" and "))
    return ToldLine(callees[0].line, said)


def _again(view: BookView, caller: SymbolRef, callee: Callee) -> Phrase:
    """Return the other lines of a callee: what stands between may come before those."""
    if not callee.again:
        return ()
    links = [
        page_links.to_line(view.context, caller.path, line, text=str(line))
        for line in callee.again[:_AGAIN]
    ]
    left = len(callee.again) - len(links)
    return (" (again ", *capped(links, left), ")")


def _words(view: BookView, symbol: SymbolRef) -> Phrase:
    if symbol.is_file:
        return ()
    words = summaries.of_symbol(view.context, symbol)
    return quoted(words) if words else ()
