"""Conditions under which statements of Rust run."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.condition_texts import (
    LONGEST_CONDITION,
    chained,
    head_of,
    negated,
)
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.text.english import one_line, shortened

_CFG = re.compile(r"#\[(cfg\(.*\))\]$", re.DOTALL)
_FAILED = "Err"
_MISSING = "None"
_EITHER = f"{_FAILED} or {_MISSING}"
_INSTEAD = {
    "map_err": _FAILED,
    "ok_or": _MISSING,
    "ok_or_else": _MISSING,
    "context": _EITHER,
    "with_context": _EITHER,
    "unwrap_or": _EITHER,
}
"""Methods that use what they are given if there is no value → what there is instead."""
_BY_PARAMETER = frozenset({"unwrap_or_else", "or_else", "map_or_else"})
"""Methods that call what they are given first without a value, with the error if there is one."""


def missing_value(call: Node, code: bytes) -> str:
    """Return when a call uses what it is given in place of a value; empty for any other call.

    Args:
        call: The call: `stones.get(0).ok_or("none")`.
        code: The code.
    """
    function = call.child_by_field_name("function")
    if function is None or function.type != "field_expression":
        return ""
    method = written(function.child_by_field_name("field"), code)
    instead = _INSTEAD.get(method, "")
    if method in _BY_PARAMETER:
        given = call.child_by_field_name("arguments")
        closure = given.named_children[0] if given is not None and given.named_children else None
        if closure is not None and closure.type == "closure_expression":
            taken = written(closure.child_by_field_name("parameters"), code)
            instead = _FAILED if taken.strip("| ") else _MISSING
    if not instead:
        return ""
    asked = chained(one_line(written(function.child_by_field_name("value"), code)))
    return f"{shortened(asked, LONGEST_CONDITION)}: {instead}"


def _given(call: Node, below: Node, code: bytes) -> str:
    """Return when what a call is given first is used."""
    arguments = call.child_by_field_name("arguments")
    is_first = arguments is not None and arguments.start_byte <= below.start_byte
    second = arguments.named_children[1:2] if arguments is not None else []
    if not is_first or (second and second[0].start_byte <= below.start_byte):
        return ""
    return missing_value(call, code)


def _does_not_fit(declaration: Node, below: Node, code: bytes) -> str:
    """Return when the `else` of a declaration runs: `let Some(stone) = stones.get(0) else {`."""
    other = declaration.child_by_field_name("alternative")
    if other is None or below.start_byte < other.start_byte:
        return ""
    return negated(head_of(declaration, other, code))


def _built(_: Node, statement: Node, code: bytes) -> str:
    """Return for which builds a statement is compiled: `cfg(not(unix))`; empty for all."""
    before = statement.prev_named_sibling
    while before is not None and before.type in {"attribute_item", "line_comment"}:
        if built := _CFG.match(written(before, code)):
            return shortened(one_line(built[1]), LONGEST_CONDITION)
        before = before.prev_named_sibling
    return ""


CONDITIONS = ErrorContext(
    functions=frozenset({"function_item"}),
    branches={"if_expression": "consequence"},
    cases=frozenset({"match_arm"}),
    others={"block": _built, "call_expression": _given, "let_declaration": _does_not_fit},
)
