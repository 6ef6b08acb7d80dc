"""Objects that are spread into others: whose members these have."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

_NAMES = frozenset(("property_identifier", "shorthand_property_identifier", "private_identifier"))


def spread_source(literal: Node, name: str, text: Callable[[Node], str]) -> Node | None:
    """Return the expression that is spread into an object literal and gives it a member.

    Args:
        literal: An expression; only literals of objects have something spread into them.
        name: The member.
        text: Node → its source.

    Returns:
        The last that is spread, unless a key behind it is or may be the member's; whether it has
        the member is not asked.
    """
    if literal.type != "object":
        return None
    for child in reversed(literal.named_children):
        if child.type == "spread_element":
            return child.named_children[0] if child.named_children else None
        if child.type == "comment":
            continue
        key = child.child_by_field_name("key") or child.child_by_field_name("name") or child
        if key.type not in _NAMES or text(key) == name:
            return None
    return None
