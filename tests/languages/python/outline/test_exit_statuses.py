"""Statuses with which a module ends the program."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.settings import AnalysisOptions


def exits(code: str) -> list[tuple[str, str]]:
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())
    return [(each.status, each.caught) for each in record.outline.facts_of(ExitStatus)]


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("import sys\nsys.exit(2)", "2"),
        ("import sys\nsys.exit()", "0"),
        ("import sys\nsys.exit(-1)", "-1"),
        ("from sys import exit as leave\nleave('No such file')", "1"),
        ("import sys\nsys.exit(f'No {name}')", "1"),
        ("import sys\nsys.exit(main())", "main()"),
        ("import sys\nsys.exit('No ' + name)", "1"),
        ("raise SystemExit", "0"),
        ("raise SystemExit(3)", "3"),
        ("def f(ctx): ctx.exit(4)", "4"),
        ("import typer\nraise typer.Exit(code=5)", "5"),
    ],
)
def test_a_status_is_a_literal_or_what_stands_for_one(code: str, status: str) -> None:
    assert exits(code) == [(status, "")]


@pytest.mark.parametrize(
    "code",
    [
        "import sys\nleave = sys.exit",
        "def f(door): door.exit(1)",
        "text = 'sys.exit(1)'",
    ],
)
def test_what_only_looks_like_one_is_none(code: str) -> None:
    assert exits(code) == []


def test_a_handler_says_what_it_has_caught() -> None:
    code = """
import sys
try:
    run()
except (OSError, KeyError) as error:
    sys.exit(2)
except:
    sys.exit(3)
else:
    sys.exit(0)
"""
    assert exits(code) == [("2", "(OSError, KeyError)"), ("3", "any error"), ("0", "")]


def test_a_function_in_a_handler_runs_outside_of_it() -> None:
    code = "import sys\ntry: run()\nexcept OSError:\n    def stop(): sys.exit(2)\n"
    assert exits(code) == [("2", "")]


def meanings(code: str) -> list[tuple[str, str]]:
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())
    return [(each.status, each.meaning) for each in record.outline.facts_of(ExitStatus)]


def test_an_enumeration_of_statuses_names_them() -> None:
    code = """
from enum import IntEnum
class ExitCode(IntEnum):
    Fine = 0
    Broken = 3
class NoExitCode:
    other = 4
"""
    assert meanings(code) == [("0", "ExitCode.Fine"), ("3", "ExitCode.Broken")]


def test_a_message_says_what_a_status_means() -> None:
    code = "import sys\nsys.exit('No such file')\nsys.exit(f'{path} is gone')"
    assert meanings(code) == [("1", "No such file"), ("1", "… is gone")]


def test_that_the_module_is_run_is_no_condition() -> None:
    code = "import sys\nif __name__ == '__main__':\n    sys.exit(main())\n"
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())
    assert [each.condition for each in record.outline.facts_of(ExitStatus)] == [""]


def test_the_last_else_of_a_chain_runs_where_none_of_its_conditions_holds() -> None:
    code = """
import sys
if message:
    say(message)
elif args.file:
    if empty:
        sys.exit(3)
    else:
        sys.exit(4)
else:
    sys.exit(1)
"""
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())
    assert [(each.status, each.condition) for each in record.outline.facts_of(ExitStatus)] == [
        ("3", "empty"),
        ("4", "not (empty)"),
        ("1", "not (message) and not (args.file)"),
    ]
