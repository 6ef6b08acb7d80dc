"""Members under symbols: `{ [writeKey]: write }`, `this[writeKey](…)`.

The key is a name that the file defines or takes from another. Whether it is a constant that holds
a `Symbol(…)`, and what the repository keeps under it, is known once all files are linked.
"""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.name_walk import KeyedMember, Walker
from mkdocs_repodoc.model.references import FILE_SCOPE

KEPT = "[]="
"""The name, among those that a file gives to others, of what it keeps under computed keys."""


def note_kept(
    walker: Walker, key: Node | None, value: Node | None, symbol: int = FILE_SCOPE
) -> None:
    """Note what a member with a computed key is.

    Args:
        walker: The walk.
        key: The key as written: in brackets, or what stands in those of `a[key] = …`.
        value: What the member is set to; a method has none.
        symbol: The symbol that the member is.
    """
    if key is not None and key.type == "computed_property_name" and key.named_children:
        key = key.named_children[0]
    if key is not None and key.type == "identifier":
        walker.kept.append(KeyedMember(key, value, walker.scope, symbol))


def bracket_of(subscript: Node) -> Node | None:
    """Return the bracket that begins `[key]`: the key itself is the name of a constant."""
    return next((child for child in subscript.children if child.type == "["), None)
