"""A pass over a file in which declarations decide what names mean, from the inside to the outside.

It makes no calls within each other: sources may be nested deeply.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import OutlinedTree
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import NotedIdentifiers
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.model.references import FILE_SCOPE


class DeclaringPass(NotedIdentifiers, ABC):
    """Base of such a pass.

    Args:
        file: The file.

    Attributes:
        symbols: What the file defines.
        positions: Its symbols by their defining names.
    """

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file.code)
        self.symbols = file.symbols
        self.positions = SymbolPositions(file.symbols)
        self._outer: dict[int, int] = {}
        self._bound: dict[str, set[int]] = {}

    @abstractmethod
    def bound(self, node: Node) -> Iterator[Node]:
        """Yield the names right below a node that it gives to variables or type parameters."""

    @abstractmethod
    def defined(self, node: Node) -> Iterator[Node]:
        """Yield the names that a node may define symbols by."""

    @abstractmethod
    def visit(self, node: Node) -> None:
        """Note the names right below a node."""

    def file(self, root: Node) -> None:
        """Note the names below a node."""
        for node in self._walk(root):
            for name in self.bound(node):
                if not is_listed(self.positions.of(name)):
                    self._bound.setdefault(self.text(name), set()).add(self.scope)
        for node in self._walk(root):
            self.visit(node)

    def _walk(self, root: Node) -> Iterator[Node]:
        """Yield all nodes in source order; `scope` is the symbol that each stands in."""
        stack = [(root, FILE_SCOPE)]
        while stack:
            node, outside = stack.pop()
            self.scope = outside
            for name in self.defined(node):
                position = self.positions.of(name)
                if is_listed(position):
                    self._outer.setdefault(position, outside)
                    self.scope = position
                    break
            inside = self.scope
            yield node
            stack.extend((child, inside) for child in reversed(node.named_children))
        self.scope = FILE_SCOPE

    def scopes(self) -> Iterator[int]:
        """Yield the symbols around, from the inside to the outside, and the file at last.

        There are few: what stands deeper than people write is not listed.
        """
        scope = self.scope
        while is_listed(scope):
            yield scope
            scope = self._outer.get(scope, FILE_SCOPE)
        yield FILE_SCOPE

    def is_hidden(self, name: str) -> bool:
        """Whether a variable, a parameter or a type parameter around may have a name."""
        places = self._bound.get(name)
        return places is not None and any(scope in places for scope in self.scopes())

    def enclosing(self) -> str:
        """Return the name with dots of the symbol around; empty for none."""
        return self.symbols[self.scope].name if is_listed(self.scope) else ""
