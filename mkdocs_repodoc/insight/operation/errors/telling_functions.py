"""Functions that tell of a fault and go on: they are named after errors, and nothing fails."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.model.facts import ExitStatus, ReportedError
from mkdocs_repodoc.model.repository import RepoFile

_TOLD = frozenset({"log", "warning", "notice"})
_FATAL = re.compile(r"fatal|panic", re.IGNORECASE)
"""Loggers that end the program, or the task, behind what they tell."""
_SAYS = re.compile(r"error|fail|abort|report", re.IGNORECASE)
"""In the name of a function that says what it is given; others check something first."""


def telling_functions(files: Iterable[RepoFile]) -> frozenset[str]:
    """Return the names of functions that log or print, and neither report an error nor end a run.

    Args:
        files: The files with the functions.
    """
    telling: set[str] = set()
    failing: set[str] = set()
    for file in files:
        facts: list[ReportedError | ExitStatus] = [
            each for each in file.outline.facts_of(ReportedError) if each.form != "macro"
        ]
        facts += file.outline.facts_of(ExitStatus)
        ordered = sorted(facts, key=lambda each: each.line)
        scopes = scopes_around(file, (each.line for each in ordered)) if ordered else ()
        for scope, fact in zip(scopes, ordered, strict=True):
            if not scope.is_file:
                name = file.outline.symbols[scope.position].name.rpartition(".")[2]
                (telling if _only_tells(fact) else failing).add(name)
    return frozenset(telling - failing)


def says_text(name: str) -> bool:
    """Tell by the name of a function whether it prints the text that it is given as it is."""
    return _SAYS.search(name) is not None


def _only_tells(fact: ReportedError | ExitStatus) -> bool:
    if not isinstance(fact, ReportedError):
        return False
    return fact.form in _TOLD and not _FATAL.search(fact.error)
