"""Exceptions that Ruby raises, what it warns of, and its `rescue` clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext, handler
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.spoken_reports import (
    spoken,
    spoken_reports,
)
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError

CONDITIONS = ErrorContext(
    functions=frozenset({"method", "singleton_method", "lambda"}),
    branches={
        "if": "consequence",
        "elsif": "consequence",
        "unless": "consequence",
        "if_modifier": "body",
        "unless_modifier": "body",
    },
    cases=frozenset({"when"}),
    handlers={"rescue": "exceptions"},
)
_SIGNS = (
    Sign(re.compile(rb"\b(?:raise|warn|abort|\w+\.(?:warn|error|fatal))\b"), ("call",)),
    Sign(re.compile(rb"\brescue\b"), ("rescue",)),
)
_LOGS = frozenset({"warn", "error", "fatal", "abort"})
_UNNAMED = "RuntimeError"
"""What `raise` makes of a text alone."""


def find_errors(root: Node, code: bytes) -> Iterator[ReportedError | ErrorHandler]:
    """Yield what a file reports and handles."""
    nodes = signed_nodes(root, code, _SIGNS)
    for node in nodes["call"]:
        yield from _call(node, code)
    for node in nodes["rescue"]:
        yield handler(node, node.child_by_field_name("body"), code, CONDITIONS.taken_by(node, code))


def _call(node: Node, code: bytes) -> Iterator[ReportedError]:
    method = written(node.child_by_field_name("method"), code)
    receiver = node.child_by_field_name("receiver")
    listed = node.child_by_field_name("arguments")
    given = listed.named_children if listed is not None else []
    said = spoken(node, listed, code, CONDITIONS)
    if method == "raise" and receiver is None and given:
        error = _raised(given[0], code)
        if error:
            yield from spoken_reports(CONDITIONS, node, code, error, listed)
    elif method in _LOGS and said:
        name = f"{written(receiver, code)}.{method}" if receiver is not None else method
        yield from spoken_reports(CONDITIONS, node, code, name, listed, form="log")


def _raised(node: Node, code: bytes) -> str:
    """Return the exception that `raise` is given; empty for one that was made elsewhere."""
    if "string" in node.type:
        return _UNNAMED
    if node.type == "call" and written(node.child_by_field_name("method"), code) == "new":
        return written(node.child_by_field_name("receiver"), code)
    return written(node, code) if node.type in {"constant", "scope_resolution"} else ""
