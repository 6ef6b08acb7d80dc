"""C++'s declarators: the name in one, and whether it is that of a function."""

from __future__ import annotations

from typing import NamedTuple

from tree_sitter import Node

DECLARED_NAMES = frozenset(
    """
    identifier field_identifier type_identifier qualified_identifier destructor_name operator_name
    operator_cast template_function template_method structured_binding_declarator
    """.split()  # noqa: SIM905 - reads better
)


class CppDeclarator(NamedTuple):
    """What a declarator declares.

    Attributes:
        name: Its name, maybe with a path in front.
        function: The node with the parameters of what it declares; `None` if it is no function.
    """

    name: Node
    function: Node | None

    @property
    def last(self) -> Node:
        """The last part of the name."""
        node = self.name
        while node.type in ("qualified_identifier", "template_function", "template_method"):
            following = node.child_by_field_name("name")
            if following is None:
                break
            node = following
        return node


def declared(node: Node) -> CppDeclarator | None:
    """Return what a declarator declares; `None` if it has no name."""
    function, inner = None, node
    while inner.type not in DECLARED_NAMES:
        if inner.type == "function_declarator":
            function = inner
        following = inner.child_by_field_name("declarator") or next(
            (
                one
                for one in inner.named_children
                if one.type.endswith("declarator") or one.type in DECLARED_NAMES
            ),
            None,
        )
        if following is None:
            return None
        inner = following
    return CppDeclarator(inner, function)
