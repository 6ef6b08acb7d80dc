"""A search for names in code that knows a comment or a string from code.

Few files have what is looked for. A search of the text says where it may be, and the syntax tree
there says whether it is, so that a file without any costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.source_bytes import Source

_QUALIFIED = re.compile(rb"[\w.:$@]")
"""In front of a name that is the end of a longer one."""
_NO_CODE = re.compile(r"comment|string|str_|quoted|content|text")
"""Types of nodes in which a name only stands as text."""


class CodeSearch:
    """Finds names in a file, and what stands behind them.

    Args:
        root: The file's syntax tree.
        source: Its bytes and where its lines are.
    """

    def __init__(self, root: Node, source: Source) -> None:
        self.root = root
        self.code = source.data
        self.line = source.line

    def occurrences(self, written: str) -> Iterator[tuple[int, int]]:
        """Yield start and end wherever code, and not a comment or a string, has a name."""
        name = written.encode()
        start = self.code.find(name)
        while start >= 0:
            node = self.root.descendant_for_byte_range(start, start + 1)
            is_own = (
                node is not None and node.start_byte == start and not _NO_CODE.search(node.type)
            )
            if is_own and not _QUALIFIED.search(self.code, max(0, start - 1), start):
                yield start, start + len(name)
            start = self.code.find(name, start + 1)

    def is_code(self, start: int) -> bool:
        """Tell whether an offset is no part of a comment."""
        node = self.root.descendant_for_byte_range(start, start + 1)
        return node is not None and "comment" not in node.type

    def node_from(self, start: int, kind: str = "") -> Node | None:
        """Return the largest node that begins at an offset, of a type that has a word in it."""
        node = self.root.descendant_for_byte_range(start, start + 1)
        found = None
        while node is not None and node.start_byte == start:
            if kind in node.type:
                found = node
            node = node.parent
        return found

    def text(self, node: Node) -> str:
        """Return the code of a node."""
        return self.code[node.start_byte : node.end_byte].decode("utf-8", "replace")
