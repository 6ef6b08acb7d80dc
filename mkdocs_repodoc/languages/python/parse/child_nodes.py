"""The nodes below a node of a syntax tree, without those that only say how another one is used."""

from __future__ import annotations

import ast

_NO_NODES = {"arg", "attr", "ctx", "id", "kind", "op", "ops", "type_comment", "type_ignores"}
"""Fields with texts, operators, and whether a name is read or set."""
NODE_FIELDS = {
    kind: tuple(field for field in kind._fields if field not in _NO_NODES)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
NODE_FIELDS |= dict.fromkeys((ast.Constant, ast.Name), ())
"""For each node type, the fields that may hold other nodes."""


def child_nodes(node: ast.AST) -> list[ast.AST]:
    """Return the nodes directly below a node, in source order; `ast.iter_child_nodes` is slow."""
    found: list[ast.AST] = []
    for name in NODE_FIELDS[type(node)]:
        value = getattr(node, name)
        if type(value) is list:
            found += [each for each in value if isinstance(each, ast.AST)]
        elif isinstance(value, ast.AST):
            found.append(value)
    return found


def nodes_below(node: ast.AST) -> list[ast.AST]:
    """Return a node and all below it, each before those inside it, as `ast.walk` has them."""
    found = [node]
    for each in found:  # grows meanwhile
        found += child_nodes(each)
    return found
