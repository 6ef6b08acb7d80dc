"""The types of objects that the software makes: in each run, or in some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.calls.call_graph import Callee, CallGraph
from mkdocs_repodoc.insight.flows.calls.field_functions import outermost
from mkdocs_repodoc.insight.flows.calls.outside_calls import OutsideCalls
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

_FACTORY = 24
"""Lines of a function at most that only makes an object: its callers say when."""
_MOST_PLACES = 40


class MadeTypes:
    """Compares types by the conditions under which objects of them are made.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        outside: Knows where objects are made.
        conditions: Tells the conditions of calls.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        outside: OutsideCalls,
        conditions: CallConditions,
        code_roles: frozenset[Role],
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._outside = outside
        self._conditions = conditions
        self._code_roles = code_roles

    def usual(self, methods: Sequence[SymbolRef]) -> SymbolRef | None:
        """Return the method whose type is made under the fewest conditions, if there is only one.

        Args:
            methods: Methods of several types, one of which runs.
        """
        found: list[tuple[int, SymbolRef]] = []
        for method in methods:
            owner = self._calls.owner(method)
            counts = list(self._counts(owner)) if owner is not None else []
            if not counts:  # who makes it is not known
                return None
            found.append((min(counts), method))
        least = min(count for count, _ in found)
        fit = [method for count, method in found if count == least]
        return fit[0] if len(fit) == 1 else None

    def _counts(self, owner: SymbolRef) -> Iterator[int]:
        """Yield the conditions of each place that makes an object of a type."""
        paths = dict.fromkeys((owner.path, *self._repository.links.uses.files(owner)))
        for path in list(paths)[:_MOST_PLACES]:
            file = self._repository.files[path]
            if file.role in self._code_roles:
                for line in self._outside.lines_that_make(owner, path):
                    yield from self._at(outermost(file, line), owner, line)

    def _at(self, maker: SymbolRef, made: SymbolRef, line: int) -> Iterator[int]:
        own = self._conditions.conditions(maker, Callee(made, line, called=True))
        if maker.is_file or self._calls.length(maker) > _FACTORY:
            yield own
            return
        for use in self._repository.links.uses.of(maker)[:_MOST_PLACES]:
            file = self._repository.files[use.path]
            if use.kind == "call" and file.role in self._code_roles:
                caller = outermost(file, use.line)
                called = Callee(maker, use.line, called=True)
                yield own + self._conditions.conditions(caller, called)
