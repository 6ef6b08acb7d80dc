"""The call hierarchy of a repository: for each function its callees and its callers.

Beside the calls that stand in the source there is what a call may come to: the constructor of a
class, a method that overrides the one that is named, a function that was registered before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.insight.flows.calls.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.calls.indirect_calls import IndirectCalls
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

Tie = Literal[
    "call",  # by the rules of the language
    "inferred call",  # a type had to be worked out
    "construction",  # a class and what runs when it is called
    "handed on",  # named as a value, for somebody else to call
    "override",  # a method and one that may run in its stead
    "registration",  # called by who keeps it in an attribute
]
_CALLED: frozenset[Tie] = frozenset({"call", "inferred call"})
_CLASSES = 4096
"""Classes of which one remembers what constructs them."""


class CallEdge(NamedTuple):
    """One end of a tie between two functions, as seen from the other."""

    symbol: SymbolRef
    """A function, a class that is called, or with position -1 a module's code."""
    line: int
    """Line in the caller's file; 0 where no single line shows it."""
    tie: Tie


Edges = Mapping[SymbolRef, Sequence[CallEdge]]


class CallHierarchy:
    """All ties between functions, in both directions.

    Documents are left out: they show calls and make none.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        indirect: What finds the calls that no line names.
        code_roles: Roles of the files that make up the software itself.
        bounds: The bounds of the answers over all functions.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        indirect: IndirectCalls,
        code_roles: frozenset[Role],
        *,
        bounds: Bounds,
    ) -> None:
        self.bounds = bounds
        self._repository = repository
        self._calls = calls
        self._constructors = lru_cache(_CLASSES)(self._inherited_constructors)
        self._callbacks, self._handlers = indirect
        self._code_roles = code_roles
        self._repeated: dict[tuple[SymbolRef, SymbolRef], tuple[int, ...]] = {}
        """Caller and callee → all lines of the calls, where there are several; comes with
        `callees`. Ways up lead through all files: to read one for each call takes far longer."""

    def of(self, caller: SymbolRef) -> tuple[CallEdge, ...]:
        """Return what one function calls, as `callees` has it, without a look at all others."""
        found: dict[SymbolRef, CallEdge] = {}
        for edge in self._ties_of(caller):
            found.setdefault(edge.symbol, edge)
        return tuple(found.values())

    def lines(self, caller: SymbolRef, callee: SymbolRef) -> tuple[int, ...]:
        """Return all lines on which one function calls another itself."""
        edges = self.callees.get(caller, ())
        if (lines := self._repeated.get((caller, callee))) is not None:
            return lines
        called = (each for each in edges if each.symbol == callee and each.tie in _CALLED)
        return tuple(each.line for each in called)

    @bounded("what functions call", dict)
    def callees(self) -> Edges:
        """Caller → what it calls, in source order, each once; made in one pass over the files."""
        found: dict[SymbolRef, dict[SymbolRef, CallEdge]] = {}
        for caller, edge in self._ties():
            found.setdefault(caller, {}).setdefault(edge.symbol, edge)
        return {caller: tuple(edges.values()) for caller, edges in found.items()}

    @bounded("who calls functions", dict)
    def callers(self) -> Edges:
        """Callee → who calls it, by path and position, each once."""
        callers: dict[SymbolRef, list[CallEdge]] = {}
        for caller in sorted(self.callees):
            for symbol, line, tie in self.callees[caller]:
                callers.setdefault(symbol, []).append(CallEdge(caller, line, tie))
        return callers

    def _ties(self) -> Iterator[tuple[SymbolRef, CallEdge]]:
        """Yield each caller with a callee; the surer of two ties between the same first."""
        yield from self._ties_by_calls()
        for overridden in self._repository.links.overridden_by:
            yield from ((overridden, edge) for edge in self._overriding(overridden))
        for path, file in self._repository.files.items():
            for position in range(len(file.outline.symbols)):
                method = SymbolRef(path, position)
                yield from ((method, edge) for edge in self._registered(method))

    def _ties_by_calls(self) -> Iterator[tuple[SymbolRef, CallEdge]]:
        """Yield the calls, then what runs when the classes among the callees are called."""
        classes: dict[SymbolRef, None] = {}
        for path in self._repository.files:
            for position, calls in self._calls_in(path).items():
                caller = SymbolRef(path, position)
                for callee in calls:
                    yield caller, _edge(callee)
                    if callee.called and callee.again:
                        self._repeated[caller, callee.symbol] = callee.lines
                    if self._is_class(callee.symbol):
                        classes[callee.symbol] = None
        for owner in classes:
            yield from ((owner, edge) for edge in self._constructed(owner))

    def _ties_of(self, caller: SymbolRef) -> Iterator[CallEdge]:
        yield from self._called(caller)
        if not caller.is_file:
            if self._is_class(caller):
                yield from self._constructed(caller)
            yield from self._overriding(caller)
            yield from self._registered(caller)

    def _calls_in(self, path: str) -> Mapping[int, Sequence[Callee]]:
        is_document = bool(self._repository.files[path].outline.refers)
        return {} if is_document else self._calls.of_file(path)

    def _called(self, caller: SymbolRef) -> Iterator[CallEdge]:
        return map(_edge, self._calls_in(caller.path).get(caller.position, ()))

    def _constructed(self, owner: SymbolRef) -> Iterator[CallEdge]:
        return (CallEdge(each, 0, "construction") for each in self._constructors(owner))

    def _overriding(self, overridden: SymbolRef) -> Iterator[CallEdge]:
        if self._calls.is_callable(overridden):
            for each in self._repository.links.overridden_by.get(overridden, ()):
                if self._calls.is_callable(each):
                    yield CallEdge(each, 0, "override")

    def _registered(self, method: SymbolRef) -> Iterator[CallEdge]:
        is_code = self._repository.files[method.path].role in self._code_roles
        for each in (
            self._callbacks.of(method) if is_code and self._calls.is_callable(method) else ()
        ):
            if each.symbol != method:
                yield CallEdge(each.symbol, each.line, "registration")
        for line, kept in self._handlers.of(method):
            yield CallEdge(kept.symbol, line, "registration")

    def _inherited_constructors(self, owner: SymbolRef) -> list[SymbolRef]:
        """Return what runs when a class is called, of the nearest class that defines any."""
        waiting, seen = [owner], {owner}
        for each in waiting:
            if found := self._calls.constructors(each):
                return found
            bases = self._repository.links.bases.get(each, ())
            waiting += [base for base in bases if base not in seen]
            seen.update(bases)
        return []

    def _is_class(self, symbol: SymbolRef) -> bool:
        return not symbol.is_file and self._repository.symbol(symbol).kind == Kind.CLASS


def _edge(callee: Callee) -> CallEdge:
    tie: Tie = "handed on"
    if callee.called:
        tie = "call" if callee.confidence == "exact" else "inferred call"
    return CallEdge(callee.symbol, callee.line, tie)
