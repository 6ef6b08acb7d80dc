"""Nodes around a place in a file, found from the top of the tree down.

A node's parent is looked for from the top of the tree each time it is asked for: whoever climbs
from a place that lies deep walks the same way again and again.
"""

from __future__ import annotations

from collections.abc import Collection

from tree_sitter import Node


class EnclosingNodes:
    """The way from the top of a tree to one place after the other.

    Args:
        root: The tree.
        types: Types of the nodes that are looked for.
    """

    def __init__(self, root: Node, types: Collection[str]) -> None:
        self._cursor = root.walk()
        self._types = types
        self._ends = [(root.start_byte, root.end_byte)]
        self._found: list[Node | None] = [None]
        self._note(root)

    def innermost(self, offset: int) -> Node | None:
        """Return the innermost node of these types around a byte; `None` if there is none.

        Args:
            offset: The byte; each call begins where the one before has ended, so that places should
                be asked for in their order.
        """
        while len(self._ends) > 1 and not self._is_inside(offset):
            self._cursor.goto_parent()
            self._ends.pop()
            self._found.pop()
        while self._cursor.goto_first_child_for_byte(offset) is not None:
            node = self._cursor.node
            if node is None or not node.start_byte <= offset < node.end_byte:
                self._cursor.goto_parent()
                break
            self._ends.append((node.start_byte, node.end_byte))
            self._found.append(self._found[-1])
            self._note(node)
        return self._found[-1]

    def _is_inside(self, offset: int) -> bool:
        start, end = self._ends[-1]
        return start <= offset < end

    def _note(self, node: Node) -> None:
        if node.is_named and node.type in self._types:
            self._found[-1] = node
