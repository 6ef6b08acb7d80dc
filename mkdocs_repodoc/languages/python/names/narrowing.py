"""Types that `isinstance` in a condition gives a name where the condition holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

_ARGUMENTS = 2
_LEAVING = (ast.Return, ast.Raise, ast.Continue, ast.Break)


def true_where(condition: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Yield names and the classes that they are instances of where a condition is true."""
    both = isinstance(condition, ast.BoolOp) and isinstance(condition.op, ast.And)
    for part in condition.values if both else (condition,):  # type: ignore[attr-defined]  # `both` says so
        yield from _checked(part)


def false_where(condition: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Yield names and the classes that they are instances of where a condition is false."""
    either = isinstance(condition, ast.BoolOp) and isinstance(condition.op, ast.Or)
    for part in condition.values if either else (condition,):  # type: ignore[attr-defined]  # `either` does
        if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not):
            yield from _checked(part.operand)


def leaves(body: Sequence[ast.stmt]) -> bool:
    """Whether what follows a block is not reached through it."""
    return isinstance(body[-1], _LEAVING)


def matched(pattern: ast.pattern) -> ast.expr | None:
    """Return the class, or the tuple of classes, whose instances match a pattern."""
    if isinstance(pattern, ast.MatchClass):
        return pattern.cls
    if isinstance(pattern, ast.MatchAs) and pattern.pattern is not None:
        return matched(pattern.pattern)
    if isinstance(pattern, ast.MatchOr):
        classes = [matched(each) for each in pattern.patterns]
        known = [each for each in classes if each is not None]
        return ast.Tuple(known, ast.Load()) if len(known) == len(classes) else None
    return None


def _checked(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return
    if node.func.id != "isinstance" or len(node.args) != _ARGUMENTS:
        return
    checked, kind = node.args
    if isinstance(checked, ast.NamedExpr):
        checked = checked.target
    if isinstance(checked, ast.Name):
        yield checked.id, kind
