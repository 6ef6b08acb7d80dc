"""Errors in Rust that are texts: what `Err` holds in a `Result<_, String>`."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.errors.error_values import made_value
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written

_WRAPS = frozenset({"into", "to_string", "to_owned", "clone"})
"""Methods that make a text of a text."""
_MAKES = frozenset({"String::from", "Box::from", "Cow::from"})
_FORMATS = frozenset({"format", "concat"})
_LITERALS = frozenset({"string_literal", "raw_string_literal"})
_MOST = 12
"""Texts that one error may be, by the case."""


def text_values(value: Node | None, code: bytes) -> Iterator[Node]:
    """Yield the texts that a value may be, each where it is made; none if it is anything else.

    Args:
        value: What `Err` is given: `"none".into()`, `format!("no {x}")`, a variable, a choice.
        code: The code.
    """
    waiting = [value] if value is not None else []
    for _ in range(_MOST):
        if not waiting:
            return
        each = waiting.pop(0)
        if each.type in _LITERALS or _is_formatted(each, code):
            yield each
        elif each.type == "identifier":
            made = made_value(each, code)
            waiting += [made] if made != each else []
        else:
            waiting += _inside(each, code)


def _is_formatted(node: Node, code: bytes) -> bool:
    name = written(node.child_by_field_name("macro"), code)
    return node.type == "macro_invocation" and name.rpartition("::")[2] in _FORMATS


def _inside(node: Node, code: bytes) -> list[Node]:
    """Return the values that a value is one of, or is made of."""
    if node.type == "reference_expression":
        value = node.child_by_field_name("value")
        return [value] if value is not None else []
    if node.type == "call_expression":
        return _of_call(node, code)
    if node.type == "block":
        last = node.named_children[-1] if node.named_children else None
        if last is not None and last.type == "expression_statement":
            is_value = not written(last, code).endswith(";")
            last = last.named_children[0] if is_value else None
        return [last] if last is not None else []
    if node.type == "if_expression":
        other = node.child_by_field_name("alternative")
        branches = [
            node.child_by_field_name("consequence"),
            *(other.named_children if other else ()),
        ]
        return [each for each in branches if each is not None]
    if node.type == "match_expression":
        body = node.child_by_field_name("body")
        arms = body.named_children if body is not None else []
        values = [each.child_by_field_name("value") for each in arms if each.type == "match_arm"]
        return [each for each in values if each is not None]
    return []


def _of_call(call: Node, code: bytes) -> list[Node]:
    """Return what a call makes a text of: `"none".into()`, `String::from("none")`."""
    function = call.child_by_field_name("function")
    arguments = call.child_by_field_name("arguments")
    given = arguments.named_children if arguments is not None else []
    if function is not None and function.type == "field_expression" and not given:
        value = function.child_by_field_name("value")
        is_wrapped = written(function.child_by_field_name("field"), code) in _WRAPS
        return [value] if value is not None and is_wrapped else []
    return given if written(function, code) in _MAKES and len(given) == 1 else []
