"""`mkdocs-repodoc book`: the book as an e-book."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.program import run_program
from support.repositories import commit_all, write_files
from support.shop import FILES

from mkdocs_repodoc.command_line.exit_codes import ExitCode


def test_the_command_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, FILES)
    commit_all(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = run_program("--quiet", "book", "shop.epub", "--json")
    said = json.loads(done.stdout)
    assert (said["file"], said["size"]) == ("shop.epub", (tmp_path / "shop.epub").stat().st_size)
    refused = run_program("book", "shop.pdf")
    assert (refused.exit_code, "FILE has to end in .epub" in refused.stderr) == (
        ExitCode.USAGE,
        True,
    )
