"""Values that fields have at first and that methods change, language by language."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import StartingValue
from mkdocs_repodoc.settings import AnalysisOptions


def values(language: str, code: str) -> list[tuple[str, str, int, int]]:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    return [
        (each.name, each.value, each.line, each.changed_line)
        for each in record.outline.facts_of(StartingValue)
    ]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        (
            "python",
            (
                "class Mill:\n"
                "    def __init__(self, given):\n        self.given = given\n"
                "        self.speed = 60 * 2  # a minute\n"
                "    def copy(self, o):\n        self.speed = o.speed; self.given = o.given\n"
                "    def set_speed(self, speed):\n"
                "        self.speed = speed\n"
            ),
        ),
        (
            "java",
            (
                "class Mill {\n private int speed;\n"
                " Mill() {\n  speed = 60 * 2; // a minute\n }\n"
                "\n\n Mill speed(int v) { this.speed = v; return this; }\n}\n"
            ),
        ),
        (
            "javascript",
            (
                "export class Mill {\n constructor(given) {\n  this.given = given;\n"
                "  this.speed = 60 * 2; // a minute\n }\n"
                "\n\n setSpeed(v = 1) { this.speed = v || 2; }\n}\n"
            ),
        ),
        (
            "typescript",
            (
                "namespace M {}\nexport class Mill {\n\n"
                " private speed: number = 60 * 2; // a minute\n\n\n\n"
                " setSpeed(v: number) { this.speed = v; }\n}\n"
            ),
        ),
        (
            "c#",
            (
                "namespace M;\nclass Mill {\n\n int speed = 60 * 2; // a minute\n\n\n\n"
                " Setter Speed => new Setter(v => { speed = v; });\n}\n"
            ),
        ),
        (
            "kotlin",
            (
                "package m\nclass Mill {\n\n    var speed = 60 * 2 // a minute\n\n\n\n"
                "    fun speed(v: Int): Mill { speed = v; return this }\n}\n"
            ),
        ),
        (
            "php",
            (
                "<?php\nclass Mill {\n\n private $speed = 60 * 2; // a minute\n\n\n\n"
                " function speed($v) { $this->speed = $v; return $this; }\n}\n"
            ),
        ),
    ],
)
def test_a_field_has_its_first_value_and_the_method_that_changes_it(
    language: str, code: str
) -> None:
    remark = "# a minute" if language == "python" else "// a minute"
    assert values(language, code) == [("speed", f"60 * 2 {remark}", 4, 8)]


@pytest.mark.parametrize(
    "body",
    [
        "int a = 3; void f() { a = 4; }",
        "int a; void f(int v) { a = v; }",
        "List a = new ArrayList<>(); void f(List v) { a = v; }",
        "Object a = null; void f(Object v) { a = v; }",
        "long a = System.nanoTime(); void f(long v) { a = v; }",
        "int a = 3; void f(int v) { int b = v; }",
        "int a = 3; M(int v) { a = v; }",
    ],
)
def test_other_fields_are_nothing_to_set(body: str) -> None:
    assert values("java", f"class M {{ {body} }}") == []
