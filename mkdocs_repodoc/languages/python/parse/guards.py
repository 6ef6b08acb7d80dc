"""The two conditions that say what the code under them is for."""

from __future__ import annotations

import ast


def asks_type_checking(test: ast.expr) -> tuple[bool, bool]:
    """Return whether a test asks for TYPE_CHECKING, and whether it asks for the contrary."""
    inverse = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    if inverse:
        test = test.operand  # type: ignore[attr-defined]  # narrowed by `inverse`
    name = getattr(test, "attr", None) or getattr(test, "id", None)
    return name == "TYPE_CHECKING", inverse


def is_main_guard(test: ast.expr) -> bool:
    """Return whether a test asks if the module runs as a script."""
    if not (isinstance(test, ast.Compare) and len(test.ops) == 1):
        return False
    sides = {
        side.id if isinstance(side, ast.Name) else getattr(side, "value", None)
        for side in (test.left, test.comparators[0])
    }
    return isinstance(test.ops[0], ast.Eq) and sides == {"__name__", "__main__"}
