"""Options that Commander is handed as objects: `new Option("-c <when>", "…").choices([…])`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec
from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.options.choices import choices_in
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    default_in,
    line_of,
    string_in,
    written,
)
from mkdocs_repodoc.model.records import Option

_MADE = re.compile(r"(?:\w+\.)*(?:create)?(?:Option|Argument)$")
_VALUE = re.compile(r"\s*([<\[].*)")
_BETWEEN = re.compile(r"\s*[,|]\s*|\s+(?=-)")


def by_strings(first: str, about: str, line: int, default: str = "") -> Option:
    """Return the option of a text such as `-p, --port <number>`.

    Args:
        first: The text.
        about: What the option is for.
        line: Where it is declared.
        default: Its default as written.
    """
    value = _VALUE.search(first) if first.startswith("-") else None
    flags = tuple(filter(None, _BETWEEN.split(first[: value.start()] if value else first)))
    return Option(flags, about, line, default, value[1] if value else "")


def made_option(node: Node, code: bytes) -> tuple[Option, Node] | None:
    """Return the option that an expression makes, and the last call of its chain.

    Args:
        node: What makes an object: with `new`, or by a call.
        code: The file.

    Returns:
        Nothing where it makes no option, or one without a literal name.
    """
    made = node.child_by_field_name("constructor") or node.child_by_field_name("function")
    listed = node.child_by_field_name("arguments")
    if listed is None or not _MADE.match(written(made, code)):
        return None
    given = [each for each in listed.named_children if each.type != "comment"]
    first = string_in(given[0], code) if given else ""
    if not first:
        return None
    about = string_in(given[1], code) if len(given) > 1 else ""
    said, end = _chain(node, code)
    choices = choices_in(said.get("choices"), code)
    option = msgspec.structs.replace(
        by_strings(first, about, line_of(node), default_in(said.get("default"), code)),
        variables=tuple(filter(None, (string_in(said.get("env"), code),))),
        values=choices.values,
        value_type=choices.held_by,
    )
    return option, end


def _chain(node: Node, code: bytes) -> tuple[Mapping[str, Node], Node]:
    """Return the methods that are called on an object with their first arguments, and the last."""
    return dict(_called(node, code)), _last(node)


def _called(node: Node, code: bytes) -> Iterator[tuple[str, Node]]:
    while (call := _next(node)) is not None:
        member = call.child_by_field_name("function")
        listed = call.child_by_field_name("arguments")
        given = listed.named_children if listed is not None else []
        if member is not None and given:
            yield written(member.child_by_field_name("property"), code), given[0]
        node = call


def _last(node: Node) -> Node:
    while (call := _next(node)) is not None:
        node = call
    return node


def _next(node: Node) -> Node | None:
    """Return the call of a method on what an expression gives."""
    member = node.parent
    if member is None or member.type != "member_expression":
        return None
    call = member.parent
    return call if call is not None and call.type == "call_expression" else None
