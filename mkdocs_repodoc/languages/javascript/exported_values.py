"""Values that are set to several names at once, the module's exports among them."""

from __future__ import annotations

from tree_sitter import Node

EXPORTS = frozenset((b"exports", b"module.exports"))
"""What a CommonJS module gives to others as a whole."""


def innermost(value: Node) -> tuple[Node, bool]:
    """Return what `app = exports = module.exports = {}` sets its names to.

    Args:
        value: What stands behind the first `=`.

    Returns:
        The value itself, and whether the exports are among the names.
    """
    is_exported = False
    while value.type == "assignment_expression":
        left, right = value.child_by_field_name("left"), value.child_by_field_name("right")
        if left is None or right is None:
            break
        is_exported = is_exported or left.text in EXPORTS
        value = right
    return value, is_exported
