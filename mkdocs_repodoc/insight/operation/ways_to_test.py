"""Commands and tasks that run tests, where they differ by language, package or program."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.operation.task_chains import TaskChains
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.languages.testing.test_runs import RunOfTests, runs_a_case
from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.model.facts import Task
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, RepoFile, Repository
from mkdocs_repodoc.paths import name_of

_ASKED = 8
"""Files of a folder, those with most cases, that are asked how they are run."""
_WORD = re.compile(r"[\w./@:-]+")
_OF_SOME_FILES = re.compile(r"\w/[\w./{}()+-]*\*")
"""A pattern of files in a folder, which a command has that runs only these."""
_EVERYTHING = 1_000
"""Stands for more commands than there are for parts."""
_GENERAL = frozenset({"run", "test", "tests"})
"""Words that name what a program does, and not the program."""


class WayToTest(NamedTuple):
    """A way to run some of the tests, with the file that is an example of it."""

    path: str
    run: RunOfTests
    language: str
    """The language's title."""
    cases: int
    """In all files that are run so."""
    tasks: tuple[str, ...]
    """The tasks that are known to come to it, those that run most of it and least
    else first."""

    @property
    def scope(self) -> str:
        """The package or folder whose tests alone it runs; empty for the whole repository."""
        return self.run.package or self.run.folder


class _Key(NamedTuple):
    """What tells ways of running apart."""

    language: str
    """Empty where a command for all tests says more."""
    scope: str
    words: tuple[str, ...]


def ways_to_test(
    repository: Repository,
    run_of: Callable[[str], RunOfTests | None],
    is_aside: Callable[[str], bool],
) -> tuple[WayToTest, ...]:
    """Return what runs the tests, that of most cases first.

    Tests in a language that none of the software is written in count where a task runs them:
    otherwise they may be what other tests read.

    Args:
        repository: The linked repository.
        run_of: Path of a test → how it is run.
        is_aside: Tells by the path which tests are no example, unless there are no others.
    """
    files = repository.files
    tests = [file for file in files.values() if file.role == "test" and file.outline.tests]
    tests += [file for file in files.values() if file.role in CODE_ROLES and file.outline.tests]
    tests = [file for file in tests if not is_aside(file.path)] or tests
    languages = {file.source.language for file in files.values() if file.role in CODE_ROLES}
    found: dict[_Key, list[tuple[RepoFile, RunOfTests]]] = defaultdict(list)
    cases: dict[_Key, int] = defaultdict(int)
    for each in _by_folder(tests).values():
        runs = [(file, run) for file in each[:_ASKED] if (run := run_of(file.path)) is not None]
        keys = [_key(file, run) for file, run in runs]
        for key, one in zip(keys, runs, strict=True):
            found[key].append(one)
            cases[key] += len(one[0].outline.tests)
        for key in keys[:1]:  # the others are most likely run as the first one is
            cases[key] += sum(len(file.outline.tests) for file in each[_ASKED:])
    tasks = _Tasks(repository)
    told = []
    for key, runs in found.items():
        file, run = max(runs, key=_telling)
        starting = tasks.that_start(run, file.source.language)
        if starting or file.source.language in languages:
            title = language_named(file.source.language).title
            told.append(WayToTest(file.path, run, title, cases[key], starting))
    return tuple(sorted(told, key=lambda each: (-each.cases, each.path)))


def _telling(one: tuple[RepoFile, RunOfTests]) -> tuple[bool, bool, bool, int, str]:
    file, run = one
    cases = len(file.outline.tests)
    return runs_a_case(file.outline), bool(run.case), file.role == "test", cases, file.path


def _by_folder(tests: Iterable[RepoFile]) -> Mapping[tuple[str, str], list[RepoFile]]:
    """Return the tests of each folder and language, those with most cases first."""
    found: dict[tuple[str, str], list[RepoFile]] = defaultdict(list)
    for file in sorted(tests, key=lambda file: (-len(file.outline.tests), file.path)):
        found[file.folder, file.source.language].append(file)
    return found


def _key(file: RepoFile, run: RunOfTests) -> _Key:
    words = _program(run.everything)
    return _Key("" if words else file.source.language, run.package or run.folder, words)


def _program(command: str) -> tuple[str, ...]:
    """Return the words of a command that tell what runs tests: `go test`, `pytest`."""
    plain: list[str] = []
    options: list[str] = []
    for word in command.rpartition("&& ")[2].split():
        if word.startswith("-"):
            if len(plain) > 1:
                break
            options.append(word)
        elif _WORD.fullmatch(word) and "=" not in word and name_of(word).strip("."):
            plain.append(name_of(word))
    if len(plain) == 1:
        return (*plain, *options)
    return tuple(plain[-2:] if plain[-1:] and plain[-1] in _GENERAL else plain[-1:])


def _is_of_one_interpreter(task: Task) -> bool:
    """Tell whether a task is named after an interpreter that it runs, or lists several of them."""
    parts = re.split(r"[,-]", task.name)
    return "," in task.name or any(map(known_tools.interpreting().match, parts))


class _Tasks:
    """The tasks at the top of a repository, asked which of them comes to what runs tests."""

    def __init__(self, repository: Repository) -> None:
        self._files = repository.files
        tasks = [task for path, task in repository.project.tasks if path in repository.files]
        chains = TaskChains(tasks)
        self._commands = [(task, chains.leads_to(task.steps or (task.runs,))) for task in tasks]

    def that_start(self, run: RunOfTests, language: str) -> tuple[str, ...]:
        """Return the tasks that come to what runs tests: those named so, that run least else."""
        program = set(_program(run.everything))
        found = []
        for task, commands in self._commands:
            started = [each for each in commands if self._starts(each, program, language)]
            if started and not _is_of_one_interpreter(task):
                parts = len(started) if all(map(_OF_SOME_FILES.search, started)) else _EVERYTHING
                key = ("test" not in task.name, -parts, len(commands), len(task.name))
                found.append((*key, task.command))
        return tuple(dict.fromkeys(command for *_, command in sorted(found)))

    def _starts(self, command: str, program: set[str], language: str) -> bool:
        words: Sequence[str] = _WORD.findall(command)
        if program:
            return program <= set(map(name_of, words))
        tests = (self._files[word] for word in words if word in self._files)
        return any(file.role in TEST_ROLES and file.source.language == language for file in tests)
