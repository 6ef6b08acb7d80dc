"""Needs of a first test of Python: extras with the runner, options that only plugins know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mkdocs_repodoc.languages.python.writing_tests import WRITING, runner_settings
from mkdocs_repodoc.languages.testing.build_gates import GateKind, GateRule
from mkdocs_repodoc.languages.testing.test_needs import (
    FirstTest,
    Installation,
    Need,
    ProjectTexts,
    line_at,
    line_of,
)
from mkdocs_repodoc.text.document_parts.toml_document import load_toml

_MANIFEST = "pyproject.toml"
_DISTRIBUTIONS = frozenset({_MANIFEST, "setup.cfg", "setup.py"})
"""Files by which pip builds and installs the project."""
_LOCK = "uv.lock"
_ALWAYS = "dev"
"""The group of dependencies that uv installs where no settings name others."""
_EDITABLE = "python -m pip install --editable"
_PACKAGE = re.compile(r"[\w.-]+")
_RUNNERS = ("pytest", "nose2", "ward")
"""Packages that run tests, which extras and groups bring along."""
_PLUGIN = "pytest-"
"""How the names of packages begin that bring pytest along."""
_USUAL = ("test", "tests", "testing", "dev", "develop", "development")
"""Names of extras and groups in which the runner is looked for first."""
_OPTION_FILES = (_MANIFEST, "pytest.ini", "setup.cfg", "tox.ini")
_OPTIONS = re.compile(r"^addopts\s*=\s*(?P<said>.*(?:\n[ \t].*|\n\]|\n\"{3})*)", re.MULTILINE)
_OPTION = re.compile(r"(?<![\w-])-{1,2}[\w-]+")
_PLUGINS = {
    "--cov": "pytest-cov",
    "--timeout": "pytest-timeout",
    "--asyncio-mode": "pytest-asyncio",
    "--benchmark": "pytest-benchmark",
    "--reruns": "pytest-rerunfailures",
    "--randomly": "pytest-randomly",
    "--numprocesses": "pytest-xdist",
    "-n": "pytest-xdist",
    "--mypy": "pytest-mypy",
}
"""Start of an option → the plugin that knows it."""


def _installations(project: ProjectTexts) -> Iterator[Installation]:
    if project.source in _DISTRIBUTIONS and project.source in project.paths:
        yield from _with_runner(project)
        yield Installation(f"{_EDITABLE} .", project.source)


def _with_runner(project: ProjectTexts) -> Iterator[Installation]:
    """Yield the extra or group of dependencies that has the runner of the tests in it."""
    text = project.text(_MANIFEST)
    try:
        data = load_toml(text)
    except ValueError:
        return
    stated = data.get("project")
    extras = stated.get("optional-dependencies") if isinstance(stated, dict) else None
    for noun, found in (("extra", extras), ("group", data.get("dependency-groups"))):
        groups = found if isinstance(found, dict) else {}
        for name in sorted(groups, key=lambda each: (each not in _USUAL, each)):
            if runner := _runner_in(groups[name]):
                command = _command(project, noun, name, data)
                line = line_of(text, f"{name} = [")
                yield Installation(command, _MANIFEST, line, noun, name, runner)
                return


def _command(project: ProjectTexts, noun: str, name: str, data: Mapping[str, object]) -> str:
    if noun == "extra":
        if _LOCK in project.paths:
            return f"uv sync --extra {name}"
        return f'{_EDITABLE} ".[{name}]"'
    if _LOCK in project.paths:
        return "uv sync" if _is_installed(name, data) else f"uv sync --group {name}"
    return f"{_EDITABLE} . --group {name}"


def _is_installed(group: str, data: Mapping[str, object]) -> bool:
    """Tell whether uv installs a group of dependencies without being asked."""
    tools = data.get("tool")
    settings = tools.get("uv") if isinstance(tools, dict) else None
    stated = settings.get("default-groups") if isinstance(settings, dict) else None
    groups = stated if stated is not None else [_ALWAYS]
    return groups == "all" or (isinstance(groups, list) and group in groups)


def _runner_in(requirements: object) -> str:
    """Return the runner among requirements, or what brings it along; empty without one."""
    plugin = ""
    for each in requirements if isinstance(requirements, list) else ():
        match = _PACKAGE.match(each) if isinstance(each, str) else None
        name = match[0].lower() if match is not None else ""
        if name in _RUNNERS:
            return name
        if name.startswith(_PLUGIN):
            plugin = plugin or name
    return plugin


def _plugins(project: ProjectTexts) -> Iterator[Need]:
    for path in _OPTION_FILES:
        text = project.text(path)
        match = _OPTIONS.search(text)
        if match is None:
            continue
        told: set[str] = set()
        for word in _OPTION.findall(match["said"]):
            plugin = next((known for start, known in _PLUGINS.items() if _is(word, start)), "")
            if plugin and plugin not in told:
                told.add(plugin)
                yield Need(word, plugin, path, line_at(text, match.start()))
        return


def _is(word: str, option: str) -> bool:
    return word.startswith(option) if option.startswith("--") else word == option


_SETTINGS = re.compile(r"pyproject\.toml|pytest\.(?:ini|toml)|setup\.cfg|tox\.ini|\.coveragerc")
_COMMENTS = re.compile(r"^\s*[#;][^\n]*", re.MULTILINE)
_SIGNS: tuple[tuple[str, GateKind], ...] = (
    (r"^filterwarnings\s*=\s*(?:\[\s*)?[\"']?(?P<said>error)\b(?!:)", "warnings"),
    (r"^xfail_strict\s*=\s*true\b", "refused"),
    (r"^fail_under\s*=\s*[1-9][\d.]*", "refused"),
    (r"--cov-fail-under=[1-9][\d.]*", "refused"),
    (r"--strict-markers\b", "refused"),
)
_GATES = tuple(
    GateRule(_SETTINGS, re.compile(sign, re.MULTILINE), kind, comments=_COMMENTS)
    for sign, kind in _SIGNS
)

FIRST_TEST = FirstTest(
    plugins=_plugins,
    installations=_installations,
    gates=_GATES,
    runner=runner_settings,
    writing=WRITING,
)
