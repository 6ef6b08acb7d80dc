"""`mkdocs-repodoc book`: the book as an e-book."""

from __future__ import annotations

import json
import shutil
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
    written = tmp_path / "shop.epub"
    assert (said["file"], said["size"]) == (str(written), written.stat().st_size)
    refused = run_program("book", "shop.txt")
    assert (refused.exit_code, "FILE has to end in .epub or .pdf" in refused.stderr) == (
        ExitCode.USAGE,
        True,
    )


def test_a_machine_without_a_browser_is_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, FILES)
    commit_all(tmp_path)
    programs = tmp_path.parent / "programs"
    programs.mkdir()
    git = shutil.which("git")
    assert git
    (programs / "git").symlink_to(git)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("CHROMIUM", raising=False)
    done = run_program("--quiet", "book", "shop.pdf")
    assert done.exit_code == ExitCode.FAILED
    assert done.stderr.splitlines()[-1] == (
        "Error: a book in PDF is printed by Chromium or Chrome, and there is none on PATH; install "
        "one, or set CHROMIUM to its path"
    )
    assert not (tmp_path / "shop.pdf").exists()
