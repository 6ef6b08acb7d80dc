"""Main flows: from an entry point the path of calls along which most of the work is done.

At each function the path goes on to the callee behind which most stands to be read: its own weight
and that of what it calls in turn, each further call counting less. Length, documentation and few
users make a function weigh more, so that helpers which everybody calls are passed by. A function
that is named after one that it calls is a wrapper around it: the path goes on inside, however much
else is done around it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_repodoc.insight.flows.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.entry_point import EntryPoint
from mkdocs_repodoc.insight.flows.followed_calls import Followed, FollowedCalls
from mkdocs_repodoc.insight.flows.public_entries import is_in_main_package
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import (
    Repository,
    Role,
)

MOST_FLOWS = 3
"""Flows that are told; further ones repeat parts of them."""
MOST_STEPS = 10
"""Steps of a flow; a reader follows no more."""
_LEAST_STEPS = 3
"""Fewer tell nothing that the entry point's own page does not."""
_DEPTH = 8
"""Calls in a row that are looked ahead."""
_FURTHER = 0.85
"""What a call further on counts beside one nearer."""
_BESIDE = 0.1
"""What the callees count that are not the weightiest."""
_HANDED_ON = 0.7
"""What a function counts that is handed on as a value: it may be called, later."""
_FAILING = 0.2
"""What a call counts that is made only where an error is raised or handled."""
_EXPLORED = 4_000
"""Functions that are looked at, over all flows of a repository."""
_DOCUMENTED = 1.5
"""Factor for a function that says what it does."""
_SLIGHT = 2
"""Weight of a function below which a flow that tells enough ends before it."""
_WORTHWHILE = 12
"""What stands behind a slight function at least for a flow to go on through it."""
_SHARED = 0.4
"""Share of steps with a better flow from which on a flow is left out."""
_FELLOW = 1.2
"""Factor for a callee of the same verb: `send` most likely goes on to `send_single`."""
_SHORT = 12
"""Lines of a function that is told once only, where several steps call it."""
_TELLING = 4
"""Letters of a name at least for which a wrapper may be named; `run` or `get` says too little."""
ASIDE = 4
"""Further callees that a step names."""


