"""The log of a build: what is said once, and at which level."""

from __future__ import annotations

import logging

import pytest

from mkdocs_repodoc.hosts.mkdocs.build_summary import tell_bugs
from mkdocs_repodoc.model.diagnostics import Diagnostic


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
