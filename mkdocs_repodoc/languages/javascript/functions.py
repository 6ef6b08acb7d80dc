"""Functions and methods of JavaScript and TypeScript, declared or assigned."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.declarations import (
    add_value,
    decorators_of,
    is_public,
    labels_of,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter


def read_function(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a function with or without a name."""
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None:
        inner = scope if scope.kind == Kind.TEST else inside_function(scope, scope.name)
        walk.visit(body, inner)
        return
    name = scope.qualify(walk.text(name_node))
    add_function(walk, node, name_node, scope, kind=Kind.FUNCTION, name=name, value=node)
    walk.enter(body, inside_function(scope, name))


def read_method(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a method, constructor or accessor."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    kind = Kind.METHOD if scope.name else Kind.FUNCTION  # of what `module.exports` is set to
    if text == "constructor" and scope.kind == Kind.CLASS:
        kind = Kind.CONSTRUCTOR
    elif child_of_type(node, "get", "set"):
        kind = Kind.ACCESSOR
    if scope.kind in {Kind.CLASS, Kind.INTERFACE, "object"}:
        add_function(walk, node, name_node, scope, kind=kind, name=name, value=node)
    if kind == Kind.CONSTRUCTOR:
        _add_parameter_properties(walk, node.child_by_field_name("parameters"), scope)
    walk.enter(node.child_by_field_name("body"), inside_function(scope, name))


def _add_parameter_properties(walk: Walk, listed: Node | None, scope: Scope) -> None:
    """Note the fields that a constructor declares in its parameters (`private shop: Shop`)."""
    for node in listed.named_children if listed is not None else ():
        labels = labels_of(walk, node, Scope())
        pattern = node.child_by_field_name("pattern")
        if pattern is None or pattern.type != "identifier" or not labels:
            continue
        name = scope.qualify(walk.text(pattern))
        value = node.child_by_field_name("value")
        add_value(
            walk, node, pattern, scope, kind=Kind.FIELD, name=name, labels=labels, value=value
        )


def add_function(
    walk: Walk,
    node: Node,
    name_node: Node,
    scope: Scope,
    *,
    kind: Kind,
    name: str,
    value: Node,
    alias: bool = False,
) -> None:
    """Note a function.

    Args:
        walk: The walk.
        node: The whole declaration.
        name_node: Its name.
        scope: Where it stands.
        kind: What it is.
        name: Its qualified name.
        value: The node with its parameters.
        alias: Whether it is a further name of a function whose body counts elsewhere.
    """
    signature, returns, parameters = _signature(walk, value)
    labels = labels_of(walk, value, scope)
    if node.id != value.id:
        labels += labels_of(walk, node, Scope())
    text = walk.text(name_node)
    body = value.child_by_field_name("body")
    if body is None and "abstract" not in labels and kind == Kind.FUNCTION:
        ambient = scope.kind in {Kind.MODULE, Kind.NAMESPACE} or walk.name.endswith(".d.ts")
        labels.append("declaration" if ambient or "declare" in labels else "overload")
    elif body is None and _is_implemented(walk, node, text):
        labels.append("overload")
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=signature,
        labels=labels,
        decorators=decorators_of(walk, node),
        public=is_public(walk, scope, text, labels),
        parameters=parameters,
        returns=returns,
        body=body is not None and not alias,
    )


def _is_implemented(walk: Walk, node: Node, name: str) -> bool:
    """Whether a method without a body is followed by the one with it, perhaps after others."""
    following: Node | None = node
    while following is not None and following.type in ("method_signature", "comment"):
        following = following.next_named_sibling
    if following is None or following.type != "method_definition":
        return False
    return walk.text(following.child_by_field_name("name")) == name


def _signature(walk: Walk, node: Node) -> tuple[str, str, tuple[Parameter, ...]]:
    """Return the signature of a function, what it returns, and its parameters."""
    single = node.child_by_field_name("parameter")
    listed = node.child_by_field_name("parameters")
    written = walk.text(listed) if listed else f"({walk.text(single)})"
    types = walk.text(node.child_by_field_name("type_parameters"))
    returns = walk.text(node.child_by_field_name("return_type"))
    parameters = tuple(_parameters(walk, listed)) if listed else ()
    return types + written + returns, returns.lstrip(": "), parameters


def _parameters(walk: Walk, listed: Node) -> list[Parameter]:
    result = []
    for node in listed.named_children:
        if node.type in {"comment", "decorator"}:
            continue
        pattern = node.child_by_field_name("pattern") or node.child_by_field_name("left") or node
        annotation = walk.text(node.child_by_field_name("type")).lstrip(": ")
        value = node.child_by_field_name("value") or node.child_by_field_name("right")
        name = walk.line_of(pattern)
        if node.type == "optional_parameter" and value is None:
            name += "?"
        result.append(
            Parameter(
                name,
                annotation=" ".join(annotation.split()),
                default=walk.line_of(value) if node.type != "object_pattern" else "",
            )
        )
    return result
