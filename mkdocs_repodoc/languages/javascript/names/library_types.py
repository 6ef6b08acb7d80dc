"""Types of the language's own library that hold or stand for others, and the parts of unions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from tree_sitter import Node

_NOTHING = frozenset({"null", "undefined", "void", "never", "false"})
_PRIMITIVES = _NOTHING | {"string", "number", "boolean", "bigint", "symbol", "true"}


class GenericRole(NamedTuple):
    """What a generic type is to one of its arguments.

    Attributes:
        base: How a target is derived from the argument's; empty if it stands for the argument,
            `returned` and `made` for what a call of it, or `new`, gives.
        argument: Which of its arguments.
    """

    base: Literal["", "many", "mapped", "promise", "returned", "made"]
    argument: int = 0


_MANY = GenericRole("many")
_SAME = GenericRole("")
_PROMISE = GenericRole("promise")
_MAPPED = GenericRole("mapped", 1)
GENERIC_ROLES = {
    **dict.fromkeys(
        ("Array", "ReadonlyArray", "Set", "ReadonlySet", "WeakSet", "Iterable", "Iterator"), _MANY
    ),
    **dict.fromkeys(
        ("IterableIterator", "Generator", "AsyncIterable", "AsyncIterator", "AsyncGenerator"), _MANY
    ),
    **dict.fromkeys(("Promise", "PromiseLike"), _PROMISE),
    **dict.fromkeys(("Map", "ReadonlyMap", "WeakMap", "Record"), _MAPPED),
    **dict.fromkeys(
        ("Partial", "Required", "Readonly", "NonNullable", "Omit", "Pick", "WeakRef"), _SAME
    ),
    "ReturnType": GenericRole("returned"),
    "InstanceType": GenericRole("made"),
}


def flat_union(node: Node) -> Iterator[Node]:
    """Yield the parts of a union or intersection, those of unions inside it too."""
    stack = [node]
    while stack:
        part = stack.pop()
        if part.type == node.type:
            stack.extend(reversed(part.named_children))
        elif part.type != "comment":
            yield part


def is_primitive(node: Node) -> bool:
    """Whether a type is that of texts, numbers and the like: none of a repository's."""
    text = (node.text or b"").decode("utf-8", "replace")
    return node.type == "literal_type" or (
        node.type in ("predefined_type", *_NOTHING) and text in _PRIMITIVES
    )


def is_nothing(node: Node) -> bool:
    """Whether a type or a value is none that has members: `undefined`, `null`."""
    if node.type in _NOTHING:
        return True
    if node.type in ("literal_type", "predefined_type"):
        text = node.text
        return text is not None and text.decode("utf-8", "replace") in _NOTHING
    return node.type == "identifier" and node.text == b"undefined"
