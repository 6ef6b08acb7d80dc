"""The program, of several, that ends where code ends one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallHierarchy
from mkdocs_repodoc.insight.operation.exceptions import Line
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.insight.reading.call_distances import call_distances
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository


class EndedPrograms:
    """Tells programs beside the main one by the code from which they end.

    Args:
        repository: The linked repository.
        hierarchy: Who calls whom.
        main: Where the programs start that the repository is there for; none if that is not known.
        others: Where others start.
    """

    def __init__(
        self,
        repository: Repository,
        hierarchy: CallHierarchy,
        main: Collection[SymbolRef],
        others: Collection[SymbolRef],
    ) -> None:
        self._repository = repository
        self._main = {ref.path for ref in main}
        self._reached = call_distances(hierarchy, main)
        waiting = [
            ref for ref in sorted(others) if ref not in self._reached and ref.path not in self._main
        ]
        self._others = {ref: ref.path for ref in waiting}
        for each in waiting:  # it grows
            for edge in hierarchy.of(each):
                if edge.symbol not in self._others:
                    self._others[edge.symbol] = self._others[each]
                    waiting.append(edge.symbol)

    def of(self, lines: Iterable[Line]) -> str:
        """Return the file in which the program starts that some lines end.

        Returns:
            Nothing for the main program, and where it is not known which one it is.
        """
        found = {self._of(path, line) for path, line in lines}
        return min(found, default="")

    def _of(self, path: str, line: int) -> str:
        return self.of_code(next(scopes_around(self._repository.files[path], [line])))

    def of_code(self, scope: SymbolRef) -> str:
        """Return the same for a function, or for what a file does outside of functions."""
        if not self._main or scope.path in self._main or scope in self._reached:
            return ""
        if scope.is_file and self._repository.files[scope.path].outline.main_line:
            return scope.path
        return self._others.get(scope, "")
