"""Running tests with the runner that a script of the package, its settings or an import names."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.javascript.started_tests import run_by_program
from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    cases_to_run,
    from_folder,
    relative_to,
)
from mkdocs_repodoc.model.facts import Task
from mkdocs_repodoc.paths import folder_of, name_of, prefix_of


class _Runner(NamedTuple):
    command: str
    one: str
    """Option in front of the title of a case."""
    module: str
    """Module that its tests import."""
    settings: re.Pattern[str]
    is_tool: bool = True
    """Whether a package installs it."""
    needs_word: bool = False
    """Whether the program does something else without the second word of the command."""
    has_globals: bool = False
    """Whether its tests need not import anything."""
    runs_node: bool = False
    """Whether it starts Node's runner, whose module its tests import."""
    file: str = ""
    """Option in front of the file of tests, where one is needed."""


_RUNNERS = (
    _Runner(
        "vitest run",
        "-t",
        "vitest",
        re.compile(r"vitest\.(?:config|workspace)\.\w+"),
        has_globals=True,
    ),
    _Runner("jest", "-t", "@jest/globals", re.compile(r"jest\.config\.\w+"), has_globals=True),
    _Runner("mocha", "-g", "mocha", re.compile(r"\.mocharc\.\w+"), has_globals=True),
    _Runner(
        "playwright test",
        "-g",
        "@playwright/test",
        re.compile(r"playwright\.config\.\w+"),
        needs_word=True,
    ),
    _Runner("ava", "--match", "ava", re.compile(r"ava\.config\.\w+")),
    _Runner("tsd", "", "tsd", re.compile(r"(?!)"), file="--files"),
    _Runner("borp", "", "node:test", re.compile(r"\.borp\.ya?ml"), runs_node=True),
    _Runner(
        "node --test",
        "--test-name-pattern",
        "node:test",
        re.compile(r"(?!)"),
        is_tool=False,
        needs_word=True,
    ),
    _Runner("bun test", "-t", "bun:test", re.compile(r"(?!)"), is_tool=False, needs_word=True),
)
_WITH_GLOBALS = [each for each in _RUNNERS if each.has_globals]
_WITHOUT = [each for each in _RUNNERS if not (each.has_globals or each.file)]
_STARTS = {"pnpm-lock.yaml": "pnpm exec", "yarn.lock": "yarn", "bun.lock": "bunx"}
"""Lock file → what starts a program that a package installs."""
_DROPPED = re.compile(r"\s--?(?:watch|coverage|w|ui)(?:=\S+)?(?=\s|$)")
_OTHER_MODES = re.compile(r"vitest\s+(?:bench|dev|watch)\b")
"""Benchmarks, and what never ends: neither runs the tests once."""
_FILES = re.compile(
    r"(?:\s(?:-p|--pattern))?\s(?!-)(?=['\"]?(?:\./)?(?P<folder>(?:[\w.-]+/)*))"
    r"(?:'[^']*[*][^']*'|\"[^\"]*[*][^\"]*\"|\S*[*]\S*)"
)
"""Patterns of the files to run, with the folders that they begin with."""
_BY_NODE = "node --test --test-name-pattern"
"""How Node runs a case of its own module, whatever else starts its runner."""
_OF_TYPES = re.compile(r"\.(?:test|spec)-d\.[cm]?[jt]sx?$")
"""Tests of types, which Vitest looks for only when it checks types."""
_TYPECHECK = "--typecheck"
_BUILDS = re.compile(r"\b(?:build|compile|bundle|tsc)\b(?!.*--noEmit)")
"""A command that makes what is run of what is written."""
_SEPARATOR = re.compile(r"&&|\|\||[;|&]")
_VARIABLES = re.compile(
    r"^\s*(?:cross-env(?:-shell)?\s+)?"
    r"(?P<given>(?:[A-Za-z_]\w*=(?:'[^']*'|\"[^\"]*\"|[^\s'\"]*)\s+)+)"
)
"""Environment variables at the beginning of a command."""
_SETTINGS = re.compile(r"\s(?:-c|--config)[ =](\S+)")


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test of JavaScript or TypeScript is run from the package that it is part of."""
    manifest = repository.nearest(path, ("package.json",))
    imported = {each.module for each in repository.outlines[path].imports}
    runners = [each for each in _RUNNERS if each.module in imported]
    # A test that imports none has its functions as globals, or from a helper.
    groups = [runners] if runners else [_WITH_GLOBALS, _WITHOUT]
    nearest = manifest
    while manifest:
        for group in groups:
            if found := _by_script(repository, manifest, path, group):
                return found
            if found := _by_settings(repository, manifest, path, group):
                return found
        if found := run_by_program(repository, manifest, path):
            return found
        manifest = repository.nearest(folder_of(manifest), ("package.json",))
    if nearest and len(runners) == 1:  # nothing around the test says more than its import
        return _run(repository, nearest, 0, runners[0], runners[0].command, path)
    return None


def _by_script(
    repository: TestedRepository, manifest: str, path: str, runners: list[_Runner]
) -> RunOfTests | None:
    folder = folder_of(manifest)
    found: list[tuple[int, RunOfTests]] = []
    for task in repository.outlines[manifest].facts_of(Task):
        for runner in runners:
            program = runner.command.split()[0]
            match = re.search(rf"(?:^|[\s;&|])({program}(?:\s[^&|;]*)?)(?=$|[&|;])", task.runs)
            if match is None or _OTHER_MODES.match(match[1]):
                continue
            if runner.needs_word and not set(runner.command.split()) <= set(match[1].split()):
                continue
            command = _DROPPED.sub("", match[1]).strip()
            given = _given(task.runs[: match.start(1)])
            settings = _SETTINGS.search(command)
            scope = folder_of(settings[1]) if settings else ""
            if scope and not path.startswith(prefix_of(prefix_of(folder) + scope)):
                continue
            if runner.command.startswith(f"{program} ") and command == program:
                command = runner.command
            run = _run(repository, manifest, task.line, runner, command, path, given)
            tasks = list(repository.outlines[manifest].facts_of(Task))
            built, line = _built_before(tasks, task, task.runs[: match.start(1)])
            before = from_folder(folder, built) if built else ""
            told = run._replace(before=before, before_line=line)
            found.append((_fit(command, path.removeprefix(prefix_of(folder))), told))
    # Of several scripts the one is meant whose files are nearest to the test.
    return max(found, key=lambda each: each[0], default=(0, None))[1]


def _fit(command: str, path: str) -> int:
    """Return how much of a test's path the files have in common that a command names."""
    folders = [match["folder"] for match in _FILES.finditer(command)]
    if not folders:
        return 0
    return max((len(each) for each in folders if path.startswith(each)), default=-1)


