"""Numbers that code writes as arithmetic: `10 * 60` is 600."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

_ARITHMETIC = re.compile(r"[\w\s()+*/<-]{3,80}$")
_CAST = re.compile(r"u?int\d*\((?P<inner>[^()]*)\)$")
"""A number as one of another type, which it is the same as."""
_OPERATOR = re.compile(r"[+*/<-]")
_LARGEST = 2**63
_MOST_SHIFTED = 62


def worked_out(written: str, value_of: Callable[[str], str] | None = None) -> str:
    """Return the whole number that an expression comes to; empty for anything else.

    Args:
        written: The expression: numbers with operators between them.
        value_of: Name of a constant → its value as written; empty where that is not known.
    """
    if cast := _CAST.match(written):
        written = cast["inner"]
    if not _ARITHMETIC.match(written) or not _OPERATOR.search(written.lstrip("-")):
        return ""
    try:
        found = _number(ast.parse(written.strip(), mode="eval").body, value_of)
    except (SyntaxError, ValueError, RecursionError):
        return ""
    return str(found) if found is not None and abs(found) < _LARGEST else ""


def _number(node: ast.expr, value_of: Callable[[str], str] | None) -> int | None:
    if isinstance(node, ast.Constant):
        return node.value if type(node.value) is int else None
    if isinstance(node, ast.Name):
        said = value_of(node.id) if value_of is not None else ""
        return int(said) if said.isdecimal() else None
    if not isinstance(node, ast.BinOp):
        return None
    left, right = _number(node.left, value_of), _number(node.right, value_of)
    if left is None or right is None or max(abs(left), abs(right)) >= _LARGEST:
        return None
    if isinstance(node.op, ast.LShift):
        return left << right if 0 <= right <= _MOST_SHIFTED else None
    known: dict[type[ast.operator], Callable[[int, int], int]] = {
        ast.Add: int.__add__,
        ast.Sub: int.__sub__,
        ast.Mult: int.__mul__,
    }
    operation = known.get(type(node.op))
    return operation(left, right) if operation is not None else None
