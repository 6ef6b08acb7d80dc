"""Functions and constructors of Kotlin, and the parameters of both."""

from __future__ import annotations

import msgspec
from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.modifiers import is_public, modifiers_of
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_TYPES = frozenset({"user_type", "nullable_type", "function_type", "parenthesized_type"})


def note_function(walk: Walk, node: Node, scope: Scope) -> None:
    """Note a function and what is in it."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    labels, decorators = modifiers_of(walk, node)
    text = walk.text(name_node).strip("`")
    owner = _receiver(walk, node, name_node)
    name = scope.qualify(f"{owner}.{text}" if owner else text)
    body = child_of_type(node, "function_body")
    listed = child_of_type(node, "function_value_parameters")
    in_type = bool(owner) or (bool(scope.name) and not is_local(scope))
    parameters = child_of_type(node, "type_parameters")
    if owner:
        labels.append("extension")
    walk.add(
        Kind.METHOD if in_type else Kind.FUNCTION,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(parameters) + walk.head_after(name_node, node, body),
        decorators=decorators,
        labels=labels,
        public=is_public(labels, scope),
        parameters=parameters_of(walk, listed),
        returns=type_after(walk, node, listed),
        body=body is not None,
    )
    if text == "main" and not scope.name:
        walk.main_line = node.start_point.row + 1
    if any(one.partition("(")[0].rpartition(".")[2] in _TESTS for one in decorators):
        walk.tests.append(name)
    walk.enter(body, inside_function(scope, name))


def _receiver(walk: Walk, node: Node, name_node: Node) -> str:
    """Return the type that a function extends; empty for other functions."""
    for child in node.named_children:
        if child.type in _TYPES and child.start_byte < name_node.start_byte:
            return walk.text(child).partition("<")[0].rstrip("?")
    return ""


_TESTS = frozenset({"@Test", "@ParameterizedTest", "Test", "ParameterizedTest"})


def note_constructor(walk: Walk, node: Node, scope: Scope) -> None:
    """Note a constructor beside the first one of a class."""
    keyword = child_of_type(node, "constructor")
    listed = child_of_type(node, "function_value_parameters")
    if keyword is None:
        return
    labels, decorators = modifiers_of(walk, node)
    name = scope.qualify("constructor")
    walk.add(
        Kind.CONSTRUCTOR,
        name,
        node,
        keyword,
        scope,
        signature=walk.text(listed),
        decorators=decorators,
        labels=labels,
        public=is_public(labels, scope),
        parameters=parameters_of(walk, listed),
        body=True,
    )
    walk.enter(child_of_type(node, "block"), inside_function(scope, name))


def parameters_of(walk: Walk, listed: Node | None) -> list[Parameter]:
    """Return the parameters of a list of them."""
    found: list[Parameter] = []
    for child in listed.named_children if listed is not None else ():
        name = child_of_type(child, "identifier")
        if child.type in {"parameter", "class_parameter"} and name is not None:
            equals = child_of_type(child, "=")
            default = walk.line_of(equals.next_sibling) if equals is not None else ""
            annotation = type_after(walk, child, name)
            found.append(Parameter(walk.text(name), annotation=annotation, default=default))
        elif found and child.type not in {"parameter_modifiers", "block_comment", "line_comment"}:
            found[-1] = msgspec.structs.replace(found[-1], default=walk.line_of(child))
    return found


def type_after(walk: Walk, node: Node, before: Node | None) -> str:
    """Return the type that stands behind a child of a node."""
    for child in node.named_children:
        if before is not None and child.type in _TYPES and child.start_byte >= before.end_byte:
            return walk.line_of(child)
    return ""
