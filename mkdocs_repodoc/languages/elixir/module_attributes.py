"""Module attributes: documentation, types, callbacks, and what says that there is none."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind


def callback(walk: Walk, node: Node, word: str, stated: Node, scope: Scope) -> None:
    """Read what a module that implements a behaviour must have: `name(types) :: result`."""
    while walk.text(stated.child_by_field_name("operator")) == "when":
        inner = stated.child_by_field_name("left")
        if inner is None or inner.type != "binary_operator":
            return
        stated = inner
    head = stated.child_by_field_name("left")
    name_node = head.child_by_field_name("target") if head and head.type == "call" else head
    if name_node is None or name_node.type != "identifier":
        return
    kind = Kind.FUNCTION if word == "callback" else Kind.MACRO
    name, shown = scope.qualify(walk.text(name_node)), walk.head_after(name_node, stated)
    walk.add(kind, name, node, name_node, scope, signature=shown, labels=["callback"])


def attribute(walk: Walk, node: Node) -> str:
    """Return the name of an attribute; empty if a node is none."""
    if node.type != "unary_operator" or walk.text(node)[:1] != "@":
        return ""
    operand = node.child_by_field_name("operand")
    target = operand.child_by_field_name("target") if operand is not None else None
    return walk.text(target or operand)


def attributes_before(walk: Walk, node: Node) -> list[Node]:
    """Return the attributes between a definition and its documentation, in order."""
    found: list[Node] = []
    before = node.prev_named_sibling
    while before is not None and (word := attribute(walk, before)):
        if word not in {"spec", "impl", "deprecated", "since"}:
            break
        found.insert(0, before)
        before = before.prev_named_sibling
    return found


def is_undocumented(walk: Walk, node: Node) -> bool:
    """Whether `@doc false` says that a definition is not for others."""
    before = node.prev_named_sibling
    while before is not None and (word := attribute(walk, before)):
        if word == "doc":
            return walk.text(before).endswith("false")
        before = before.prev_named_sibling
    return False
