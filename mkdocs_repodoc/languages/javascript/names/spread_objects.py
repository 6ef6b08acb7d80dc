"""Objects that are spread into others: whose members these have."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tree_sitter import Node

_NAMES = frozenset(("property_identifier", "shorthand_property_identifier", "private_identifier"))


class Spread(NamedTuple):
    """What is spread into an object last, whose members the object has.

    Attributes:
        value: The expression.
        overlaid: Names of the members that the object's own keys give it behind that.
    """

    value: Node
    overlaid: frozenset[str]


def last_spread(literal: Node, text: Callable[[Node], str]) -> Spread | None:
    """Return what is spread into an object literal last, unless a key behind it may be any.

    Args:
        literal: An expression; only literals of objects have something spread into them.
        text: Node → its source.
    """
    if literal.type != "object":
        return None
    overlaid: set[str] = set()
    for child in reversed(literal.named_children):
        if child.type == "spread_element":
            inner = child.named_children
            return Spread(inner[0], frozenset(overlaid)) if inner else None
        if child.type == "comment":
            continue
        key = child.child_by_field_name("key") or child.child_by_field_name("name") or child
        if key.type not in _NAMES:
            return None
        overlaid.add(text(key))
    return None
