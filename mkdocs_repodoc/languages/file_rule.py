"""A rule for the text of a file and what its analysis has found, whatever its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from mkdocs_repodoc.languages.analysed_text import AnalysedText
from mkdocs_repodoc.model.rules import Rule


class LineMatch(NamedTuple):
    """What a check found; the rule's name and area come from the rule."""

    line: int
    """From 1 on."""
    message: str
    """One sentence with the names of what was found; Markdown code spans allowed."""
    symbol: str = ""
    """The symbol in which it stands."""


class FileRule(Rule, frozen=True, kw_only=True):
    """A rule for the files of one language; the check depends on nothing but what it is given."""

    check: Callable[[AnalysedText], Iterable[LineMatch]]