def _built_before(tasks: Sequence[Task], task: Task, before: str) -> tuple[str, int]:
    """Return the command that builds what tests run, and the line of the script that shows it.

    It stands in front of the runner in its script, in front of that script in another one, or is
    the script that runs before it by its name.

    Args:
        tasks: The scripts of the package.
        task: The one that starts the runner.
        before: What stands in front of the runner there.
    """
    starts = re.compile(rf"(?:npm|pnpm|yarn|bun)(?: run)? {re.escape(task.name)}(?=$|[\s&;])")
    places = [(before, task)]
    for each in tasks:
        if each.name == f"pre{task.name}":
            places.append((each.runs, each))
        elif match := starts.search(each.runs):
            places.append((each.runs[: match.start()], each))
    for text, script in places:
        for part in _SEPARATOR.split(text):
            if _BUILDS.search(part):
                return part.strip(), script.line
    return "", 0


def _given(before: str) -> str:
    """Return the variables that a script sets in front of a runner, with a blank behind."""
    match = _VARIABLES.search(_SEPARATOR.split(before)[-1])
    return f"{match['given'].strip()} " if match is not None else ""


def _by_settings(
    repository: TestedRepository, manifest: str, path: str, runners: list[_Runner]
) -> RunOfTests | None:
    """Return the runner whose settings are beside the manifest."""
    folder = folder_of(manifest)
    names = [name_of(each) for each in repository.files_in(folder)]
    for runner in runners:
        if any(runner.settings.fullmatch(name) for name in names):
            return _run(repository, manifest, 0, runner, runner.command, path)
    return None


def _run(  # noqa: PLR0917 - what makes up a command line
    repository: TestedRepository,
    manifest: str,
    line: int,
    runner: _Runner,
    command: str,
    path: str,
    given: str = "",
) -> RunOfTests:
    folder = folder_of(manifest)
    if runner.is_tool:
        lock = repository.nearest(manifest, _STARTS)
        command = f"{_STARTS.get(name_of(lock), 'npx')} {command}"
    command = given + command
    one_file = _FILES.sub("", command)
    if runner.module == "vitest" and _OF_TYPES.search(path) and _TYPECHECK not in command:
        one_file += f" {_TYPECHECK}"
    if runner.file:
        one_file += f" {runner.file}"
    file = f"{one_file} {relative_to(folder, path)}"
    outline = repository.outlines[path]
    titles = (each.rpartition(" > ")[2] for each in cases_to_run(outline))
    title = next((each for each in titles if "${" not in each), "")
    # Node takes what follows a file for the file's own arguments.
    by_title = f"{given}{_BY_NODE}" if runner.runs_node else f"{one_file} {runner.one}"
    case = f"{by_title} {shlex.quote(title)} {relative_to(folder, path)}"
    return RunOfTests(
        from_folder(folder, command),
        from_folder(folder, file),
        from_folder(folder, case) if title else "",
        manifest,
        line,
    )
