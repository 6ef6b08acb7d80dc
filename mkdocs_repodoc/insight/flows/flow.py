"""A main flow: an entry point, and the functions on the path of calls from it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_SHARED = 0.4
"""Share of steps with a better flow from which on a flow is left out."""
_SHARED_BY_EXAMPLE = 0.7
"""Likewise of the use that a document shows, if it begins with a function that the other doesn't
pass: how it comes to the same is what users do first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One function on the path.

    Attributes:
        symbol: The function; position `FILE_SCOPE` is the code of a module outside of functions.
        line: Line of the step before that calls it; 0 for the first.
        again: Further lines that call it.
        called: Whether it is called there; otherwise it is handed on to be called.
        through: The method that the call names, where this one overrides it; the method that took
            it, where it was registered.
        aside: The weightiest other functions that it calls, in source order.
    """

    symbol: SymbolRef
    line: int = 0
    again: tuple[int, ...] = ()
    called: bool = True
    through: SymbolRef | None = None
    aside: tuple[Callee, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """An entry point and the steps from it, itself the first."""

    entry: EntryPoint
    steps: tuple[Step, ...]


def are_alike(flow: Flow, other: Flow, repository: Repository) -> bool:
    """Tell whether two flows pass functions of the same names: an async twin tells nothing new."""
    names = [_last_name(step.symbol, repository) for step in flow.steps]
    known = {_last_name(step.symbol, repository) for step in other.steps}
    is_new = flow.entry.kind == "example" and known.isdisjoint(names[1:2])
    most = _SHARED_BY_EXAMPLE if is_new else _SHARED
    return sum(name in known for name in names) > most * len(names)


def _last_name(ref: SymbolRef, repository: Repository) -> str:
    return repository.qualified_name(ref).rpartition(".")[2].removeprefix("a")
