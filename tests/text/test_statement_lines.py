"""Statements, a line each."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.statement_lines import headed, statement_lines


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("a = 1\nb()", ["a = 1", "b()"]),
        ("log(\n    a,\n    b,\n)", ["log(a, b)"]),
        ("if (a) {\n  b(\n    c\n  );\n}", ["if (a) {", "b(c);", "}"]),
        ("call(a, () => {\n  b();\n})", ["call(a, () => {", "b();", "})"]),
        ("left(open", ["left(open"]),
    ],
)
def test_what_stands_in_parentheses_is_one_line(code: str, lines: list[str]) -> None:
    assert list(statement_lines(code)) == lines


def test_the_head_of_a_block_stands_before_its_first_statement() -> None:
    lines = ["if busy:", "wait()", "retry()", "else:", "try {", "go()"]
    assert headed(lines) == ["if busy: wait()", "retry()", "else: try { go()"]
    assert headed(["if busy:"]) == ["if busy:"]
