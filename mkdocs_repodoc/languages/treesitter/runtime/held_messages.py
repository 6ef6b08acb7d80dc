"""The texts that variables hold where code reports an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.chosen_texts import Spoken, texts_in
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written

_NAMES = frozenset({"identifier", "simple_identifier", "variable_name"})
_CALLS = ("call", "method", "invocation", "macro", "new", "object", "array", "await")
"""Starts of the types of values that are no texts, though some may stand in them."""
_FORMATS = re.compile(
    r"(?:format!|(?:[\w.:]+[.:])?(?:[sS]?printf|format|Format|from)|[\"'`].*[\"'`](?:\.\w+\(\))+$)"
    r"|new String\b"
)
"""Calls that make a text of the one that they are given."""
_FALLBACKS = frozenset({"||", "??", "?:", "or", "&&", "and"})
_SIGNS = frozenset({"", "=", ":="})
"""Operators that set a variable, whatever it held before; declarations have none."""
_HOLDERS = ("name", "left", "pattern", "declarator")
_VALUES = ("value", "right")
_BEFORE = 6_000
"""Bytes in front of a report in which what sets its variables is looked for."""
_MOST_TEXTS = 4
_MOST_NAMES = 8
_DEPTH = 3
"""Calls and closures around a variable in the arguments of a report."""
_HEIGHT = 4
"""Nodes from the name of a variable up to what sets it."""


def held_messages(node: Node, said: Node, code: bytes, context: ErrorContext) -> Sequence[Spoken]:
    """Return the texts that the first variable holds for which one is known.

    Args:
        node: What reports the error.
        said: Its arguments.
        code: The code.
        context: What stands around statements in the language.
    """
    names = list(dict.fromkeys(written(each, code) for each in _names(said)))
    function = _function(node, context)
    for name in names[:_MOST_NAMES]:
        if found := _held(node, function, name, code, context):
            return found
    return ()


def _names(said: Node) -> Iterator[Node]:
    """Yield the variables among arguments, and those that calls and closures there are given."""
    stack = [(said, 0)]
    while stack:
        node, depth = stack.pop()
        inner = node.child_by_field_name("arguments")
        if "closure" in node.type:
            inner = node.child_by_field_name("body")
        if node.type in _NAMES:
            yield node
        elif inner is not None and depth < _DEPTH:
            stack.append((inner, depth + 1))
        elif "argument" in node.type or node.type in {"token_tree", "macro_invocation"}:
            stack += [(each, depth) for each in reversed(node.named_children)]


def _function(node: Node, context: ErrorContext) -> Node:
    """Return the function around a node, or the whole file."""
    while node.parent is not None and node.type not in context.functions:
        node = node.parent
    return node


def _held(
    node: Node, function: Node, name: str, code: bytes, context: ErrorContext
) -> Sequence[Spoken]:
    """Return the texts that a variable of a function may hold at a node."""
    sets = re.compile(rb"(?<![\w.$>])" + re.escape(name).encode() + rb"\b[^=;{}\n]{0,40}=(?![=>~])")
    around = context.conditions(node, code)
    found: list[Spoken] = []
    start = max(function.start_byte, node.start_byte - _BEFORE)
    for match in sets.finditer(code, start, node.start_byte):
        value = _value(function, match.start(), name, code)
        if value is None or value.end_byte > node.start_byte:
            continue
        conditions = context.conditions(value, code)
        if not conditions or around[-len(conditions) :] == conditions:
            found = list(_texts(value, code))
        else:
            when = conditions[0]
            found += [Spoken(each.text, each.condition or when) for each in _texts(value, code)]
    return found[:_MOST_TEXTS]


def _value(function: Node, start: int, name: str, code: bytes) -> Node | None:
    """Return what is set on a place where a name stands, if that is a variable of the name."""
    node = function.descendant_for_byte_range(start, start + len(name.encode()))
    for _ in range(_HEIGHT):
        node = node.parent if node is not None else None
        if node is None or written(node.child_by_field_name("operator"), code) not in _SIGNS:
            return None
        holder = next(filter(None, map(node.child_by_field_name, _HOLDERS)), None)
        value = next(filter(None, map(node.child_by_field_name, _VALUES)), None)
        if value is None and node.type == "variable_declarator":
            value = next(iter(node.named_children[1:]), None)
        if holder is not None and value is not None:
            return value if written(holder, code).split()[-1:] == [name] else None
    return None


def _texts(value: Node, code: bytes) -> Iterator[Spoken]:
    """Yield the texts that a value may be; nothing of one that only has texts in it."""
    head = written(value, code)
    if not value.type.startswith(_CALLS) or _FORMATS.match(head):
        is_fallback = any(each.type in _FALLBACKS for each in value.children)
        yield from () if is_fallback else texts_in(value, code)
