"""What functions return, where every way out of them can be read."""

from __future__ import annotations

import time
from textwrap import dedent

import pytest

from mkdocs_repodoc.text.code_reading.bare_lines import bare_lines
from mkdocs_repodoc.text.code_reading.function_exits import function_exits
from mkdocs_repodoc.text.comments import C_COMMENTS, HASH_COMMENTS, CommentSyntax

_UNKNOWN = ""


def said(code: str, syntax: CommentSyntax = HASH_COMMENTS) -> list[str]:
    """Return what the function of some code returns."""
    text = dedent(code).strip()
    lines = bare_lines(text, syntax)
    return [each.said for each in function_exits(lines, 1, len(lines))]


@pytest.mark.parametrize(
    "code",
    [
        "def f():\n    return g(\n        2\n    ) + 1",
        "def f():\n    return 1 + (\n        2\n    ).real",
        "def f():\n    return 2 + \\\n        3",
        "def f():\n    while g():\n        return 2",
        "def f(): return 2",
        "def f():\n    yield 2\n    return 3",
        "def f():\n    try:\n        return 2\n    except E:\n        g()",
    ],
)
def test_a_way_out_that_cannot_be_read_is_told_as_unknown(code: str) -> None:
    assert _UNKNOWN in said(code)


@pytest.mark.parametrize(
    "code",
    [
        "int f(void)\n{\n    if (a) return 2; else return 3;\n}",
        "int f(void)\n{\n    list.map(function () {\n        return 2;\n    });\n    return 3;\n}",
        'int f(void)\n{\n    if (/"/.test(a)) return 2;\n    return 3;\n}',
        "int f(void)\n{\n    if (a) {\n        return 2;\n    }\n}",
    ],
)
def test_the_same_between_braces(code: str) -> None:
    assert _UNKNOWN in said(code, C_COMMENTS)


def test_braces_and_branches_that_all_return_are_read() -> None:
    code = """
        int f(int a)
        {
            if (a) { // return 7
                return 2; /* return 8 */
            } else if (b("return 9")) {
                return 3;
            }
            else
            {
                throw g();
            }
        }
        """
    assert said(code, C_COMMENTS) == ["2", "3"]


def test_a_call_over_several_lines_is_read_as_one() -> None:
    assert said("def f():\n    return a.g(  # now\n        2,\n        b=(3,),\n    )") == [
        "a.g( 2, b=(3,), )"
    ]


def test_comments_in_texts_and_texts_in_comments_stay_what_they_are() -> None:
    code = """
        def f():
            g("# no comment")  # it's one
            return h("a # b", '"')  # "
        """
    assert said(code) == ["""h("a # b", '"')"""]


def test_long_runs_of_spaces_cost_little() -> None:
    code = "def f():\n    return x" + 100_000 * " " + "y"
    before = time.process_time()
    assert said(code) == ["x" + 100_000 * " " + "y"]
    assert time.process_time() - before < 2
