"""Calls by which a function ends."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.code_reading.ending_calls import EndingCall, ending_calls

BODY = "func show() {{\n\ta := 1\n\tb := 2\n\tc := 3\n\td := a + b + c\n{0}}}\n"


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("\ttab.SortBy(d)\n\ttab.Render()\n", ["tab.SortBy(d)", "tab.Render()"]),
        ("\ttab.Render();\n", ["tab.Render()"]),
        ("\tif d {\n\t\ttab.Render()\n\t}\n", []),
        ("\tlog.Print(d)\n", []),
        ("\treturn tab.Render()\n", []),
        ("\trender(d)\n", []),
        ("\tx :=\n\ttab.Render()\n", []),
        ('\ttab.Title("a text")\n', []),
    ],
)
def test_methods_of_objects_on_the_last_lines(end: str, said: list[str]) -> None:
    lines = BODY.format(end).splitlines()

    assert [each.said for each in ending_calls(lines, 1, len(lines))] == said


def test_a_function_without_closing_bracket_ends_with_its_last_line() -> None:
    lines = [
        "def work(tab):",
        "    a = 1",
        "    b = 2",
        "    c = 3",
        "    for each in (a, b, c):",
        "        tab.add(each)",
        "    tab.render()",
    ]

    assert ending_calls(lines, 1, 7) == [EndingCall(7, "tab.render()")]
    assert not ending_calls(lines, 1, 6)
    assert not ending_calls(lines[:2], 1, 2)
