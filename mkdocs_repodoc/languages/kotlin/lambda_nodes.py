"""Nodes of lambdas and of declarations that take a value apart."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type


def taken_apart(node: Node) -> tuple[Node, list[Node]]:
    """Return what is called, and the parts with arguments; those of a lambda behind it too."""
    callee, *parts = listed(node)
    if parts and parts[-1].type == "annotated_lambda" and callee.type == "call_expression":
        inner, *others = listed(callee)
        if others and others[-1].type == "value_arguments":
            return inner, [*others, *parts]
    return callee, parts


def value_node(argument: Node) -> Node | None:
    """Return the value of an argument, behind its name if it has one."""
    return listed(argument)[-1] if listed(argument) else None


def lambda_in(node: Node) -> Node | None:
    """Return the lambda that a node is, or that stands behind its annotations."""
    if node.type == "lambda_literal":
        return node
    return child_of_type(node, "lambda_literal")


def parameter_count(node: Node | None) -> int:
    """Return how many parameters a lambda names; -1 if it names none."""
    parameters = child_of_type(node, "lambda_parameters") if node is not None else None
    return len(listed(parameters)) if parameters is not None else -1
