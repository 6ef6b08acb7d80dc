"""What code that checks or completes settings makes of them."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import AdjustedSetting
from mkdocs_repodoc.settings import AnalysisOptions


def adjusted(language: str, code: str) -> list[tuple[str, str, str, int]]:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    return [
        (each.target, each.value, each.condition, each.line)
        for each in record.outline.facts_of(AdjustedSetting)
    ]


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        (
            "go",
            (
                "package m\nfunc validateOptions() {\n\twidth = 1\n\tif width > 120 {\n"
                "\t\twidth = 120\n\t}\n}\nfunc other() { if a { b = 1 } }"
            ),
            [("width", "120", "width > 120", 5)],
        ),
        (
            "typescript",
            (
                "export const normalizeOptions = (options: O) => {\n"
                "  options.a ??= 1;\n  if (options.b < 0) options.b = 0;\n}"
            ),
            [("options.a", "1", "", 2), ("options.b", "0", "options.b < 0", 3)],
        ),
        (
            "java",
            "class A { void applyDefaults() { if (size == 0) { size = 8; } size = 9; } }",
            [("size", "8", "size == 0", 1)],
        ),
        (
            "rust",
            "fn resolve_config(c: &mut C) {\n    if c.size == 0 {\n        c.size = 8;\n    }\n}",
            [("c.size", "8", "c.size == 0", 3)],
        ),
        (
            "python",
            (
                "def validate_settings(s):\n    s.host = s.host or 'here'\n    if s.port < 1:\n"
                "        s.port = 80\n    else:\n        s.free = True\n    s.last = 1\n"
            ),
            [
                ("s.host", "'here'", "not s.host", 2),
                ("s.port", "80", "s.port < 1", 4),
                ("s.free", "True", "not (s.port < 1)", 6),
            ],
        ),
        (
            "python",
            (
                "class Mill:\n    def __init__(self, stone=None, till=None, size=1):\n"
                "        if stone is None:\n            stone = make()\n"
                "        self.till = till if till is not None else Till()\n"
                "        if size > 1:\n            self.size = 2\n"
            ),
            [
                ("stone", "make()", "stone is None", 4),
                ("self.till", "Till()", "not (till is not None)", 5),
            ],
        ),
    ],
)
def test_what_is_set_under_a_condition_is_told_with_it(
    language: str, code: str, expected: list[tuple[str, str, str, int]]
) -> None:
    assert adjusted(language, code) == expected


@pytest.mark.parametrize(
    ("language", "code", "targets"),
    [
        (
            "python",
            (
                "def load_config(size):\n    if a:\n        size = 1\n        till = 2\n"
                "        edge = 3\n        way = 4\n    put(way, edge=edge)\n"
            ),
            ["size", "edge"],
        ),
        (
            "go",
            (
                "package m\nfunc loadConfig() int {\n\ttill, wheel := 1, 2\n\tif a {\n"
                "\t\ttill = 2\n\t\twheel = 3\n\t\tsize = 4\n\t}\n\treturn wheel\n}"
            ),
            ["wheel", "size"],
        ),
        (
            "typescript",
            (
                "function loadConfig() {\n  let till = 1, wheel = 2;\n"
                "  if (a) { till = 2; wheel = 3 }\n  put(till);\n  use({ wheel });\n}"
            ),
            ["wheel"],
        ),
    ],
)
def test_what_a_function_only_works_with_is_no_setting(
    language: str, code: str, targets: list[str]
) -> None:
    assert [each[0] for each in adjusted(language, code)] == targets


@pytest.mark.parametrize("name", ["parse_args", "get_option", "run", "_args", "checked"])
def test_other_functions_are_not_about_settings(name: str) -> None:
    assert adjusted("python", f"def {name}(a):\n    if a:\n        b = 1\n") == []


@pytest.mark.parametrize(
    ("language", "code"),
    [
        (
            "go",
            "package m\nfunc checkOptions() {\n\tif a {\n\t\tif b {\n\t\t\tc = 1\n\t\t}\n\t}\n}",
        ),
        ("typescript", "function checkOptions(c) {\n  if (a) {\n    if (b) { c = 1; }\n  }\n}"),
        ("python", "def check_options(c):\n    if a:\n        if b:\n            c = 1\n"),
    ],
)
def test_conditions_further_out_are_kept(language: str, code: str) -> None:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    found = [(each.condition, each.outer) for each in record.outline.facts_of(AdjustedSetting)]
    assert found == [("b", ("a",))]
