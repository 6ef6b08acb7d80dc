"""Parts of a file that its grammar could not make sense of."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.model.diagnostics import Diagnostic

_MOST_ERRORS = 10_000
"""How many nodes of a broken tree are looked at for its errors."""


def syntax_problems(root: Node, tolerated: float) -> list[Diagnostic]:
    """Return a diagnostic if more of a file could not be parsed than is tolerated.

    Args:
        root: The root of a tree that has errors.
        tolerated: Bytes in errors that are not worth a word.
    """
    size, line = unread(root)
    if size <= tolerated:
        return []
    message = (
        f"From line {line} on, parts of the file could not be parsed; "
        "what is defined there may be missing."
    )
    return [Diagnostic("info", "", line, message)]


def unread(root: Node) -> tuple[int, int]:
    """Return how many bytes are in errors, and the line of the first one."""
    size = line = 0
    stack = [root]
    for _ in range(_MOST_ERRORS):
        if not stack:
            break
        node = stack.pop()
        if node.is_error:
            size += node.end_byte - node.start_byte
            line = line or node.start_point.row + 1
        else:
            stack.extend(child for child in reversed(node.children) if child.has_error)
    return size, line
