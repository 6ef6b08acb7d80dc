"""Settings as functions that check or complete them leave them, read off the syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

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
_DECLARATIONS = ("short_var_declaration", "var_spec", "variable_declarator", "init_declarator")
_DECLARED = ("name", "left", "declarator")
"""Fields of a declaration that have the names of its variables."""
_HANDING_ON = ("return_statement", "keyed_element", "pair", "shorthand_property_identifier")
"""What makes a variable of a function a part of what the function gives."""
_WORD = re.compile(r"[A-Za-z_$]\w*")
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
            found = [
                each
                for node in nodes_of(function, _ASSIGNMENTS)
                for each in _adjusted(node, code, around)
            ]
            is_plain = any(map(_WORD.fullmatch, (each.target for each in found)))
            inner = _inner_names(function, code) if is_plain else frozenset()
            yield from (each for each in found if each.target not in inner)


def _inner_names(function: Node, code: bytes) -> AbstractSet[str]:
    """Return the variables that a function declares for itself and gives to nobody."""

    def words(node: Node | None) -> set[str]:
        return set(_WORD.findall(written(node, code)))

    declared = {
        word
        for node in nodes_of(function, _DECLARATIONS)
        for field in _DECLARED
        for word in words(node.child_by_field_name(field))
    }
    given = {word for node in nodes_of(function, _HANDING_ON) for word in words(node)}
    return declared - given


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
