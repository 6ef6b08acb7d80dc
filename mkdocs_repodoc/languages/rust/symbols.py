"""Rust: items with their attributes, methods under the type that an `impl` is for."""

from __future__ import annotations

import re
from dataclasses import replace

import tree_sitter_rust
from tree_sitter import Node

from mkdocs_repodoc.languages.rust.attributes import (
    TEST,
    attribute_name,
    is_public,
    labels_of,
    note_offered,
    note_python_module,
    read_body,
)
from mkdocs_repodoc.languages.rust.command_line import find_options
from mkdocs_repodoc.languages.rust.dispatch_tables import find_tables
from mkdocs_repodoc.languages.rust.errors.error_conditions import CONDITIONS
from mkdocs_repodoc.languages.rust.errors.error_reports import find_errors
from mkdocs_repodoc.languages.rust.exit_conversions import find_exits
from mkdocs_repodoc.languages.rust.items_in_macros import read_macro
from mkdocs_repodoc.languages.rust.modules import (
    BEHIND_FLAG,
    read_extern_crate,
    read_module,
    read_use,
)
from mkdocs_repodoc.languages.rust.resolution.rust_file_finder import find_names
from mkdocs_repodoc.languages.rust.rustdoc_links import rustdoc_markdown
from mkdocs_repodoc.languages.rust.type_defaults import find_defaults
from mkdocs_repodoc.languages.rust.types import (
    read_field,
    read_impl,
    read_struct,
    read_trait,
    read_variant,
)
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.facts import RequiredFeature
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_FEATURE = re.compile(r"#!\[\s*cfg\(\s*feature\s*=\s*\"([^\"]+)\"\s*\)\s*\]")


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    kind = Kind.METHOD if scope.kind in {Kind.IMPL, Kind.TRAIT} else Kind.FUNCTION
    listed = node.child_by_field_name("parameters")
    returns = walk.text(node.child_by_field_name("return_type"))
    signature = walk.text(node.child_by_field_name("type_parameters")) + walk.text(listed)
    signature += f" -> {returns}" if returns else ""
    where = child_of_type(node, "where_clause")
    labels = labels_of(walk, node, scope)
    body = node.child_by_field_name("body")
    if body is None and scope.kind == Kind.TRAIT:
        labels.append("required")
    if scope.kind == "foreign":
        labels.append("declaration")
    tested = any(TEST.match(one) for one in scope.names)
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=signature + (f" {walk.line_of(where)}" if where else ""),
        decorators=scope.names,
        labels=labels + (["test"] if tested else []),
        public=not is_local(scope) and is_public(node, scope),
        parameters=_parameters(walk, listed),
        returns=returns,
        body=body is not None,
    )
    if tested and scope.access != BEHIND_FLAG:
        walk.tests.append(name)
    if name == "main" and not scope.name:
        walk.main_line = name_node.start_point.row + 1
    note_python_module(walk, text, labels, scope)
    if body is not None:
        read_body(walk, body, inside_function(scope, name))


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    result = []
    for child in listed.named_children if listed is not None else ():
        if child.type == "self_parameter":
            result.append(Parameter(walk.line_of(child)))
        elif child.type == "parameter":
            result.append(
                Parameter(
                    walk.line_of(child.child_by_field_name("pattern")),
                    annotation=walk.line_of(child.child_by_field_name("type")),
                )
            )
    return result


def _value(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None or is_local(scope):
        return
    annotation = walk.line_of(node.child_by_field_name("type"))
    value = walk.line_of(node.child_by_field_name("value"))
    kind = {"const_item": Kind.CONSTANT, "static_item": Kind.STATIC}.get(node.type, Kind.TYPE_ALIAS)
    if kind == Kind.TYPE_ALIAS:
        kind = Kind.ASSOCIATED_TYPE if scope.kind in {Kind.IMPL, Kind.TRAIT} else kind
        signature = f" = {annotation}" if annotation else ""
    else:
        signature = f": {annotation}" + show_value(value)
    labels = [label for label in labels_of(walk, node, scope) if label != "const"]
    walk.add(
        kind,
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters")) + signature,
        decorators=scope.names,
        labels=labels,
        public=is_public(node, scope),
        annotation=annotation,
        value=value,
    )


def _macro(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    exported = any(attribute_name(one) == "macro_export" for one in scope.names)
    walk.add(
        Kind.MACRO,
        scope.qualify(walk.text(name_node) + "!"),
        node,
        name_node,
        scope,
        decorators=scope.names,
        labels=["export"] if exported else [],
        public=exported,
    )


def _foreign(walk: Walk, node: Node, scope: Scope) -> None:
    body = node.child_by_field_name("body")
    if body is not None:
        read_body(walk, body, replace(scope, start=-1, names=(), labels=(), kind="foreign"))


def _nothing(walk: Walk, node: Node, scope: Scope) -> None:
    """Pass over what holds no items."""


def _file_attribute(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `#![cfg(feature = "extra")]`, which takes the whole file out without the feature."""
    del scope
    if required := _FEATURE.fullmatch(walk.text(node)):
        walk.facts.append(RequiredFeature(required[1]))


_HANDLERS: dict[str, Handler] = {
    "source_file": read_body,
    "function_item": _function,
    "function_signature_item": _function,
    "struct_item": read_struct,
    "union_item": read_struct,
    "enum_item": read_struct,
    "field_declaration": read_field,
    "enum_variant": read_variant,
    "trait_item": read_trait,
    "impl_item": read_impl,
    "const_item": _value,
    "static_item": _value,
    "type_item": _value,
    "associated_type": _value,
    "macro_definition": _macro,
    "mod_item": read_module,
    "foreign_mod_item": _foreign,
    "use_declaration": read_use,
    "extern_crate_declaration": read_extern_crate,
    "macro_invocation": read_macro,
    "token_tree": _nothing,
    "attribute_item": _nothing,
    "inner_attribute_item": _file_attribute,
    "array_expression": _nothing,
}
RUST = Dialect(
    tree_sitter_rust.language,
    _HANDLERS,
    comments=("line_comment", "block_comment"),
    decisions=frozenset(
        {"if_expression", "while_expression", "for_expression", "match_arm", "try_expression"}
    ),
    operators=frozenset({"&&", "||"}),
    separator="::",
    file_comments=("//!", "/*!"),
    needs_gap=True,
    comment_text=rustdoc_markdown,
    find_names=find_names,
    find_options=find_options,
    find_tables=find_tables,
    find_errors=find_errors,
    find_exits=find_exits,
    find_defaults=find_defaults,
    conditions=CONDITIONS,
    complete=note_offered,
)
