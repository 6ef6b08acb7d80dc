"""Values that an option of a script may have: in an array, or in a variable that holds one."""

from __future__ import annotations

from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    nodes_of,
    string_in,
    written,
)

_WRAPPERS = frozenset({"as_expression", "satisfies_expression", "parenthesized_expression"})
_NAMES = frozenset({"identifier", "member_expression"})
CHOICES = ("choices", "options", "enum")
"""Keys of what describes an option that hold its values."""


class Choices(NamedTuple):
    """The values of an option, or else the name of what has them in another file."""

    values: tuple[str, ...] = ()
    held_by: str = ""


def choices_in(node: Node | None, code: bytes) -> Choices:
    """Return the values that an expression lists; none unless all of them are texts.

    Args:
        node: The expression.
        code: The file.
    """
    while node is not None and node.type in _WRAPPERS:
        node = node.named_children[0]
    if node is None:
        return Choices()
    if node.type == "array":
        items = [each for each in node.named_children if each.type != "comment"]
        found = tuple(
            written(each, code) if each.type == "number" else string_in(each, code)
            for each in items
        )
        return Choices(found if all(found) else ())
    if node.type not in _NAMES:
        return Choices()
    name = written(node, code)
    held = object_of(node, code, "array")
    return choices_in(held, code) if held is not None else Choices(held_by=name)


def object_of(node: Node, code: bytes, wanted: str) -> Node | None:
    """Return the object or array that an expression is, or that a variable of its name is given.

    Args:
        node: The expression.
        code: The file.
        wanted: Type of the node that is looked for.
    """
    while node.type in _WRAPPERS:
        node = node.named_children[0]
    if node.type == wanted:
        return node
    if node.type != "identifier":
        return None
    root = node
    while root.parent is not None:
        root = root.parent
    for declared in nodes_of(root, ("variable_declarator",)):
        value = declared.child_by_field_name("value")
        name = written(declared.child_by_field_name("name"), code)
        if value is not None and value.type != "identifier" and name == written(node, code):
            return object_of(value, code, wanted)
    return None
