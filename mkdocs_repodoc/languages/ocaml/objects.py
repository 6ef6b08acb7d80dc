"""OCaml's classes and their methods."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.ocaml.modules import (
    shown_behind,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter


def read_parameter(walk: Walk, node: Node) -> Parameter:
    """Return a parameter with its type and its default."""
    pattern = node.child_by_field_name("pattern")
    annotation = ""
    if pattern is not None and pattern.type == "typed_pattern":
        annotation = walk.line_of(pattern.child_by_field_name("type"))
        pattern = pattern.child_by_field_name("pattern")
    default = walk.line_of(node.child_by_field_name("default"))
    return Parameter(walk.line_of(pattern), annotation=annotation, default=default)


def read_class(walk: Walk, node: Node, scope: Scope) -> None:
    """Read classes, or types of classes, that one declaration binds."""
    for binding in node.named_children:
        name_node = child_of_type(binding, "class_name", "class_type_name")
        if name_node is None:
            continue
        name = scope.qualify(walk.text(name_node))
        body = binding.child_by_field_name("body")
        listed = [one for one in binding.named_children if one.type == "parameter"]
        bases = [
            walk.line_of(one.child_by_field_name("class"))
            for one in (body.named_children if body is not None else ())
            if one.type == "inheritance_definition"
        ]
        walk.add(
            Kind.CLASS,
            name,
            node if node.named_children[0] == binding else binding,
            name_node,
            scope,
            signature=shown_behind(" ".join(walk.line_of(one) for one in listed)),
            bases=bases,
            parameters=[read_parameter(walk, one) for one in listed],
        )
        inside = scope.inside(name, Kind.CLASS, public=scope.public, separator="#")
        walk.visit(body, inside)
        walk.visit(binding.child_by_field_name("class_type"), inside)


def read_method(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a method of a class, or its type."""
    name_node = child_of_type(node, "method_name")
    if name_node is None:
        return
    body = node.child_by_field_name("body")
    labels = [word for word in ("private", "virtual") if child_of_type(node, word) is not None]
    head = walk.head_after(name_node, node, body).rstrip("= ")
    text = walk.text(name_node)
    walk.add(
        Kind.METHOD,
        scope.qualify(text),
        node,
        name_node,
        scope,
        signature=shown_behind(head),
        labels=labels,
        public="private" not in labels and not is_local(scope),
        parameters=[
            read_parameter(walk, one) for one in node.named_children if one.type == "parameter"
        ],
        body=body is not None,
    )
    walk.visit(body, inside_function(scope, scope.qualify(text)))
