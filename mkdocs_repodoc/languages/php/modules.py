"""Namespaces of PHP, and what its files take from others."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type

INCLUDES = (
    "require_expression",
    "require_once_expression",
    "include_expression",
    "include_once_expression",
)


def namespace(walk: Walk, node: Node, scope: Scope) -> None:
    """Enter a namespace; it is the prefix of a file's names, and no symbol of its own."""
    body = node.child_by_field_name("body")
    walk.enter(body, scope)


def use(walk: Walk, node: Node, _scope: Scope) -> None:
    """Read a `use` of names of another namespace, one of them or a group."""
    group = node.child_by_field_name("body")
    prefix = walk.text(child_of_type(node, "namespace_name")) if group is not None else ""
    for clause in (group or node).named_children:
        named = child_of_type(clause, "qualified_name", "name")
        if clause.type != "namespace_use_clause" or named is None:
            continue
        full = "\\".join(part for part in (prefix, walk.text(named).lstrip("\\")) if part)
        module, _, name = full.rpartition("\\")
        place = named.named_children[-1] if named.type == "qualified_name" else named
        alias = walk.text(clause.child_by_field_name("alias"))
        walk.add_import(module or name, node, place, name=name if module else "", alias=alias)


def include(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an include of a path that stands in the code, whatever folder is put before it."""
    stack = list(node.named_children)
    while stack:
        part = stack.pop()
        if part.type in {"string", "encapsed_string"}:
            path = walk.text(part).strip("\"'").lstrip("/")
            inner = scope.name if is_local(scope) else ""
            walk.add_import(path, node, part, level=1, scope=inner)
            return
        if part.type in {"binary_expression", "parenthesized_expression"}:
            stack += part.named_children
