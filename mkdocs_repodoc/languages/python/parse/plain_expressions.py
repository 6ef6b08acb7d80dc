"""Plain questions about expressions: the last part of a name, and whether one is `None`."""

from __future__ import annotations

import ast


def last_name(node: ast.expr) -> str:
    """Return `c` of `a.b.c`, and the empty string of what is no such chain."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def is_none(node: ast.expr | None) -> bool:
    """Whether an expression is the constant `None`."""
    return isinstance(node, ast.Constant) and node.value is None
