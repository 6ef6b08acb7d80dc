"""Packages of Scala, and what its files import."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type


def import_from(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an import of a name, of several or of all."""
    parts: list[str] = []
    last: Node | None = None
    for child in node.named_children:
        if child.type in {"identifier", "stable_identifier"}:
            parts.append(walk.text(child))
            last = child
    inner = scope.name if is_local(scope) else ""
    selectors = child_of_type(node, "namespace_selectors")
    if selectors is not None:
        for one in selectors.named_children:
            place = one.child_by_field_name("name") or one
            alias = walk.text(one.child_by_field_name("alias"))
            text = "*" if "wildcard" in place.type else walk.text(place)
            walk.add_import(".".join(parts), node, place, name=text, alias=alias, scope=inner)
    elif child_of_type(node, "namespace_wildcard") is not None:
        walk.add_import(".".join(parts), node, last, name="*", scope=inner)
    elif last is not None:
        module = ".".join(parts[:-1])
        name = parts[-1] if module else ""
        walk.add_import(module or parts[-1], node, last, name=name, scope=inner)


def package(walk: Walk, node: Node, scope: Scope) -> None:
    """Note the clause of the package, and read what stands in it."""
    walk.file_line = walk.file_line or node.start_point.row + 1
    walk.enter(node.child_by_field_name("body"), scope)
