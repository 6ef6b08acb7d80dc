"""Types of JavaScript and TypeScript: classes with their fields, interfaces, aliases, enums."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.declarations import (
    add_value,
    bases_of,
    decorators_of,
    is_public,
    labels_of,
)
from mkdocs_repodoc.languages.javascript.exported_values import FUNCTION_VALUES
from mkdocs_repodoc.languages.javascript.functions import add_function
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind


def read_class(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a class; one without a name is passed through."""
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None:
        walk.enter(body, replace(scope, start=-1, labels=(), access=""))
        return
    name = scope.qualify(walk.text(name_node))
    labels = labels_of(walk, node, scope)
    if node.type == "abstract_class_declaration" and "abstract" not in labels:
        labels.append("abstract")
    walk.add(
        Kind.CLASS,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters")),
        bases=bases_of(walk, node),
        decorators=[*scope.names, *decorators_of(walk, node)],
        labels=labels,
        public=is_public(walk, scope, walk.text(name_node), labels),
    )
    walk.enter(body, scope.inside(name, "class", public=scope.public))


def read_field(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a field or property; one whose value is a function is a method."""
    name_node = node.child_by_field_name("name") or node.child_by_field_name("property")
    if name_node is None or scope.kind not in {Kind.CLASS, Kind.INTERFACE}:
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    value = node.child_by_field_name("value")
    if value is not None and value.type in FUNCTION_VALUES:
        add_function(walk, node, name_node, scope, kind=Kind.METHOD, name=name, value=value)
        walk.enter(value.child_by_field_name("body"), inside_function(scope, name))
        return
    labels = labels_of(walk, node, scope)
    add_value(walk, node, name_node, scope, kind=Kind.FIELD, name=name, labels=labels, value=value)


def read_interface(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an interface."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    extends = child_of_type(node, "extends_type_clause", "extends_clause")
    walk.add(
        Kind.INTERFACE,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters")),
        bases=[walk.line_of(child) for child in extends.named_children] if extends else (),
        labels=labels_of(walk, node, scope),
        public=is_public(walk, scope, walk.text(name_node), list(scope.labels)),
    )
    walk.enter(
        node.child_by_field_name("body"), scope.inside(name, "interface", public=scope.public)
    )


def read_type_alias(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a type alias."""
    name_node = node.child_by_field_name("name")
    if name_node is None or is_local(scope):
        return
    stated = node.child_by_field_name("value")
    value = walk.line_of(stated)
    types = walk.text(node.child_by_field_name("type_parameters"))
    name = scope.qualify(walk.text(name_node))
    walk.add(
        Kind.TYPE_ALIAS,
        name,
        node,
        name_node,
        scope,
        signature=f"{types} = {value}",
        public=is_public(walk, scope, walk.text(name_node), list(scope.labels)),
        value=value,
    )
    inner = scope.inside(name, Kind.INTERFACE, public=scope.public)
    for part in _object_types(stated):
        walk.enter(part, inner)


def _object_types(stated: Node | None) -> list[Node]:
    """Return the types of objects that an alias names, alone or among the parts it adds up."""
    found = []
    waiting = [stated] if stated is not None else []
    while waiting:
        node = waiting.pop()
        if node.type == "object_type":
            found.append(node)
        elif node.type in {"intersection_type", "parenthesized_type"}:
            waiting += node.named_children
    return found


def read_enum(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an enum with its members."""
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None or body is None:
        return
    name = scope.qualify(walk.text(name_node))
    labels = labels_of(walk, node, scope)
    public = is_public(walk, scope, walk.text(name_node), labels)
    walk.add(Kind.ENUM, name, node, name_node, scope, labels=labels, public=public)
    inner = scope.inside(name, "enum", public=scope.public)
    for child in body.named_children:
        member = child.child_by_field_name("name") or child
        if member.type in {"property_identifier", "string", "private_property_identifier"}:
            walk.add_enumerator(child, member, inner, name=walk.text(member).strip("\"'"))


def read_namespace(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a namespace, or a module that TypeScript only declares."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    quoted = name_node.type == "string"
    name = scope.qualify(walk.text(name_node).strip("\"'"))
    kind = Kind.MODULE if quoted else Kind.NAMESPACE
    labels = [*scope.labels, *(["ambient"] if quoted else [])]
    walk.add(kind, name, node, name_node, scope, labels=labels)
    walk.enter(node.child_by_field_name("body"), scope.inside(name, kind, public=scope.public))
