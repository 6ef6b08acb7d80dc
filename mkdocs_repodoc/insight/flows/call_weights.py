"""Weights of functions and calls: how much there is to read in a function and behind it.

Length, documentation and few users make a function weigh more, so that helpers which everybody
calls are passed by. A call counts less that is only made for errors, or only to leave at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.calls.held_tasks import task_lists
from mkdocs_repodoc.insight.flows.followed_calls import FollowedCalls
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import Repository

ASIDE = 4
"""Further callees that a step names."""
AHEAD = 8
"""Calls in a row that are looked ahead."""
_FURTHER = 0.85
"""What a call further on counts beside one nearer."""
_BESIDE = 0.1
"""What the callees count that are not the weightiest."""
_ONE_OF_SEVERAL = 0.5
"""What a method counts that may run, or another type's in its stead."""
_HANDED_ON = 0.7
"""What a function counts that is handed on as a value: it may be called, later."""
_FAILING = 0.2
"""What a call counts that is made only where an error is raised or handled."""
_LEAVING = 0.35
"""What a call counts that is made only where a function is left before its main part."""
_CONDITIONAL = 0.9
"""What a call counts for each condition that has to hold for it: it is not the ordinary path."""
_MOST_CONDITIONS = 3
_ON_A_PLATFORM = 0.3
"""What a call counts that is made only on some operating systems: others never come to it."""
_UNUSUAL = 0.15
"""What a call counts that is made only where an option is given: it is a variant of the flow."""
_ASKED = 0.4
"""What a call counts that is made only to decide how to go on."""
_QUESTION = 20
"""Lines of a function at most that is there to be asked."""
_EXPLORED = 4_000
"""Functions that are looked at, over all flows of a repository."""
_DOCUMENTED = 1.5
"""Factor for a function that says what it does."""
_FELLOW = 1.2
"""Factor for a callee of the same verb: `send` most likely goes on to `send_single`."""
_TELLING = 4
"""Letters of a name at least for which a wrapper may be named; `run` or `get` says too little."""


