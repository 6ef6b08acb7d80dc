"""Files and folders that a tool knows by name."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.known_files import known_file, known_folder, plainly_named_file


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (".editorconfig", "Editor settings"),
        ("web/tsconfig.build.json", "TypeScript compiler settings"),
        (".github/ISSUE_TEMPLATE/bug-report.md", "Issue template"),
        ("CHANGES.rst", "Release notes"),
        ("changes.py", ""),
        ("src/history.ts", ""),
        ("my.editorconfig", ""),
        ("Package.resolved", "Lock file of the Swift Package Manager"),
        ("app/gradle.lockfile", "Lock file of Gradle"),
        ("go.work.sum", "Checksums of Go modules"),
    ],
)
def test_names_of_files(path: str, words: str) -> None:
    assert known_file(path) == words


def test_customary_names_and_folders() -> None:
    assert plainly_named_file("docs/Makefile") == "Make targets"
    assert plainly_named_file("makefiles") == ""
    assert known_folder(".github/workflows") == "GitHub Actions workflows"
    assert known_folder("src/workflows") == ""
