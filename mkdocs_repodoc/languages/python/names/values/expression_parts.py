"""Parts of Python's expressions: elements, numbers of indexes, parameters that are not set."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.names.python_scopes import NameScope
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.parse.plain_expressions import is_none
from mkdocs_repodoc.model.references import TargetBase


def part_of(meaning: TargetNode, base: TargetBase) -> TargetNode | None:
    """Return one element of a container: `element`, or `item` for a subscript."""
    if meaning.base == "many" and not meaning.names:
        return meaning.of
    return meaning.derived(base)


def is_unset(node: ast.expr, scope: NameScope) -> bool:
    """Whether an expression is a parameter whose default is `None`, as in `x = x or Item()`."""
    bindings = scope.bindings.get(node.id, ()) if isinstance(node, ast.Name) else ()
    return any(binding.kind == "default" and is_none(binding.node) for binding in bindings)


def index_number(node: ast.expr) -> int | None:
    """Return the number that an index is."""
    sign = 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        sign, node = -1, node.operand
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return sign * node.value
    return None
