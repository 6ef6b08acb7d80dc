"""Literals of commands and flags in Go code: `&cli.Command{Name: …, Flags: …}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    first_word,
    nodes_of,
    string_in,
    written,
)

STRINGS = ("interpreted_string_literal", "raw_string_literal")
_FLAG = re.compile(r"(?:\w+\.)?[A-Z]\w*Flag$")
_COMMAND = re.compile(r"(?:cobra|cli)\.Command$")
_COMMANDS = re.compile(r"\[\]\*?cli\.Command$")
_FUNCTIONS = frozenset({"function_declaration", "method_declaration", "func_literal"})


def is_command(literal: Node, code: bytes) -> bool:
    """Tell whether a literal is a command of Cobra or urfave/cli."""
    return _COMMAND.match(written(literal.child_by_field_name("type"), code)) is not None


def is_flag(literal: Node, code: bytes) -> bool:
    """Tell whether a literal is a flag of urfave/cli."""
    return _FLAG.match(written(literal.child_by_field_name("type"), code)) is not None


def fields_of(literal: Node, code: bytes) -> dict[str, Node]:
    """Return the values of a literal by their keys; elements without a key are left out."""
    body = literal if literal.type == "literal_value" else literal.child_by_field_name("body")
    found = {}
    for element in body.named_children if body is not None else ():
        match element.named_children:
            case [key, value]:
                found[written(key, code)] = _inner(value)
    return found


def _inner(node: Node) -> Node:
    """Return what an element of a literal wraps."""
    while node.type == "literal_element" and node.named_children:
        node = node.named_children[0]
    return node


def command_around(node: Node, code: bytes) -> str:
    """Return the name of the command in whose literal something stands; empty if in none."""
    above = node.parent
    while above is not None:
        if (above.type == "composite_literal" and is_command(above, code)) or _is_listed(
            above, code
        ):
            return first_word(string_in(fields_of(above, code).get("Name"), code))
        above = above.parent
    return ""


def _is_listed(node: Node, code: bytes) -> bool:
    """Tell whether a node is a command in a list of them, where it has no type of its own."""
    element = node.parent if node.type == "literal_value" else None
    if element is None or element.type != "literal_element" or element.parent is None:
        return False
    around = element.parent.parent
    return (
        around is not None
        and around.type == "composite_literal"
        and _COMMANDS.match(written(around.child_by_field_name("type"), code)) is not None
    )


def held_flags(root: Node, code: bytes) -> dict[int, str | None]:
    """Return the flags that variables of functions hold, by the bytes where their literals begin.

    Args:
        root: The file.
        code: Its text.

    Returns:
        The command that lists a flag, or nothing if none here does; `None` for a flag that is
        handed to nobody, which no command takes.
    """
    if b"Flag{" not in code:
        return {}
    found: dict[int, str | None] = {}
    for node in nodes_of(root, ("short_var_declaration",)):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        names = left.named_children if left is not None else []
        values = right.named_children if right is not None else []
        literal = _pointed_at(values[0]) if len(names) == len(values) == 1 else None
        if literal is not None and literal.type == "composite_literal" and is_flag(literal, code):
            found[literal.start_byte] = _taker(node, names[0], code)
    return found


def _pointed_at(value: Node) -> Node | None:
    return value.child_by_field_name("operand") if value.type == "unary_expression" else value


def _taker(declaration: Node, name: Node, code: bytes) -> str | None:
    """Return the command that lists the flag of a variable; `None` where nobody is handed it."""
    handed = list(_handed(declaration, name))
    commands = filter(None, (command_around(each, code) for each in handed))
    return next(commands, "") if handed else None


def _handed(declaration: Node, name: Node) -> Iterator[Node]:
    """Yield where a variable stands in its function, and not only to be asked for a member."""
    function = declaration.parent
    while function is not None and function.type not in _FUNCTIONS:
        function = function.parent
    for each in nodes_of(function, ("identifier",)) if function is not None else ():
        around = each.parent
        is_asked = around is not None and around.type == "selector_expression"
        if each.start_byte > name.start_byte and not is_asked and each.text == name.text:
            yield each
