"""The texts that names hold at a point of the code, worked out for the names that are asked for."""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from mkdocs_repodoc.languages.python.parse.child_nodes import child_nodes, nodes_below

_TEXTS = (ast.Constant, ast.JoinedStr, ast.BinOp, ast.BoolOp, ast.Call, ast.IfExp)
_NO_CHANGE = (ast.Expr, ast.Raise, ast.Return, ast.Pass)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_FROM_THE_START = -1

_Change = tuple[int, ast.expr | None]
"""The index of the statement that changes a name, and the text that it holds then, if it does."""


class HeldTexts(NamedTuple):
    """What names hold in front of a statement of a body."""

    changes: _Changes
    position: int
    """Index of the statement."""
    outer: HeldTexts | None
    """What holds around the body."""

    def get(self, name: str) -> ast.expr | None:
        """Return the text that was assigned to a name last, `None` for whatever else it holds."""
        point: HeldTexts | None = self
        while point is not None:
            changes = point.changes.by_name.get(name, ())
            if before := bisect_left(changes, point.position, key=itemgetter(0)):
                return changes[before - 1][1]
            point = point.outer
        return None

    def along(self, body: Sequence[ast.stmt]) -> Iterator[HeldTexts]:
        """Yield what holds in front of each statement of a body that runs here."""
        changes = _InOrder(body)
        return (HeldTexts(changes, position, self) for position in range(len(body)))


def held_in(body: Sequence[ast.stmt], outer: HeldTexts | None = None) -> HeldTexts:
    """Return what holds in the body of a module or function, in whatever order it runs.

    That are the texts of the names that it sets once.

    Args:
        body: Its statements.
        outer: What holds around it.
    """
    return HeldTexts(_Once(body), 0, outer)


class _InOrder:
    """Changes by the statements of a body, one after the other."""

    def __init__(self, body: Sequence[ast.stmt]) -> None:
        self._body = body

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[_Change]]:
        found: defaultdict[str, list[_Change]] = defaultdict(list)
        for index, statement in enumerate(self._body):
            if isinstance(statement, _NO_CHANGE):
                continue
            texts = _assigned(statement)
            for name in _stored(statement) | texts.keys():
                found[name].append((index, texts.get(name)))
        return found


class _Once:
    """Texts that names are given directly in a body, once and nowhere else in it."""

    def __init__(self, body: Sequence[ast.stmt]) -> None:
        self._body = body

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[_Change]]:
        found: dict[str, ast.expr] = {}
        often: set[str] = set()
        stack: list[ast.AST] = list(self._body)
        while stack:
            node = stack.pop()
            if isinstance(node, _SCOPES):
                continue
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        often.update({target.id} & found.keys())
                        found[target.id] = node.value
            stack += child_nodes(node)
        return {
            name: [(_FROM_THE_START, value)]
            for name, value in found.items()
            if name not in often and isinstance(value, _TEXTS)
        }


_Changes = _InOrder | _Once


def _assigned(statement: ast.stmt) -> dict[str, ast.expr]:
    """Return the names to which a statement assigns a text."""
    if not isinstance(statement, ast.Assign) or not isinstance(statement.value, _TEXTS):
        return {}
    names = (each.id for each in statement.targets if isinstance(each, ast.Name))
    return dict.fromkeys(names, statement.value)


def _stored(statement: ast.stmt) -> set[str]:
    """Return the names that a statement, or one inside it, may set."""
    return {
        each.id
        for each in nodes_below(statement)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
