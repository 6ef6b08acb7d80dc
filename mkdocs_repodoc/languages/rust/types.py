"""Types of Rust and what is implemented for them: structs, enums, traits, `impl` blocks."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.attributes import (
    is_public,
    labels_of,
    read_body,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind

_REFERENCE = re.compile(r"(?:&|'\w+\s+|mut\s+|dyn\s+)+")
"""What stands before the type that a reference or a trait object is of: `&'a mut dyn `."""
_TYPE_END = re.compile(r"[<({\[]")


def read_struct(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a struct, union or enum."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    body = node.child_by_field_name("body")
    kind = {"struct_item": Kind.STRUCT, "union_item": Kind.UNION, "enum_item": Kind.ENUM}[node.type]
    tuple_fields = body is not None and body.type == "ordered_field_declaration_list"
    public = is_public(node, scope)
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters"))
        + (walk.text(body) if tuple_fields else ""),
        decorators=scope.names,
        labels=labels_of(walk, node, scope),
        public=public,
    )
    if body is not None and not tuple_fields:
        access = "public" if kind == Kind.ENUM else ""
        read_body(
            walk, body, scope.inside(name, kind, public=scope.public and public, access=access)
        )


def read_field(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a field of a struct or union."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    annotation = walk.line_of(node.child_by_field_name("type"))
    walk.add(
        Kind.FIELD,
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=f": {annotation}",
        decorators=scope.names,
        labels=labels_of(walk, node, scope),
        public=is_public(node, scope),
        annotation=annotation,
    )


def read_variant(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a variant of an enum."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    value = walk.line_of(node.child_by_field_name("value"))
    walk.add(
        Kind.VARIANT,
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("body")) + (f" = {value}" if value else ""),
        decorators=scope.names,
        value=value,
    )


def read_trait(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a trait with its items."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    bounds = node.child_by_field_name("bounds")
    public = is_public(node, scope)
    walk.add(
        Kind.TRAIT,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters")),
        bases=[walk.line_of(child) for child in bounds.named_children] if bounds else (),
        decorators=scope.names,
        labels=labels_of(walk, node, scope),
        public=public,
    )
    body = node.child_by_field_name("body")
    if body is not None:
        inner = scope.inside(name, "trait", public=scope.public and public, access="public")
        read_body(walk, body, inner)


def read_impl(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an `impl` block: its items belong to the type."""
    type_node = node.child_by_field_name("type")
    body = node.child_by_field_name("body")
    if type_node is None:
        return
    trait = node.child_by_field_name("trait")
    written = walk.line_of(type_node)
    referred = _REFERENCE.match(written)
    outer = written[referred.end() :] if referred else written
    bare = _TYPE_END.split(outer, maxsplit=1)[0].strip()
    name = scope.qualify(bare or written)
    if trait is not None:
        walk.add(
            Kind.IMPL,
            scope.qualify(f"{walk.line_of(trait)} for {written}"),
            node,
            trait,
            scope,
            signature=walk.text(node.child_by_field_name("type_parameters")),
            bases=[walk.line_of(trait)],
            decorators=scope.names,
            labels=labels_of(walk, node, scope),
        )
    if body is not None:
        access = "public" if trait is not None else ""
        read_body(walk, body, scope.inside(name, "impl", public=scope.public, access=access))
