"""Conditions of a first test: versions, packages and options that files of the project demand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.languages.testing.build_gates import Gate
from mkdocs_repodoc.languages.testing.test_needs import (
    FirstTest,
    Installation,
    LaterTests,
    Need,
    OptionalPart,
    ProjectTexts,
    line_at,
)
from mkdocs_repodoc.languages.testing.test_runs import TestedRepository
from mkdocs_repodoc.model.facts import GivenVariable
from mkdocs_repodoc.model.repository import TEST_ROLES, Repository

_TOOL_VERSIONS = ".tool-versions"
_TOOL = re.compile(r"^(?P<name>[a-z][\w-]*)[ \t]+(?P<version>\d[\w.]*)", re.MULTILINE)
_WORKFLOW = re.compile(r"\.github/workflows/[^/]+\.ya?ml")
_MATRIX = re.compile(
    r"^[ \t]+(?P<name>[a-z]+?)(?:[-_]?versions?)?:"
    r"[ \t]*\[(?P<versions>[^\]\n]*\d[^\]\n]*)\]",
    re.MULTILINE | re.IGNORECASE,
)
"""Versions with which a workflow runs its jobs."""

GUIDES = re.compile(
    r"(?:(?:\.github|docs?)/)?"
    r"(?:contributing|development|developing|hacking|build(?:ing)?|testing)\.(?:md|rst)",
    re.IGNORECASE,
)
"""Guides for contributors."""
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_SUFFICES = r"(?<![\d.])(?P<version>\d+(?:\.\d+)+)(?: or (?:later|newer|above|higher|greater)\b|\+)"
"""A version that is enough, as sentences say it."""


_MAKEFILE = re.compile(r"(?:GNU)?[Mm]akefile")
_REFUSAL = re.compile(r"^[ \t]*\$\(error[ \t]+(?P<said>[^\n]+?)\)[ \t]*$", re.MULTILINE)


class Prerequisites:
    """What a first test needs, as the files of the project say.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """

    def __init__(self, repository: Repository, read_text: Callable[[str], str]) -> None:
        self._repository = repository
        self._texts = ProjectTexts(repository.project.source, repository.files, read_text)

    @cached_property
    def _languages(self) -> tuple[FirstTest, ...]:
        """What languages know of it, each once where several share a record."""
        parts = (each.first_test for each in LANGUAGES.values())
        found = dict.fromkeys(part for part in parts if not isinstance(part, Absent))
        return tuple(part.load() for part in found)

    def floors(self) -> Iterator[Need]:
        """Yield the versions of languages and tools that manifests at the top demand.

        Where a build lets no other version of a language pass, that is demanded, whatever the
        version that the code is compiled for.
        """
        enforced = list(self.enforced())
        yield from enforced
        known = {each.what for each in enforced}
        yield from (stated for stated in self._stated() if stated.what not in known)
        for each in self._languages:
            yield from each.versions(self._texts)
        tools = self._texts.text(_TOOL_VERSIONS)
        for match in _TOOL.finditer(tools):
            yield Need(
                match["name"], match["version"], _TOOL_VERSIONS, line_at(tools, match.start())
            )

    def enforced(self) -> Iterator[Need]:
        """Yield the versions without which the build refuses to begin."""
        for each in self._languages:
            yield from each.enforced(self._texts)

    def compiled_for(self) -> Iterator[Need]:
        """Yield the versions that the code is compiled for where the build demands others."""
        enforced = {each.what for each in self.enforced()}
        yield from (each for each in self._stated() if each.what in enforced)

    def _stated(self) -> Iterator[Need]:
        for language in LANGUAGES.values():
            for floor in language.floors:
                for path in floor.manifests:
                    text = self._texts.text(path)
                    if match := floor.line.search(text):
                        line = line_at(text, match.start())
                        yield Need(floor.what or language.title, match[1], path, line)

    def refusals(self) -> Iterator[Need]:
        """Yield the messages with which make ends before it does anything."""
        for path in self._repository.folders[""].files:
            text = self._texts.text(path) if _MAKEFILE.fullmatch(path) else ""
            for match in _REFUSAL.finditer(text):
                said = match["said"].replace("$$", "$")
                yield Need("make", said, path, line_at(text, match.start("said")))

    def gates(self) -> Iterator[Gate]:
        """Yield what makes the build fail although the tests pass, in the order of the files."""
        finders = [gate for each in self._languages for gate in each.gates]
        for path, file in self._repository.files.items():
            if (
                file.source.kind == "text"
                and file.role not in TEST_ROLES
                and not file.source.origin
            ):
                for each in finders:
                    if each.files.fullmatch(path):
                        yield from each.find(path, self._texts.text(path))

    def runner_settings(self) -> Iterator[Need]:
        """Yield the settings of what runs the tests."""
        for each in self._languages:
            yield from each.runner(self._texts)

    def other_floors(self) -> Iterator[Need]:
        """Yield the versions that a guide for contributors says suffice, where manifests differ."""
        floors: dict[str, set[tuple[str, ...]]] = {}
        for each in self.floors():
            if match := _VERSION.search(each.value):
                floors.setdefault(each.what, set()).add(_parts(match[0]))
        for path in self._repository.files:
            text = self._texts.text(path) if GUIDES.fullmatch(path) else ""
            for what, known in floors.items() if text else ():
                said = re.compile(rf"\b{re.escape(what)}(?:lang)?\b[^\n]{{0,60}}?{_SUFFICES}")
                match = said.search(text)
                if match is not None and _parts(match["version"]) not in known:
                    yield Need(what, match["version"], path, line_at(text, match.start()))

    def tried_versions(self) -> Iterator[Need]:
        """Yield the versions with which the continuous integration runs, each language once."""
        told: set[str] = set()
        known = {word for name, each in LANGUAGES.items() for word in (name, *each.matrix_names)}
        for path in self._repository.files:
            text = self._texts.text(path) if _WORKFLOW.fullmatch(path) else ""
            for match in _MATRIX.finditer(text):
                name = match["name"].lower()
                if name in known - told:
                    told.add(name)
                    versions = ", ".join(re.findall(r"[\w.+-]+", match["versions"]))
                    yield Need(name, versions, path, line_at(text, match.start("name")))

    def targets(self) -> Iterator[Need]:
        """Yield the projects of tests that are built for several platforms, with these."""
        for each in self._languages:
            yield from each.targets(self._texts, self._tests)

    def later_tests(self) -> Iterator[LaterTests]:
        """Yield tests that the usual command leaves out."""
        for each in self._languages:
            yield from each.later(self._texts, self._tests)

    def switched_tests(self) -> Iterator[Need]:
        """Yield the features that tests need, with their number and the command for the others."""
        for each in self._languages:
            yield from each.switched(self._texts, self._tests)

    @cached_property
    def _tests(self) -> list[str]:
        files = self._repository.files.values()
        return [file.path for file in files if file.role in TEST_ROLES and file.outline.tests]

    def default_features(self) -> Need | None:
        """Return the features with which the software is built if nobody chooses others."""
        found = (need for each in self._languages for need in each.features(self._texts))
        return next(found, None)

    def parts(self) -> Iterator[OptionalPart]:
        """Yield the parts of the software that whoever builds it may choose."""
        for each in self._languages:
            yield from each.parts(self._texts)

    def installations(self) -> Iterator[Installation]:
        """Yield the commands that install the project, that with the tests' runner first."""
        for each in self._languages:
            yield from each.installations(self._texts)

    def apart(self) -> Iterator[Need]:
        """Yield the projects in folders that commands at the top leave out, with the command."""
        for each in self._languages:
            yield from each.apart(self._tested)

    def tags(self) -> Iterator[Need]:
        """Yield the words that make a build have other files, with the flag that gives one."""
        for each in self._languages:
            yield from each.tags(self._tested)

    @cached_property
    def _tested(self) -> TestedRepository:
        outlines = {path: file.outline for path, file in self._repository.files.items()}
        folders = self._repository.folders
        return TestedRepository(outlines, lambda folder: folders[folder].files)

    def plugin_options(self) -> Iterator[Need]:
        """Yield options that are always given to the runner, and that only a plugin knows."""
        for each in self._languages:
            yield from each.plugins(self._texts)

    def variables(self) -> Iterator[Need]:
        """Yield the environment variables that tests set, each at the first line that does."""
        known: set[str] = set()
        for path, file in self._repository.files.items():
            if file.role not in TEST_ROLES:
                continue
            for given in file.outline.facts_of(GivenVariable):
                if given.name not in known:
                    known.add(given.name)
                    yield Need(given.name, "", path, given.line)


def _parts(version: str) -> tuple[str, ...]:
    """Return the first two numbers of a version, which are those that matter."""
    return tuple(version.split(".")[:2])
