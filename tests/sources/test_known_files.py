"""Files and folders that a tool knows by name."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.sources.known_files import known_file, known_folder, plainly_named_file


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (".editorconfig", "Settings for editors"),
        ("web/tsconfig.build.json", "Settings of the TypeScript compiler"),
        (".github/ISSUE_TEMPLATE/bug-report.md", "Template for issues"),
        ("CHANGES.rst", "Release notes"),
        ("changes.py", ""),
        ("src/history.ts", ""),
        ("my.editorconfig", ""),
    ],
)
def test_names_of_files(path: str, words: str) -> None:
    assert known_file(path) == words


def test_customary_names_and_folders() -> None:
    assert plainly_named_file("docs/Makefile") == "Commands for make"
    assert plainly_named_file("makefiles") == ""
    assert known_folder(".github/workflows") == "Workflows of GitHub Actions"
    assert known_folder("src/workflows") == ""
