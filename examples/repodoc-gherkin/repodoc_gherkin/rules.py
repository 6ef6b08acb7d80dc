"""A rule, whose findings stand on the pages of files like those of all rules."""

from collections.abc import Iterator

from mkdocs_repodoc.languages.analysed_text import AnalysedText
from mkdocs_repodoc.languages.file_rule import FileRule, LineMatch
from mkdocs_repodoc.model.rules import FurtherReading
from repodoc_gherkin.feature_file import scenarios


def _check(file: AnalysedText) -> Iterator[LineMatch]:
    for each in scenarios(file.text.lines):
        if each.steps and "Then" not in each.steps:
            message = f"The scenario `{each.title}` has no `Then`."
            yield LineMatch(each.line, message, each.title)


RULES = (
    FileRule(
        id="gherkin-no-outcome",
        name="Scenario without an outcome",
        area="idiom",
        says="A scenario has steps, and none of them begins with `Then`.",
        why="It passes whatever the software does, as long as nothing raises.",
        language="gherkin",
        example="Scenario: Leave\n  Given an open door\n  When somebody leaves\n",
        counterexample="Scenario: Leave\n  When somebody leaves\n  Then the room is empty\n",
        reference=FurtherReading(
            "Gherkin: Then", "https://cucumber.io/docs/gherkin/reference/#then"
        ),
        since="1.0.0",
        check=_check,
    ),
)
