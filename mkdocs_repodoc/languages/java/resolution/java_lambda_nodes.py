"""Lambdas in Java's syntax tree."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed


def lambda_in(node: Node) -> Node | None:
    """Return the lambda that an argument is, without brackets around it."""
    inner: Node | None = node
    while inner is not None and inner.type == "parenthesized_expression":
        inner = next(iter(listed(inner)), None)
    return inner if inner is not None and inner.type == "lambda_expression" else None


def arity_of(node: Node) -> int:
    """Return how many parameters a lambda has."""
    parameters = node.child_by_field_name("parameters")
    if parameters is not None and parameters.type == "identifier":
        return 1
    return len(listed(parameters))
