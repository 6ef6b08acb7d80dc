"""Names that code puts together from texts and variables."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mkdocs_repodoc.insight.operation.environment.name_patterns import name_patterns
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.text.code_reading.bare_lines import bare_lines


def patterns(code: str, written: str) -> list[tuple[str, bool]]:
    lines = bare_lines(dedent(code).strip("\n"), language_named("python").comments)
    found = name_patterns(lines, 1, len(lines), written)
    return [(each.text, each.is_upper) for each in found]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"MILL_"', [("MILL_", False)]),
        ('f"MILL_{stone}_"', [("MILL_{stone}_", False)]),
        ('"MILL_" + stone', [("MILL_{stone}", False)]),
        ('stone.upper() + "_"', [("{stone}_", True)]),
        ("(stone)", [("{stone}", False)]),
        ("grind(stone)", []),
        ("`MILL_${stone}_`", [("MILL_{stone}_", False)]),
        ("stone.toUpperCase()", [("{stone}", True)]),
        ("strings.ToUpper(stone)", [("{stone}", True)]),
    ],
)
def test_an_expression_is_a_name_with_variables(
    written: str, expected: list[tuple[str, bool]]
) -> None:
    assert patterns("pass", written) == expected


def test_a_variable_is_what_was_set_last_or_all_that_a_loop_goes_through() -> None:
    code = """
        def wrap(name, app=""):
            if name.endswith("_"):
                name = name[:-1]
            starts = (name, f"{name}_{app}") if app else (name,)
            for start in starts:
                start = start.upper() + "_"
                use(start)
        """
    assert patterns(code, "start") == [
        ("{name}_", True),
        ("{name}_{app}_", True),
        ("{name}_", True),
    ]


def test_what_is_set_to_itself_has_an_end() -> None:
    assert patterns("a = b\nb = a\na = b\nuse(a)\n", "a") == [("{b}", False)]
