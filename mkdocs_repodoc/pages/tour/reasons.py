"""The sentences of a tour: why it stops at a definition, and where it goes on from there."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.flows.calls.held_tasks import task_lists
from mkdocs_repodoc.insight.reading.stops import Stop
from mkdocs_repodoc.insight.reading.tour import Tour
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.blocks import Inline, PageLink, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.behaviour import circumstances, kept_functions
from mkdocs_repodoc.pages.parts.behaviour.flow_steps import flow_opening, function_link
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.orientation.tour_links import stop_link
from mkdocs_repodoc.text.english import count, with_rest

_AGAIN = 4
"""Further lines of a call that are named."""


class Itinerary:
    """The stops of a tour with their numbers.

    Args:
        context: Where addresses are known.
        tour: The tour.
    """

    def __init__(self, context: PageContext, tour: Tour) -> None:
        self._context = context
        self._tour = tour
        self.numbers = context.insight.stops

    def link(self, ref: SymbolRef, text: str = "") -> PageLink:
        """Return a link to the stop at a definition, by its name unless another text is given."""
        return stop_link(self._context, ref, text)

    def calls(self) -> Phrase:
        """Return the functions of the flow, with an arrow from each to what it leads to.

        Where a function leads to several, these stand beside each other, or it is named again: an
        arrow says who calls whom.
        """
        said: list[Inline] = []
        before: SymbolRef | None = None
        around: SymbolRef | None = None
        for stop in (each for each in self._tour.stops if each.part == "flow"):
            caller = stop.arrival.caller if stop.arrival is not None else None
            is_beside = caller is not None and caller == around
            if caller is not None and caller in self.numbers and caller not in {before, around}:
                said += ["; ", self.link(caller)]
            said += [", " if is_beside else " → "] if said else []
            said.append(self.link(stop.symbol))
            before, around = stop.symbol, caller
        return tuple(said)

    def reason(self, stop: Stop) -> Phrase:
        """Return why the tour stops at a definition."""
        if stop.part == "flow":
            return self._reached(stop)
        if stop.part == "test":
            return ("This test uses ", *self._named(stop.met), ".")
        users = self._tour.users[stop.symbol]
        if not stop.met:
            return (f"{_naming(users)}.",) if users else ()
        said = self._working(stop.met)
        if users:
            said.append(f"; {_naming(users)}")
        return (*said, ".")

    def onward(self, stop: Stop) -> Phrase:
        """Return what a function calls: stops of the tour first, then the rest worth a word."""
        stops = [each for each in stop.calls if each.symbol in self.numbers]
        forks = {each.symbol for each in stop.forks}
        others = [each for each in stop.calls if each.symbol not in {*self.numbers, *forks}]
        said: list[Inline] = []
        if stops:
            parts = [self._stop_ahead(stop.symbol, each) for each in stops]
            said += ["Goes on to ", *joined(parts, last=" and ")]
        if others:
            names = [function_link(self._context, each.symbol) for each in others]
            said += ["; it also calls " if stops else "Calls ", *joined(names, last=" and ")]
        return (*said, *self._forks(stop), ".") if said else ()

    def tasks(self, stop: Stop) -> Phrase:
        """Return which tasks a function lists, by their titles."""
        said: list[Inline] = []
        for each in task_lists(self._context.repository, stop.symbol):
            top = [task for task in each.tasks if not task.depth]
            links: list[Inline] = [
                page_links.to_line(
                    self._context, stop.symbol.path, task.line, text=f"“{task.title}”"
                )
                for task in top
            ]
            said += [" " if said else "", f"Lists {len(top)} tasks: ", *joined(links, last=" and ")]
            said.append(".")
        return tuple(said)

    def _stop_ahead(self, caller: SymbolRef, callee: Callee) -> Phrase:
        """Return a link to a stop that a function leads to, with the line and its conditions.

        Of several lines each may have other ones: none are told.
        """
        name = split_name(self._context.repository.symbol(callee.symbol).name)[1]
        heads = (
            () if callee.again else circumstances.heads(self._context, caller, callee.line, name)
        )
        is_started = circumstances.is_started(self._context, caller, callee.line, name)
        way = "started beside it, " if is_started else _way(callee)
        where = f" ({way}line {callee.line}{_again(callee.again)}"
        return (self.link(callee.symbol), where, *((", ", *heads) if heads else ()), ")")

    def _forks(self, stop: Stop) -> Phrase:
        """Return what a function goes on to in runs that take another branch."""
        if not stop.forks:
            return ()
        others = [
            (function_link(self._context, each.symbol), f" (line {each.line})")
            for each in stop.forks
        ]
        return ("; other runs go on to ", *joined(others, last=" or "), " instead")

    def _reached(self, stop: Stop) -> Phrase:
        arrival, flow = stop.arrival, self._tour.flow
        assert flow is not None  # noqa: S101 - a stop of a flow has one
        if arrival is None:
            return flow_opening(self._context, flow)
        path = arrival.caller.path
        is_outside = arrival.is_outside(self._context.repository)
        line = page_links.to_line(self._context, path, arrival.line, text=f"{path}:{arrival.line}")
        if is_outside and arrival.through is not None:
            made = function_link(self._context, arrival.through)
            maker = self._to(arrival.caller)
            return (maker, " makes a ", made, " at ", line, ", and who is given it calls this.")
        if arrival.caller in self.numbers:
            name = split_name(self._context.repository.qualified_name(stop.symbol))[1]
            is_started = circumstances.is_started(self._context, arrival.caller, arrival.line, name)
            verb = "Called by " if arrival.called else "Handed on by "
            verb = "Started, to run beside it, by " if is_started else verb
            said: list[Inline] = [verb, self.link(arrival.caller), " at ", line]
        else:
            verb = " It calls this at " if arrival.called else " It hands this on at "
            said = [*flow_opening(self._context, flow), verb, line]
        if arrival.again:
            said.append(_again(arrival.again))
        else:
            said += circumstances.circumstances(
                self._context, arrival.caller, arrival.line, arrival.through or stop.symbol
            )
        said += kept_functions.behind_line(self._context, arrival.caller, arrival.line, stop.symbol)
        if arrival.through is not None:
            said += [", through ", function_link(self._context, arrival.through)]
        by = circumstances.implementations(self._context, stop.symbol)
        return (*said, *(("; ", *by) if by else ()), ".")

    def _to(self, function: SymbolRef) -> Inline:
        if function in self.numbers:
            return self.link(function)
        return function_link(self._context, function)

    def _working(self, refs: Sequence[SymbolRef]) -> list[Inline]:
        """Return which stops work with a type, by their numbers."""
        links = [self.link(ref, str(self.numbers[ref])) for ref in refs]
        subject, verb = ("Stop ", "works") if len(links) == 1 else ("Stops ", "work")
        return [subject, *joined(links, last=" and "), f" {verb} with it"]

    def _named(self, refs: Sequence[SymbolRef]) -> Phrase:
        return joined([self.link(ref) for ref in refs], last=" and ")


def _again(lines: Sequence[int]) -> str:
    """Return the further lines of a call, as far as they are few."""
    left = len(lines) - _AGAIN
    return f", again {with_rest(', '.join(map(str, lines[:_AGAIN])), left)}" if lines else ""


def _way(callee: Callee) -> str:
    """Return how a function leads to another, where that is not by a call."""
    if callee.called:
        return ""
    return "called by others, " if callee.is_outside else "passed as a value, "


def _naming(users: int) -> str:
    """Return how many files name a type; those of tests and tools are none of the software's."""
    verb = "names" if users == 1 else "name"
    return f"{count(users, 'other file')} of the software {verb} it"
