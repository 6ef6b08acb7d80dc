"""Texts of errors that code chooses: both sides of a conditional expression."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.condition_texts import (
    LONGEST_CONDITION,
    chained,
    negated,
)
from mkdocs_repodoc.languages.treesitter.runtime.error_messages import message_in
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.text.english import shortened

_CHOICES = frozenset(
    {"ternary_expression", "conditional_expression", "if_expression", "conditional"}
)
_DEPTH = 4
"""Calls that a text is handed to, one around the other, as those that colour it."""


class Spoken(NamedTuple):
    """A text that code may say where it reports an error.

    Attributes:
        text: The text.
        condition: When it says that one rather than another; empty where it says no other.
    """

    text: str
    condition: str = ""


def texts_in(node: Node, code: bytes) -> Iterator[Spoken]:
    """Yield the texts that an expression, or the first of some arguments, may be."""
    choice = _choice(node)
    if choice is not None:
        yield from _sides(choice, code)
    elif text := message_in(node, code):
        yield Spoken(text)


def chosen_values(node: Node, code: bytes) -> Iterator[tuple[Node, str]]:
    """Yield the first part of a node, or both sides if that is a choice, each with its condition.

    Args:
        node: A statement, such as one that throws.
        code: The code.
    """
    stack = [(each, "") for each in node.named_children[:1]]
    while stack:
        value, when = stack.pop()
        if value.type == "parenthesized_expression":
            stack += [(each, when) for each in value.named_children[:1]]
        elif value.type in _CHOICES:
            stack += reversed(list(_branches(value, code)))
        else:
            yield value, when


def _choice(node: Node) -> Node | None:
    """Return the choice that an expression is, perhaps handed to a call."""
    for _ in range(_DEPTH):
        if node.type in _CHOICES:
            return node
        inner = node.child_by_field_name("arguments")
        is_list = "argument" in node.type or node.type == "parenthesized_expression"
        if inner is None and is_list:
            inner = next((each for each in node.named_children if "comment" not in each.type), None)
        if inner is None:
            return None
        node = inner
    return None


def _sides(choice: Node, code: bytes) -> Iterator[Spoken]:
    for side, when in _branches(choice, code):
        for each in texts_in(side, code):
            yield Spoken(each.text, each.condition or when)


def _branches(choice: Node, code: bytes) -> Iterator[tuple[Node, str]]:
    """Yield both sides of a choice, each with its condition."""
    condition = choice.child_by_field_name("condition")
    body = choice.child_by_field_name("consequence") or choice.child_by_field_name("body")
    other = choice.child_by_field_name("alternative")
    test = shortened(chained(written(condition, code)), LONGEST_CONDITION)
    for side, when in ((body, test), (other, negated(test))):
        if side is not None:
            yield side, when
