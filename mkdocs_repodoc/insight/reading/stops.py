"""Stops of walks and tours: definitions to read, and how a flow comes to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

Part = Literal["flow", "type", "test"]


class Arrival(NamedTuple):
    """How a flow comes to a function."""

    caller: SymbolRef
    line: int
    """Line in the caller's file."""
    again: tuple[int, ...]
    """Further lines that call it there."""
    called: bool
    """Whether it is called there; otherwise it is handed on to be called."""
    through: SymbolRef | None
    """The method that the call names, where the function overrides it; the method that took it,
    where it was registered; its type, where the caller makes an object that others call."""

    @property
    def lines(self) -> tuple[int, ...]:
        """All lines of the caller that come to the function."""
        return (self.line, *self.again)

    def is_outside(self, repository: Repository) -> bool:
        """Tell whether only who is given its object calls the function, outside the repository."""
        through = self.through
        return through is not None and repository.symbol(through).kind in NOUNS


@dataclass(frozen=True, slots=True)
class Stop:
    """A definition to read.

    Attributes:
        symbol: The definition; position `FILE_SCOPE` is the code of a module outside of functions.
        part: What it is a stop for.
        arrival: For a function of the flow, where it is called; `None` for the first.
        calls: For a function of the flow, what else it calls that is worth a word, in source order.
        forks: What it calls in other runs, instead of the calls that the tour follows.
        met: For a type, the functions of the tour that name it; for a test, what of the tour it
            names.
    """

    symbol: SymbolRef
    part: Part
    arrival: Arrival | None = None
    calls: tuple[Callee, ...] = ()
    forks: tuple[Callee, ...] = ()
    met: tuple[SymbolRef, ...] = ()
