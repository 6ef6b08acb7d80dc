"""The symbols of a file by the nodes of their defining names."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE


class SymbolPositions:
    """Finds the symbol that a node names where it is defined.

    Args:
        symbols: What the file defines.
    """

    def __init__(self, symbols: Sequence[Symbol]) -> None:
        self._positions = {
            (symbol.name_line, symbol.column): index for index, symbol in enumerate(symbols)
        }

    def of(self, name: Node | None) -> int:
        """Return the index of the symbol with this defining name; `FILE_SCOPE` if there is none."""
        if name is None:
            return FILE_SCOPE
        row, column = name.start_point
        return self._positions.get((row + 1, column), FILE_SCOPE)