class CallWeights:
    """Weighs functions and the calls between them.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        followed: Follows the calls.
    """

    def __init__(self, repository: Repository, calls: CallGraph, followed: FollowedCalls) -> None:
        self._repository = repository
        self._calls = calls
        self._followed = followed
        self._weights: dict[SymbolRef, float] = {}
        self._ahead: dict[tuple[SymbolRef, int], float] = {}

    def worth(self, symbol: SymbolRef, depth: int = AHEAD) -> float:
        """Return what there is to read in a function and behind it, so many calls deep."""
        known = self._ahead.get((symbol, depth))
        if known is None:
            known = self._ahead[symbol, depth] = self._worth(symbol, depth, frozenset())
        return known

    def _worth(self, symbol: SymbolRef, depth: int, without: Collection[SymbolRef]) -> float:
        """Return the worth of a function that doesn't make some of its calls."""
        worth = self.weight(symbol)
        if depth > 1 and self._followed.is_known(symbol, _EXPLORED):
            behind = [
                self._value(symbol, callee, depth - 1)
                for callee, _ in self._followed.of(symbol)
                if callee.symbol not in without
            ]
            behind += [
                self.worth(each, depth - 1) * _ONE_OF_SEVERAL
                for each in self._followed.implementations(symbol)
            ]
            behind.sort(reverse=True)
            if behind:
                worth += _FURTHER * behind[0] + _BESIDE * sum(behind[1 : 1 + ASIDE])
        return worth

    def of_step(self, caller: SymbolRef, callee: Callee, depth: int) -> tuple[bool, float]:
        """Return how well a flow goes on from a function to a callee, to compare it by.

        A function that is named after one that it calls is a wrapper around it: the flow goes on
        inside, however much else is done around it.

        Args:
            caller: The function.
            callee: What it calls.
            depth: How many calls are looked ahead.
        """
        value = self._value(caller, callee, depth)
        return self._wraps(caller, callee), value * self._kinship(caller, callee)

    def weightiest(self, callees: Iterable[Callee], most: int = ASIDE) -> tuple[Callee, ...]:
        """Return those of some callees that are worth naming beside a flow, in source order."""
        called = [callee for callee in callees if callee.called]
        weighty = sorted(
            called, key=lambda each: (-self.worth(each.symbol, 2) * _share(each), each.line)
        )[:most]
        return tuple(sorted(weighty, key=lambda each: each.line))

    def weight(self, ref: SymbolRef) -> float:
        """Return what there is to read in a function itself."""
        known = self._weights.get(ref)
        if known is None:
            known = self._weights[ref] = self._weigh(ref)
        return known

    def _weigh(self, ref: SymbolRef) -> float:
        if ref.is_file:
            return 1.0
        symbol = self._repository.symbol(ref)
        lines = self._calls.length(ref)
        users = sum(map(self._is_of_software, self._repository.links.uses.of(ref)))
        weight = lines.bit_length() * (_DOCUMENTED if symbol.summary else 1.0)
        weight += sum(len(each.tasks) for each in task_lists(self._repository, ref))
        return weight / (1 + users.bit_length() / 4)

    def _is_of_software(self, use: Use) -> bool:
        """Tell whether a use counts: that tests use a function makes it no helper."""
        if not self._followed.is_code(use.user):
            return False
        tests = self._repository.files[use.path].outline.tests
        return use.user.is_file or self._repository.symbol(use.user).name not in tests

    def _value(self, caller: SymbolRef, callee: Callee, depth: int) -> float:
        without = self._followed.ruled_out(caller, callee.symbol) if depth > 1 else ()
        worth = self._worth(callee.symbol, depth, without) if without else None
        worth = self.worth(callee.symbol, depth) if worth is None else worth
        return worth * self.share(caller, callee, depth)

    def share(self, caller: SymbolRef, callee: Callee, depth: int = AHEAD) -> float:
        """Return what a call counts beside one that each run makes.

        Where a function is left before its main part, more is done behind that. Where it isn't, it
        chooses one of several ways to go on.

        Args:
            caller: The function that makes it.
            callee: What it calls.
            depth: How many calls are looked ahead.
        """
        counted = _share(callee)
        if callee.is_asked and self._calls.length(callee.symbol) <= _QUESTION:
            counted *= _ASKED
        if not callee.is_leaving and not callee.left_at:
            return counted
        last = callee.left_at or callee.line
        behind = sum(
            self.worth(later.symbol, depth)
            for later, _ in self._followed.of(caller)
            if later.line > last
            if later.called and not (later.is_leaving or later.is_failure)
        )
        is_left_early = behind >= self.worth(callee.symbol, depth)
        return counted * (_LEAVING if is_left_early else 1.0)

    def _wraps(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a caller is named after what it calls: `full_dispatch` after `dispatch`."""
        outer, inner = self._last_names(caller, callee.symbol)
        is_main = callee.called and not callee.is_leaving
        return is_main and len(inner) >= _TELLING and f"_{inner}_" in f"_{outer}_"

    def _kinship(self, caller: SymbolRef, callee: Callee) -> float:
        outer, inner = self._last_names(caller, callee.symbol)
        verb = outer.partition("_")[0]
        return _FELLOW if verb and verb == inner.partition("_")[0] else 1.0

    def _last_names(self, *refs: SymbolRef) -> Iterator[str]:
        for ref in refs:
            yield self._repository.qualified_name(ref).rpartition(".")[2].strip("_")


def _share(callee: Callee) -> float:
    counted = 1.0 if callee.called else _HANDED_ON
    counted *= _CONDITIONAL ** min(callee.conditions, _MOST_CONDITIONS)
    counted *= _ON_A_PLATFORM if callee.is_for_platform else 1.0
    counted *= _UNUSUAL if callee.is_unusual else 1.0
    return counted * (_FAILING if callee.is_failure else 1.0)
