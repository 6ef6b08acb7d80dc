"""The steps that a flow can take from a function: its calls, and what they come to in a run.

A call may name a method that another one overrides, or run what was registered before. An object
that is made may be called by a library, which no line of the repository shows. Which of many types
that implement a method an object has, the source often doesn't tell: then the method itself stands
for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.flows.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.callbacks import Callbacks
from mkdocs_repodoc.insight.flows.named_handlers import NamedHandlers
from mkdocs_repodoc.insight.flows.outside_calls import OutsideCalls
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.paths import shared_parts

Followed = tuple[tuple[Callee, SymbolRef | None], ...]
"""Callees, each with what leads to it: the method that it overrides, the one that took it, the type
of the object that it is a method of."""

_FEW = 3
"""Overrides of one method among which the longest may stand for all."""
_SEVERAL = 2
_INTERFACES = frozenset((Kind.INTERFACE, Kind.TRAIT))


class FollowedCalls:
    """Follows calls, each function once.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        code_roles: Roles of the files that make up the software itself; what is followed stays in
            them.
        conditions: Tells which calls are made for errors.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        code_roles: frozenset[Role],
        conditions: CallConditions,
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._code_roles = code_roles
        self._conditions = conditions
        self._callbacks = Callbacks(repository, code_roles)
        self._outside = OutsideCalls(repository, calls, code_roles)
        self.handlers = NamedHandlers(repository, code_roles, conditions)
        """What is kept under names, and who calls it."""
        self._known: dict[SymbolRef, Followed] = {}

    def add(self, document: SymbolRef, callees: Sequence[Callee]) -> None:
        """Add what the code of a document calls, with what runs in place of abstract methods."""
        found: list[tuple[Callee, SymbolRef | None]] = []
        for callee in callees:
            actual = self.run_for(callee.symbol)
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
                if self._is_kept_only(symbol, callee):
                    continue
                actual = self.run_for(callee.symbol)
                if actual == symbol:  # an override that goes on to what it overrides
                    actual = callee.symbol
                if self.is_code(actual):
                    through = callee.symbol if actual != callee.symbol else None
                    followed = callee._replace(
                        symbol=actual,
                        is_failure=self._conditions.is_failure(symbol, callee),
                        is_leaving=self._conditions.is_leaving(symbol, callee),
                        is_asked=self._conditions.is_asked(symbol, callee),
                        conditions=self._conditions.conditions(symbol, callee),
                    )
                    found.append((followed, through))
            found += [
                (Callee(each.symbol, each.line, called=False), each.registrar)
                for each in self._callbacks.of(symbol)
            ]
            found += [
                (Callee(each.symbol, line, called=True, kept_as=each.name), None)
                for line, each in self.handlers.of(symbol)
                if self.is_code(each.symbol)
            ]
            found += self._substitutes(symbol, found)
            found += self._outside.of(symbol)
            known = self._known[symbol] = tuple(found)
        return known

    def _is_kept_only(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function only keeps another for code that calls it by a name."""
        return not callee.called and all(
            self.handlers.is_given(callee.symbol, caller.path, line)
            for line in (callee.line, *callee.again)
        )

    def on_path(self, symbol: SymbolRef, passed: Iterable[SymbolRef]) -> Followed:
        """Return what `of` does, with what runs in place of methods that many types implement.

        Where a path makes or names one of these types alone, its method runs.

        Args:
            symbol: A function.
            passed: The functions on the path to it.
        """
        followed = self.of(symbol)
        if not any(self._may_be_many(callee.symbol) for callee, _ in followed):
            return followed
        path = (*passed, symbol)
        known = {owner for each in path for owner in self._outside.made_in(each)}
        known |= {owner for each in path for owner in self._outside.named_in(each)}
        found: list[tuple[Callee, SymbolRef | None]] = []
        for callee, through in followed:
            fit = [
                each
                for each in (
                    self._overrides(callee.symbol) if self._may_be_many(callee.symbol) else ()
                )
                if self._calls.owner(each) in known
            ]
            is_clear = len(fit) == 1 and fit[0] != symbol
            found.append(
                (callee._replace(symbol=fit[0]), callee.symbol) if is_clear else (callee, through)
            )
        return tuple(found)

    def _may_be_many(self, method: SymbolRef) -> bool:
        """Tell whether one of many may run where a method is called."""
        return bool(self.implementations(method)) or len(self._overrides(method)) > _FEW

    def implementations(self, method: SymbolRef) -> tuple[SymbolRef, ...]:
        """Return the methods of which one runs where a method is called that itself does nothing.

        Returns:
            Two or more, those with most lines first; nothing where the method has a body, and
            where one is known to run for it.
        """
        overrides = self._overrides(method)
        if len(overrides) < _SEVERAL or self._calls.callees(method):
            return ()
        length = self._calls.length
        return tuple(sorted(overrides, key=lambda each: (-length(each), each)))

    def run_for(self, symbol: SymbolRef) -> SymbolRef:
        """Return what runs in place of a method that calls nothing: the weightiest override."""
        overrides = self._overrides(symbol)
        if not overrides or self._calls.callees(symbol):
            return symbol
        if len(overrides) == 1:
            return overrides[0]
        return next(iter(self._weightiest_override(symbol)), symbol)

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
            (callee._replace(symbol=best), callee.symbol)
            for callee, _ in found
            if callee.called
            and ((owner and self._owner(callee.symbol) == owner) or self._is_default(callee.symbol))
            for best in self._weightiest_override(callee.symbol)
            if best != caller
        ]

    def _is_default(self, method: SymbolRef) -> bool:
        """Tell whether a method is the body of one of an interface, for types that have none."""
        owner = self._calls.owner(method)
        return owner is not None and self._repository.symbol(owner).kind in _INTERFACES

    def _owner(self, method: SymbolRef) -> tuple[str, str] | None:
        """Return the file and the name of the class that a function is a method of."""
        if method.is_file:
            return None
        name = self._repository.symbol(method).name.rpartition(".")[0]
        return (method.path, name) if name else None

    def _weightiest_override(self, method: SymbolRef) -> list[SymbolRef]:
        """Return the override with most lines, if it has more than what it overrides.

        What lies near it goes before: adapters in a package beside it are not for everybody. Which
        of a dozen visitors a run calls, their lengths don't tell.
        """
        length = self._calls.length

        def weight(each: SymbolRef) -> tuple[int, int, SymbolRef]:
            return shared_parts(each.path, method.path), length(each), each

        known = self._overrides(method)
        least = length(method) + (0 if self._is_default(method) else 1)
        overrides = [each for each in known if length(each) >= least] if len(known) <= _FEW else []
        return [max(overrides, key=weight)] if overrides else []

    def _overrides(self, method: SymbolRef) -> list[SymbolRef]:
        found = self._repository.links.overridden_by.get(method, ())
        return [each for each in found if self.is_code(each)]
