"""What is in a feature file; its scenarios are asked by the rule and the sections, too."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileRecord
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import SourceText

_FEATURE = re.compile(r"\s*Feature:\s*(\S.*?)\s*$")
_SCENARIO = re.compile(r"\s*(?:Scenario(?: Outline)?|Example):\s*(\S.*?)\s*$")
_STEP = re.compile(r"\s*(Given|When|Then|And|But|\*)\s+\S")


class Scenario(NamedTuple):
    """A scenario: its title, the lines that it is on, and the words that its steps begin with."""

    title: str
    line: int
    end_line: int
    steps: tuple[str, ...]


def scenarios(lines: Sequence[str]) -> list[Scenario]:
    """Return the scenarios of a file in their order."""
    starts = [
        (number, match[1])
        for number, line in enumerate(lines, 1)
        if (match := _SCENARIO.match(line))
    ]
    ends = [number - 1 for number, _ in starts[1:]] + [len(lines)]
    return [
        Scenario(title, line, end, tuple(_steps(lines[line:end])))
        for (line, title), end in zip(starts, ends, strict=True)
    ]


def _steps(lines: Sequence[str]) -> list[str]:
    return [match[1] for line in lines if (match := _STEP.match(line))]


def read_feature(name: str, text: SourceText, options: AnalysisOptions) -> FileRecord:
    """Make the record of a file. It depends on nothing but what is given, and raises nothing."""
    draft = RecordBuilder(name, "gherkin", text, options)
    for number, line in enumerate(draft.lines, 1):
        if match := _FEATURE.match(line):
            draft.add(match[1], Kind.SECTION, number, end_line=len(draft.lines))
            draft.describe(match[1], number, "title of the feature")
    for each in scenarios(draft.lines):
        draft.add(each.title, Kind.TEST, each.line, end_line=each.end_line)
    return draft.record()
