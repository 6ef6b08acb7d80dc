"""A cache that others may have filled isn't used."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.cache.cache_file import CACHE_FILE
from mkdocs_repodoc.pipeline.checks.foreign_cache import cache_of_others


def problems(folder: Path) -> list[str]:
    return [each.message for each in cache_of_others(folder)]


@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_one_that_git_tracks_is_not_used(project: Path, suffix: str) -> None:
    write_files(project, {f"kept/{CACHE_FILE}{suffix}.old": "", f"own/{CACHE_FILE}{suffix}": ""})
    git(project, "init", "--quiet")
    git(project, "add", "kept")
    assert problems(project / "kept") == []
    assert problems(project / "own") == []

    git(project, "add", "own")
    [problem] = problems(project / "own")
    assert "is tracked by git and isn't used" in problem


def test_one_of_which_git_does_not_tell_is_not_used(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(project, {f"kept/{CACHE_FILE}": ""})
    commit_all(project)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    [problem] = problems(project / "kept")
    assert "isn't used" in problem
    assert "dubious ownership" in problem
    assert "\n" not in problem
