"""Tests that start the software as a process, so that no name in them leads to what they run."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.repository import TEST_ROLES, Repository

PROGRAMS = frozenset({"command", "module", "program", "script"})
"""Kinds of entry points at which a program starts."""


class ProcessStart(NamedTuple):
    """A line of the tests that starts a process."""

    path: str
    line: int


def process_start(repository: Repository, read_text: Callable[[str], str]) -> ProcessStart | None:
    """Return where tests start processes, the file with most cases first; `None` if none does.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """
    tests = [
        file
        for file in repository.files.values()
        if file.role in TEST_ROLES
        and file.source.kind == "text"
        and not file.source.origin
        and not file.source.executable  # a script that somebody starts, and no test
    ]
    for file in sorted(tests, key=lambda file: (-len(file.outline.tests), file.path)):
        pattern = language_named(file.source.language).process_starts
        if isinstance(pattern, Absent):
            continue
        text = read_text(file.path)
        if found := pattern.search(text):
            return ProcessStart(file.path, text.count("\n", 0, found.start()) + 1)
    return None


def programs(entries: tuple[EntryPoint, ...]) -> list[str]:
    """Return the files in which programs start."""
    return [each.symbol.path for each in entries if each.kind in PROGRAMS]
