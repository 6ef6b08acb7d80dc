"""Whether a run comes to a call, given what is known of the values that decide it."""

from __future__ import annotations

from textwrap import dedent
from time import process_time

import pytest

from mkdocs_repodoc.insight.flows.calls.reached_lines import (
    conditions_around,
    is_left_before,
    is_reached,
)
from mkdocs_repodoc.languages.language_errors import failing_code
from mkdocs_repodoc.text.code_reading.branching.chosen_values import Choice, choices
from mkdocs_repodoc.text.code_reading.branching.known_values import Known, holds, known_value
from mkdocs_repodoc.text.enclosing_blocks import enclosing_blocks

OFF = {"a": Known.FALSE}
ON = {"a": Known.TRUE}
NONE = {"a": Known.NULL}
SOME = {"a": Known.GIVEN}


@pytest.mark.parametrize(
    ("condition", "known", "expected"),
    [
        ("if a", OFF, False),
        ("if (!a)", OFF, True),
        ("if not a", NONE, True),
        ("unless a", ON, False),
        ("elif a and b", OFF, False),
        ("if (a || b)", OFF, None),
        ("if a or b", ON, True),
        ("if a is None", NONE, True),
        ("if a is not None", NONE, False),
        ("if (a === undefined)", SOME, False),
        ("if a != nil", SOME, True),
        ("if a", SOME, None),
        ("if a.is_some()", NONE, False),
        ("if let Some(each) = a", NONE, False),
        ("match a { Some(each) …", NONE, False),
        ("match a { None …", NONE, True),
        ("if b", OFF, None),
        ("if a.b", OFF, None),
        ("if a not in b", OFF, None),
        ("if self.a", OFF, False),
    ],
)
def test_conditions_are_decided_by_what_is_known(
    condition: str, known: dict[str, Known], expected: bool | None
) -> None:
    assert holds(condition, known) is expected


def test_only_literals_say_what_they_hold() -> None:
    said = ["None", "nil", "false", "0", '""', "True", "12", "'x'", "a", "[]"]
    assert [known_value(each) for each in said] == [
        Known.NULL,
        Known.NULL,
        Known.FALSE,
        Known.FALSE,
        Known.FALSE,
        Known.TRUE,
        Known.TRUE,
        Known.TRUE,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("code", "choice"),
    [
        ("run = a ? go : stop;", Choice("a", "asked")),
        ("run = a ? stop : go;", Choice("a", "asked", is_otherwise=True)),
        (
            "return isBig(a)\n    ? stop\n    : go(b);",
            Choice("isBig(a)", "asked", is_otherwise=True),
        ),
        ("x = go(b) if a else stop()", Choice("a", "asked", is_behind=True)),
        ("const b = a ?? go(c);", Choice("a", "absent")),
        ("show(b, a or go(), c)", Choice("a", "false")),
        ("a && go();", Choice("a", "true")),
        (
            "raise (\n    go('if')\n    if a in b else\n    Stop())",
            Choice("a in b", "asked", is_behind=True),
        ),
        ("let x = if a { stop() } else { go() };", None),
        ("if a: go(b)", None),
        ("go(a)?;", None),
        ("[go(x) for x in y if a]", None),
        ("each(b, () => {\n    go(a);\n});", None),
        ("go(refresh=a)", None),
    ],
)
def test_expressions_choose_what_is_called(code: str, choice: Choice | None) -> None:
    lines = code.split("\n")
    line = next(number for number, text in enumerate(lines, 1) if "go" in text)
    assert choices(lines, line, "go")[:1] == ((choice,) if choice is not None else ())


def test_the_arm_of_an_expression_is_told() -> None:
    code = ["def run(a):", "    x = other(a) if a else go(a)"]
    heads = enclosing_blocks(code, 1, 2, "go")
    assert [(each.text, each.is_otherwise) for each in heads] == [("if a", True)]
    code = ["function run(a) {", "  return a ? go(a) : other(a);", "}"]
    assert [each.text for each in enclosing_blocks(code, 1, 2, "go")] == ["a ?"]


@pytest.mark.parametrize(
    ("code", "known", "expected"),
    [
        ("def run(a):\n    if a:\n        go()", OFF, False),
        ("def run(a):\n    if a:\n        x()\n    else:\n        go()", OFF, True),
        ("def run(a):\n    if a:\n        x()\n    else:\n        go()", ON, False),
        ("function run(a) {\n  const b = a ?? go();\n}", SOME, False),
        ("function run(a) {\n  const b = a ?? go();\n}", NONE, True),
        (
            "fn run(a) {\n    match a {\n        Some(x) => go(x),\n        None => b(),\n    }\n}",
            NONE,
            False,
        ),
        ("function run(a) {\n  b = a ? x : go;\n}", ON, False),
        ("def run(a):\n    if a:\n        go()", {}, True),
    ],
)
def test_runs_do_not_come_to_what_a_known_value_rules_out(
    code: str, known: dict[str, Known], expected: bool
) -> None:
    lines = code.split("\n")
    line = next(number for number, text in enumerate(lines, 1) if "go" in text)
    assert is_reached(conditions_around(lines, 1, line, "go"), known) is expected


@pytest.mark.parametrize(
    ("code", "known", "expected"),
    [
        ("def run(a):\n    if a:\n        return x()\n    go()", ON, False),
        ("def run(a):\n    if a:\n        return x()\n    go()", OFF, True),
        ("def run(a):\n    if a:\n        x()\n    go()", ON, True),
        ("def run(a):\n    if a: return x()\n    go()", ON, False),
        ("def run(a):\n    for b in a:\n        if a:\n            break\n    go()", ON, True),
        ("fn run(a) {\n    if !a {\n        x();\n        return b;\n    }\n    go()", OFF, False),
    ],
)
def test_runs_do_not_come_to_what_stands_behind_a_block_that_is_left(
    code: str, known: dict[str, Known], expected: bool
) -> None:
    lines = code.split("\n")
    ends = failing_code("python")
    assert is_left_before(lines, 1, len(lines), known, ends) is not expected


def test_hostile_lines_take_no_time() -> None:
    code = ["(" * 400, "a ? b : " * 200, "x = " + "a or " * 400 + "go()", ")" * 400]
    start = process_time()
    for line in range(1, 5):
        choices(code, line, "go")
        holds(code[line - 1], OFF)
    assert process_time() - start < 1


def test_an_arm_that_takes_apart_what_it_holds_is_told() -> None:
    code = (
        dedent("""
        fn run(c: Option<Command>) {
            match c {
                Some(Go {
                    far,
                    fast,
                }) => {
                    go(far, fast);
                }
                None => {
                    other();
                }
            }
        }
        """)
        .strip()
        .split("\n")
    )
    heads = enclosing_blocks(code, 1, 7, "go")
    assert [each.text for each in heads] == ["match c { Some(Go { … }) …"]
