"""Variables that a pattern of Elixir binds, and the struct that a pattern is of."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.walk import child_of_type

_NO_VARIABLES = frozenset({"^", "@", "&"})
_OWN_WORDS = frozenset({"__MODULE__", "__CALLER__", "__ENV__", "__DIR__", "__STACKTRACE__"})


def operator_of(node: Node) -> str:
    """Return the operator of an expression; empty if it has none."""
    operator = node.child_by_field_name("operator")
    return operator.type if operator is not None else ""


def bound_in(pattern: Node) -> Iterator[Node]:
    """Yield the variables that a pattern binds."""
    stack = [pattern]
    while stack:
        node = stack.pop()
        if node.type == "identifier":
            if node.text is not None and node.text.decode() not in _OWN_WORDS:
                yield node
        elif node.type == "call":
            arguments = child_of_type(node, "arguments")
            stack += arguments.named_children if arguments is not None else []
        elif node.type != "unary_operator" or operator_of(node) not in _NO_VARIABLES:
            stack += node.named_children


def struct_of(node: Node | None) -> Node | None:
    """Return the name of the struct that a literal or a pattern is of, if it is of one."""
    struct = child_of_type(node, "struct") if node is not None and node.type == "map" else None
    return struct.named_children[0] if struct is not None and struct.named_child_count else None


def arity_of(head: Node) -> tuple[int, int]:
    """Return how few and how many arguments a definition takes, defaults being left out."""
    arguments = child_of_type(head, "arguments") if head.type == "call" else None
    listed = arguments.named_children if arguments is not None else []
    listed = [one for one in listed if one.type != "comment"]
    defaults = [one for one in listed if operator_of(one) == "\\\\"]
    return len(listed) - len(defaults), len(listed)
