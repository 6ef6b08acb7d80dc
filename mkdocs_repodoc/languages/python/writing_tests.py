"""Forms of tests in Python: cases set on classes, repeated ones, patches; pytest's settings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.testing.test_needs import Need, ProjectTexts, line_at
from mkdocs_repodoc.languages.testing.test_writing import RIGHTS, TestDemand, TestWriting


def _imported(package: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:from|import) {package}\b", re.MULTILINE)


WRITING = TestWriting(
    made=(
        re.compile(r"\bsetattr\(\s*[\w.]+\s*,\s*(?P<name>[^\n,]+?)\s*,[^\n]*"),
        re.compile(r"\b(?:globals|vars|locals)\(\)\[(?P<name>[^\]\n]+)\]\s*=[^\n=][^\n]*"),
        re.compile(
            r"^def (?:load_tests|pytest_generate_tests|pytest_collect_file)\([^\n]*", re.MULTILINE
        ),
    ),
    repeated=re.compile(r"@(?:pytest\.mark\.parametrize|parameterized(?:\.expand)?)\b"),
    replaced=re.compile(
        r"(?:\bpatch|\bmonkeypatch\.setattr|\bmocker\.patch)\(\s*[\"'](?P<what>[\w.]+)[\"']"
    ),
    around=re.compile(
        r"^@(?:pytest\.)?fixture\((?![^()\n]*\bscope\s*=\s*[\"'](?!function))"  # once for many
        r"[^()\n]*\bautouse\s*=\s*True[^()\n]*\)\s*\n"
        r"(?:async )?def (?P<name>\w+)",
        re.MULTILINE,
    ),
    failing=re.compile(r"^\s+(?:raise|assert|pytest\.fail)\b[^\n]*", re.MULTILINE),
    demands=(
        RIGHTS,
        TestDemand(
            "kept",
            "",
            re.compile(r"^\s*(?:async )?def test\w*\([^()\n]*\bsnapshot\b", re.MULTILINE),
            "pytest --snapshot-update",
        ),
        TestDemand(
            "kept", "inline-snapshot", _imported("inline_snapshot"), "pytest --inline-snapshot=fix"
        ),
        TestDemand("kept", "approvaltests", _imported("approvaltests")),
        TestDemand("random", "Hypothesis", _imported("hypothesis")),
    ),
)
_SETTINGS = (
    ("pyproject.toml", re.compile(r"^\[tool\.pytest(?:\.ini_options)?\][^\n]*\n", re.MULTILINE)),
    ("pytest.ini", re.compile(r"^\[pytest\][^\n]*\n", re.MULTILINE)),
    ("setup.cfg", re.compile(r"^\[tool:pytest\][^\n]*\n", re.MULTILINE)),
    ("tox.ini", re.compile(r"^\[pytest\][^\n]*\n", re.MULTILINE)),
)
"""Where pytest looks for its settings, and how these begin."""
_KEY = re.compile(
    r"^(?P<key>[a-z_]+)[ \t]*=[ \t]*(?P<value>[^\n]*(?:\n(?:[ \t]+[^\n]*|\][^\n]*))*)", re.MULTILINE
)
_END = re.compile(r"^\[", re.MULTILINE)


def runner_settings(project: ProjectTexts) -> Iterator[Need]:
    """Yield the settings of pytest, from the first file that has some."""
    for path, begins in _SETTINGS:
        text = project.text(path)
        if start := begins.search(text):
            end = _END.search(text, start.end())
            for match in _KEY.finditer(text, start.end(), end.start() if end else len(text)):
                value = " ".join(match["value"].split())
                yield Need(match["key"], value, path, line_at(text, match.start()))
            return
