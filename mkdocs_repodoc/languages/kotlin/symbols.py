"""Kotlin: classes, objects and functions, also those that extend a type from outside."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import tree_sitter_kotlin
from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.class_ends import end_members
from mkdocs_repodoc.languages.kotlin.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_file_finder import find_names
from mkdocs_repodoc.languages.treesitter.comments.bracketed_names import bracketed_markdown
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.facts import PackageClause
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_HIDDEN = frozenset({"private", "internal"})
_BODIES = ("class_body", "enum_class_body")
_TYPES = frozenset({"user_type", "nullable_type", "function_type", "parenthesized_type"})


def _class(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    labels, decorators = _modifiers(walk, node)
    keyword = next((child.type for child in node.children if child.type in _KEYWORDS), "class")
    kind = Kind.ENUM if "enum" in labels else _KEYWORDS[keyword]
    labels = [label for label in labels if label != "enum"]
    if keyword == "object":
        labels.append("object")
    name = scope.qualify(walk.text(name_node))
    public = _is_public(labels, scope)
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
        parameters=_parameters(walk, listed),
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


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    labels, decorators = _modifiers(walk, node)
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
        public=_is_public(labels, scope),
        parameters=_parameters(walk, listed),
        returns=_type_after(walk, node, listed),
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


def _constructor(walk: Walk, node: Node, scope: Scope) -> None:
    keyword = child_of_type(node, "constructor")
    listed = child_of_type(node, "function_value_parameters")
    if keyword is None:
        return
    labels, decorators = _modifiers(walk, node)
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
        public=_is_public(labels, scope),
        parameters=_parameters(walk, listed),
        body=True,
    )
    walk.enter(child_of_type(node, "block"), inside_function(scope, name))


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
    labels, decorators = _modifiers(walk, node)
    annotation = _type_after(walk, declared, name_node)
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
        public=_is_public(labels, scope),
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
        labels, _ = _modifiers(walk, node)
        public = _is_public(labels, scope)
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
    walk.facts.append(PackageClause("".join(walk.text(path).split())))


def _modifiers(walk: Walk, node: Node) -> tuple[list[str], list[str]]:
    """Return the words and the annotations in front of a declaration."""
    listed = child_of_type(node, "modifiers")
    labels, decorators = [], []
    for child in listed.named_children if listed is not None else ():
        if child.type == "annotation":
            decorators.append(walk.line_of(child))
        else:
            labels.append(walk.text(child))
    if any(one.startswith("@Deprecated") for one in decorators):
        labels.append("deprecated")
    return [label for label in labels if label != "public"], decorators


def _is_public(labels: list[str], scope: Scope) -> bool:
    return not _HIDDEN & set(labels) and not is_local(scope)


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    found: list[Parameter] = []
    for child in listed.named_children if listed is not None else ():
        name = child_of_type(child, "identifier")
        if child.type in {"parameter", "class_parameter"} and name is not None:
            equals = child_of_type(child, "=")
            default = walk.line_of(equals.next_sibling) if equals is not None else ""
            annotation = _type_after(walk, child, name)
            found.append(Parameter(walk.text(name), annotation=annotation, default=default))
        elif found and child.type not in {"parameter_modifiers", "block_comment", "line_comment"}:
            found[-1] = msgspec.structs.replace(found[-1], default=walk.line_of(child))
    return found


def _type_after(walk: Walk, node: Node, before: Node | None) -> str:
    """Return the type that stands behind a child of a node."""
    for child in node.named_children:
        if before is not None and child.type in _TYPES and child.start_byte >= before.end_byte:
            return walk.line_of(child)
    return ""


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
    "function_declaration": _function,
    "secondary_constructor": _constructor,
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
