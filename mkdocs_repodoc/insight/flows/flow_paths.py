"""Paths of calls from an entry point, along which most of the work is done.

At each function the path goes on to the callee behind which most stands to be read: its own weight
and that of what it calls in turn, each further call counting less.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from mkdocs_repodoc.insight.flows.call_weights import AHEAD, ASIDE, CallWeights
from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.calls.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.calls.indirect_calls import IndirectCalls
from mkdocs_repodoc.insight.flows.calls.named_handlers import NamedHandlers
from mkdocs_repodoc.insight.flows.entries.entry_order import EntryOrder
from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.flows.flow import Flow, Step
from mkdocs_repodoc.insight.flows.followed_calls import Followed, FollowedCalls
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import (
    Repository,
    Role,
)

MOST_STEPS = 10
"""Steps of a flow; a reader follows no more."""
LEAST_STEPS = 3
"""Fewer tell nothing that the entry point's own page does not."""
_SLIGHT = 2
"""Weight of a function below which a flow that tells enough ends before it."""
_WORTHWHILE = 10
"""What stands behind a slight function at least for a flow to go on through it."""
_LEADS_TO = 0.5
"""Share of what stands behind a function that is behind one which it only leads to."""
_SHORT = 12
"""Lines of a function that is told once only, where several steps call it."""


