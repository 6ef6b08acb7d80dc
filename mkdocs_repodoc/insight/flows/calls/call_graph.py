"""The call graph of a repository, read function by function as somebody asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mkdocs_repodoc.insight.bounded_answers import Bounds
from mkdocs_repodoc.insight.symbols.held_code import HeldCode
from mkdocs_repodoc.insight.symbols.object_construction import constructors_by_owner
from mkdocs_repodoc.model.kinds import CALLING, Kind
from mkdocs_repodoc.model.linked_symbols import CallSite, Confidence, SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import Repository

_FILES = 256
"""Files whose calls are kept; a page asks for those of its own, a flow for some more."""


class Callee(NamedTuple):
    """A function or class that another function calls."""

    symbol: SymbolRef
    line: int
    """Line of the first call."""
    called: bool
    """Whether it is called there; otherwise it is handed on, for somebody else to call."""
    confidence: Confidence = "exact"
    again: tuple[int, ...] = ()
    """Other lines on which it is called, or else handed on."""
    is_outside: bool = False
    """Whether only code outside of the repository calls it: on an object that is made there."""
    is_failure: bool = False
    """Whether it is called only where an error is raised or handled, as far as flows look."""
    goes_back: bool = False
    """Whether it calls its caller in turn, so that something is done once more."""
    is_leaving: bool = False
    """Whether it is called only in a short block at whose end the caller is left."""
    left_at: int = 0
    """The last line that a run comes to which calls it; 0 if it goes on behind the calls."""
    is_asked: bool = False
    """Whether it is called only in conditions."""
    is_for_platform: bool = False
    """Whether it is called only on some operating systems."""
    is_unusual: bool = False
    """Whether it is called only in runs for which somebody gives an option, or does not give what
    is mostly given."""
    is_ruled_out: bool = False
    """Whether it is never called on the path that a flow has taken to its caller."""
    conditions: int = 0
    """Conditions that have to hold for it, those of an `else` aside, where they are fewest."""
    kept_as: str = ""
    """The name by which the line calls it, if it is one of several functions that are kept there:
    each run calls one of them."""
    instead_of: SymbolRef | None = None
    """The method that the line calls, if which of several overrides runs in its stead depends on
    the object."""
    registrar: SymbolRef | None = None
    """The method that took it, if the line calls whatever was registered."""

    @property
    def lines(self) -> tuple[int, ...]:
        """All lines on which it is called, or else handed on."""
        return (self.line, *self.again)


class CallGraph:
    """Who calls whom. Calls in nested functions and lambdas belong to the function around them.

    Whoever uses a table of functions (a dictionary of handlers, the description of a command) hands
    these functions on.

    Args:
        repository: The linked repository.
        bounds: The bounds of what takes a look at the calls of all files.
    """

    def __init__(self, repository: Repository, bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self._repository = repository
        self._of_file = lru_cache(_FILES)(self._read)
        self._owners_of_file = lru_cache(_FILES)(self._owners)
        self._constructors_of_file = lru_cache(_FILES)(self._read_constructors)
        self._held = HeldCode(repository)

    def callees(self, caller: SymbolRef) -> tuple[Callee, ...]:
        """Return what a function calls in the repository, in source order, each once.

        Args:
            caller: A function; a class stands for its constructor, position `FILE_SCOPE` for the
                code of a module outside of functions.
        """
        calls = self._of_file(caller.path)
        if caller.is_file or self.is_callable(caller):
            return calls.get(caller.position, ())
        found: dict[SymbolRef, Callee] = {}
        for constructor in self.constructors(caller):
            for each in calls.get(constructor.position, ()):
                found.setdefault(each.symbol, each)
        return tuple(found.values())

    def of_file(self, path: str) -> Mapping[int, tuple[Callee, ...]]:
        """Return the calls of a file: position of the function around them → callees.

        Calls outside of functions stand under `FILE_SCOPE`, the code of the module.
        """
        return self._of_file(path)

    def is_callable(self, symbol: SymbolRef) -> bool:
        """Tell whether a symbol is a function or method."""
        return self._repository.symbol(symbol).kind in CALLING

    def constructors(self, owner: SymbolRef) -> list[SymbolRef]:
        """Return the methods of a class, as it defines them itself, that run when it is called."""
        found = self._constructors_of_file(owner.path).get(owner.position, ())
        return [SymbolRef(owner.path, each) for each in found]

    def outermost(self, symbol: SymbolRef) -> SymbolRef:
        """Return the outermost function around a symbol; itself where it stands in none."""
        if symbol.is_file:
            return symbol
        owner = self._owners_of_file(symbol.path)[symbol.position]
        return SymbolRef(symbol.path, owner) if owner != FILE_SCOPE else symbol

    def length(self, symbol: SymbolRef) -> int:
        """Return the lines of a function; a class that is called runs its constructor only."""
        written = self._repository.symbol(symbol)
        if written.kind != Kind.CLASS:
            return written.end_line - written.line + 1
        bodies = [self._repository.symbol(each) for each in self.constructors(symbol)]
        return sum(body.end_line - body.line + 1 for body in bodies) // 2

    def made_by(self, constructor: SymbolRef) -> SymbolRef | None:
        """Return the class whose constructor a function is, if it is one."""
        if constructor.is_file:
            return None
        found = self._constructors_of_file(constructor.path).items()
        owner = next((owner for owner, own in found if constructor.position in own), None)
        return SymbolRef(constructor.path, owner) if owner is not None else None

    def owner(self, member: SymbolRef) -> SymbolRef | None:
        """Return the type that a function is a member of, where its file defines that."""
        if member.is_file:
            return None
        name = self._repository.symbol(member).name.rpartition(".")[0]
        position = self._positions(member.path).get(name)
        return SymbolRef(member.path, position) if position is not None else None

    def _read_constructors(self, path: str) -> Mapping[int, tuple[int, ...]]:
        return constructors_by_owner(self._repository.files[path])

    def _positions(self, path: str) -> dict[str, int]:
        symbols = self._repository.files[path].outline.symbols
        return {symbol.name: position for position, symbol in enumerate(symbols)}

    def _read(self, path: str) -> Mapping[int, tuple[Callee, ...]]:
        """Return the calls of a file: position of the outermost function around them → callees."""
        owners = self._owners_of_file(path)
        symbols = self._repository.files[path].outline.symbols
        found: dict[int, dict[SymbolRef, list[Callee]]] = {}
        for site in self._repository.links.uses.calls(path):
            owner = owners[site.scope] if site.is_inside_symbol else FILE_SCOPE
            if site.called and owner != FILE_SCOPE and site.line < symbols[owner].name_line:
                owner = FILE_SCOPE  # in a decorator, which is worked out when the module is loaded
            for each in (site, *self._held.behind(site)):
                if self._counts(each, SymbolRef(path, owner)):
                    callee = Callee(each.callee, site.line, each.called, each.confidence)
                    found.setdefault(owner, {}).setdefault(each.callee, []).append(callee)
        return {
            owner: tuple(
                sorted(map(_as_one, callees.values()), key=lambda each: (each.line, each.symbol))
            )
            for owner, callees in found.items()
        }

    def _counts(self, site: CallSite, caller: SymbolRef) -> bool:
        """Tell whether a call is one of code that stands elsewhere."""
        callee = site.callee
        if callee == caller or callee.is_file:
            return False
        kind = self._repository.symbol(callee).kind
        if kind in CALLING or not site.called:
            return kind in CALLING
        return kind == Kind.CLASS or self._held.is_function(callee)

    def _owners(self, path: str) -> list[int]:
        """Return for each symbol of a file the outermost function that it is or stands in.

        What stands in no function (a class, a constant) runs with the module: `FILE_SCOPE`.
        """
        symbols = self._repository.files[path].outline.symbols
        positions = self._positions(path)
        owners: list[int] = []
        for position, symbol in enumerate(symbols):
            owner = position if symbol.kind in CALLING else FILE_SCOPE
            outer = symbol.name.rpartition(".")[0]
            while outer:
                around = positions.get(outer)
                if around is not None and symbols[around].kind in CALLING:
                    owner = around
                outer = outer.rpartition(".")[0]
            owners.append(owner)
        return owners


def _as_one(mentions: Sequence[Callee]) -> Callee:
    """Return all mentions of a callee in a function as one: calls, where there are any."""
    calls = [each for each in mentions if each.called] or mentions
    first = min(calls, key=lambda each: each.line)
    lines = sorted({each.line for each in calls} - {first.line})
    return first._replace(again=tuple(lines))
