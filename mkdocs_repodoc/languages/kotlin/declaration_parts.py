"""Parts of Kotlin's declarations that the grammar has no names for."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed

TYPES = frozenset(
    ("user_type", "nullable_type", "function_type", "parenthesized_type", "non_nullable_type")
)
"""Types of nodes that are types."""


def base_types(node: Node | None) -> list[Node]:
    """Return the types that a class is made from."""
    found: list[Node] = []
    for one in listed(node):
        for child in listed(one):
            kinds = [child] if child.type in TYPES else listed(child)[:1]
            found += [each for each in kinds if each.type in TYPES]
    return found


def default_of(parameter: Node) -> Node | None:
    """Return the default that stands in a parameter."""
    for before, child in zip(parameter.children, parameter.children[1:], strict=False):
        if before.type == "=":
            return child
    return None


def first_identifier(node: Node) -> Node | None:
    """Return the first name in a node."""
    stack = [node]
    while stack:
        one = stack.pop()
        if one.type == "identifier":
            return one
        stack += reversed(one.named_children)
    return None
