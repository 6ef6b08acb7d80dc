"""`model` as a shell runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.program import run_program
from support.shop import make_shop

import mkdocs_repodoc
from mkdocs_repodoc.command_line.exit_codes import ExitCode


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_shop(tmp_path)
    (tmp_path / "repodoc.toml").write_text("jobs = 1\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["repodoc.jsonl", "repodoc.sqlite", "repodoc.db"])
def test_the_suffix_says_what_is_written(folder: Path, name: str) -> None:
    done = run_program("model", name)
    assert done.exit_code == ExitCode.DONE, done.output
    assert done.stdout.splitlines()[-1].startswith(f"{folder / name}: 9 files, ")
    model = mkdocs_repodoc.load(folder / name)
    assert model.repository.name == "shop"
    assert [path.name for path in folder.glob(".*.unfinished")] == []


def test_an_earlier_file_is_replaced(folder: Path) -> None:
    (folder / "repodoc.sqlite").write_text("what was there")
    done = run_program("model", "repodoc.sqlite", "--json")
    said = json.loads(done.stdout)
    assert said["size"] == (folder / "repodoc.sqlite").stat().st_size
    assert said["files"] == len(mkdocs_repodoc.load(folder / "repodoc.sqlite").files)


def test_the_schema_needs_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run_program("model", "--schema")
    assert json.loads(done.stdout)["$id"].endswith("/schemas/repodoc-1.schema.json")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("arguments", [(), ("repodoc.json",)])
def test_another_kind_of_file_is_refused(arguments: tuple[str, ...]) -> None:
    done = run_program("model", *arguments)
    assert done.exit_code == ExitCode.USAGE
    assert "FILE has to end in .jsonl, .sqlite or .db" in done.stderr
