"""Needs of a first test, as manifests and settings at the top of a repository say.

Each language that can tell has a module `first_test` in its folder.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_repodoc.languages.testing.build_gates import GateFinder
from mkdocs_repodoc.languages.testing.test_runs import TestedRepository
from mkdocs_repodoc.languages.testing.test_writing import TestWriting


class Need(NamedTuple):
    """Something that a file of the project demands or sets."""

    what: str
    value: str
    path: str
    line: int


class LaterTests(NamedTuple):
    """Classes of integration tests that the usual command leaves out.

    Attributes:
        classes: How many there are.
        usual: The usual command.
        command: The one that runs them.
        one: The one for one of them alone.
        path: The file that says so.
        line: Its line.
    """

    classes: int
    usual: str
    command: str
    one: str
    path: str
    line: int


class Installation(NamedTuple):
    """A command that installs the project from its working tree, and what shows that it works."""

    command: str
    path: str
    line: int = 0
    """0 where the file as a whole shows it."""
    brings: str = ""
    """What brings the runner of the tests along: `extra`, `group`; empty where nothing does."""
    name: str = ""
    """Of the extra or group."""
    runner: str = ""
    """The package that runs the tests."""


@dataclass(frozen=True, slots=True)
class ProjectTexts:
    """The files of a repository, for those who look for manifests.

    Attributes:
        source: Path of the file that names the project; empty if none does.
        paths: The paths of its files.
        read: Path → the file's text.
    """

    source: str
    paths: Container[str]
    read: Callable[[str], str]

    def text(self, path: str) -> str:
        """Return the text of a file; empty if there is none."""
        return self.read(path) if path in self.paths else ""


def _none(_: ProjectTexts) -> Iterator[Need]:
    return iter(())


def _no_installation(_: ProjectTexts) -> Iterator[Installation]:
    return iter(())


def _no_way(_: ProjectTexts, __: Sequence[str]) -> Iterator[Need]:
    return iter(())


class OptionalPart(NamedTuple):
    """A part of the software that whoever builds it may choose."""

    name: str
    is_default: bool
    """Whether it is there if nobody chooses others."""
    brings: tuple[str, ...]
    """Other parts and packages that come with it, as the manifest has them."""
    path: str
    line: int


def _no_part(_: ProjectTexts) -> Iterator[OptionalPart]:
    return iter(())


def _none_later(_: ProjectTexts, __: Sequence[str]) -> Iterator[LaterTests]:
    return iter(())


def _nowhere(_: TestedRepository) -> Iterator[Need]:
    return iter(())


@dataclass(frozen=True, slots=True)
class FirstTest:
    """What a language knows of the needs of a first test.

    Attributes:
        versions: Finds the versions of tools that manifests demand, beside that of the language.
        features: Finds the parts with which the software is built if nobody chooses others.
        parts: Finds all the parts that whoever builds the software may choose.
        plugins: Finds options that are always given to the runner and that only a plugin knows,
            each with the plugin.
        targets: Finds, given the paths of the tests, the projects of tests that are built for
            several platforms, with these.
        later: Finds, given the same, tests that the usual command leaves out.
        switched: Finds, given the same, the parts of the software without which tests are not
            built: how many, and the command that runs the others.
        installations: Finds the commands that install the project, that with the runner first.
        apart: Finds the projects in folders that commands at the top leave out, with the command
            for one.
        tags: Finds the words that make a build have other files, with the flag that gives one.
        enforced: Finds the versions of tools without which no build begins; they go before those
            that the code is compiled for.
        runner: Finds the settings of what runs the tests.
        writing: Forms in which cases are written.
        gates: Find what makes a build fail although the tests pass.
    """

    versions: Callable[[ProjectTexts], Iterator[Need]] = _none
    features: Callable[[ProjectTexts], Iterator[Need]] = _none
    parts: Callable[[ProjectTexts], Iterator[OptionalPart]] = _no_part
    plugins: Callable[[ProjectTexts], Iterator[Need]] = _none
    targets: Callable[[ProjectTexts, Sequence[str]], Iterator[Need]] = _no_way
    later: Callable[[ProjectTexts, Sequence[str]], Iterator[LaterTests]] = _none_later
    switched: Callable[[ProjectTexts, Sequence[str]], Iterator[Need]] = _no_way
    installations: Callable[[ProjectTexts], Iterator[Installation]] = _no_installation
    apart: Callable[[TestedRepository], Iterator[Need]] = _nowhere
    tags: Callable[[TestedRepository], Iterator[Need]] = _nowhere
    enforced: Callable[[ProjectTexts], Iterator[Need]] = _none
    runner: Callable[[ProjectTexts], Iterator[Need]] = _none
    writing: TestWriting | None = None
    gates: tuple[GateFinder, ...] = ()


def line_at(text: str, position: int) -> int:
    """Return the number of the line at a position of a text."""
    return text.count("\n", 0, position) + 1


def line_of(text: str, part: str, start: int = 0) -> int:
    """Return the line on which a part of a text stands first from a position on; 0 if nowhere."""
    found = text.find(part, max(0, start))
    return line_at(text, found) if found >= 0 else 0
