"""Exceptions that Java throws, what it logs, and its `catch` clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.chosen_texts import chosen_values
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import (
    GUARD,
    ErrorContext,
    handler,
)
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.spoken_reports import (
    spoken,
    spoken_reports,
)
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError

CONDITIONS = ErrorContext(
    functions=frozenset({"method_declaration", "constructor_declaration", "lambda_expression"}),
    branches={"if_statement": "consequence"},
    cases=frozenset({"switch_block_statement_group", "switch_rule"}),
    handlers={"catch_clause": "catch_type"},
)
_LOGS = re.compile(
    r"(?:[\w.]*log(?:ger)?\.(?:warn|warning|error|severe)|(?:System\.)?err\w*\.print\w*)$",
    re.IGNORECASE,
)
_KNOWN_GUARDS = re.compile(r"(?:Preconditions|Verify|Validate|Assert|Objects)\.")
"""Classes of libraries with functions that check what has to hold."""
_SIGNS = (
    Sign(re.compile(rb"\bthrow\b"), ("throw_statement",)),
    Sign(re.compile(rb"\bcatch\b"), ("catch_clause",)),
    Sign(
        re.compile(
            rb"\b(?:\w+\.(?:warn|warning|error|severe|print\w*)|Assert\.\w+"
            rb"|(?:check|require|verify|ensure|validate)[A-Z]\w*)\("
        ),
        ("method_invocation",),
    ),
)


def find_errors(root: Node, code: bytes) -> Iterator[ReportedError | ErrorHandler]:
    """Yield what a file reports and handles."""
    nodes = signed_nodes(root, code, _SIGNS)
    for node in nodes["throw_statement"]:
        for value, when in chosen_values(node, code):
            if value.type in {"object_creation_expression", "method_invocation"}:
                made = value.child_by_field_name("type") or value.child_by_field_name("name")
                at, name = (value if when else node), written(made, code)
                said = value.child_by_field_name("arguments")
                yield from spoken_reports(CONDITIONS, at, code, name, said, held=when)
    for node in nodes["method_invocation"]:
        yield from _call(node, code)
    for node in nodes["catch_clause"]:
        yield handler(node, node.child_by_field_name("body"), code, CONDITIONS.taken_by(node, code))


def _call(node: Node, code: bytes) -> Iterator[ReportedError]:
    owner = written(node.child_by_field_name("object"), code)
    method = written(node.child_by_field_name("name"), code)
    name = f"{owner}.{method}"
    said = node.child_by_field_name("arguments")
    if _LOGS.match(name) and spoken(node, said, code, CONDITIONS):
        yield from spoken_reports(CONDITIONS, node, code, name, said, form="log")
    elif _KNOWN_GUARDS.match(name):
        yield from CONDITIONS.guard(node, code, name, "raise")
    elif GUARD.match(method):
        yield from CONDITIONS.guard(node, code, method, "call")
