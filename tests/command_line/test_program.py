"""The program as a shell runs it: what it loads, says, and ends with."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from support.program import run_program
from support.repositories import commit_all, write_files

from mkdocs_repodoc import __version__
from mkdocs_repodoc.cache.cache_file import CACHE_FILE
from mkdocs_repodoc.command_line.exit_codes import ExitCode
from mkdocs_repodoc.command_line.program import program

HEAVY = {"msgspec", "pathspec", "yaml", "sqlite3", "jinja2", "tree_sitter", "griffe", "pygments"}
HOSTS = {"mkdocs", "properdocs", "material"}


def run(*arguments: str) -> tuple[int, str, str]:
    """Return the exit code, and what goes to the standard output and the standard error."""
    result = run_program(*arguments)
    return result.exit_code, result.stdout, result.stderr


def loaded_by(*arguments: str) -> set[str]:
    """Return the names of the packages that a run loads, in a process of its own."""
    code = (
        "import sys; from mkdocs_repodoc.command_line.program import program\n"
        f"program({list(arguments)!r}, standalone_mode=False)\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30
    )
    return set(done.stderr.split())


def test_help_teaches_and_loads_next_to_nothing() -> None:
    assert not loaded_by("--help") & (HEAVY | HOSTS)

    assert not loaded_by("query", "uses", "--help") & ((HEAVY | HOSTS) - {"msgspec"})

    text = run_program("--help").stdout
    assert "[tool.repodoc]" in text
    for code in ExitCode:
        assert f"\n    {code.value} " in text
    assert all(command.get_short_help_str() for command in program.commands.values())


@pytest.mark.parametrize("group", [(), ("query",), ("cache",)])
def test_no_sentence_about_a_command_is_cut(group: tuple[str, ...]) -> None:
    _, _, commands = run_program(*group, "--help").stdout.partition("\nCommands:\n")
    assert commands
    assert "..." not in commands


@pytest.mark.parametrize("command", sorted(program.commands))
def test_the_help_of_a_command_is_for_its_users(command: str) -> None:
    assert "Raises:" not in run_program(command, "--help").stdout


def test_the_version_is_told() -> None:
    assert run_program("-V").stdout == f"mkdocs-repodoc {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cache", "inf"), "No such command 'inf'"),
        (("cache", "prune", "--max-size", "many"), "'many' is not a size such as 500MB or 2GB"),
        (("cache", "info", "-f", "none.toml"), "File 'none.toml' does not exist"),
    ],
)
def test_a_wrong_command_line_is_a_usage_error(
    arguments: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, said = run(*arguments)
    assert code == ExitCode.USAGE
    assert message in said


def test_a_wrong_option_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "repodoc.toml").write_text("jobs = 0\n")
    code, said, error = run("cache", "info")
    assert (code, said) == (ExitCode.USAGE, "")
    assert error == (
        f"Error: {tmp_path / 'repodoc.toml'}: repodoc option 'jobs': "
        "expected an integer of at least 1, got 0\n"
    )


def test_the_cache_is_shown_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "repodoc.toml").write_text('cache_dir = "kept"\n')
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "records-1.sqlite").write_bytes(b"x" * 2_500)

    code, said, _ = run("cache", "info", "--json")
    assert code == ExitCode.DONE
    assert json.loads(said) == {"folder": str(tmp_path / "kept"), "disk_size": 2500, "kinds": []}

    assert run("cache", "prune", "--max-size", "1.5GB")[1].endswith("kept: 2 kB removed\n")
    assert list((tmp_path / "kept").iterdir()) == []
    assert run("cache", "clear")[1].endswith("kept: 0 bytes removed\n")


def test_a_cache_that_came_along_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    endless = (
        "CREATE VIEW entries AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT i AS kind, i AS value FROM n"
    )
    write_files(tmp_path, {"repodoc.toml": 'cache_dir = "kept"\n', "kept/records-1.sqlite": "old"})
    with contextlib.closing(sqlite3.connect(tmp_path / "kept" / CACHE_FILE)) as made:
        made.execute(endless)
    commit_all(tmp_path)
    for command in ("info", "prune"):
        code, said, error = run("cache", command)
        assert (code, said) == (ExitCode.FAILED, "")
        assert "is tracked by git and isn't used" in error
        assert len(error.splitlines()) == 1
    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_no_module_comes_from_the_documented_repository(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("print('run')")
    done = subprocess.run(
        [sys.executable, "-c", "from mkdocs_repodoc.command_line.main import main; main()", "-V"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stdout == f"mkdocs-repodoc {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--site-dir", "way"),
        ("export", "way/in"),
        ("model", "way/model.jsonl"),
        ("book", "way/book.epub"),
        ("agents", "--into", "way/AGENTS.md"),
        ("agents", "--into", "AGENTS.md"),
        ("build", "--site-dir", "hooks"),
    ],
)
def test_a_link_that_git_tracks_leads_no_output_out(
    arguments: tuple[str, ...], project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(project, {"app.py": "x = 1\n"})
    others = tmp_path / "others"
    others.mkdir()
    (project / "way").symlink_to(others)
    (project / "AGENTS.md").symlink_to(others / "AGENTS.md")
    (project / "hooks").symlink_to(".git/hooks")
    commit_all(project)
    monkeypatch.chdir(project)
    code, _, problem = run(*arguments)
    assert code == ExitCode.USAGE
    assert "a link that git tracks leads" in problem
    assert list(others.iterdir()) == []
    assert not list((project / ".git/hooks").glob("index*"))
