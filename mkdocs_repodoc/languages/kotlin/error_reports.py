"""Exceptions that Kotlin throws, what it logs, and its `catch` blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.languages.treesitter.runtime.error_messages import message_in
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.languages.treesitter.runtime.thrown_errors import ThrowSyntax, thrown_errors
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError

CONDITIONS = ErrorContext(
    functions=frozenset({"function_declaration", "lambda_literal", "secondary_constructor"}),
    branches={"if_expression": ""},
    cases=frozenset({"when_entry"}),
    handlers={"catch_block": "user_type"},
)
_SYNTAX = ThrowSyntax(
    CONDITIONS,
    throws=("throw_expression",),
    calls=("call_expression",),
    logs=re.compile(
        r"(?:[\w.]*log(?:ger)?\.(?:warn|error|severe)|System\.err\.print(?:ln)?)$", re.IGNORECASE
    ),
    log_sign=re.compile(rb"\b(?:\w+\.(?:warn|error|severe|print(?:ln)?)|error)\("),
    fails=re.compile(r"error$"),
)
_CHECKS = (Sign(re.compile(rb"\b(?:require|check)(?:NotNull)?\("), ("call_expression",)),)
_CHECKED = {"require": "IllegalArgumentException", "check": "IllegalStateException"}


def find_errors(root: Node, code: bytes) -> Iterator[ReportedError | ErrorHandler]:
    """Yield what a file reports and handles."""
    yield from thrown_errors(root, code, _SYNTAX)
    for node in signed_nodes(root, code, _CHECKS)["call_expression"]:
        name = written(node.named_children[0], code)
        error = _CHECKED.get(name.removesuffix("NotNull"))
        listed = [each for each in node.named_children if each.type == "value_arguments"]
        if error and listed and listed[0].named_children:
            held = written(listed[0].named_children[0], code)
            when = f"{held} == null" if name.endswith("NotNull") else f"!({held})"
            lazily = node.parent if node.parent and node.parent.type == "call_expression" else None
            said = message_in(lazily.named_children[-1], code) if lazily is not None else ""
            yield CONDITIONS.report(node, code, error, said, held=when)
