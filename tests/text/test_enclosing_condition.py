"""Conditions around a line."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.enclosing_condition import enclosing_condition

PYTHON = """\
def run(args):
    if args.quiet:
        log()
    elif args.follow:
        for each in args:
            call(each)
    other()
"""
RUST = """\
fn run(args: Args) {
    if args.auth.is_some() {
        one();
    } else if !args.ignore {
        let entry = call(
            args,
        );
    }
    if args.a
        && args.b
    {
        late();
    }
}
"""


@pytest.mark.parametrize(
    ("code", "what", "condition"),
    [
        (PYTHON, "call(", "args.follow"),
        (PYTHON, "log(", "args.quiet"),
        (PYTHON, "other(", ""),
        (RUST, "call(", "!args.ignore"),
        (RUST, "late(", ""),
    ],
)
def test_the_innermost_condition_is_found(code: str, what: str, condition: str) -> None:
    lines = code.splitlines()
    line = next(number for number, text in enumerate(lines, 1) if what in text)
    assert enclosing_condition(lines, 1, line) == condition


def test_what_is_longer_than_a_sentence_has_room_for_is_left_out() -> None:
    lines = ["def run():", f"    if {'a' * 100}:", "        call()"]
    assert enclosing_condition(lines, 1, 3) == ""


def test_a_file_that_has_become_shorter_has_no_condition() -> None:
    assert enclosing_condition(["def run():"], 1, 3) == ""


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("if (a > b) // why", "(a > b)"),
        ("if (a > b) /* why */", "(a > b)"),
        ('if (a == "x // y")', '(a == "x // y")'),
        ("if (a == 'http://y') // it's", "(a == 'http://y')"),
        ("work(); // if so", ""),
        ("if (foo /* the thing */ && bar)", "(foo && bar)"),
        ("if (foo /* one */ && bar /* two */)", "(foo && bar)"),
        ("if (foo /* the thing */ && bar) // why", "(foo && bar)"),
        ("if (foo)// why", "(foo)"),
    ],
)
def test_a_comment_behind_the_head_is_no_part_of_it(head: str, said: str) -> None:
    lines = ["void F()", "{", f"    {head}", "    {", "        G();"]
    assert enclosing_condition(lines, 1, 5) == said


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("if (x) {// comment here", "(x)"),
        ("if (x) {/* comment here */", "(x)"),
        ("if ($x) {# c", "($x)"),
        ("if x:# c", "x"),
        ("if x: #c", "x"),
        ('if (x == "{// y") { // z', '(x == "{// y")'),
        ('if (x == "http://y") {', '(x == "http://y")'),
        ('if x == "a:# b":', 'x == "a:# b"'),
    ],
)
def test_a_comment_stuck_to_what_opens_a_block_is_no_part_of_it(head: str, said: str) -> None:
    assert enclosing_condition(["run", f"    {head}", "        go()"], 1, 3) == said
