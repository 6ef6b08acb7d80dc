"""Exceptions that PHP throws, what it logs, and its `catch` clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.languages.treesitter.runtime.thrown_errors import ThrowSyntax, thrown_errors
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError

CONDITIONS = ErrorContext(
    functions=frozenset(
        {"function_definition", "method_declaration", "anonymous_function", "arrow_function"}
    ),
    branches={"if_statement": "body", "else_if_clause": "body"},
    cases=frozenset({"case_statement", "match_conditional_expression", "match_default_expression"}),
    handlers={"catch_clause": "type_list"},
)
_SYNTAX = ThrowSyntax(
    CONDITIONS,
    throws=("throw_expression",),
    calls=("function_call_expression",),
    logs=re.compile(r"\\?(?:error_log|trigger_error)$"),
    log_sign=re.compile(rb"\b(?:error_log|trigger_error)\("),
)


def find_errors(root: Node, code: bytes) -> Iterator[ReportedError | ErrorHandler]:
    """Yield what a file reports and handles."""
    return thrown_errors(root, code, _SYNTAX)
