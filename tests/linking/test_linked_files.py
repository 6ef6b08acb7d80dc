"""What is known of each file once all of them are linked."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.model.files import Change, GitHistory


def test_a_file_has_the_last_commit_that_touched_it() -> None:
    change = Change("0a1b", "Ada", "2026-11-23", "Count tills")
    files = link_files(
        {"a.py": "", "b.py": ""}, GitHistory(last_changes={"a.py": change})
    ).repository.files
    assert {path: file.change for path, file in files.items()} == {"a.py": change, "b.py": None}
