"""`mcp` where it can't serve; `tests/mcp_server` has it serve."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from support.program import run_program

from mkdocs_repodoc.command_line.exit_codes import ExitCode


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    done = run_program("mcp")
    assert done.exit_code == ExitCode.FAILED
    assert "pip install 'mkdocs-repodoc[mcp]'" in done.stderr


def test_folders_of_one_name_can_not_be_told_apart(tmp_path: Path) -> None:
    folders = [tmp_path / "a/app", tmp_path / "b/app"]
    for folder in folders:
        folder.mkdir(parents=True)
    done = run_program("mcp", *map(str, folders))
    assert done.exit_code == ExitCode.FAILED
    assert "two folders are called 'app'" in done.stderr
    assert run_program("mcp", str(tmp_path / "none")).exit_code == ExitCode.USAGE