@dataclass(frozen=True, slots=True)
class Step:
    """One function on the path.

    Attributes:
        symbol: The function; position -1 is the code of a module outside of functions.
        line: Line of the step before that calls it; 0 for the first.
        called: Whether it is called there; otherwise it is handed on to be called.
        through: The method that the call names, where this one overrides it; the method that took
            it, where it was registered.
        aside: The weightiest other functions that it calls, in source order.
    """

    symbol: SymbolRef
    line: int = 0
    called: bool = True
    through: SymbolRef | None = None
    aside: tuple[Callee, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """An entry point and the steps from it, itself the first."""

    entry: EntryPoint
    steps: tuple[Step, ...]


class FlowFinder:
    """Finds main flows.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        code_roles: Roles of the files that make up the software itself; flows stay in them.
        shown: Public dotted name → how many documents show it.
        conditions: Tells which calls are made for errors.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        code_roles: frozenset[Role],
        shown: Callable[[str], int],
        conditions: CallConditions,
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._shown = shown
        self._followed = FollowedCalls(repository, calls, code_roles, conditions)
        self._weights: dict[SymbolRef, float] = {}
        self._ahead: dict[tuple[SymbolRef, int], float] = {}
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
        self._outcomes[document] = frozenset(outcomes)

    def main_flows(self, entries: Iterable[EntryPoint], most: int) -> tuple[Flow, ...]:
        """Return the flows that tell most, no two of them much the same.

        Args:
            entries: The entry points; of one kind the earlier win.
            most: How many flows.
        """
        chosen: list[Flow] = []
        for entry in sorted(filter(self._is_entrance, entries), key=self._order):
            if len(chosen) == most:
                break
            flow = self.flow(entry)
            if len(flow.steps) >= _LEAST_STEPS and not any(
                _alike(flow, each, self._repository) for each in chosen
            ):
                chosen.append(flow)
        return tuple(chosen)

    def _is_entrance(self, entry: EntryPoint) -> bool:
        """Tell whether others enter there: documents confirm what says itself that it is public."""
        return entry.kind != "visible" or self._documents(entry) > 0

    def _documents(self, entry: EntryPoint) -> int:
        """Return how many documents show a public function; a method may be one of a variable."""
        if entry.kind == "visible":
            return self._shown(entry.name.rpartition(".")[2])
        return self._shown(entry.name)

    def _order(self, entry: EntryPoint) -> tuple[int, float]:
        """What is surest comes first, then what documents show, then public functions.

        Of each the weightiest is first. A program that is called as the repository is what the
        repository is for; others may be tools beside it. That a public function is an entrance is
        shown by who uses it and by what documents show.
        """
        if entry.kind in {"program", "script", "plugin"}:
            return 1 if self._is_main(entry) else 3, -self.worth(entry.symbol, _DEPTH)
        if entry.kind == "example":
            return 2, 0.0
        if entry.kind == "module":
            file = self._repository.files[entry.symbol.path]
            return 0 if is_in_main_package(self._repository, file) else 5, 0.0
        if entry.kind not in {"public", "visible"}:
            return 0, 0.0
        users = self._repository.links.uses.file_count(entry.symbol)
        known = (1 + users.bit_length()) * (1 + self._documents(entry).bit_length())
        return 4, -self.worth(entry.symbol, _DEPTH) * known

    def _is_main(self, entry: EntryPoint) -> bool:
        """Tell whether a program is the one that the repository is there for."""
        if entry.kind == "script":
            return bool(self._repository.project.commands)
        return entry.kind == "program" and entry.name == self._repository.name

    def flow(self, entry: EntryPoint) -> Flow:
        """Return the path from one entry point."""
        steps: list[Step] = []
        step: Step | None = Step(entry.symbol)
        passed = {entry.symbol}
        while step is not None:
            followed = self.followed(step.symbol)
            options = tuple(each for each in followed if each[0].symbol not in passed)
            outcomes = self._outcomes.get(step.symbol)
            best = self._best(step.symbol, options, len(steps))
            steps.append(_with_aside(step, self._aside(options, best)))
            step = None
            least = _SLIGHT if len(steps) >= _LEAST_STEPS else 1
            if best is not None and (outcomes or self._leads_on(best[0].symbol, least)):
                callee, through = best
                passed.add(callee.symbol)
                passed |= {each.symbol for each, _ in followed if self.is_short(each.symbol)}
                step = Step(callee.symbol, callee.line, callee.called, through)
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
        fit = [
            each
            for each in options
            if not each[0].is_failure and (not outcomes or each[0].symbol in outcomes)
        ]
        if passed + 1 >= MOST_STEPS or not fit:
            return None
        depth = min(_DEPTH, MOST_STEPS - passed - 1)
        return max(
            fit,
            key=lambda each: (
                self._wraps(caller, each[0]),
                self._value(each[0], depth) * self._kinship(caller, each[0]),
            ),
        )

    def prepares(self, caller: SymbolRef, callee: SymbolRef) -> bool:
        """Tell whether shown code calls something only to prepare for what it is there for."""
        outcomes = self._outcomes.get(caller, frozenset())
        return bool(outcomes) and callee not in outcomes

    def _leads_on(self, symbol: SymbolRef, least: float) -> bool:
        """Tell whether a flow goes on to a function: for itself, or for what is behind it."""
        return self._weight(symbol) >= least or self.worth(symbol, _DEPTH) >= _WORTHWHILE

    def _aside(
        self,
        options: Sequence[tuple[Callee, SymbolRef | None]],
        best: tuple[Callee, SymbolRef | None] | None,
    ) -> tuple[Callee, ...]:
        chosen = best[0] if best is not None else None
        return self.weightiest([callee for callee, _ in options if callee != chosen])

    def weightiest(self, callees: Iterable[Callee], most: int = ASIDE) -> tuple[Callee, ...]:
        """Return those of some callees that are worth naming beside a flow, in source order."""
        called = [callee for callee in callees if callee.called]
        weighty = sorted(called, key=lambda each: (-self._value(each, 2), each.line))[:most]
        return tuple(sorted(weighty, key=lambda each: each.line))

    def _wraps(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a caller is named after what it calls: `full_dispatch` after `dispatch`."""
        outer, inner = self._last_names(caller, callee.symbol)
        return callee.called and len(inner) >= _TELLING and f"_{inner}_" in f"_{outer}_"

    def _kinship(self, caller: SymbolRef, callee: Callee) -> float:
        outer, inner = self._last_names(caller, callee.symbol)
        verb = outer.partition("_")[0]
        return _FELLOW if verb and verb == inner.partition("_")[0] else 1.0

    def _last_names(self, *refs: SymbolRef) -> Iterator[str]:
        for ref in refs:
            yield self._repository.qualified_name(ref).rpartition(".")[2].strip("_")

    def _value(self, callee: Callee, depth: int) -> float:
        worth = self.worth(callee.symbol, depth) * (1 if callee.called else _HANDED_ON)
        return worth * (_FAILING if callee.is_failure else 1)

    def outlook(self, symbol: SymbolRef) -> float:
        """Return what there is to read in a function and behind it, as far as a flow looks."""
        return self.worth(symbol, _DEPTH)

    def worth(self, symbol: SymbolRef, depth: int) -> float:
        """Return what there is to read in a function and behind it, so many calls deep."""
        known = self._ahead.get((symbol, depth))
        if known is not None:
            return known
        worth = self._weight(symbol)
        if depth > 1 and self._followed.is_known(symbol, _EXPLORED):
            behind = sorted(
                (self._value(callee, depth - 1) for callee, _ in self.followed(symbol)),
                reverse=True,
            )
            if behind:
                worth += _FURTHER * behind[0] + _BESIDE * sum(behind[1 : 1 + ASIDE])
        self._ahead[symbol, depth] = worth
        return worth

    def _weight(self, ref: SymbolRef) -> float:
        known = self._weights.get(ref)
        if known is None:
            known = self._weights[ref] = self._weigh(ref)
        return known

    def _weigh(self, ref: SymbolRef) -> float:
        if ref.is_file:
            return 1.0
        symbol = self._repository.symbol(ref)
        lines = self.length(ref)
        users = self._repository.links.uses.count(ref)
        weight = lines.bit_length() * (_DOCUMENTED if symbol.summary else 1.0)
        return weight / (1 + users.bit_length() / 4)

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

    def followed(self, symbol: SymbolRef) -> tuple[tuple[Callee, SymbolRef | None], ...]:
        """Return what `FollowedCalls` has of a function."""
        return self._followed.of(symbol)


def _with_aside(step: Step, aside: tuple[Callee, ...]) -> Step:
    return Step(step.symbol, step.line, step.called, step.through, aside)


def _alike(flow: Flow, other: Flow, repository: Repository) -> bool:
    """Tell whether two flows pass functions of the same names: an async twin tells nothing new."""
    names = [_last_name(step.symbol, repository) for step in flow.steps]
    known = {_last_name(step.symbol, repository) for step in other.steps}
    return sum(name in known for name in names) > _SHARED * len(names)


def _last_name(ref: SymbolRef, repository: Repository) -> str:
    return repository.qualified_name(ref).rpartition(".")[2].removeprefix("a")
