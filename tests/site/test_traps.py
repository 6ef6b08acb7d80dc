"""No module and no program of the documented repository runs, however the build is started."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files

# What Python itself, its process pools, and this product's dependencies import.
STANDARD = ("json", "multiprocessing", "pickle", "sitecustomize", "usercustomize", "zlib")
OURS = (
    *("coverage", "docutils", "griffe", "identify", "markdown_it", "mdit_py_plugins", "msgspec"),
    *("nh3", "ruff", "sqlite3", "tree_sitter", "tree_sitter_json", "tree_sitter_python"),
)
HOOK = """
import threading
def on_startup(command, dirty):
    threading.Thread(target=threading.Event().wait, daemon=True).start()
"""
"""A second thread, as a preview has one: processes are no longer copies of the first."""
BEGINNINGS = ("forked", "started", "alone")


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """The file in which a module or program notes its name when it runs."""
    return tmp_path / "mark"


@pytest.fixture
def build(project: Path, mark: Path) -> list[str]:
    """A repository with enough work for two processes, and how it is built from within."""
    python = f"open({str(mark)!r}, 'a').write(__name__ + ' ')\n"
    modules = {f"{name}.py": python for name in (*STANDARD, *OURS)}
    shell = f"#!/bin/sh\necho \"$0\" >> '{mark}'\n"
    write_files(
        project,
        {
            **modules,
            "big.json": f'["{"x" * 400_000}"]',
            "large.json": f'["{"y" * 400_000}"]',
            "docs/index.md": "# Home\n",
            "git": shell,
            "ruff": shell,
        },
    )
    write_files(project.parent, {"hook.py": HOOK})
    (project / "git").chmod(0o755)
    (project / "ruff").chmod(0o755)
    return ["build", "--strict", "--site-dir", str(project.parent / "site")]


def configure(project: Path, beginning: str) -> None:
    hooks = "hooks: [../hook.py]\n" if beginning == "started" else ""
    jobs = 1 if beginning == "alone" else 2
    plugins = f"plugins: [repodoc: {{jobs: {jobs}}}]\n"
    write_files(project, {"mkdocs.yml": f"site_name: Traps\ntheme: mkdocs\n{hooks}{plugins}"})
    commit_all(project)


def run(project: Path, command: list[str], **environment: str) -> None:
    done = subprocess.run(
        command,
        cwd=project,
        env=os.environ | environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project.parent / "site/repo/nh3.py_docs/index.html").exists()


def mkdocs() -> str:
    return str(Path(sysconfig.get_path("scripts"), "mkdocs"))


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_the_command_runs_no_module_and_no_program_of_the_repository(
    project: Path, build: list[str], mark: Path, beginning: str
) -> None:
    """Where the search path names the working folder in any way, ahead of all others or last."""
    configure(project, beginning)
    path = f":.:{project}:{os.environ['PATH']}:"
    run(project, [mkdocs(), *build], PATH=path)
    assert not mark.exists(), mark.read_text()


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_where_python_looks_in_the_repository_first_our_modules_do_not(
    project: Path, build: list[str], mark: Path, beginning: str
) -> None:
    """Of the modules that Python and MkDocs import before us, nobody can say that.

    Python looks there first for `-m`, and next for the environment's sake.
    """
    for name in STANDARD:
        (project / f"{name}.py").unlink()
    configure(project, beginning)
    command = [sys.executable, "-m", "mkdocs", *build]
    run(project, command, PYTHONPATH=str(project))
    assert not mark.exists(), mark.read_text()
