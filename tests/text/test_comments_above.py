"""Comments that say what the next lines are for."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.code_reading.comments_above import comment_above, comment_at, comments_in
from mkdocs_repodoc.text.comments import CommentSyntax

PYTHON = CommentSyntax(("#",))
GO = CommentSyntax(("//",), (("/*", "*/"),))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("    # Look up the user first.\n    find()", "Look up the user first"),
        (
            "\t// a URL (even without\n\t// the protocol):\n\tfind()",
            "a URL (even without the protocol)",
        ),
        ("/* Ask whether it is there. Then go on. */\nfind()", "Ask whether it is there"),
        ("# TODO look this up\nfind()", ""),
        ("// ReSharper disable once InconsistentNaming here\nfind()", ""),
        ("// eslint-disable-next-line no-undef here\nfind()", ""),
        ("# found = find(user) or None\nfind()", ""),
        ('// tab.AppendFooter(table.Row{fmt.Sprintf("%d %s", tab.Length(), title)})\nfind()', ""),
        ("// blockDeviceID := fields[mountinfoMountID]\nfind()", ""),
        ("# self.total += one + another one\nfind()", ""),
        ("// const found = await look(for, it)\nfind()", ""),
        ("// Use tab.Render() to print the table\nfind()", "Use tab.Render() to print the table"),
        ("# e.g. (as of now) the first of them\nfind()", "e.g. (as of now) the first of them"),
        ("# node.js has no such thing = yet\nfind()", "node.js has no such thing = yet"),
        ("# return the first that fits\nfind()", "return the first that fits"),
        ("# Merge all (e.g. FOO=bar) first\nfind()", "Merge all (e.g. FOO=bar) first"),
        ("# 1. Skip blanks in front. Go on.\nfind()", "1. Skip blanks in front"),
        ("# short one\nfind()", ""),
        ("    # Of another block than this\nfind()", ""),
        ("other()\nfind()", ""),
        ("# Far away from the call\n\nfind()", ""),
    ],
)
def test_the_first_sentence_directly_above_a_line(code: str, said: str) -> None:
    lines = code.split("\n")

    assert comment_above(lines, len(lines)) == said


def test_comments_of_a_stretch_stand_with_the_code_below_them() -> None:
    lines = [
        "def work():",
        "    # Ask everybody who knows it.",
        "    # They may be many.",
        "    ask()",
        "    # nothing",
        "    rest()",
        "# Not a part of it any more",
        "other()",
    ]

    assert list(comments_in(lines, 1, 6, PYTHON)) == [(4, "Ask everybody who knows it")]


def test_what_a_text_shows_as_an_example_is_no_comment() -> None:
    lines = [
        "func help() command {",
        "    return command{Example: `",
        "# Read a file and print it",
        "tool read file.yml",
        "`,",
        "    // What is run for it",
        "    Run: run}",
        "}",
    ]

    assert list(comments_in(lines, 1, 8, GO)) == [(7, "What is run for it")]


def test_a_line_of_a_comment_has_what_the_whole_of_it_says() -> None:
    lines = [
        "// Stops the mill, unless",
        "// MILL_GOES is set. Or so.",
        "stop();",
        "// Nothing below",
    ]
    assert comment_at(lines, 1) == comment_at(lines, 2) == "Stops the mill, unless MILL_GOES is set"
    assert comment_at(lines, 3) == comment_at(lines, 4) == ""


def test_a_mark_directly_before_a_name_is_code() -> None:
    lines = ["quote! {", "    #backtrace: backtrace,", "    run()", "#include a b c", "x = 1"]
    assert comment_above(lines, 3) == ""
    assert comment_above(lines, 5) == ""
