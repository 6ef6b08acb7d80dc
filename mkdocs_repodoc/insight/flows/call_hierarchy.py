"""The call hierarchy of a repository: for each function its callees and its callers.

Beside the calls that stand in the source there is what a call may come to: the constructor of a
class, a method that overrides the one that is named, a function that was registered before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.flows.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.callbacks import Callbacks
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
    """All ties between functions, in both directions; made in one pass over the files.

    Documents are left out: they show calls and make none.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        code_roles: Roles of the files that make up the software itself.

    Attributes:
        callees: Caller → what it calls, in source order, each once.
        callers: Callee → who calls it, by path and position, each once.
    """

    def __init__(
        self, repository: Repository, calls: CallGraph, code_roles: frozenset[Role]
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._constructors = lru_cache(_CLASSES)(self._inherited_constructors)
        self._callbacks = Callbacks(repository, code_roles)
        self._code_roles = code_roles
        found: dict[SymbolRef, dict[SymbolRef, CallEdge]] = {}
        for caller, edge in self._ties():
            found.setdefault(caller, {}).setdefault(edge.symbol, edge)
        callers: dict[SymbolRef, list[CallEdge]] = {}
        for caller in sorted(found):
            for symbol, line, tie in found[caller].values():
                callers.setdefault(symbol, []).append(CallEdge(caller, line, tie))
        self.callees: Edges = {caller: tuple(edges.values()) for caller, edges in found.items()}
        self.callers: Edges = callers

    def _ties(self) -> Iterator[tuple[SymbolRef, CallEdge]]:
        """Yield each caller with a callee; the surer of two ties between the same first."""
        classes: dict[SymbolRef, None] = {}
        for caller, callee in self._calls_of_code():
            yield caller, _edge(callee)
            if self._is_class(callee.symbol):
                classes[callee.symbol] = None
        for owner in classes:
            for constructor in self._constructors(owner):
                yield owner, CallEdge(constructor, 0, "construction")
        for overriding, overridden in self._repository.links.overrides.items():
            if self._calls.is_callable(overridden) and self._calls.is_callable(overriding):
                yield overridden, CallEdge(overriding, 0, "override")
        yield from self._registered()

    def _calls_of_code(self) -> Iterator[tuple[SymbolRef, Callee]]:
        for path, file in self._repository.files.items():
            if not file.outline.refers:
                for position, callees in self._calls.of_file(path).items():
                    for callee in callees:
                        yield SymbolRef(path, position), callee

    def _registered(self) -> Iterator[tuple[SymbolRef, CallEdge]]:
        for path, file in self._repository.files.items():
            if file.role not in self._code_roles:
                continue
            for position in range(len(file.outline.symbols)):
                method = SymbolRef(path, position)
                for each in self._callbacks.of(method) if self._calls.is_callable(method) else ():
                    if each.symbol != method:
                        yield method, CallEdge(each.symbol, each.line, "registration")

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
