"""The steps that a flow can take from a function: its calls, and what they come to in a run.

A call may name a method that another one overrides, or run what was registered before. An object
that is made may be called by a library, which no line of the repository shows. Which of many types
that implement a method an object has, the source often doesn't tell: then the method itself stands
for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.calls.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.calls.indirect_calls import IndirectCalls
from mkdocs_repodoc.insight.flows.calls.made_types import MadeTypes
from mkdocs_repodoc.insight.flows.calls.outside_calls import OutsideCalls
from mkdocs_repodoc.insight.flows.calls.overrides import Overrides
from mkdocs_repodoc.insight.flows.calls.usual_runs import UsualRuns
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

Followed = tuple[tuple[Callee, SymbolRef | None], ...]
"""Callees, each with what leads to it: the method that it overrides, the one that took it, the type
of the object that it is a method of."""


class FollowedCalls:
    """Follows calls, each function once.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        indirect: What finds the calls that no line names.
        code_roles: Roles of the files that make up the software itself; what is followed stays in
            them.
        conditions: Tells which calls are made for errors.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        indirect: IndirectCalls,
        code_roles: frozenset[Role],
        conditions: CallConditions,
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._code_roles = code_roles
        self._conditions = conditions
        self.handlers = indirect.handlers
        """What is kept under names, and who calls it."""
        self._callbacks = indirect.callbacks
        self._outside = OutsideCalls(repository, calls, code_roles)
        made = MadeTypes(repository, calls, self._outside, conditions, code_roles)
        self._overrides = Overrides(repository, calls, self.is_code, made)
        self._usual = UsualRuns(repository, calls, conditions.lines, code_roles)
        self._known: dict[SymbolRef, Followed] = {}
        self._ruled_out: dict[tuple[SymbolRef, SymbolRef], frozenset[SymbolRef]] = {}

    def add(self, document: SymbolRef, callees: Sequence[Callee]) -> None:
        """Add what the code of a document calls, with what runs in place of abstract methods."""
        found: list[tuple[Callee, SymbolRef | None]] = []
        for callee in callees:
            actual = self._overrides.run_for(callee.symbol)
            through = callee.symbol if actual != callee.symbol else None
            found.append((callee._replace(symbol=actual), through))
        self._known[document] = tuple(found)

    def is_known(self, symbol: SymbolRef, most: int) -> bool:
        """Tell whether a function has been followed, or may be: not more than so many are."""
        return symbol in self._known or len(self._known) < most

    def of(self, symbol: SymbolRef) -> Followed:
        """Return the callees in the software's own code, each with what leads to it, if anything.

        A method that calls nothing stands for its weightiest override. Beside one that a class
        calls of itself stands its weightiest override. What others have registered is handed on,
        through the method that took it.
        """
        known = self._known.get(symbol)
        if known is None:
            found: list[tuple[Callee, SymbolRef | None]] = []
            for callee in self._calls.callees(symbol):
                if self.handlers.is_kept_only(symbol, callee):
                    continue
                actual = callee.symbol
                if not self._overrides.goes_on_to(symbol, callee.symbol):
                    actual = self._overrides.run_for(callee.symbol)
                if self.is_code(actual):
                    through = callee.symbol if actual != callee.symbol else None
                    is_open = through is not None and len(self._overrides.of(through)) > 1
                    goes_back = self._goes_back(symbol, actual)
                    is_failure = self._conditions.is_failure(symbol, callee)
                    followed = callee._replace(
                        symbol=actual,
                        instead_of=through if is_open else None,
                        goes_back=goes_back,
                        is_failure=is_failure and not goes_back,
                        is_leaving=self._conditions.is_leaving(symbol, callee),
                        left_at=self._conditions.left_at(symbol, callee),
                        is_asked=self._conditions.is_asked(symbol, callee),
                        is_for_platform=self._conditions.is_for_platform(symbol, callee),
                        is_unusual=self._usual.is_unusual(symbol, callee),
                        conditions=self._conditions.conditions(symbol, callee),
                    )
                    found.append((followed, through))
            found += self._registered(symbol)
            found += [
                (Callee(each.symbol, line, called=True, kept_as=each.name), None)
                for line, each in self.handlers.of(symbol)
                if self.is_code(each.symbol)
            ]
            found += self._substitutes(symbol, found)
            found += self._outside.of(symbol)
            known = self._known[symbol] = tuple(found)
        return known

    def _registered(self, method: SymbolRef) -> Followed:
        """Return what a method may call because it was registered, through what took it."""
        return tuple(
            (Callee(symbol, line, called=False, registrar=registrar), registrar)
            for symbol, line, registrar in self._callbacks.of(method)
        )

    def _goes_back(self, caller: SymbolRef, callee: SymbolRef) -> bool:
        """Tell whether a function calls its caller in turn: what has failed is tried once more."""
        return any(each.called and each.symbol == caller for each in self._calls.callees(callee))

    def on_path(self, symbol: SymbolRef, way: Sequence[SymbolRef]) -> Followed:
        """Return what `of` does, by the path that has led to a function.

        It decides what runs in place of methods that several types implement: where a path makes or
        names one of these types alone, its method runs. What it makes may as well not be of the
        type whose method could run. What it hands on may rule calls out.

        Args:
            symbol: A function.
            way: The functions on the path to it, the nearest first.
        """
        followed = self._chosen(symbol, way)
        if not way or symbol.is_file:
            return followed
        return tuple(
            (self._usual.in_run(way[0], symbol, callee, _as_named(callee, through)), through)
            for callee, through in followed
        )

    def ruled_out(self, before: SymbolRef, symbol: SymbolRef) -> frozenset[SymbolRef]:
        """Return what a function calls, but never where another has called it."""
        if symbol.is_file:
            return frozenset()
        key = before, symbol
        if key not in self._ruled_out:
            followed = self.of(symbol)
            self._ruled_out[key] = frozenset(
                callee.symbol
                for callee, through in followed
                if self._usual.is_ruled_out(before, symbol, _as_named(callee, through))
            )
        return self._ruled_out[key]

    def _chosen(self, symbol: SymbolRef, way: Sequence[SymbolRef]) -> Followed:
        """Return what a function calls, with what a path has run in place of methods."""
        followed = self.of(symbol)
        if not any(
            callee.instead_of is not None or self._overrides.are_many(callee.symbol)
            for callee, _ in followed
        ):
            return followed
        path = (*way, symbol)
        known = {owner for each in path for owner in self._outside.made_in(each)}
        known |= {owner for each in path for owner in self._outside.named_in(each)}
        told = {callee.symbol for callee, _ in followed}
        found: dict[SymbolRef, tuple[Callee, SymbolRef | None]] = {}
        for callee, through in followed:
            method = callee.instead_of or callee.symbol
            if self._overrides.goes_on_to(symbol, method) or (
                callee.instead_of is None and not self._overrides.are_many(method)
            ):
                found.setdefault(callee.symbol, (callee, through))
                continue
            fit = [each for each in self._overrides.of(method) if self._calls.owner(each) in known]
            if len(fit) == 1 and fit[0] != symbol:
                decided = callee._replace(symbol=fit[0], instead_of=None)
                found.setdefault(fit[0], (decided, method))
            elif callee.instead_of is None or self._overrides.may_run(callee, known):
                found.setdefault(callee.symbol, (callee, through))
            elif method not in told:
                found.setdefault(method, (callee._replace(symbol=method, instead_of=None), None))
        return tuple(found.values())

    def implementations(self, method: SymbolRef) -> tuple[SymbolRef, ...]:
        """Return the methods of which one runs where a method is called that itself does nothing.

        Returns:
            Two or more, those with most lines first; nothing where the method has a body, and
            where one is known to run for it.
        """
        return self._overrides.implementations(method)

    def run_for(self, symbol: SymbolRef) -> SymbolRef:
        """Return what runs in place of a method that calls nothing, or the method itself."""
        return self._overrides.run_for(symbol)

    def is_code(self, symbol: SymbolRef) -> bool:
        """Tell whether a definition, or a file, is of the software itself."""
        return self._repository.files[symbol.path].role in self._code_roles

    def _substitutes(
        self, caller: SymbolRef, found: Sequence[tuple[Callee, SymbolRef | None]]
    ) -> list[tuple[Callee, SymbolRef | None]]:
        """Return the weightiest override of methods that a class calls of itself.

        Likewise for methods of interfaces.
        """
        owner = self._owner(caller)
        return [
            (callee._replace(symbol=best, instead_of=callee.symbol), callee.symbol)
            for callee, _ in found
            if callee.called
            and callee.instead_of is None
            and (
                (owner and self._owner(callee.symbol) == owner)
                or self._overrides.is_default(callee.symbol)
            )
            for best in self._overrides.weightiest(callee.symbol)
            if best != caller
        ]

    def _owner(self, method: SymbolRef) -> tuple[str, str] | None:
        """Return the file and the name of the class that a function is a method of."""
        if method.is_file:
            return None
        name = self._repository.symbol(method).name.rpartition(".")[0]
        return (method.path, name) if name else None


def _as_named(callee: Callee, through: SymbolRef | None) -> Callee:
    """Return a call by what its line names: an override may run in its stead."""
    return callee._replace(symbol=callee.instead_of or through or callee.symbol)
