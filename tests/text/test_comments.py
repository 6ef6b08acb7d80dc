from __future__ import annotations

import pytest

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.records import LineCounts
from mkdocs_repodoc.text.comments import Comment, count_lines, header_comments


def header_of(lines: list[str], language: str) -> tuple[Comment, ...]:
    return header_comments(lines, language_named(language).comments)


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("shell", "#!/bin/sh\n# c\n\nx=1 # c\n", (1, 2, 1)),
        ("c", "/* a\n\n b */ int x;\n// c\nint y; /* d\n e */\n", (2, 3, 1)),
        ("c", 'char *a = "/*";\nint b;\n', (2, 0, 0)),
        ("c", 'char *a = "\\"/*"; // "\nint b;\n', (2, 0, 0)),
        ("c", "x(); // see /* there\ny();\n", (2, 0, 0)),
        ("lua", "--[[ a\n b ]]\n-- c\nx = 1\n", (1, 3, 0)),
        ("cmake", "#[[ a\nb\n]]\nset(x)\n# c\n", (1, 4, 0)),
        ("html", "<!-- a\nb --><p>it's</p>\n<p>isn't <!-- c --></p>\n", (2, 1, 0)),
        ("jinja", "{# a #}\n{{ b }}\n", (1, 1, 0)),
        ("sql", "-- a\nselect '--';\n/* b */\n", (1, 2, 0)),
        ("text", "# no comment\n\n", (1, 0, 1)),
        ("markdown", "# heading\n<!-- c -->\n", (1, 1, 0)),
    ],
)
def test_lines_are_counted_by_the_language(
    language: str, text: str, counts: tuple[int, int, int]
) -> None:
    lines = text.split("\n")[:-1]
    assert count_lines(lines, language_named(language).comments) == LineCounts(*counts)
    assert count_lines(lines, language_named(language).comments).total == len(lines)


def test_header_comments_end_at_the_first_code() -> None:
    lines = ["#!/bin/sh", "# One", "# two.", "", "# Three.", "set -e", "# Four."]
    assert header_of(lines, "shell") == (
        Comment(2, "One\ntwo."),
        Comment(5, "Three."),
    )


def test_margin_of_a_block_comment_is_no_text() -> None:
    lines = ["/**", " * Adds.", " *", " *  deep", " */", "int x;"]
    assert header_of(lines, "c") == (Comment(1, "\nAdds.\n\n deep\n"),)


def test_doc_comment_marks_are_no_text() -> None:
    assert header_of(["//! A crate.", "use x;"], "rust") == (Comment(1, "A crate."),)


def test_module_docstring_is_a_header_comment() -> None:
    lines = ['"""What it does."""', "import os"]
    assert header_of(lines, "python") == (Comment(1, "What it does."),)


def test_unclosed_comment_reaches_the_end() -> None:
    assert header_of(["/* a", "b"], "c") == (Comment(1, "a\nb"),)
