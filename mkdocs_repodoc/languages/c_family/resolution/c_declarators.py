"""C's declarators: the name in one, its type, and whether it is that of a function."""

from __future__ import annotations

from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.model.references import Target


class Declarator(NamedTuple):
    """What a declarator declares.

    Attributes:
        name: Its name.
        kind: The type of the name; `None` if nothing of a repository is behind it.
        function: The node with the parameters of what it declares; `None` if it is no function.
        is_array: Whether what it declares is a row of values.
    """

    name: Node
    kind: Target | None
    function: Node | None
    is_array: bool
