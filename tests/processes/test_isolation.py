"""Where modules and programs may come from."""

from __future__ import annotations

import contextlib
import os
import sys
import sysconfig
from pathlib import Path

import pytest
from support.repositories import write_files

from mkdocs_repodoc.processes.isolation import (
    environment,
    module_path,
    program,
    repository,
    trusted_imports,
)

LIBRARY = sysconfig.get_path("stdlib")


@pytest.fixture
def root(project: Path) -> Path:
    """A folder below the top of a repository."""
    write_files(project, {".git/HEAD": "", "docs/index.md": "", "bin/tool": "", "lib/a.py": ""})
    return project / "docs"


def given(monkeypatch: pytest.MonkeyPatch, *entries: Path | str) -> None:
    monkeypatch.setattr(sys, "path", [str(entry) for entry in entries])


def test_what_python_puts_in_front_of_its_library_is_no_part_of_the_repository(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "outside"
    given(monkeypatch, "", ".", "lib", root, root.parent, root.parent / "lib", outside, LIBRARY)
    assert module_path(root) == [str(outside), LIBRARY]


def test_a_link_to_the_repository_is_the_repository(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(root.parent)
    given(monkeypatch, tmp_path / "link", tmp_path / "link/lib", LIBRARY)
    assert module_path(root) == [LIBRARY]


def test_what_is_installed_stays_wherever_it_lies(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = root.parent / ".venv/lib/site-packages"
    editable = root.parent / "lib"
    given(monkeypatch, root.parent, LIBRARY, installed, editable)
    assert module_path(root) == [LIBRARY, str(installed), str(editable)]


def test_the_working_folder_is_left_out_and_what_is_below_it_is_not(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    given(monkeypatch, tmp_path, tmp_path / "mine", LIBRARY)
    assert module_path(root) == [str(tmp_path / "mine"), LIBRARY]


def test_the_path_is_what_it_was_after_an_import(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, root.parent, LIBRARY)
    before = sys.path
    with contextlib.suppress(ImportError), trusted_imports(root):
        assert sys.path == [LIBRARY]
        raise ImportError
    assert sys.path is before


@pytest.mark.parametrize("where", ["", ".", "bin", "{repository}/bin", "{link}"])
def test_a_program_of_the_repository_is_not_found(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    top = root.parent
    write_files(tmp_path, {"outside/tool": ""})
    write_files(top, {"tool": ""})
    for file in (top / "tool", top / "bin/tool", tmp_path / "outside/tool"):
        file.chmod(0o755)
    (tmp_path / "link").symlink_to(top / "bin")
    monkeypatch.chdir(top)
    first = where.format(repository=top, link=tmp_path / "link")
    monkeypatch.setenv("PATH", f"{first}{os.pathsep}{tmp_path / 'outside'}")
    assert program("tool", root) == str(tmp_path / "outside/tool")
    assert environment(root)["PATH"] == str(tmp_path / "outside")


def test_a_program_of_our_environment_is_found_in_the_repository(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefix = root.parent / ".venv"
    write_files(prefix, {"bin/tool": ""})
    (prefix / "bin/tool").chmod(0o755)
    monkeypatch.setattr(sys, "prefix", str(prefix))
    monkeypatch.setenv("PATH", str(prefix / "bin"))
    assert program("tool", root) == str(prefix / "bin/tool")


def test_what_may_not_run_is_no_program(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"outside/tool": ""})
    monkeypatch.setenv("PATH", str(tmp_path / "outside"))
    assert program("tool", root) is None


def test_the_nearest_repository_counts(root: Path, tmp_path: Path) -> None:
    assert repository(root) == root.parent.resolve()
    (root / ".git").symlink_to(tmp_path / "missing")
    assert repository(root) == root.resolve()
    assert repository(tmp_path) is None
