"""Exceptions that C# throws, what it logs, and its `catch` clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.languages.treesitter.runtime.thrown_errors import ThrowSyntax, thrown_errors
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError

CONDITIONS = ErrorContext(
    functions=frozenset(
        {
            "method_declaration",
            "constructor_declaration",
            "local_function_statement",
            "lambda_expression",
            "accessor_declaration",
        }
    ),
    branches={"if_statement": "consequence"},
    cases=frozenset({"switch_section", "switch_expression_arm"}),
    handlers={"catch_clause": "catch_declaration"},
)
_SYNTAX = ThrowSyntax(
    CONDITIONS,
    throws=("throw_statement", "throw_expression"),
    calls=("invocation_expression",),
    logs=re.compile(
        r"(?:[\w.]*\.)?(?:Log(?:Error|Warning|Critical)|Error\.Write(?:Line)?|TraceError"
        r"|TraceWarning)$"
    ),
    log_sign=re.compile(
        rb"\b(?:Log(?:Error|Warning|Critical)|Error\.Write(?:Line)?|Trace(?:Error|Warning)"
        rb"|(?:Check|Require|Verify|Ensure|Validate)[A-Z]\w*)\("
    ),
)
_THROWS_IF = re.compile(r"(?:\w+\.)*(\w*Exception)\.ThrowIf(\w+)$")
_GUARDS = (Sign(re.compile(rb"Exception\.ThrowIf\w+\("), ("invocation_expression",)),)


def find_errors(root: Node, code: bytes) -> Iterator[ReportedError | ErrorHandler]:
    """Yield what a file reports and handles."""
    yield from thrown_errors(root, code, _SYNTAX)
    for node in signed_nodes(root, code, _GUARDS)["invocation_expression"]:
        name = _THROWS_IF.match(written(node.child_by_field_name("function"), code))
        arguments = node.child_by_field_name("arguments")
        first = arguments.named_children[:1] if arguments is not None else []
        if name and first:
            when = f"{written(first[0], code)} is {name[2]}"
            yield CONDITIONS.report(node, code, name[1], "", held=when)
