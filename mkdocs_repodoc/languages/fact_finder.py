"""Finders of facts in files, beside the analysis of their languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mkdocs_repodoc.languages.analysed_text import AnalysedText
from mkdocs_repodoc.model.facts import StatedFact


@dataclass(frozen=True, slots=True)
class FactFinder:
    """Finds what files of some languages state.

    Attributes:
        languages: Their names.
        find: Returns what one file states; it depends on nothing but what it is given.
    """

    languages: frozenset[str]
    find: Callable[[AnalysedText], Iterable[StatedFact]]
