"""Exceptions that C++ throws, what C and C++ print on the standard error, and `catch` clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.languages.treesitter.runtime.thrown_errors import ThrowSyntax, thrown_errors
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError

CONDITIONS = ErrorContext(
    functions=frozenset({"function_definition", "lambda_expression"}),
    branches={"if_statement": "consequence"},
    cases=frozenset({"case_statement"}),
    handlers={"catch_clause": "parameter_declaration"},
)
_SYNTAX = ThrowSyntax(
    CONDITIONS,
    throws=("throw_statement",),
    calls=("call_expression",),
    logs=re.compile(r"(?:std::)?(?:perror|warnx?|errx?|v?fprintf|fputs)$"),
    log_sign=re.compile(rb"\b(?:perror|warnx?|errx?|fprintf)\s*\("),
)


def find_errors(root: Node, code: bytes) -> Iterator[ReportedError | ErrorHandler]:
    """Yield what a file reports and handles."""
    for found in thrown_errors(root, code, _SYNTAX):
        if isinstance(found, ErrorHandler) or not found.error.endswith("fprintf") or found.message:
            yield found
