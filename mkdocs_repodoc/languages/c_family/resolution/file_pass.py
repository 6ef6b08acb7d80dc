"""The base of the passes over a file of C and of C++."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.build_conditions import outermost
from mkdocs_repodoc.languages.c_family.resolution.c_block_scopes import BlockScopes
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import NotedIdentifiers
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Target


class FilePass(NotedIdentifiers):
    """Base of one file's pass.

    Args:
        code: The file.
        symbols: What it defines.
        unusual: Start and end of what a usual build leaves out.

    Attributes:
        scopes: The blocks around; none outside of functions.
        types: Index of a symbol, and its type.
        offers: What other files take from the file beside its symbols.
    """

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = MappingProxyType({})
    """Type of a node → what visits it."""

    def __init__(
        self, code: bytes, symbols: Sequence[Symbol], unusual: Iterable[tuple[int, int]]
    ) -> None:
        super().__init__(code)
        self._unusual = outermost(unusual)
        self._positions = SymbolPositions(symbols)
        self.scopes = BlockScopes()
        self.types: list[tuple[int, Target]] = []
        self.offers: list[tuple[str, Target]] = []

    def visit(self, node: Node | None) -> Target | None:
        """Visit a node by its type; one without a rule of its own holds what its parts do.

        Returns:
            What an expression is, if that is known.
        """
        if node is None:
            return None
        if handle := self._VISITS.get(node.type):
            return handle(self, node)
        for child in node.named_children:
            self.visit(child)
        return None

    def operations(self, node: Node) -> tuple[Target | None, list[Node]]:
        """Visit what a row of binary operators begins with; return what it is, and the operations.

        The first operation of a row such as `a + b - c` is the innermost node.
        """
        rights, inner = [node], node.child_by_field_name("left")
        while inner is not None and inner.type == node.type:
            rights.append(inner)
            inner = inner.child_by_field_name("left")
        return self.visit(inner), rights[::-1]

    def comma(self, node: Node) -> Target | None:
        """Visit expressions with a comma between; return what the last one is."""
        self.visit(node.child_by_field_name("left"))
        return self.visit(node.child_by_field_name("right"))
