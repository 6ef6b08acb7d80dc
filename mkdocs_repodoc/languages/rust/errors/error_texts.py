"""Texts of errors in Rust: those of their variants, and messages that are built step by step."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.error_messages import message_in
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written

_DETAILS = frozenset({"detail", "details", "with_detail", "with_details", "description", "reason"})
"""Methods by which an error is told more than it was made with."""
_MOST_DETAILS = 2
_FROM = re.compile(r"From<&?(\w+)>$")
_DISPLAY = re.compile(r"(?:\w+::)*\w*Display(?:<.*>)?$")
_ENUM = re.compile(rb"\benum (\w+)")
_VARIANT = re.compile(r"&?(\w+)::(\w+)\b")
_BARE_VARIANT = re.compile(r"(?:^|\|)\s*&?([A-Z]\w*)(?!\w|::)")
_SAYING = frozenset({"message", "msg", "text", "reason", "detail", "details", "description"})
"""Fields of an error that hold what it says."""
_FALLS_BACK = re.compile(r"\.(?:unwrap_or|map_or|or_else|ok_or)\w*\s*$")
"""Methods that are given what stands in for something missing."""
_NO_TEXT = re.compile(r"\W*\{[^{}]*\}\W*")
"""A text that consists of what an error holds."""
_MOST_NODES = 20_000


def built_message(value: Node | None, code: bytes) -> str:
    """Return what an error is made with, and the details that the calls behind it add.

    Args:
        value: The error: `Failure::titled("no grain").detail("the mill stands still")`.
        code: The code.
    """
    details: list[str] = []
    inner = value
    while inner is not None and inner.type == "call_expression":
        method = inner.child_by_field_name("function")
        if method is None or method.type != "field_expression":
            break
        arguments = inner.child_by_field_name("arguments")
        if written(method.child_by_field_name("field"), code) in _DETAILS:
            details.insert(0, message_in(arguments, code, _FALLS_BACK))
        inner = method.child_by_field_name("value")
    if inner is not None and inner.type == "struct_expression":
        return _field_text(inner, code)
    said = [
        each for each in (message_in(inner, code, _FALLS_BACK), *details[:_MOST_DETAILS]) if each
    ]
    return " … ".join(dict.fromkeys(said)) or message_in(value, code, _FALLS_BACK)


def _field_text(made: Node, code: bytes) -> str:
    """Return the text of the field that has the message of an error; its other fields have none."""
    fields = made.child_by_field_name("body")
    for each in fields.named_children if fields is not None else ():
        if written(each.child_by_field_name("field"), code) in _SAYING:
            return message_in(each.child_by_field_name("value"), code, _FALLS_BACK)
    return ""


def variant_name(described: Node, code: bytes) -> str:
    """Return a variant by its name inside its enumeration; a type by its own."""
    name = written(described.child_by_field_name("name"), code)
    around = described.parent.parent if described.parent is not None else None
    if described.type != "enum_variant" or around is None or around.type != "enum_item":
        return name
    return f"{written(around.child_by_field_name('name'), code)}::{name}"


def texts_of(implementation: Node, code: bytes) -> Iterator[tuple[Node, str, str]]:
    """Yield what an implementation says of errors: where, the type or its variant, and the text.

    Args:
        implementation: `impl Display for Failure`, or `impl From<Failure> for Shown`, in the file
            that has the type of the errors.
        code: The code.
    """
    trait = written(implementation.child_by_field_name("trait"), code)
    shown = _FROM.search(trait)
    name = shown[1] if shown else written(implementation.child_by_field_name("type"), code)
    name = name.partition("<")[0]
    body = implementation.child_by_field_name("body")
    if body is None or not (shown or _DISPLAY.match(trait)) or not _is_error(name, code):
        return
    known = False
    own = {"Self", name, *(each.decode() for each in _ENUM.findall(code))}
    for arm, variants in _arms(body, name, own, code):
        known = True
        value = arm.child_by_field_name("value")
        if (said := built_message(_last(value), code)) and not _NO_TEXT.fullmatch(said):
            yield from ((arm, variant, said) for variant in variants)
    if not known and not shown:
        said = message_in(body, code)
        if said and not _NO_TEXT.fullmatch(said):
            yield implementation, name, said


def _is_error(name: str, code: bytes) -> bool:
    """Tell whether a file says that a type is an error, and which variants or fields it has."""
    escaped = re.escape(name.encode())
    is_error = re.search(rb"\bError for " + escaped + rb"\b", code)
    return bool(is_error) or (
        name.endswith("Error") and bool(re.search(rb"\benum " + escaped + rb"\b", code))
    )


def _arms(
    body: Node, name: str, own: Collection[str], code: bytes
) -> Iterator[tuple[Node, list[str]]]:
    """Yield the arms that take variants of a type, or of one that it holds, with these."""
    stack, left = [body], _MOST_NODES
    brings = re.search(rb"\buse (?:\w+::)*(?:Self|%s)::\*" % re.escape(name.encode()), code)
    while stack and left:
        each, left = stack.pop(), left - 1
        if each.type == "match_arm":
            pattern = written(each.child_by_field_name("pattern"), code)
            found = [
                f"{name if match[1] == 'Self' else match[1]}::{match[2]}"
                for match in _VARIANT.finditer(pattern)
                if match[1] in own
            ]
            if not found and brings is not None:
                found = [f"{name}::{each}" for each in _BARE_VARIANT.findall(pattern)]
            if found:
                yield each, found
                continue
        stack += reversed(each.named_children)


def _last(value: Node | None) -> Node | None:
    """Return the expression that a block comes to; any other as it is."""
    if value is None or value.type != "block" or not value.named_children:
        return value
    last = value.named_children[-1]
    return last.named_children[0] if last.type == "expression_statement" else last
