"""Conditions of a first test: versions, packages and options that files of the project demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from mkdocs_repodoc.insight.statistics import TEST_ROLES
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.languages.testing.test_needs import (
    FirstTest,
    Installation,
    Need,
    ProjectTexts,
    line_at,
)
from mkdocs_repodoc.model.facts import GivenVariable
from mkdocs_repodoc.model.repository import Repository


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
        """Yield the versions of languages and tools that manifests at the top demand."""
        for language in LANGUAGES.values():
            for floor in language.floors:
                for path in floor.manifests:
                    text = self._texts.text(path)
                    if match := floor.line.search(text):
                        line = line_at(text, match.start())
                        yield Need(floor.what or language.title, match[1], path, line)
        for each in self._languages:
            yield from each.versions(self._texts)

    def default_features(self) -> Need | None:
        """Return the features with which the software is built if nobody chooses others."""
        found = (need for each in self._languages for need in each.features(self._texts))
        return next(found, None)

    def installations(self) -> Iterator[Installation]:
        """Yield the commands that install the project, that with the tests' runner first."""
        for each in self._languages:
            yield from each.installations(self._texts)

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
