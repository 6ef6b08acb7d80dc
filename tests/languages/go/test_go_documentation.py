"""Documentation of Go's symbols: comments without the lines that are for tools."""

from __future__ import annotations

import pytest
from support.linked import link_files


@pytest.mark.parametrize(
    ("comment", "summary"),
    [
        ("//nolint:unused // used on BSD", ""),
        ("//go:generate stringer -type=Mill", ""),
        ("// Mill grinds.\n//\n//nolint:gosec // it is safe", "Mill grinds."),
        ("//nolint:gosec\n// Mill grinds.", "Mill grinds."),
        ("// Note: Mill grinds.", "Note: Mill grinds."),
    ],
)
def test_lines_for_tools_document_nothing(comment: str, summary: str) -> None:
    files = {"a.go": f"package a\n\nvar other = 1\n\n{comment}\nfunc Mill() {{}}\n"}
    symbols = link_files(files).repository.files["a.go"].outline.symbols
    assert symbols[-1].summary == summary
