"""The log of a build: what is said once, and at which level."""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files

from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.reporting.build_summary import report, tell, tell_bugs, tell_secrets
from mkdocs_repodoc.settings import LostFiles, Secrets, Settings


def test_a_bug_is_told_once_with_its_traceback_and_fails_no_strict_build(
    caplog: pytest.LogCaptureFixture,
) -> None:
    found = [
        *(Diagnostic("error", f"{name}.toml", 0, "No.", "Traceback: one") for name in "abc"),
        Diagnostic("error", "d.json", 0, "No.", "Traceback: two"),
        Diagnostic("warning", "e.py", 3, "Broken."),
    ]
    with caplog.at_level("DEBUG"):
        tell_bugs(found, logging.LoggerAdapter(logging.getLogger("mkdocs.plugins.repodoc"), {}))
    first, second = caplog.records
    assert "(a.toml and 2 more)" in first.message
    assert first.message.endswith("\nTraceback: one")
    assert "(d.json)" in second.message
    assert {record.levelname for record in caplog.records} == {"INFO"}


@pytest.mark.parametrize(
    ("secrets", "level", "said"),
    [
        ("warn", "WARNING", "Files that are about to be published seem to hold secrets: app.py:1"),
        ("leave out", "INFO", "Files that seem to hold secrets are left out: app.py:1"),
    ],
)
def test_secrets_are_told_in_one_line_each(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    expected_warnings: list[str],
    *,
    secrets: Secrets,
    level: str,
    said: str,
) -> None:
    expected_warnings += [said] if level == "WARNING" else []
    token = "npm_" + "aB3dE5gH7jK9" * 3
    files = {"app.py": f"T = '{token}'\n", "tests/test_app.py": f"import app\n\nT = '{token}'\n"}
    write_files(tmp_path, files)
    commit_all(tmp_path)
    with closing(Builder(Settings(root=tmp_path, jobs=1, secrets=secrets))) as builder:
        site = builder.build({}, lambda *_: None)
    with caplog.at_level("DEBUG"):
        tell_secrets(site, logging.LoggerAdapter(logging.getLogger("mkdocs.plugins.repodoc"), {}))
    lines = {(record.levelname, record.message[: len(said)]) for record in caplog.records}
    assert (level, said) in lines
    assert token not in caplog.text
    in_tests = "Tests seem to hold secrets, which are published: tests/test_app.py:3 (npm token)"
    assert (in_tests in caplog.messages) == (secrets == "warn")


@pytest.mark.parametrize(("lost_files", "level"), [("tell", "INFO"), ("warn", "WARNING")])
def test_whether_lost_files_fail_a_strict_build_is_the_users_choice(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    expected_warnings: list[str],
    *,
    lost_files: LostFiles,
    level: str,
) -> None:
    said = "1 file could not be analysed: app.py"
    expected_warnings += [said] if level == "WARNING" else []
    write_files(tmp_path, {"app.py": "x = 1\n", "broken.py": "def\n"})
    with closing(Builder(Settings(root=tmp_path, jobs=1, lost_files=lost_files))) as builder:
        site = builder.build({}, lambda *_: None)
    site.diagnostics += (Diagnostic("error", "app.py", 0, "It was lost."),)
    with caplog.at_level("DEBUG"):
        report(site, logging.LoggerAdapter(logging.getLogger("mkdocs.plugins.repodoc"), {}))
    assert (level, said) in {(record.levelname, record.message) for record in caplog.records}
    assert level == "INFO" or [r.message for r in caplog.records if r.levelno > 20] == [said]


def test_no_problem_shows_a_token_to_who_reads_the_log(caplog: pytest.LogCaptureFixture) -> None:
    token = "npm_" + "aB3dE5gH7jK9" * 3
    problem = Diagnostic("warning", f"{token}.py", 3, f"{token} is defined twice.")
    with caplog.at_level("DEBUG"):
        tell([problem], logging.LoggerAdapter(logging.getLogger("mkdocs.plugins.repodoc"), {}))
    assert [record.message for record in caplog.records] == ["•••.py:3: ••• is defined twice."]
