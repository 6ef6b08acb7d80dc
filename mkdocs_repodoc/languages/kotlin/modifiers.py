"""Modifiers and annotations of declarations in Kotlin."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type

_HIDDEN = frozenset({"private", "internal"})


def modifiers_of(walk: Walk, node: Node) -> tuple[list[str], list[str]]:
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


def is_public(labels: list[str], scope: Scope) -> bool:
    """Tell whether a declaration with these modifiers is for others."""
    return not _HIDDEN & set(labels) and not is_local(scope)
