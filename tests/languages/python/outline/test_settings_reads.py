"""Environment variables and tables of settings files that a module reads."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import (
    EnvironmentUse,
    EnvironmentVariable,
    GivenVariable,
    SettingsTable,
)
from mkdocs_repodoc.settings import AnalysisOptions


def facts(code: str) -> list[EnvironmentVariable | SettingsTable]:
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())
    return [
        each
        for each in record.outline.facts
        if isinstance(each, EnvironmentVariable | SettingsTable)
    ]


@pytest.mark.parametrize(
    ("code", "name", "default"),
    [
        ('import os\na = os.getenv("A", "d")', "A", '"d"'),
        ('from os import getenv\na = getenv("A", default=1 + 2)', "A", "1 + 2"),
        ('import os\na = os.environ["A"]', "A", ""),
        ('import os as system\na = system.environ.get("A") or "d"', "A", '"d"'),
        ('from os import environ\nif "A" not in environ: pass', "A", ""),
        ('import os\nNAME = "A"\na = os.environ.get(NAME)', "A", ""),
        ("import os\nenv = os.environ\na = env.get('A')", "A", ""),
        ("import os\nenv = os.environ.copy()\na = env['A']", "A", ""),
        ("import os\na = os.environ.pop('A')", "A", ""),
        ("import os\nclass C:\n    _e = os.environ\n    def f(self): self._e['A']", "A", ""),
        ("import click\n@click.option('--a', envvar='A', default=3)\ndef f(): pass", "A", "3"),
        ("import os\ndef f(env=os.environ): return env.get('A', '')", "A", "''"),
        ("import os\ndef f(env=None):\n    env = env or os.environ\n    return env['A']", "A", ""),
        ("import os\ndef g(e): return e.get('A')\ndef f(env=os.environ): g(env)", "A", ""),
    ],
)
def test_a_variable_is_read(code: str, name: str, default: str) -> None:
    (found,) = facts(code)
    assert isinstance(found, EnvironmentVariable)
    assert (found.name, found.default) == (name, default)


@pytest.mark.parametrize(
    "code",
    [
        'import os\nos.environ["A"] = "1"',
        'import os\ndel os.environ["A"]',
        "import os\ndef f(name): return os.environ[name]",
        "def application(environ): return environ['PATH_INFO']",
        "import os\nenviron = os.environ\ndef application(environ): return environ.get('A')",
        "text = \"os.environ['A']\"",
    ],
)
def test_what_only_looks_like_a_read_is_none(code: str) -> None:
    assert facts(code) == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import os\nprint(dict(os.environ))", [EnvironmentUse(2)]),
        ("from os import getenv\nread = getenv", [EnvironmentUse(2)]),
        ("import os\na = os.getenv('A')", [EnvironmentVariable("A", "", 2)]),
        ("import os\nos.environ['A'] = '1'", [GivenVariable("A", 2)]),
        (
            "import os\nenv = dict(os.environ)\nenv['A'] = '1'",
            [EnvironmentUse(2), GivenVariable("A", 3)],
        ),
        ("import os\nrun(c, env={**os.environ, 'A': '1'})", [GivenVariable("A", 2)]),
        ("import os\nos.putenv('A', '1')", [GivenVariable("A", 2)]),
        ("import os\ne = {**os.environ, 'A': '1'}", [GivenVariable("A", 2)]),
        ("import os\ne = dict(os.environ, A='1')", [GivenVariable("A", 2)]),
        (
            "import os\ndef f(env=os.environ):\n    env['A'] = '1'",
            [EnvironmentUse(2), GivenVariable("A", 3)],
        ),
        ("def test_it(monkeypatch):\n    monkeypatch.setenv('A', '')", [GivenVariable("A", 2)]),
        ("def app(environ):\n    return environ", []),
    ],
)
def test_other_uses_of_the_environment_are_noted(code: str, expected: list[object]) -> None:
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())
    assert list(record.outline.facts) == expected


def test_tables_of_settings_files_are_looked_up() -> None:
    code = 'a = read().get("tool", {}).get("shop", {})\nb = toml["tool"]["bag"]["size"]\n'
    assert facts(code) == [SettingsTable("tool.shop", 1), SettingsTable("tool.bag", 2)]


def test_what_is_only_asked_for_its_truth_gives_no_default() -> None:
    code = (
        "import os\n"
        "if os.environ.get('A') or other: pass\n"
        "if not (os.environ.get('B') or other): pass\n"
        "c = (os.environ.get('C') or other) and more\n"
        "d = os.environ.get('D') or other == 3\n"
        "e = os.environ.get('E') or other\n"
    )
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())
    found = record.outline.facts_of(EnvironmentVariable)
    assert [each.default for each in found] == ["", "", "", "", "other"]
