"""Overrides: which method of a type runs where one that it overrides is called."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.calls.made_types import MadeTypes
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import shared_parts

_FEW = 3
"""Overrides of one method among which the longest may stand for all."""
_SEVERAL = 2
_INTERFACES = frozenset((Kind.INTERFACE, Kind.TRAIT))


class Overrides:
    """Finds what runs in place of methods.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        is_code: Tells whether a definition is of the software itself.
        made: Knows which types the software makes in each run.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        is_code: Callable[[SymbolRef], bool],
        made: MadeTypes,
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._is_code = is_code
        self._made = made

    def of(self, method: SymbolRef) -> list[SymbolRef]:
        """Return the methods of the software itself that override one.

        A constructor is called by name: no other runs in its stead.
        """
        if self._calls.made_by(method) is not None:
            return []
        found = self._repository.links.overridden_by.get(method, ())
        return [each for each in found if self._is_code(each)]

    def goes_on_to(self, caller: SymbolRef, method: SymbolRef) -> bool:
        """Tell whether a method calls one that it overrides: most do it for their own object.

        There the method itself runs, whatever else overrides it.
        """
        return caller in self._repository.links.overridden_by.get(method, ())

    def implementations(self, method: SymbolRef) -> tuple[SymbolRef, ...]:
        """Return the methods of which one runs where a method is called that itself does nothing.

        Returns:
            Two or more, those with most lines first; nothing where the method has a body, and
            where one is known to run for it.
        """
        overrides = self.of(method)
        if len(overrides) < _SEVERAL or self._calls.callees(method):
            return ()
        length = self._calls.length
        return tuple(sorted(overrides, key=lambda each: (-length(each), each)))

    def run_for(self, symbol: SymbolRef) -> SymbolRef:
        """Return what runs in place of a method that calls nothing.

        Of several that is the one whose type is made in most runs, else the weightiest.
        """
        overrides = self.of(symbol)
        if not overrides or self._calls.callees(symbol):
            return symbol
        if len(overrides) == 1:
            return overrides[0]
        if len(overrides) <= _FEW and (usual := self._made.usual(overrides)) is not None:
            return usual
        return next(iter(self.weightiest(symbol)), symbol)

    def may_run(self, callee: Callee, known: Collection[SymbolRef]) -> bool:
        """Tell whether an override may run: no path does that makes other types alone.

        Args:
            callee: The override, and what it may run instead of.
            known: The types that the path makes or names.
        """
        base = self._calls.owner(callee.instead_of) if callee.instead_of is not None else None
        owner = self._calls.owner(callee.symbol)
        made = [bases for each in known if each != base and base in (bases := self._bases(each))]
        return not made or any(owner in bases for bases in made)

    def _bases(self, owner: SymbolRef) -> Sequence[SymbolRef]:
        """Return a type and all that it is made from."""
        found = [owner]
        for each in found:
            known = self._repository.links.bases.get(each, ())
            found += [base for base in known if base not in found]
        return found

    def are_many(self, method: SymbolRef) -> bool:
        """Tell whether one of many may run where a method is called."""
        return bool(self.implementations(method)) or len(self.of(method)) > _FEW

    def is_default(self, method: SymbolRef) -> bool:
        """Tell whether a method is the body of one of an interface, for types that have none."""
        owner = self._calls.owner(method)
        return owner is not None and self._repository.symbol(owner).kind in _INTERFACES

    def weightiest(self, method: SymbolRef) -> list[SymbolRef]:
        """Return the override with most lines, if it has more than what it overrides.

        What lies near it goes before: adapters in a package beside it are not for everybody. Which
        of a dozen visitors a run calls, their lengths don't tell.
        """
        length = self._calls.length

        def weight(each: SymbolRef) -> tuple[int, int, SymbolRef]:
            return shared_parts(each.path, method.path), length(each), each

        known = self.of(method)
        least = length(method) + (0 if self.is_default(method) else 1)
        overrides = [each for each in known if length(each) >= least] if len(known) <= _FEW else []
        return [max(overrides, key=weight)] if overrides else []
