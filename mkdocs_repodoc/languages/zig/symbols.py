"""Zig: functions, and the constants that types are, with what stands in them."""

from __future__ import annotations

import tree_sitter_zig
from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter
from mkdocs_repodoc.paths import name_of

_CONTAINERS = {
    "struct_declaration": Kind.STRUCT,
    "opaque_declaration": Kind.STRUCT,
    "enum_declaration": Kind.ENUM,
    "union_declaration": Kind.UNION,
    "error_set_declaration": Kind.ENUM,
}
_IMPORTS = frozenset({"@import", "@cInclude", "@embedFile"})


def _variable(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = child_of_type(node, "identifier")
    keyword = child_of_type(node, "const", "var")
    equals = child_of_type(node, "=")
    value = equals.next_named_sibling if equals is not None else None
    if name_node is None or keyword is None:
        walk.enter(node, scope)
        return
    text = walk.text(name_node).removeprefix("@").strip('"')
    if value is not None and _note_import(walk, node, value, text):
        return
    public = child_of_type(node, "pub") is not None and not is_local(scope)
    if value is not None and value.type in _CONTAINERS:
        _container(walk, node, name_node, value, scope, public=public)
    elif not is_local(scope) and not walk.text(value).startswith("@This("):
        annotation = walk.line_of(node.child_by_field_name("type"))
        shown = walk.line_of(value)
        walk.add_variable(
            Kind.CONSTANT if keyword.type == "const" else Kind.VARIABLE,
            node,
            name_node,
            scope,
            name=text,
            annotation=annotation,
            value=shown,
            public=public,
        )
        walk.visit(value, inside_function(scope, scope.qualify(text)))
    else:
        walk.visit(value, scope)


def _container(
    walk: Walk, node: Node, name_node: Node, value: Node, scope: Scope, *, public: bool
) -> None:
    kind = _CONTAINERS[value.type]
    name = scope.qualify(walk.text(name_node))
    is_error = value.type == "error_set_declaration"
    labels = ["error set"] if is_error else []
    labels += [child.type for child in value.children if child.type in {"packed", "extern"}]
    walk.add(kind, name, node, name_node, scope, labels=labels, public=public)
    inside = scope.inside(name, kind, public=scope.public and public)
    if is_error:
        for child in value.named_children:
            if child.type == "identifier":
                walk.add(Kind.ENUMERATOR, f"{name}.{walk.text(child)}", child, child, inside)
    walk.enter(value, inside)


def _field(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None or is_local(scope):
        return
    annotation = walk.line_of(node.child_by_field_name("type"))
    equals = child_of_type(node, "=")
    value = walk.line_of(equals.next_named_sibling) if equals is not None else ""
    kind = Kind.ENUMERATOR if scope.kind == Kind.ENUM else Kind.FIELD
    walk.add_variable(kind, node, name_node, scope, annotation=annotation, value=value)


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    body = node.child_by_field_name("body")
    listed = child_of_type(node, "parameters")
    words = ("extern", "export", "inline", "noinline")
    walk.add(
        Kind.METHOD if scope.name and not is_local(scope) else Kind.FUNCTION,
        name,
        node,
        name_node,
        scope,
        signature=walk.head_after(name_node, node, body).removesuffix(";"),
        labels=[child.type for child in node.children if child.type in words],
        public=child_of_type(node, "pub") is not None and not is_local(scope),
        parameters=[
            Parameter(
                walk.text(child.child_by_field_name("name")),
                annotation=walk.line_of(child.child_by_field_name("type")),
            )
            for child in (listed.named_children if listed is not None else ())
            if child.type == "parameter"
        ],
        returns=walk.line_of(node.child_by_field_name("type")),
        body=body is not None,
    )
    if text == "main" and not scope.name:
        walk.main_line = node.start_point.row + 1
    walk.enter(body, inside_function(scope, name))


def _test(walk: Walk, node: Node, scope: Scope) -> None:
    title = child_of_type(node, "string", "identifier")
    if title is not None:
        name = walk.text(title).strip('"')
        walk.add(Kind.TEST, name, node, title, scope, body=True)
        walk.tests.append(name)
        walk.enter(child_of_type(node, "block"), inside_function(scope, name, "test"))


def _note_import(walk: Walk, node: Node, value: Node, alias: str) -> bool:
    """Note what a constant imports; return whether it does."""
    member = ""
    if value.type == "field_expression":
        member = walk.text(value.child_by_field_name("member"))
        value = value.child_by_field_name("object") or value
    called = child_of_type(value, "builtin_identifier")
    if value.type != "builtin_function" or walk.text(called) not in _IMPORTS:
        return False
    arguments = child_of_type(value, "arguments")
    string = child_of_type(arguments, "string") if arguments is not None else None
    if string is None:
        return False
    module = walk.text(string).strip('"')
    alias = "" if alias in {member, name_of(module).removesuffix(".zig")} else alias
    walk.add_import(module, node, string, name=member, alias=alias)
    return True


def _builtin(walk: Walk, node: Node, scope: Scope) -> None:
    if not _note_import(walk, node, node, ""):
        walk.enter(node, scope)


_HANDLERS: dict[str, Handler] = {
    "variable_declaration": _variable,
    "container_field": _field,
    "function_declaration": _function,
    "test_declaration": _test,
    "builtin_function": _builtin,
}
ZIG = Dialect(
    tree_sitter_zig.language,
    _HANDLERS,
    decisions=frozenset(
        {
            "if_statement",
            "if_expression",
            "for_statement",
            "for_expression",
            "while_statement",
            "while_expression",
            "switch_case",
            "catch_expression",
        }
    ),
    operators=frozenset({"and", "or", "orelse"}),
    file_comments=("//!",),
    needs_gap=True,
)
