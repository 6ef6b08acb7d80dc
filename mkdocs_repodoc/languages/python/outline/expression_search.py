"""The search of expressions for calls, branches and walruses.

Expressions may nest as deep as the parser allows, so that they are walked with a stack.
"""

from __future__ import annotations

import ast
from typing import Any

from mkdocs_repodoc.languages.python.outline.structure import (
    CallPlace,
    NodePlace,
    OutlineScope,
    Structure,
)
from mkdocs_repodoc.languages.python.parse.child_nodes import NODE_FIELDS
from mkdocs_repodoc.languages.tools.option_names import FLAG

_LEAVES = {ast.Name, ast.Constant, str, int, bool, type(None)}
_COMPREHENSIONS = {ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp}
_WATCHED = {
    ast.BoolOp,
    ast.IfExp,
    ast.Yield,
    ast.YieldFrom,
    ast.NamedExpr,
    ast.Call,
    *_COMPREHENSIONS,
}


class ExpressionSearch:
    """Searches expressions on behalf of a visitor.

    Args:
        call_names: Last names of the functions whose calls are kept.
        found: Where calls and walruses are kept.
    """

    def __init__(self, call_names: frozenset[str], found: Structure) -> None:
        self._names = call_names
        self._calls = found.calls
        self._flag_calls = found.flag_calls
        self._walruses = found.walruses

    def search(self, node: ast.AST, scope: OutlineScope) -> None:
        """Keep what there is in an expression or a simple statement.

        Args:
            node: The expression or statement.
            scope: The scope that it belongs to; complexity is counted there.
        """
        stack = [node]
        while stack:
            node = stack.pop()
            kind = type(node)
            if kind in _WATCHED:
                self._watch(node, kind, scope)
            for name in NODE_FIELDS[kind]:
                value = getattr(node, name)
                if type(value) is list:
                    stack.extend([child for child in value if type(child) not in _LEAVES])
                elif type(value) not in _LEAVES:
                    stack.append(value)

    def _watch(
        self,
        node: Any,  # noqa: ANN401 - what it is, `kind` says
        kind: type[ast.AST],
        scope: OutlineScope,
    ) -> None:
        if kind is ast.Call:
            function = node.func
            name = getattr(function, "attr", None) or getattr(function, "id", None)
            if name in self._names:
                self._calls.append(CallPlace(node, scope))
            if node.keywords and node.args and _describes_flags(node):
                self._flag_calls.append(CallPlace(node, scope))
        elif kind is ast.BoolOp:
            scope.complexity += len(node.values) - 1
        elif kind is ast.IfExp:
            scope.complexity += 1
        elif kind in _COMPREHENSIONS:
            scope.complexity += sum(1 + len(part.ifs) for part in node.generators)
        elif kind is ast.NamedExpr:
            self._walruses.append(NodePlace(node, scope))
        else:
            scope.generator = True


def _describes_flags(call: ast.Call) -> bool:
    """Tell whether a call is given flags, and what else it is given by keywords."""
    given = (getattr(each, "value", None) for each in call.args)
    return all(isinstance(each, str) and FLAG.match(each) for each in given)
