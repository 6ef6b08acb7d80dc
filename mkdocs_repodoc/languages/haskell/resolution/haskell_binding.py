"""Variables that patterns and declarations of Haskell bind."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

_TYPED = frozenset({"type", "expression"})
"""Fields of a pattern that bind nothing: its type, and what a view pattern calls."""


def bound_in(pattern: Node | None) -> Iterator[Node]:
    """Yield the variables that a pattern binds."""
    stack = [pattern] if pattern is not None else []
    while stack:
        node = stack.pop()
        if node.type == "variable":
            yield node
        elif node.type == "field_pattern":
            inner = node.child_by_field_name("pattern")
            stack.append(inner if inner is not None else last_name(node))
        elif node.type not in {"qualified", "operator"}:
            stack += [
                child
                for index, child in enumerate(node.named_children)
                if node.field_name_for_named_child(index) not in _TYPED
            ]


def last_name(node: Node) -> Node:
    """Return the name at the end of a path of nodes that hold one."""
    while node.named_child_count:
        node = node.named_children[-1]
    return node


def declared_by(node: Node) -> Iterator[Node]:
    """Yield the variables that a declaration of `let` or `where` binds."""
    if node.type == "function":
        name = node.child_by_field_name("name") or operator_in(node)
        if name is not None:
            yield last_name(name)
    elif node.type == "bind":
        name = node.child_by_field_name("name") or operator_in(node)
        if name is not None:
            yield last_name(name)
        yield from bound_in(node.child_by_field_name("pattern"))


def operator_in(node: Node) -> Node | None:
    """Return the operator that an equation defines between its arguments."""
    infix = next((child for child in node.named_children if child.type == "infix"), None)
    return infix.child_by_field_name("operator") if infix is not None else None


def parameters_of(node: Node) -> Iterator[Node]:
    """Yield the patterns of an equation or a lambda."""
    patterns = node.child_by_field_name("patterns")
    if patterns is not None:
        yield patterns
    for child in node.named_children:
        if child.type == "infix" and node.type in {"function", "bind"}:
            sides = (child.child_by_field_name(each) for each in ("left_operand", "right_operand"))
            yield from (one for one in sides if one is not None)
        elif child.type == "parens" and node.type == "function":
            yield child
