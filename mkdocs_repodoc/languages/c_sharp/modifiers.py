"""Modifiers and attributes of declarations in C#."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind

_PUBLIC = frozenset({"public", "protected"})


def modifiers_of(walk: Walk, node: Node) -> tuple[list[str], list[str]]:
    """Return the modifiers and the attributes of a declaration."""
    words: list[str] = []
    attributes: list[str] = []
    for child in node.children:
        if child.type == "modifier":
            words.append(walk.text(child))
        elif child.type == "attribute_list":
            attributes += [walk.line_of(one) for one in child.named_children]
    if any(one.startswith("Obsolete") for one in attributes):
        words.append("deprecated")
    return words, attributes


def is_public(scope: Scope, words: list[str]) -> bool:
    """Tell whether a declaration with these modifiers is for others."""
    if is_local(scope):
        return False
    if scope.kind == Kind.INTERFACE and "private" not in words:
        return True
    return bool(_PUBLIC & set(words)) and not {"private", "internal"} & set(words)
