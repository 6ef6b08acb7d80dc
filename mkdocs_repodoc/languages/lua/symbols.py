"""Lua: functions, tables that serve as modules and classes, and what is put into them."""

from __future__ import annotations

import tree_sitter_lua
from tree_sitter import Node

from mkdocs_repodoc.languages.lua.resolution.lua_file_finder import find_names
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_INDEXED = frozenset({"dot_index_expression", "method_index_expression"})


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:  # broken code
        return
    _add_function(walk, node, node, name_node, scope)


def _add_function(walk: Walk, node: Node, function: Node, name_node: Node, scope: Scope) -> None:
    written = walk.line_of(name_node)
    name = scope.qualify(written)
    listed = function.child_by_field_name("parameters")
    body = function.child_by_field_name("body")
    last = name_node.named_children[-1] if name_node.type in _INDEXED else name_node
    is_hidden = _is_local_statement(node) or written.rpartition(".")[2].startswith("_")
    walk.add(
        Kind.METHOD if name_node.type in _INDEXED else Kind.FUNCTION,
        name,
        node,
        last,
        scope,
        signature=walk.text(listed),
        labels=["local"] if _is_local_statement(node) else [],
        public=not is_hidden and not is_local(scope),
        parameters=[
            Parameter(walk.text(child)) for child in (listed.named_children if listed else ())
        ],
        body=True,
    )
    walk.enter(body, inside_function(scope, name))


def _is_local_statement(node: Node) -> bool:
    return bool(node.children) and node.children[0].type == "local"


def _assignment(walk: Walk, node: Node, scope: Scope) -> None:
    """Read what a name is given: a module, a function or a value."""
    targets, values = child_of_type(node, "variable_list"), child_of_type(node, "expression_list")
    if targets is None or values is None:
        return
    parent = node.parent
    statement = parent if parent is not None and parent.type == "variable_declaration" else node
    for name_node, value in zip(targets.named_children, values.named_children, strict=False):
        if _is_require(walk, value):
            walk.visit(value, scope)
        elif value.type == "function_definition":
            _add_function(walk, statement, value, name_node, scope)
        elif not is_local(scope):
            _add_value(walk, statement, name_node, value, scope)
        else:
            walk.visit(value, scope)


def _add_value(walk: Walk, node: Node, name_node: Node, value: Node, scope: Scope) -> None:
    written = walk.line_of(name_node)
    last = name_node.named_children[-1] if name_node.type in _INDEXED else name_node
    text = walk.text(last)
    if name_node.type not in {"identifier", "dot_index_expression"} or text.startswith("__"):
        return
    shown = walk.line_of(value)
    labels = ["local"] if _is_local_statement(node) else []
    kind = (
        Kind.FIELD
        if name_node.type in _INDEXED
        else Kind.CONSTANT
        if text.isupper()
        else Kind.VARIABLE
    )
    walk.add(
        kind,
        scope.qualify(written),
        node,
        last,
        scope,
        signature=show_value(shown),
        labels=labels,
        public=not labels and not text.startswith("_"),
        value=shown,
    )
    walk.enter(value, inside_function(scope, written))


def _is_require(walk: Walk, node: Node) -> bool:
    called = node.child_by_field_name("name") if node.type == "function_call" else None
    return walk.text(called) in {"require", "dofile", "loadfile"}


def _call(walk: Walk, node: Node, scope: Scope) -> None:
    arguments = node.child_by_field_name("arguments")
    listed = arguments.named_children if arguments is not None else []
    if not _is_require(walk, node):
        walk.enter(node, scope)
    elif listed and listed[0].type == "string":
        module = walk.text(child_of_type(listed[0], "string_content"))
        inner = scope.name if is_local(scope) else ""
        walk.add_import(module, node, listed[0], scope=inner)


_HANDLERS: dict[str, Handler] = {
    "function_declaration": _function,
    "assignment_statement": _assignment,
    "function_call": _call,
}
LUA = Dialect(
    tree_sitter_lua.language,
    _HANDLERS,
    decisions=frozenset(
        {"if_statement", "elseif_statement", "while_statement", "repeat_statement", "for_statement"}
    ),
    operators=frozenset({"and", "or"}),
    plain_comments=True,
    find_names=find_names,
)
