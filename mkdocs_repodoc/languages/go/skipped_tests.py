"""Tests of Go that skip all that they would do, whatever they are run with."""

from __future__ import annotations

import re

from tree_sitter import Node

_SKIPS = re.compile(rb"\w+\.Skip(?:f|Now)?\(")
_RUNS = re.compile(rb"\w+\.Run\(")
_PREPARING = frozenset(
    {
        *("assignment_statement", "comment", "const_declaration", "short_var_declaration"),
        *("type_declaration", "var_declaration"),
    }
)


def always_skips(function: Node, code: bytes) -> bool:
    """Tell whether a test skips itself, or each of its parts does, under no condition.

    Args:
        function: A function of tests, or one that is given to `Run`.
        code: The file.
    """
    body = function.child_by_field_name("body")
    return body is not None and _skips(body, code)


def _skips(block: Node, code: bytes) -> bool:
    statements = _statements(block)
    if any(_SKIPS.match(code, each.start_byte) for each in statements):
        return True
    doing = [each for each in statements if each.type not in _PREPARING]
    return bool(doing) and all(_is_skipped(each, code) for each in doing)


def _is_skipped(statement: Node, code: bytes) -> bool:
    """Tell whether a loop, or a part of a test that is run, always skips."""
    if statement.type == "for_statement":
        body = statement.child_by_field_name("body")
        return body is not None and _skips(body, code)
    if not _RUNS.match(code, statement.start_byte):
        return False
    call = statement.named_children[0] if statement.named_children else None
    arguments = call.child_by_field_name("arguments") if call is not None else None
    given = arguments.named_children if arguments is not None else []
    return bool(given) and given[-1].type == "func_literal" and always_skips(given[-1], code)


def _statements(block: Node) -> list[Node]:
    """Return the statements of a block; newer grammars put them into a list of their own."""
    children = block.named_children
    if len(children) == 1 and children[0].type == "statement_list":
        return children[0].named_children
    return children
