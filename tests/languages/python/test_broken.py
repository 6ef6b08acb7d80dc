"""Files that have no syntax tree, and files at the edge of having one."""

from __future__ import annotations

import sys
import warnings

import pytest
from support.python_records import record

from mkdocs_repodoc.languages.python.python_analyser import analyse_python
from mkdocs_repodoc.model.records import FileRecord, LineCounts
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import SourceText, decode

PYTHON_2 = '''\
#!/usr/bin/env python
# Serves files over the network.
import os, sys
from a.b import (c,
    d as e)

class Server(Base):
    """Answers requests.

    Args:
        port: Where.
    """
    @property
    def size(self): return 1
    def run(self, port=80,
            *rest):
        """Run it."""
        print "running"
        def inner(): pass

def main():
    try:
        pass
    except Exception, error:
        raise ValueError, "no"
'''


def test_python_2_keeps_its_structure() -> None:
    made = record(PYTHON_2)
    (problem,) = made.outline.diagnostics
    assert (problem.severity, problem.line) == ("warning", 18)
    assert "print" in problem.message
    found = [
        (s.kind, s.name, s.line, s.name_line, s.column, s.end_column, s.signature)
        for s in made.outline.symbols
    ]
    assert found == [
        ("class", "Server", 7, 7, 6, 12, ""),
        ("method", "Server.size", 13, 14, 8, 12, "(self)"),
        ("method", "Server.run", 15, 15, 8, 11, "(self, port=80, *rest)"),
        ("function", "Server.run.inner", 19, 19, 12, 17, "()"),
        ("function", "main", 21, 21, 4, 8, "()"),
    ]
    assert made.outline.symbols[0].bases == ("Base",)
    assert made.outline.symbols[0].summary == "Answers requests."
    assert [section.kind for section in made.detail.symbols[0].documentation] == [
        "text",
        "parameters",
    ]
    assert made.outline.summary == "Serves files over the network."
    assert made.outline.main_line == 1
    assert [(i.module, i.name, i.line, i.column) for i in made.outline.imports] == [
        ("os", "", 3, 7),
        ("sys", "", 3, 11),
        ("a.b", "c", 4, 17),
        ("a.b", "d", 5, 4),
    ]
    assert made.outline.lines == LineCounts(code=15, comment=8, blank=2)


def test_newer_syntax_keeps_its_structure() -> None:
    made = record("def first[T](items: list[T]) -> T: ...\nclass Box[T]: ...\ntype X = int\n")
    found = [(symbol.kind, symbol.name) for symbol in made.outline.symbols]
    assert found[:2] == [("function", "first"), ("class", "Box")]
    assert made.outline.symbols[0].signature == "(items: list[T]) -> T"
    if sys.version_info >= (3, 12):
        assert found[2:] == [("type alias", "X")]
        assert not made.outline.diagnostics
    else:
        assert made.outline.diagnostics[0].line == 1


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("x = (\n", 1),
        ("def f():\nreturn 1\n", 2),
        ("<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n", 1),
        ("a = 1\nb = \0\n", 2),
        ('"""never closed\n', 1),
        ("x = '\\N{no such name}'\n", 1),
    ],
)
def test_what_is_wrong_is_said_with_its_line(code: str, line: int) -> None:
    made = record(code)
    (problem,) = made.outline.diagnostics
    assert problem.severity == "warning"
    assert problem.line == line
    assert problem.message.endswith("syntax tree.")
    assert made.outline.lines.total == code.count("\n")


@pytest.mark.parametrize(
    "code",
    [
        "x = " + "(" * 300 + ")" * 300,
        "x = " + "-" * 50_000 + "1",
        "x = " + "+".join(["1"] * 20_000),
        "x = " + "a." * 20_000 + "b",
        "def f():\n    return " + "[" * 150 + "]" * 150,
        "x = f" + "(1)" * 5_000,
    ],
)
def test_deep_nesting_ends_in_a_record(code: str) -> None:
    made = record(f"def first(): ...\n{code}\ndef last(): ...\n")
    assert {"first", "last"} <= {symbol.name for symbol in made.outline.symbols}


def test_large_files_are_read() -> None:
    code = "".join(f"def function_{n}(a, b=1):\n    return a + b\n\n" for n in range(3_000))
    made = _analyse(code + "x = {\n" + "    'key': 'value',\n" * 3_000 + "}\n")
    assert len(made.outline.symbols) == 3_001
    assert not made.outline.diagnostics


def test_empty_files() -> None:
    made = record("")
    assert made.outline.symbols == ()
    assert made.outline.lines == LineCounts(0, 0, 0)


def test_warnings_of_the_analysed_code_stay_inside() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = record("x = '\\d'\nassert (x, 'message')\ny = x is 'a'\nz = 1or 2\n")
    assert [symbol.name for symbol in made.outline.symbols] == ["x", "y", "z"]


def test_coding_cookies_are_history_once_text_is_decoded() -> None:
    made = analyse_python(
        "old.py", decode("# coding: latin-1\nname = 'é'\n".encode("latin-1")), AnalysisOptions()
    )
    assert made.detail.symbols[0].value == "'é'"
    assert made.outline.encoding == "iso8859-1"
    assert not made.outline.diagnostics


def test_trouble_with_the_encoding_is_passed_on() -> None:
    made = analyse_python(
        "x.py", SourceText("x = 1\n", "utf-8", "Byte 3 is odd."), AnalysisOptions()
    )
    assert [problem.message for problem in made.outline.diagnostics] == ["Byte 3 is odd."]


def test_stubs_are_read_like_modules() -> None:
    made = analyse_python(
        "x.pyi", SourceText("def f(a: int = ...) -> str: ...\nx: int\n", "utf-8"), AnalysisOptions()
    )
    assert [symbol.signature for symbol in made.outline.symbols] == [
        "(a: int = ...) -> str",
        ": int",
    ]


def _analyse(code: str) -> FileRecord:
    return analyse_python("x.py", SourceText(code, "utf-8"), AnalysisOptions())
