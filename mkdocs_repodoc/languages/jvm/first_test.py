"""Needs of a first test of the Java machine: enforced versions, tests of a later phase, checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.jvm.maven_build import MANIFEST, MavenGates, enforced_versions
from mkdocs_repodoc.languages.testing.build_gates import GateRule
from mkdocs_repodoc.languages.testing.test_needs import FirstTest, LaterTests, ProjectTexts, line_of
from mkdocs_repodoc.languages.testing.test_writing import TestWriting
from mkdocs_repodoc.paths import name_of

_PLUGIN = "maven-failsafe-plugin"
_USUAL, _LATER = "mvn test", "mvn verify"
_INTEGRATION = re.compile(r"(?P<class>\w+IT(?:Case)?)\.(?:java|kt)")
_GRADLE = re.compile(r"(?:.*/)?build\.gradle(?:\.kts)?")
_COMMENTS = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


def _applied(plugin: str) -> re.Pattern[str]:
    return re.compile(
        rf"\bid\b\s*\(?\s*[\"'](?P<said>{re.escape(plugin)})[\"'](?![^\n]*apply false)"
    )


_WARNINGS = re.compile(r"\ballWarningsAsErrors\s*(?:=|\.set\()\s*true\)?|[\"']-Werror[\"']")
_GATES = (
    GateRule(_GRADLE, _WARNINGS, "warnings", comments=_COMMENTS),
    GateRule(_GRADLE, _applied("com.diffplug.spotless"), "check", "./gradlew spotlessApply"),
    GateRule(_GRADLE, _applied("org.jlleitschuh.gradle.ktlint"), "check", "./gradlew ktlintFormat"),
    GateRule(_GRADLE, _applied("io.gitlab.arturbosch.detekt"), "check"),
)


def _later(project: ProjectTexts, tests: Sequence[str]) -> Iterator[LaterTests]:
    names = [match["class"] for path in tests if (match := _INTEGRATION.fullmatch(name_of(path)))]
    line = line_of(project.text(MANIFEST), _PLUGIN)
    if names and line:
        one = f"{_LATER} -Dit.test={names[0]}"
        yield LaterTests(len(names), _USUAL, _LATER, one, MANIFEST, line)


_WRITING = TestWriting(
    repeated=re.compile(r"@(?:ParameterizedTest|TestFactory|RepeatedTest|Parameters)\b"),
    replaced=re.compile(r"(?<![\w.])(?:mock|spy)\((?P<what>\w+)(?:\.|::)class(?:\.java)?\)"),
)

FIRST_TEST = FirstTest(
    later=_later,
    enforced=lambda project: enforced_versions(project.text(MANIFEST)),
    gates=(MavenGates(), *_GATES),
    writing=_WRITING,
)
