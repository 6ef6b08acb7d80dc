"""A fact that files state, which stands among the metadata of their pages."""

import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.analysed_text import AnalysedText
from mkdocs_repodoc.languages.fact_finder import FactFinder
from mkdocs_repodoc.model.facts import StatedFact

_TAGS = re.compile(r"\s*@\S+(?:\s+@\S+)*\s*$")


def _find(file: AnalysedText) -> Iterator[StatedFact]:
    for number, line in enumerate(file.text.lines, 1):
        if _TAGS.match(line):
            yield StatedFact("Tags", ", ".join(line.split()), number)


TAGS = FactFinder(frozenset({"gherkin"}), _find)
