"""Classes as dotted names mean them: the scopes around first, then packages from the longest on."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from mkdocs_repodoc.languages.resolution.ancestry import TypeAncestry
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class JvmTypeLookup(TypeAncestry):
    """Finds classes by name; base of what does for one language."""

    def find(self, path: str, scope: int, names: Sequence[str]) -> Meaning | None:
        """Return the class that a dotted name means.

        Args:
            path: The file that names it.
            scope: Number of the scope in which it is named; `FILE_SCOPE` for none.
            names: Its parts; the first ones may be a package's.
        """
        question = ("class", path, scope, tuple(names))
        return self._memo.get(question, lambda: self._find(path, scope, names), None)

    def _find(self, path: str, scope: int, names: Sequence[str]) -> Meaning | None:
        found = self._simple(path, scope, names[0])
        if found is not None:
            return self._inner(found, names[1:])
        return self.qualified(path, names)

    def _inner(self, found: Meaning | None, names: Sequence[str]) -> Meaning | None:
        """Return the class that names behind that of a class lead to."""
        for name in names:
            if found is None:
                return None
            inner = self.member_class(found.symbol, name)
            found = Meaning(inner, found.exact) if inner is not None else None
        return found

    @abstractmethod
    def qualified(self, path: str, names: Sequence[str]) -> Meaning | None:
        """Return the class that a full name means; the longest package counts."""

    @abstractmethod
    def _simple(self, path: str, scope: int, name: str) -> Meaning | None:
        """Return the class that a simple name means: the scopes from the inside to the outside."""

    @abstractmethod
    def member_class(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        """Return a class that is declared in a class, or in what that inherits from."""
