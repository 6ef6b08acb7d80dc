"""Local variables of a Lua file, and the parts of the expressions that name things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

INDEXED = frozenset({"dot_index_expression", "method_index_expression"})
"""Types of the nodes in which a member is named behind a table."""


class Variable(NamedTuple):
    """A local variable: what its name leads to, and what members are looked up on."""

    leads_to: Target | None = None
    value: Target | None = None


UNKNOWN = Variable()


def last_name(node: Node) -> Node:
    """Return the last name of a path; the node itself if it is none."""
    inner = node.child_by_field_name("field") or node.child_by_field_name("method")
    return inner if inner is not None and inner.type == "identifier" else node


def first_argument(node: Node) -> Node | None:
    """Return the first argument of a call; `None` if it has none."""
    arguments = listed(node.child_by_field_name("arguments"))
    return arguments[0] if arguments else None


def as_self(owner: Target | None) -> Target | None:
    """Return what `self` is in a method of a table: that, or what takes its members from it."""
    if owner is None or owner.base not in {"own", "global"}:
        return None
    return Target("self", owner.names)


def assigned_again(root: Node, text: Callable[[Node], str]) -> Counter[str]:
    """Count for each variable how often a file gives it something after its declaration."""
    found: Counter[str] = Counter()
    stack = [root]
    while stack:
        node = stack.pop()
        is_again = node.type == "assignment_statement" and (
            node.parent is None or node.parent.type != "variable_declaration"
        )
        if is_again:
            names = listed(child_of_type(node, "variable_list"))
            found.update(text(name) for name in names if name.type == "identifier")
        elif node.type == "function_declaration" and node.children[0].type != "local":
            name = node.child_by_field_name("name")
            found.update([text(name)] if name is not None and name.type == "identifier" else [])
        stack.extend(node.named_children)
    return found
