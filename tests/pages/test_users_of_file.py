"""Who depends on a file, and which tests name what is in it."""

from __future__ import annotations

import pytest
from body_text import phrase_text
from made_repository import made_context
from support.linked import link_files

from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.users_of_file import users_of_file

RUST = {
    "Cargo.toml": '[package]\nname = "mill"\n',
    "src/lib.rs": """
        pub fn grind() {}

        #[cfg(test)]
        mod tests {
            use super::*;

            #[test]
            fn grinds() { grind(); }
        }
        """,
}
PASSED_ON = {
    "Cargo.toml": '[package]\nname = "mill"\n',
    "src/lib.rs": "mod parser;\nmod run;\nuse crate::parser::Parser;\n",
    "src/parser.rs": "pub struct Parser;\nimpl Parser {\n    pub fn parse() {}\n}\n",
    "src/run.rs": "use super::*;\npub fn run() {\n    Parser::parse();\n}\n",
}
PYTHON = {
    "mill/__init__.py": "",
    "mill/stones.py": "def turn():\n    return 1\n",
    "mill/grain.py": "from mill.stones import turn\n\n\ndef grind():\n    return turn()\n",
    "tests/test_grain.py": """
        from mill.grain import grind

        def test_grind():
            assert grind() == 1
        """,
}
NAMED = """
    from mill.stones import turn

    def test_turn():
        assert turn() == 1
    """


@pytest.mark.parametrize(
    ("files", "path", "expected"),
    [
        (RUST, "src/lib.rs", "1 test case is in the file itself."),
        (PASSED_ON, "src/parser.rs", "and [run.rs](repo/src/run.rs_docs.md)."),
        (
            PYTHON,
            "mill/stones.py",
            "no test file names anything in it and 1 test file names something that depends on it.",
        ),
        (
            {**PYTHON, "tests/test_stones.py": NAMED},
            "mill/stones.py",
            "1 test file names something in it.",
        ),
        (
            {**PYTHON, "tests/test_perf.py": NAMED},
            "mill/stones.py",
            "something in it (its speed in [test_perf.py](repo/tests/test_perf.py_docs.md)).",
        ),
        (
            {**PYTHON, "tests/test_stones.py": "def test_turn():\n    run('stones')\n"},
            "mill/stones.py",
            "[test_stones.py](repo/tests/test_stones.py_docs.md) is named after it (1 case).",
        ),
    ],
)
def test_tests_are_told_apart_by_what_they_name(
    files: dict[str, str], path: str, expected: str
) -> None:
    linked = link_files(files)
    view = BookView(made_context(linked.repository, texts=linked.texts))

    assert phrase_text(users_of_file(view, path)).endswith(expected)
