"""Shell scripts: functions, the variables that are set outside of them, sourced files."""

from __future__ import annotations

import tree_sitter_bash
from tree_sitter import Node

from mkdocs_repodoc.languages.shell.resolution.shell_file_finder import find_names
from mkdocs_repodoc.languages.shell.script_folders import from_script_folder
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk
from mkdocs_repodoc.model.kinds import Kind

_SOURCES = frozenset({"source", "."})


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = walk.text(name_node)
    walk.add(
        Kind.FUNCTION,
        name,
        node,
        name_node,
        scope,
        public=not name.startswith("_"),
        body=True,
    )
    walk.visit(node.child_by_field_name("body"), inside_function(scope, name))


def _declaration(walk: Walk, node: Node, scope: Scope) -> None:
    command = walk.text(node.children[0])
    options = {walk.text(child) for child in node.named_children if child.type == "word"}
    labels = [command] if command in {"export", "readonly"} else []
    labels += ["export"] if any("x" in one for one in options if one.startswith("-")) else []
    fixed = command == "readonly" or any("r" in one for one in options if one.startswith("-"))
    for child in node.named_children:
        if child.type == "variable_assignment":
            _assign(walk, child, scope, labels, node, constant=fixed)


def _assignment(walk: Walk, node: Node, scope: Scope) -> None:
    _assign(walk, node, scope, [], node, constant=False)


def _assign(
    walk: Walk, node: Node, scope: Scope, labels: list[str], around: Node, *, constant: bool
) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None or is_local(scope) or name_node.type != "variable_name":
        return
    name = walk.text(name_node)
    if name in walk.seen:
        return  # a variable is listed where it is set first
    walk.seen.add(name)
    value = walk.line_of(node.child_by_field_name("value"))
    shown = show_value(value, "=")
    walk.add(
        Kind.CONSTANT if constant else Kind.VARIABLE,
        name,
        around,
        name_node,
        scope,
        signature=shown,
        labels=labels,
        public=not name.startswith("_"),
        value=value,
    )


def _command(walk: Walk, node: Node, scope: Scope) -> None:
    name = walk.text(node.child_by_field_name("name"))
    arguments = node.children_by_field_name("argument")
    if name in _SOURCES and arguments:
        written = walk.line_of(arguments[0]).strip("\"'")
        path = from_script_folder(written, walk.code)
        inner = scope.name if is_local(scope) else ""
        walk.add_import(path, node, arguments[0], scope=inner)
        return
    for child in reversed(node.named_children):  # `x=1 command` sets x for the command alone
        if child.type != "variable_assignment":
            walk.visit(child, scope)


_HANDLERS: dict[str, Handler] = {
    "function_definition": _function,
    "declaration_command": _declaration,
    "variable_assignment": _assignment,
    "command": _command,
}
SHELL = Dialect(
    tree_sitter_bash.language,
    _HANDLERS,
    decisions=frozenset(
        {
            "if_statement",
            "elif_clause",
            "for_statement",
            "c_style_for_statement",
            "while_statement",
            "case_item",
        }
    ),
    operators=frozenset({"&&", "||"}),
    plain_comments=True,
    only_ascii=True,
    find_names=find_names,
)
