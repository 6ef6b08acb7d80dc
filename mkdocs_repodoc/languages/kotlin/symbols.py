"""Kotlin: classes, objects and functions, also those that extend a type from outside."""

from __future__ import annotations

from dataclasses import replace

import tree_sitter_kotlin
from tree_sitter import Node

from mkdocs_repodoc.languages.jvm.package_clause import note_package
from mkdocs_repodoc.languages.kotlin.class_ends import end_members
from mkdocs_repodoc.languages.kotlin.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.kotlin.functions import (
    note_constructor,
    note_function,
    parameters_of,
    type_after,
)
from mkdocs_repodoc.languages.kotlin.modifiers import is_public, modifiers_of
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_file_finder import find_names
from mkdocs_repodoc.languages.treesitter.comments.bracketed_names import bracketed_markdown
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind

_BODIES = ("class_body", "enum_class_body")


def _class(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    labels, decorators = modifiers_of(walk, node)
    keyword = next((child.type for child in node.children if child.type in _KEYWORDS), "class")
    kind = Kind.ENUM if "enum" in labels else _KEYWORDS[keyword]
    labels = [label for label in labels if label != "enum"]
    if keyword == "object":
        labels.append("object")
    name = scope.qualify(walk.text(name_node))
    public = is_public(labels, scope)
    body = child_of_type(node, *_BODIES)
    constructor = child_of_type(node, "primary_constructor")
    listed = child_of_type(constructor, "class_parameters") if constructor is not None else None
    specifiers = child_of_type(node, "delegation_specifiers")
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(child_of_type(node, "type_parameters")) + walk.text(listed),
        bases=[walk.line_of(one) for one in specifiers.named_children] if specifiers else (),
        decorators=decorators,
        labels=labels,
        public=public,
        parameters=parameters_of(walk, listed),
    )
    inside = scope.inside(name, kind, public=scope.public and public)
    walk.enter(body, inside)
    walk.enter(listed, inside)


_KEYWORDS = {"class": Kind.CLASS, "interface": Kind.INTERFACE, "object": Kind.CLASS}


def _companion(walk: Walk, node: Node, scope: Scope) -> None:
    """Read the members of a companion, which are named as those of its class."""
    walk.enter(child_of_type(node, *_BODIES), scope)


def _class_parameter(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a parameter that is a property as well."""
    if any(child.type in {"val", "var"} for child in node.children):
        _add_property(walk, node, node, scope)


def _property(walk: Walk, node: Node, scope: Scope) -> None:
    declared = child_of_type(node, "variable_declaration")
    if is_local(scope) or declared is None:
        walk.enter(node, scope)
        return
    _add_property(walk, node, declared, scope)
    for child in node.named_children:
        if child.type not in {"modifiers", "variable_declaration"}:
            walk.visit(child, inside_function(scope, scope.name))


def _add_property(walk: Walk, node: Node, declared: Node, scope: Scope) -> None:
    name_node = child_of_type(declared, "identifier")
    if name_node is None:
        return
    labels, decorators = modifiers_of(walk, node)
    annotation = type_after(walk, declared, name_node)
    equals = child_of_type(node, "=")
    value = walk.line_of(equals.next_sibling) if equals is not None else ""
    kind = Kind.PROPERTY if scope.name else Kind.VARIABLE
    if "const" in labels:
        kind = Kind.CONSTANT
    walk.add_variable(
        kind,
        node,
        name_node,
        scope,
        name=walk.text(name_node).strip("`"),
        annotation=annotation,
        value=value,
        decorators=decorators,
        labels=[*labels, *(["read-only"] if child_of_type(node, "val") is not None else [])],
        public=is_public(labels, scope),
    )


def _enum_entry(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = child_of_type(node, "identifier")
    if name_node is not None:
        name = scope.qualify(walk.text(name_node))
        walk.add(Kind.ENUMERATOR, name, node, name_node, scope)
        walk.enter(child_of_type(node, *_BODIES), scope.inside(name, "enumerator", public=False))


def _alias(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("type")
    if name_node is not None:
        labels, _ = modifiers_of(walk, node)
        public = is_public(labels, scope)
        walk.add_alias(node, name_node, scope, labels=labels, public=public)


def _import(walk: Walk, node: Node, _scope: Scope) -> None:
    path = child_of_type(node, "qualified_identifier")
    if path is None:
        return
    named = walk.text(path)
    if child_of_type(node, "*") is not None:
        walk.add_import(named, node, path, name="*")
        return
    module, _, name = named.rpartition(".")
    alias = walk.text(child_of_type(node, "identifier"))
    place = path.named_children[-1] if path.named_children else path
    walk.add_import(module or name, node, place, name=name if module else "", alias=alias)


def _package(walk: Walk, node: Node, _scope: Scope) -> None:
    walk.file_line = node.start_point.row + 1
    path = child_of_type(node, "qualified_identifier")
    note_package(walk, path)


def _initialiser(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a block that runs when an object is made; what it declares is its own."""
    walk.enter(child_of_type(node, "block"), inside_function(scope, scope.name))


def _in_body(walk: Walk, node: Node, scope: Scope) -> None:
    walk.enter(node, replace(scope, public=False))


_HANDLERS: dict[str, Handler] = {
    "package_header": _package,
    "import": _import,
    "class_declaration": _class,
    "object_declaration": _class,
    "companion_object": _companion,
    "class_parameter": _class_parameter,
    "function_declaration": note_function,
    "secondary_constructor": note_constructor,
    "property_declaration": _property,
    "enum_entry": _enum_entry,
    "type_alias": _alias,
    "anonymous_initializer": _initialiser,
    "lambda_literal": _in_body,
}
KOTLIN = Dialect(
    tree_sitter_kotlin.language,
    _HANDLERS,
    comments=("line_comment", "block_comment"),
    comment_text=bracketed_markdown,
    documents_apart=True,
    decisions=frozenset(
        {
            "if_expression",
            "for_statement",
            "while_statement",
            "do_while_statement",
            "when_entry",
            "catch_block",
        }
    ),
    operators=frozenset({"&&", "||", "?:"}),
    find_errors=find_errors,
    conditions=CONDITIONS,
    find_names=find_names,
    reword=end_members,
)
