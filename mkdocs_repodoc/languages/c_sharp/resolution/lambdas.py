"""Lambdas and anonymous methods, as the grammar has them."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed

FUNCTIONS = frozenset(("lambda_expression", "anonymous_method_expression"))


def function_of(node: Node | None) -> Node | None:
    """Return the lambda that an argument is, without brackets around it."""
    while node is not None and node.type == "parenthesized_expression":
        node = next(iter(listed(node)), None)
    return node if node is not None and node.type in FUNCTIONS else None


def arity_of(node: Node) -> int:
    """Return how many parameters a function has; -1 for `delegate { … }`, which takes any."""
    parameters = node.child_by_field_name("parameters")
    if parameters is None:
        return -1
    return len(listed(parameters)) if parameters.type == "parameter_list" else 1
