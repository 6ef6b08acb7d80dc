"""Conditions of a first test: versions, packages and options that files of the project demand."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from mkdocs_repodoc.insight.statistics import TEST_ROLES
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.repository import Repository

_ENGINES = {"node": "Node.js", "npm": "npm", "pnpm": "pnpm", "yarn": "Yarn", "bun": "Bun"}
_PACKAGE = re.compile(r"[\w.-]+")
_RUNNERS = ("pytest", "nose2", "ward")
"""Packages that run tests, which extras and groups bring along."""
_USUAL = ("test", "tests", "testing", "dev", "develop", "development")
_OPTION_FILES = ("pyproject.toml", "pytest.ini", "setup.cfg", "tox.ini")
_OPTIONS = re.compile(r"^addopts\s*=\s*(?P<said>.*(?:\n[ \t].*|\n\]|\n\"{3})*)", re.MULTILINE)
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
_FEATURES = re.compile(r"^default\s*=\s*\[(?P<names>[^\]]*)\]", re.MULTILINE)
_SETS = re.compile(
    r"(?:\.env\(\s*|set_?env\(\s*|[Ss]et_var\(\s*|Setenv\(\s*|environ\[|process\.env\.|"
    r"process\.env\[)[\"']?(?P<name>[A-Z][A-Z0-9_]{2,})[\"']?\s*(?:,|\]\s*=[^=]|=[^=])"
)
"""A line of a test that sets an environment variable."""


class Fact(NamedTuple):
    """Something that a file of the project demands or sets."""

    what: str
    value: str
    path: str
    line: int


class Runner(NamedTuple):
    """Dependencies beyond the project's own that bring the runner of the tests along."""

    name: str
    """Of the extra or group."""
    package: str
    is_group: bool
    line: int


class Prerequisites:
    """What a first test needs, as the files of the project say.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """

    def __init__(self, repository: Repository, read_text: Callable[[str], str]) -> None:
        self._repository = repository
        self._read_text = read_text

    def floors(self) -> Iterator[Fact]:
        """Yield the versions of languages and tools that manifests at the top demand."""
        for language in LANGUAGES.values():
            for floor in language.floors:
                for path in floor.manifests:
                    yield from self._first(path, floor.what or language.title, floor.line)
        engines = self._json("package.json").get("engines")
        if isinstance(engines, dict):
            for name, version in engines.items():
                if name in _ENGINES and isinstance(version, str):
                    text = self._text("package.json")
                    line = _line_of(text, f'"{name}"', text.find('"engines"'))
                    yield Fact(_ENGINES[name], version, "package.json", line)

    def default_features(self) -> Fact | None:
        """Return the features with which the software is built if nobody chooses others."""
        text = self._text("Cargo.toml")
        start = text.find("[features]")
        match = _FEATURES.search(text, start) if start >= 0 else None
        names = re.findall(r'"([^"]+)"', match["names"]) if match is not None else []
        if match is None or not names:
            return None
        return Fact("features", ", ".join(names), "Cargo.toml", _line_at(text, match.start()))

    def runner(self) -> Runner | None:
        """Return the extra or group of dependencies that has the runner of the tests in it."""
        try:
            data = tomllib.loads(self._text("pyproject.toml"))
        except tomllib.TOMLDecodeError:
            return None
        text = self._text("pyproject.toml")
        project = data.get("project")
        extras = project.get("optional-dependencies") if isinstance(project, dict) else None
        for is_group, found in ((False, extras), (True, data.get("dependency-groups"))):
            groups = found if isinstance(found, dict) else {}
            for name in sorted(groups, key=lambda each: (each not in _USUAL, each)):
                package = _runner_in(groups[name])
                if package:
                    return Runner(name, package, is_group, _line_of(text, f"{name} = ["))
        return None

    def plugin_options(self) -> Iterator[Fact]:
        """Yield options that are always given to the runner, and that only a plugin knows."""
        for path in _OPTION_FILES:
            text = self._text(path)
            match = _OPTIONS.search(text)
            if match is None:
                continue
            told: set[str] = set()
            for word in re.findall(r"(?<![\w-])-{1,2}[\w-]+", match["said"]):
                plugin = next((p for start, p in _PLUGINS.items() if _starts(word, start)), "")
                if plugin and plugin not in told:
                    told.add(plugin)
                    yield Fact(word, plugin, path, _line_at(text, match.start()))
            return

    def variables(self) -> Iterator[Fact]:
        """Yield the environment variables that tests set, each at the first line that does."""
        known: set[str] = set()
        for path, file in self._repository.files.items():
            if file.role not in TEST_ROLES or file.source.kind != "text":
                continue
            for number, line in enumerate(self._text(path).split("\n"), 1):
                for match in _SETS.finditer(line):
                    if match["name"] not in known:
                        known.add(match["name"])
                        yield Fact(match["name"], "", path, number)

    def _first(self, path: str, what: str, pattern: re.Pattern[str]) -> Iterator[Fact]:
        text = self._text(path)
        match = pattern.search(text)
        if match is not None:
            yield Fact(what, match[1], path, _line_at(text, match.start()))

    def _text(self, path: str) -> str:
        return self._read_text(path) if path in self._repository.files else ""

    def _json(self, path: str) -> Mapping[str, Any]:
        try:
            found = json.loads(self._text(path) or "{}")
        except json.JSONDecodeError:
            return {}
        return found if isinstance(found, dict) else {}


def _runner_in(requirements: object) -> str:
    """Return the runner among requirements as a manifest lists them; empty without one."""
    for each in requirements if isinstance(requirements, list) else ():
        match = _PACKAGE.match(each) if isinstance(each, str) else None
        if match is not None and match[0].lower() in _RUNNERS:
            return match[0].lower()
    return ""


def _starts(word: str, option: str) -> bool:
    return word.startswith(option) if option.startswith("--") else word == option


def _line_of(text: str, part: str, start: int = 0) -> int:
    """Return the line on which a part of a text stands first from a position on; 0 if nowhere."""
    before, found, _ = text[max(0, start) :].partition(part)
    return _line_at(text, max(0, start) + len(before)) if found else 0


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
