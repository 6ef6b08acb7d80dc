"""The changes that are measured are those that their names say."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from benchmarks.changes import EDITS, Clone

SUMMARY = '"""Another one, which is longer."""'
FILES = {
    "pkg/a.py": '"""A module."""\n\n\ndef f():\n    return 1\n',
    "pkg/b.py": f"{SUMMARY}\n\n\ndef f():\n    return 2\n",
    "pkg/c.py": '"""The longest one of the three, by far."""\n\n\ndef f():\n    return 2\n',
    "pkg/none.py": "LONG = 'but without a summary and a function ........................'\n",
}


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    clone = Clone(tmp_path, jobs=1)
    write_files(clone.root, FILES)
    commit_all(clone.root)
    return clone


def test_a_file_of_the_middle_size_is_changed(clone: Clone) -> None:
    assert clone.subject == clone.root / "pkg/b.py"


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        ("nothing changed", ""),
        ("a function's body", "+    _ = None"),
        (
            "a summary",
            '-"""Another one, which is longer."""\n+"""Once more: Another one, which is longer."""',
        ),
        ("a function added", "+\n+\n+def added_for_the_benchmark():\n+    return 1"),
        ("a commit", ""),
        ("a file added", "+ADDED = 1"),
        ("a file removed", f"-{SUMMARY}\n-\n-\n-def f():\n-    return 2"),
        ("a file renamed", ""),
    ],
)
def test_an_edit_changes_what_its_name_says(clone: Clone, edit: str, changed: str) -> None:
    before = git(clone.root, "rev-parse", "HEAD")
    EDITS[edit](clone)
    diff = git(clone.root, "diff", "HEAD", "--find-renames", "--unified=0").splitlines()
    said = [line for line in diff if line[:1] in "+-" and not line.startswith(("+++", "---"))]
    assert "\n".join(said) == changed
    assert (git(clone.root, "rev-parse", "HEAD") != before) == (edit == "a commit")
    assert any(line.startswith("rename to") for line in diff) == (edit == "a file renamed")
