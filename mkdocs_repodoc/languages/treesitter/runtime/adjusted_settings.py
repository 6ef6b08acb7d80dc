"""Settings as functions that check or complete them leave them, read off the syntax tree."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    default_in,
    line_of,
    nodes_of,
    written,
)
from mkdocs_repodoc.model.facts import AdjustedSetting
from mkdocs_repodoc.text.settings_functions import changes_settings, mentions_settings_function

_ASSIGNMENTS = (
    "assignment_expression",
    "assignment_statement",
    "augmented_assignment_expression",
    "assignment",
    "operator_assignment",
)
_DEFAULTING = ("??=", "||=")
"""Operators that set what has no value yet."""
_PLAIN = "="


def adjusted_settings(
    root: Node, code: bytes, around: ErrorContext | None
) -> Iterator[AdjustedSetting]:
    """Yield what is set under a condition in functions named after settings, in source order."""
    if around is None or not mentions_settings_function(code):
        return
    for function in nodes_of(root, around.functions):
        if changes_settings(_name(function, code)):
            for node in nodes_of(function, _ASSIGNMENTS):
                yield from _adjusted(node, code, around)


def _name(function: Node, code: bytes) -> str:
    """Return the name of a function, or of the variable that holds it."""
    holder = function
    if function.child_by_field_name("name") is None and function.parent is not None:
        holder = function.parent
    return written(holder.child_by_field_name("name"), code)


def _adjusted(node: Node, code: bytes, around: ErrorContext) -> Iterator[AdjustedSetting]:
    target, value = node.child_by_field_name("left"), node.child_by_field_name("right")
    if target is None or value is None:
        return
    sign = written(node.child_by_field_name("operator"), code) or _PLAIN
    conditions = around.conditions(node, code)
    if sign in _DEFAULTING:
        conditions = ("", *conditions)
    elif sign != _PLAIN:
        return
    if conditions:
        name, given = written(target, code), default_in(value, code)
        yield AdjustedSetting(name, given, conditions[0], line_of(node), conditions[1:])