class FlowPaths:
    """Finds the path from an entry point.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        indirect: What finds the calls that no line names.
        code_roles: Roles of the files that make up the software itself; flows stay in them.
        shown: Public dotted name → how many documents show it.
        conditions: Tells which calls are made for errors.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        indirect: IndirectCalls,
        code_roles: frozenset[Role],
        shown: Callable[[str], int],
        *,
        conditions: CallConditions,
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._conditions = conditions
        self._followed = FollowedCalls(repository, calls, indirect, code_roles, conditions)
        self._weights = CallWeights(repository, calls, self._followed)
        self._order = EntryOrder(repository, shown, self._weights.worth)
        self._shown = shown
        self._outcomes: dict[SymbolRef, frozenset[SymbolRef]] = {}

    def add_example(
        self, document: SymbolRef, callees: Sequence[Callee], outcomes: Collection[SymbolRef]
    ) -> None:
        """Let flows begin at the code that a document shows.

        Args:
            document: The document as a file.
            callees: What the code calls, in source order.
            outcomes: Those for which the others prepare: a flow goes on at one of them.
        """
        self._followed.add(document, callees)
        run = map(self.run_for, outcomes)
        self._outcomes[document] = frozenset((*outcomes, *run))

    def flow(self, entry: EntryPoint) -> Flow:
        """Return the path from one entry point."""
        steps: list[Step] = []
        step: Step | None = Step(entry.symbol)
        passed = {entry.symbol}
        while step is not None:
            followed = self.followed(step.symbol, [each.symbol for each in reversed(steps)])
            options = tuple(each for each in followed if each[0].symbol not in passed)
            outcomes = self._outcomes.get(step.symbol)
            best = self._best(step.symbol, options, len(steps))
            steps.append(replace(step, aside=self._aside(options, best)))
            step = None
            least = _SLIGHT if len(steps) >= LEAST_STEPS else 1
            if best is not None and (outcomes or self._leads_on(best[0].symbol, least)):
                callee, through = best
                passed.add(callee.symbol)
                passed |= {each.symbol for each, _ in followed if self.is_short(each.symbol)}
                step = Step(callee.symbol, callee.line, callee.again, callee.called, through)
        return Flow(entry, tuple(steps))

    def _best(
        self, caller: SymbolRef, options: Followed, passed: int
    ) -> tuple[Callee, SymbolRef | None] | None:
        """Return the callee at which a flow goes on from a function, if it does.

        Args:
            caller: The function.
            options: Its callees that the flow has not passed.
            passed: How many steps it has.
        """
        outcomes = self._outcomes.get(caller)
        fit = tuple(
            each
            for each in options
            if not (each[0].is_failure or each[0].is_ruled_out)
            and (not outcomes or each[0].symbol in outcomes)
        )
        if passed + 1 >= MOST_STEPS or not fit:
            return None
        depth = min(AHEAD, MOST_STEPS - passed - 1)
        best = max(fit, key=lambda each: self._preference(caller, each[0], depth))
        if self.handlers.are_many(best[0].kept_as):  # which of them a run takes, nothing tells
            return None
        return self._without_detour(caller, best, fit)

    def _preference(self, caller: SymbolRef, callee: Callee, depth: int) -> tuple[bool, float]:
        """Return how well a flow goes on from a function to a callee, to compare it by.

        Of the functions of commands, those are preferred that documents show in use.
        """
        wraps, value = self._weights.of_step(caller, callee, depth)
        if not callee.kept_as:
            return wraps, value
        commands = {
            f"{program.name} {each.command}"
            for each in self.handlers.kept[callee.kept_as]
            for program in self._repository.project.commands
            if each.symbol == callee.symbol and each.command
        }
        return wraps, value * (1 + max((self._shown(each) for each in commands), default=0))

    def _without_detour(
        self, caller: SymbolRef, best: tuple[Callee, SymbolRef | None], fit: Followed
    ) -> tuple[Callee, SymbolRef | None]:
        """Return what a function calls itself where the best only leads to it, in some runs.

        Help on a subcommand may come to the subcommand in the end: who dispatches subcommands does
        so without it. What is called like what it leads to (`run` of a command, which calls `run`
        of a file) is no detour: it does the same with more around it.
        """
        name = self._conditions.last_name(best[0].symbol)
        behind = {
            callee.symbol
            for callee, _ in self.followed(best[0].symbol)
            if best[0].is_leaving or not (callee.conditions or callee.is_leaving)
        }
        direct = [
            each
            for each in fit
            if each[0].symbol in behind and self._conditions.last_name(each[0].symbol) != name
            if (best[0].is_leaving and each[0].is_leaving)
            or self.exclude(caller, each[0].lines, best[0].lines)
        ]
        chosen = max(direct, key=lambda each: self.outlook(each[0].symbol), default=best)
        is_most = self.outlook(chosen[0].symbol) >= _LEADS_TO * self.outlook(best[0].symbol)
        return chosen if is_most else best

    @property
    def handlers(self) -> NamedHandlers:
        """What is kept under names, and who calls it."""
        return self._followed.handlers

    def exclude(self, caller: SymbolRef, ones: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether a run of a function that comes to some lines can't come to others."""
        return self._conditions.exclude(caller, ones, others)

    def prepares(self, caller: SymbolRef, callee: SymbolRef) -> bool:
        """Tell whether shown code calls something only to prepare for what it is there for."""
        outcomes = self._outcomes.get(caller, frozenset())
        return bool(outcomes) and callee not in outcomes

    def shows_use(self, document: SymbolRef) -> bool:
        """Tell whether flows begin at the code that a document shows."""
        return document in self._outcomes

    def _leads_on(self, symbol: SymbolRef, least: float) -> bool:
        """Tell whether a flow goes on to a function: for itself, or for what is behind it."""
        is_weighty = self._weights.weight(symbol) >= least or self.outlook(symbol) >= _WORTHWHILE
        return is_weighty or bool(self.implementations(symbol))

    def _aside(
        self,
        options: Sequence[tuple[Callee, SymbolRef | None]],
        best: tuple[Callee, SymbolRef | None] | None,
    ) -> tuple[Callee, ...]:
        chosen = best[0] if best is not None else None
        others = [callee for callee, _ in options if callee != chosen]
        return self.weightiest(
            [each for each in others if not self.handlers.are_many(each.kept_as)]
        )

    def weightiest(self, callees: Iterable[Callee], most: int = ASIDE) -> tuple[Callee, ...]:
        """Return those of some callees that are worth naming beside a flow, in source order."""
        return self._weights.weightiest(callees, most)

    def outlook(self, symbol: SymbolRef) -> float:
        """Return what there is to read in a function and behind it, as far as a flow looks."""
        return self._weights.worth(symbol)

    def worth(self, symbol: SymbolRef, depth: int) -> float:
        """Return what there is to read in a function and behind it, so many calls deep."""
        return self._weights.worth(symbol, depth)

    def share(self, caller: SymbolRef, callee: Callee) -> float:
        """Return what a call counts beside one that each run of its caller makes."""
        return self._weights.share(caller, callee)

    def is_short(self, ref: SymbolRef) -> bool:
        """Tell whether a function is a helper if several steps call it, not a step of its own."""
        return self.length(ref) <= _SHORT

    def length(self, ref: SymbolRef) -> int:
        """Return the length of a function; a class that is called runs its constructor only."""
        return self._calls.length(ref)

    def same_as(self, symbol: SymbolRef) -> list[SymbolRef]:
        """Return the constructors of a class, or the class of a constructor: a call runs both."""
        owner = self._calls.made_by(symbol)
        return [owner] if owner is not None else self._calls.constructors(symbol)

    def run_for(self, symbol: SymbolRef) -> SymbolRef:
        """Return what runs in place of a method that calls nothing, or the function itself."""
        return self._followed.run_for(symbol)

    def implementations(self, symbol: SymbolRef) -> tuple[SymbolRef, ...]:
        """Return the methods of which one runs in place of one that itself does nothing."""
        return self._followed.implementations(symbol)

    def followed(self, symbol: SymbolRef, way: Sequence[SymbolRef] = ()) -> Followed:
        """Return what `FollowedCalls` has of a function, and of the way to it, nearest first."""
        return self._followed.on_path(symbol, way)
