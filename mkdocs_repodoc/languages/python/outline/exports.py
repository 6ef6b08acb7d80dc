"""The contents of `__all__`, in the forms in which it is written."""

from __future__ import annotations

import ast
from collections.abc import Sequence


def read_exports(statements: Sequence[ast.stmt]) -> tuple[str, ...] | None:
    """Evaluate the statements that set and change `__all__`.

    Args:
        statements: Assignments to it, augmented ones, and calls of its `append`, `extend` and
            `remove`, in source order.

    Returns:
        The names, each once; `None` if there is no `__all__`, or one that only running the module
        could tell.
    """
    names: list[str] | None = None
    for statement in statements:
        names = _apply(names, statement)
        if names is None:
            return None
    return None if names is None else tuple(dict.fromkeys(names))


def _apply(names: list[str] | None, statement: ast.stmt) -> list[str] | None:
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        return _literal(statement.value, names)
    if isinstance(statement, ast.AugAssign):
        more = _literal(statement.value, names)
        added = isinstance(statement.op, ast.Add)
        return names + more if added and names is not None and more is not None else None
    call = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args:
        return _call(names, call.func.attr, call.args[0])
    return None


def _call(names: list[str] | None, method: str, argument: ast.expr) -> list[str] | None:
    if names is None:
        return None
    if method == "extend":
        more = _literal(argument, names)
        return None if more is None else names + more
    if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
        return None
    if method == "append":
        return [*names, argument.value]
    return [name for name in names if name != argument.value]


def _literal(value: ast.expr | None, names: list[str] | None) -> list[str] | None:
    """Return the strings of a literal sequence, or of a sum of such; `None` for anything else."""
    if isinstance(value, ast.List | ast.Tuple | ast.Set):
        return _elements(value.elts, names)
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        left, right = _literal(value.left, names), _literal(value.right, names)
        return None if left is None or right is None else left + right
    if isinstance(value, ast.Name) and value.id == "__all__":
        return names
    if (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id in {"list", "tuple", "sorted"}
        and len(value.args) == 1
    ):
        return _literal(value.args[0], names)
    return None


def _elements(elements: list[ast.expr], names: list[str] | None) -> list[str] | None:
    found: list[str] = []
    for element in elements:
        if isinstance(element, ast.Constant) and isinstance(element.value, str):
            found.append(element.value)
            continue
        part = _literal(element.value, names) if isinstance(element, ast.Starred) else None
        if part is None:
            return None
        found += part
    return found
