"""Types of Go and what they hold: fields, embedded types, methods of interfaces."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind


def is_exported(name: str) -> bool:
    """Tell whether other packages see a name."""
    return name[:1].isupper()


def add_type(walk: Walk, node: Node, scope: Scope) -> None:
    """Add a type, and look into what it holds."""
    name_node = node.child_by_field_name("name")
    value = node.child_by_field_name("type")
    if name_node is None or value is None:
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    kind = {"struct_type": Kind.STRUCT, "interface_type": Kind.INTERFACE}.get(value.type, Kind.TYPE)
    if node.type == "type_alias":
        kind = Kind.TYPE_ALIAS
    types = walk.text(node.child_by_field_name("type_parameters"))
    shown = "" if kind in {Kind.STRUCT, Kind.INTERFACE} else walk.line_of(value)
    shown = f" = {shown}" if kind == Kind.TYPE_ALIAS else f" {shown}"
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=(types + shown).rstrip(),
        bases=_embedded(walk, value),
        public=is_exported(text),
        value="" if kind in {Kind.STRUCT, Kind.INTERFACE} else walk.text(value),
    )
    if kind in {Kind.STRUCT, Kind.INTERFACE}:
        walk.enter(value, scope.inside(name, kind, public=is_exported(text)))


def _embedded(walk: Walk, value: Node) -> list[str]:
    if value.type == "interface_type":
        return [walk.line_of(child) for child in value.named_children if child.type == "type_elem"]
    fields = child_of_type(value, "field_declaration_list") if value.type == "struct_type" else None
    return [
        walk.line_of(child.child_by_field_name("type"))
        for child in (fields.named_children if fields is not None else ())
        if child.type == "field_declaration" and child.child_by_field_name("name") is None
    ]
