"""Needs of a first test of the Java machine: which tests only a later phase of Maven runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.testing.test_needs import FirstTest, LaterTests, ProjectTexts, line_of
from mkdocs_repodoc.paths import name_of

_MANIFEST = "pom.xml"
_PLUGIN = "maven-failsafe-plugin"
_USUAL, _LATER = "mvn test", "mvn verify"
_INTEGRATION = re.compile(r"(?P<class>\w+IT(?:Case)?)\.(?:java|kt)")


def _later(project: ProjectTexts, tests: Sequence[str]) -> Iterator[LaterTests]:
    names = [match["class"] for path in tests if (match := _INTEGRATION.fullmatch(name_of(path)))]
    line = line_of(project.text(_MANIFEST), _PLUGIN)
    if names and line:
        one = f"{_LATER} -Dit.test={names[0]}"
        yield LaterTests(len(names), _USUAL, _LATER, one, _MANIFEST, line)


FIRST_TEST = FirstTest(later=_later)
