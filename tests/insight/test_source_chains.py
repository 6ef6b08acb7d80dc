"""Expressions in which a variable of the environment is one of several sources."""

from __future__ import annotations

from time import process_time

import pytest

from mkdocs_repodoc.insight.operation.environment.source_chains import chain_around

_SECONDS = 2
"""Many times what it takes."""


@pytest.mark.parametrize(
    ("statement", "chain"),
    [
        ('self.home = HOME or read_env("NAME")', 'HOME or read_env("NAME")'),
        ('x = join(env("NAME") or expand("~"), "y")', 'env("NAME") or expand("~")'),
        ("level = made(by=env('NAME', '') or conf.level)", "env('NAME', '') or conf.level"),
        ('return env("NAME") or sys.executable', 'env("NAME") or sys.executable'),
        ("const key = options.key ?? process.env.NAME;", "options.key ?? process.env.NAME"),
        ("run(a, process.env.NAME || given.x || 3)", "process.env.NAME || given.x || 3"),
        ("key: given.key || process.env.NAME,", "given.key || process.env.NAME"),
        ("shell: process.env.NAME || 'cmd.exe',", ""),  # a default, told as such
        ("if skip or os.getenv('NAME'):", ""),
        ("if (given.watch || process.env.NAME) {", ""),
        ("run(a || b, process.env.NAME)", ""),
        ("const on = given.on || process.env.NAME === '1';", ""),
        ("path = first or second if env('NAME') else third", ""),
        ("print('a or NAME')", ""),
        ("x = 1", ""),
    ],
)  # fmt: skip
def test_an_expression_is_told_that_chooses_a_value(statement: str, chain: str) -> None:
    operators = ("or",) if " or " in statement else ("||", "??")
    assert chain_around(statement, "NAME", operators) == chain


@pytest.mark.parametrize(
    "statement", ["(" * 400 + "NAME", "a or " * 80 + "NAME", "'" * 400 + "NAME"]
)
def test_long_lines_are_read_in_time(statement: str) -> None:
    started = process_time()
    chain_around(statement, "NAME", ("or", "||", "??"))
    assert process_time() - started < _SECONDS
