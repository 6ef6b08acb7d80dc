"""Needs of a first test of JavaScript: engines, settings of runners, forms of cases."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.testing.build_gates import GateRule
from mkdocs_repodoc.languages.testing.test_needs import (
    FirstTest,
    Need,
    ProjectTexts,
    line_at,
    line_of,
)
from mkdocs_repodoc.languages.testing.test_writing import RIGHTS, TestDemand, TestWriting

_MANIFEST = "package.json"
_MANIFEST_FILE = re.compile(r"package\.json")
_ENGINES = {"node": "Node.js", "npm": "npm", "pnpm": "pnpm", "yarn": "Yarn", "bun": "Bun"}


_PINS = (".nvmrc", ".node-version")
_PINNED = re.compile(r"^v?(\d[\w.]*|lts/\S+)", re.MULTILINE)


def _versions(project: ProjectTexts) -> Iterator[Need]:
    for path in _PINS:
        if match := _PINNED.search(project.text(path)):
            yield Need("Node.js", match[1], path, line_at(project.text(path), match.start()))
    yield from _engines(project)


def _engines(project: ProjectTexts) -> Iterator[Need]:
    text = project.text(_MANIFEST)
    try:
        manifest = json.loads(text or "{}")
    except (RecursionError, ValueError):  # no JSON, or an integer of too many digits
        return
    engines = manifest.get("engines") if isinstance(manifest, dict) else None
    for name, version in engines.items() if isinstance(engines, dict) else ():
        if name in _ENGINES and isinstance(version, str):
            line = line_of(text, f'"{name}"', text.find('"engines"'))
            yield Need(_ENGINES[name], version, _MANIFEST, line)


_NPMRC = re.compile(r"\.npmrc")
_SETTINGS = re.compile(
    r"package\.json|\.(?:nycrc|c8rc)(?:\.json)?|(?:jest|vitest|vite)\.config\.[cm]?[jt]s"
)
_GATES = (
    GateRule(_NPMRC, re.compile(r"^engine-strict\s*=\s*true\b", re.MULTILINE), "refused"),
    GateRule(_SETTINGS, re.compile(r"[\"']?check-?[cC]overage[\"']?\s*:\s*true\b"), "refused"),
    GateRule(
        _SETTINGS, re.compile(r"[\"']?coverageThreshold[\"']?\s*:\s*\{[^{}]*\{[^{}]*\}"), "refused"
    ),
    GateRule(_MANIFEST_FILE, re.compile(r"--max-warnings[= ]0\b"), "warnings"),
)

_WRITING = TestWriting(
    made=(
        re.compile(r"(?<![\w.$])(?:test|it)(?:\.\w+)?\(\s*(?P<name>`[^`\n]*\$\{[^`\n]*`)[^\n]*"),
    ),
    repeated=re.compile(r"\b(?:test|it|describe)(?:\.(?:only|skip|concurrent))?\.each\b"),
    replaced=re.compile(
        r"\b(?:(?:jest|vi)\.(?:mock|doMock|unstable_mockModule)|mock\.module|td\.replace(?:Esm)?)"
        r"\(\s*['\"](?P<what>[^'\"\n]+)['\"]"
    ),
    around=re.compile(
        r"^(?:\w+\.)?(?P<name>beforeEach|afterEach|beforeAll|afterAll)\(", re.MULTILINE
    ),
    failing=re.compile(r"^\s+(?:throw\b|expect\(|assert\b)[^\n]*", re.MULTILINE),
    demands=(
        RIGHTS,
        TestDemand(
            "kept",
            "",
            re.compile(r"\.toMatch(?:Inline|File)?Snapshot\(|\.toThrowErrorMatching\w*Snapshot\("),
            "-u",
        ),
        TestDemand("kept", "AVA", re.compile(r"\bt\.snapshot\("), "ava --update-snapshots"),
        TestDemand("random", "fast-check", re.compile(r"\bfc\.assert\(")),
    ),
)
_RUNNERS = ("ava", "jest", "mocha", "tap", "vitest", "jasmine")
"""Runners whose settings a manifest may have, by their key."""


_IN_YAML = re.compile(
    r"^(?P<key>[a-z][\w-]*):[ \t]*(?P<value>[^\n]*(?:\n[ \t]+[^\n]*)*)", re.MULTILINE
)
_IN_CODE = re.compile(
    r"^\s+(?P<key>setupFiles\w*|globalSetup|testTimeout|testMatch|testEnvironment|environment|globals"
    r"|include)\s*:\s*(?P<value>\[[^\]]*\]|[^\s{,][^\n,{]*)",
    re.MULTILINE,
)
"""Settings that say what runs around the tests, where, and which files they are in."""
_FILES = (
    (".mocharc.yml", _IN_YAML),
    (".mocharc.yaml", _IN_YAML),
    *((f"vitest.config.{ending}", _IN_CODE) for ending in ("ts", "mts", "js", "mjs")),
    *((f"jest.config.{ending}", _IN_CODE) for ending in ("ts", "js", "cjs", "mjs")),
)
"""Files of settings at the top, and what finds their settings."""


def _runner_settings(project: ProjectTexts) -> Iterator[Need]:
    """Yield the settings of runners that the manifest has, or else a file of their own."""
    found = list(_in_manifest(project))
    yield from found
    for path, pattern in _FILES if not found else ():
        text = project.text(path)
        for match in pattern.finditer(text):
            value = " ".join(match["value"].split())
            yield Need(match["key"], value, path, line_at(text, match.start("key")))
        if text:
            return


def _in_manifest(project: ProjectTexts) -> Iterator[Need]:
    text = project.text(_MANIFEST)
    try:
        manifest = json.loads(text or "{}")
    except (RecursionError, ValueError):  # no JSON, or an integer of too many digits
        return
    for runner in _RUNNERS:
        settings = manifest.get(runner) if isinstance(manifest, dict) else None
        start = text.find(f'"{runner}": {{')
        for key, value in settings.items() if isinstance(settings, dict) else ():
            yield Need(key, _written(value), _MANIFEST, line_of(text, f'"{key}"', start))


def _written(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}={_written(each)}" for key, each in value.items())
    if isinstance(value, list):
        return " ".join(_written(each) for each in value)
    return value if isinstance(value, str) else json.dumps(value)


FIRST_TEST = FirstTest(versions=_versions, gates=_GATES, runner=_runner_settings, writing=_WRITING)
