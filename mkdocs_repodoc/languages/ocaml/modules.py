"""Modules of OCaml, their types, and what opens and includes them."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind


def read_open(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `open` and `include`, which both name a module."""
    module = node.child_by_field_name("module") or node.child_by_field_name("module_type")
    _import(walk, module, node, scope)


def _import(walk: Walk, module: Node | None, node: Node, scope: Scope, alias: str = "") -> None:
    if module is not None and module.type in ("module_path", "extended_module_path"):
        name = walk.line_of(module).replace(" ", "")
        if "(" not in name:
            walk.add_import(name, node, module, alias=alias, scope=scope.name)


def read_module(walk: Walk, node: Node, scope: Scope) -> None:
    """Read modules that are defined together, and what is in them."""
    for binding in node.named_children:
        name_node = child_of_type(binding, "module_name")
        if binding.type != "module_binding" or name_node is None:
            continue
        text = walk.text(name_node)
        name = scope.qualify(text)
        body = binding.child_by_field_name("body")
        written = binding.child_by_field_name("module_type")
        parameters = [
            walk.line_of(one) for one in binding.named_children if one.type == "module_parameter"
        ]
        base = (
            walk.line_of(written)
            if written is not None and written.type == "module_type_path"
            else ""
        )
        shown = walk.line_of(body) if body is not None and body.type != "structure" else ""
        walk.add(
            Kind.MODULE,
            name,
            node if node.named_children[0] == binding else binding,
            name_node,
            scope,
            signature=shown_behind(" ".join(parameters)) + show_value(shown),
            bases=[base] if base else [],
            labels=["functor"] if parameters else [],
            public=not is_local(scope),
        )
        _import(walk, body, node, scope, text)
        inside = scope.inside(name, Kind.MODULE, public=not is_local(scope))
        for part in (body, written):
            if part is not None and part.type in ("structure", "signature"):
                walk.enter(part, inside)


def read_module_type(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a module type and what is in it."""
    name_node = child_of_type(node, "module_type_name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    walk.add(Kind.INTERFACE, name, node, name_node, scope, public=not is_local(scope))
    body = node.child_by_field_name("body")
    if body is not None and body.type == "signature":
        walk.enter(body, scope.inside(name, Kind.INTERFACE, public=scope.public))


def shown_behind(rest: str) -> str:
    """Return a signature, which follows the name behind a blank."""
    return f" {rest}" if rest else ""
