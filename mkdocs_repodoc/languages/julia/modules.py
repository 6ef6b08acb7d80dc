"""Modules of Julia, and what they take from others and export."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind


def module(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a module, and what stands in it."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    walk.add(Kind.MODULE, name, node, name_node, scope)
    walk.enter(node, scope.inside(name, "module", public=True))


def import_from(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `using` and `import`."""
    inner = scope.name if is_local(scope) else ""
    for child in node.named_children:
        if child.type == "selected_import":
            module, *names = child.named_children
            for name in names:
                taken = walk.text(name)
                walk.add_import(walk.text(module), node, name, name=taken, scope=inner)
        else:
            walk.add_import(walk.text(child), node, child, scope=inner)


def call_or_include(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `include` of a file; other calls may hold definitions."""
    listed = child_of_type(node, "argument_list")
    called = node.named_children[0] if node.named_child_count else None
    string = child_of_type(listed, "string_literal") if listed is not None else None
    if called is not None and walk.text(called) == "include" and string is not None:
        path = walk.text(child_of_type(string, "content"))
        walk.add_import(path, node, string, level=1)
        return
    walk.enter(node, scope)


def export(walk: Walk, node: Node, _scope: Scope) -> None:
    """Note the names that a module exports."""
    walk.exports += [walk.text(child) for child in node.named_children]
