"""Modules that are loaded before anything of the repository can be taken for them."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from mkdocs_repodoc.hosts.mkdocs import loading


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of modules that were asked for; none is imported."""
    names: list[str] = []
    monkeypatch.setattr(importlib, "import_module", names.append)
    return names


def test_all_that_a_build_may_need_is_loaded_where_python_looks_in_the_repository(
    loaded: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    loading.load_beforehand.__wrapped__(tmp_path)
    assert {
        "mkdocs_repodoc.pipeline.site",
        "mkdocs_repodoc.languages.python.python_analyser",
        "tree_sitter_python",
        "coverage",
    } <= set(loaded)


def test_what_other_programs_import_is_not(
    loaded: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The protocol's library alone takes longer than many a build."""
    monkeypatch.syspath_prepend(tmp_path)
    loading.load_beforehand.__wrapped__(tmp_path)
    other = ("mkdocs_repodoc.mcp_server.", "mkdocs_repodoc.command_line.")
    assert [name for name in loaded if name.startswith(other)] == []


def test_nothing_is_loaded_where_python_does_not_look_there(
    loaded: list[str], tmp_path: Path
) -> None:
    loading.load_beforehand.__wrapped__(tmp_path)
    assert loaded == []
