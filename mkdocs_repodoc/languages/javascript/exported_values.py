"""Values that modules export: set to several names at once, or without a name of their own."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.walk import child_of_type

EXPORTS = frozenset((b"exports", b"module.exports"))
"""What a CommonJS module gives to others as a whole."""
FUNCTION_VALUES = frozenset(
    {"arrow_function", "function_expression", "generator_function", "function"}
)


def innermost(value: Node) -> tuple[Node, bool]:
    """Return what `app = exports = module.exports = {}` sets its names to.

    Args:
        value: What stands behind the first `=`.

    Returns:
        The value itself, and whether the exports are among the names.
    """
    is_exported = False
    while value.type == "assignment_expression":
        left, right = value.child_by_field_name("left"), value.child_by_field_name("right")
        if left is None or right is None:
            break
        is_exported = is_exported or left.text in EXPORTS
        value = right
    return value, is_exported


def unnamed_default(export: Node) -> tuple[Node | None, Node | None]:
    """Return the word `default` and the function of `export default async () => {}`.

    The function has no other name: JavaScript itself calls it `default`.

    Args:
        export: The statement.

    Returns:
        The two nodes, or twice nothing for other statements.
    """
    word, value = child_of_type(export, "default"), export.child_by_field_name("value")
    if word is None or value is None or not is_unnamed(value):
        return None, None
    return word, value


def is_unnamed(value: Node) -> bool:
    """Tell whether a value is a function that has no name of its own."""
    return value.type in FUNCTION_VALUES and value.child_by_field_name("name") is None
