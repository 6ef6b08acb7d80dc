"""The usual platform, whose declarations go before those for others."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.languages.rust.resolution.module_paths.module_tree import ModuleTree
from mkdocs_repodoc.languages.rust.resolution.module_paths.rust_files import Module
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class UsualPlatform:
    """Tells what is there on the usual platform.

    Args:
        tree: The modules of the repository.
    """

    def __init__(self, tree: ModuleTree) -> None:
        self._tree = tree

    def first(self, declared: Iterable[Module | SymbolRef]) -> list[Module | SymbolRef]:
        """Return declarations of one name, those first that hold on the usual platform."""
        found = list(declared)
        if len(found) > 1:
            found.sort(key=lambda one: isinstance(one, SymbolRef) and not self._tree.is_usual(one))
        return found

    def holds(self, entity: Module | SymbolRef | str) -> bool:
        """Whether what an import leads to is there; of others' names nothing else is known."""
        if isinstance(entity, Module):
            return self._tree.is_usual_file(entity.path)
        return isinstance(entity, str) or self._tree.is_usual(entity)
