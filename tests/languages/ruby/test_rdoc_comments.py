"""What RDoc's directives and marks say in a comment."""

from __future__ import annotations

import pytest
from support.outlines import outline_of

from mkdocs_repodoc.text.source_text import SourceText


@pytest.mark.parametrize(
    ("comment", "summary"),
    [
        ("# :nodoc:", ""),
        ("# :nodoc: all", ""),
        ("# Opens it.\n# :startdoc:", "Opens it."),
        ("# :stopdoc:\n# Opens it.", "Opens it."),
        ("# Keeps +min+ of +a.b+ open.", "Keeps `min` of `a.b` open."),
        ("# Adds 1+2+3.", "Adds 1+2+3."),
        ("# A symbol such as :doc is kept.", "A symbol such as :doc is kept."),
    ],
)
def test_directives_go_and_code_is_code(comment: str, summary: str) -> None:
    (symbol,) = outline_of(
        "a.rb", SourceText(f"{comment}\ndef a; end\n", "utf-8"), "ruby"
    ).outline.symbols
    assert symbol.summary == summary
