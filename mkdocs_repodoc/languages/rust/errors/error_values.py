"""Values of errors in Rust: what a variable was set to, and what a closure or block comes to."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written

_VARIABLE = re.compile(r"([a-z_]\w*)(?:\.into\(\))?$")


def made_value(value: Node, code: bytes) -> Node:
    """Return what a variable holds that an error is handed on by; any other value as it is.

    Args:
        value: What `Err` is given: `error`, `error.into()`, or the error.
        code: The code.

    Returns:
        What the last `let` above it in one of the blocks around it sets the variable to.
    """
    match = _VARIABLE.match(written(value, code))
    inner, block = value, value.parent
    while match is not None and block is not None and inner.type != "function_item":
        if block.type == "block":
            for each in reversed(block.named_children):
                if each.end_byte <= inner.start_byte and _sets(each, match[1], code):
                    return each.child_by_field_name("value") or value
        inner, block = block, block.parent
    return value


def _sets(statement: Node, name: str, code: bytes) -> bool:
    is_let = statement.type == "let_declaration"
    return is_let and written(statement.child_by_field_name("pattern"), code) == name


def result_of(closure: Node) -> Node | None:
    """Return the expression that a closure comes to; `None` for a body without one."""
    body = closure.child_by_field_name("body")
    if body is None or body.type != "block":
        return body
    last = body.named_children[-1] if body.named_children else None
    return None if last is None or last.type.endswith("_statement") else last
