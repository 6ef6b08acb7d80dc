"""Needs of a first test of .NET: the platforms that projects of tests are built for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.testing.build_gates import GateRule
from mkdocs_repodoc.languages.testing.test_needs import FirstTest, Need, ProjectTexts, line_at
from mkdocs_repodoc.languages.testing.test_writing import TestWriting
from mkdocs_repodoc.paths import ancestors, folder_of, name_of, prefix_of

_TARGETS = re.compile(r"<TargetFrameworks?>(?P<targets>[^<]+)<")
_OWN_VARIABLE = re.compile(r"\$\([^)]*\);?")


def _targets(project: ProjectTexts, tests: Sequence[str]) -> Iterator[Need]:
    """Yield the projects that are named after their folders, which hold tests."""
    folders = dict.fromkeys(
        each for path in tests for each in (folder_of(path), *ancestors(folder_of(path)))
    )
    for folder in folders:
        path = f"{prefix_of(folder)}{name_of(folder)}.csproj"
        for match in _TARGETS.finditer(project.text(path)):
            targets = _OWN_VARIABLE.sub("", match["targets"]).strip("; ")
            if ";" in targets:
                line = line_at(project.text(path), match.start())
                yield Need(path, targets.replace(";", ", "), path, line)


_PROJECTS = re.compile(r"(?:.*/)?(?:Directory\.Build\.props|[^/]+\.csproj)")
_COMMENTS = re.compile(r"<!--.*?-->", re.DOTALL)
_WARNINGS = re.compile(r"<TreatWarningsAsErrors>\s*true\s*<", re.IGNORECASE)
_STYLE = re.compile(r"<EnforceCodeStyleInBuild>\s*true\s*<", re.IGNORECASE)
_GATES = (
    GateRule(_PROJECTS, _WARNINGS, "warnings", comments=_COMMENTS),
    GateRule(_PROJECTS, _STYLE, "check", "dotnet format", comments=_COMMENTS),
)

_WRITING = TestWriting(
    repeated=re.compile(r"\[(?:Theory|TestCase|TestCaseSource|DataTestMethod)\b"),
    replaced=re.compile(r"(?:\bnew Mock<|\bSubstitute\.For<)(?P<what>[\w.]+)"),
)

FIRST_TEST = FirstTest(targets=_targets, gates=_GATES, writing=_WRITING)
