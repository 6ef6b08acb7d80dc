"""Commits that nobody makes by mistake."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.sources.commit_log import calendar_day
from mkdocs_repodoc.sources.git import checkout
from mkdocs_repodoc.sources.git_changes import changes_since
from mkdocs_repodoc.sources.git_history import history

FORGED = ("\x01" + "a" * 40, "1author", "2bad-date", "3subject", "4parents", "real.py")


@pytest.fixture
def repository(project: Path) -> Path:
    write_files(project, dict.fromkeys(FORGED, "1"))
    commit_all(project, "Begin")
    return project


def _commit_at(repository: Path, when: str) -> None:
    """Commit anew what the last commit holds, with anything as its date."""
    tree = subprocess.check_output(["git", "rev-parse", "HEAD^{tree}"], cwd=repository, text=True)
    ada = f"Ada <a@example.org> {when}"
    text = f"tree {tree}author {ada}\ncommitter {ada}\n\nOdd\n"
    command = ["git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"]
    commit = subprocess.check_output(command, cwd=repository, input=text, text=True).strip()
    git(repository, "update-ref", "HEAD", commit)


@pytest.mark.parametrize("when", ["-5 +0000", "999999999999999 +0000"])
def test_a_commit_without_a_date_says_nothing_of_when(repository: Path, when: str) -> None:
    begun = checkout(repository).revision
    _commit_at(repository, when)
    git(repository, "update-ref", "refs/tags/v1.0", "HEAD")
    found = history(repository, ["real.py"])
    assert (found.last_changes, found.activity, found.window.commits) == ({}, {}, 0)
    assert found.revision
    assert checkout(repository).releases == ()
    git(repository, "replace", "--graft", "HEAD", begun)
    assert [each.date for each in changes_since(repository, begun).commits] == [""]


@pytest.mark.parametrize(
    "written", ["%cs", "31690708-07-05", "2026-02-30", "0000-01-01", "20261130"]
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert calendar_day(written) == ""
    assert calendar_day("2026-11-30") == "2026-11-30"


def test_names_of_files_forge_no_commit(repository: Path) -> None:
    found = history(repository, FORGED)
    assert set(found.last_changes) == set(FORGED)
    assert {change.subject for change in found.last_changes.values()} == {"Begin"}
