"""The test frameworks that a set of tests uses, by the imports that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import joined


@dataclass(frozen=True, slots=True)
class Framework:
    """A test framework, and what shows that it is used."""

    name: str
    path: str
    """First file that shows it."""
    line: int
    """Line of the import; 0 where the file as a whole shows it."""
    files: int
    """How many of the files show it."""


def frameworks(files: Iterable[RepoFile]) -> tuple[Framework, ...]:
    """Return the test frameworks that files use, the most used first.

    Args:
        files: Any files; only tests and what supports them are looked at.
    """
    evidence: dict[str, list[tuple[str, int]]] = {}
    for file in files:
        if file.role not in TEST_ROLES:
            continue
        found: dict[str, int] = {}
        language = language_named(file.source.language)
        for imported in file.outline.imports:
            if not imported.level and (name := language.framework(imported.module)):
                found.setdefault(name, imported.line)
        if shown := language.framework_files.get(file.name):
            found.setdefault(shown, 0)
        for name, line in found.items():
            evidence.setdefault(name, []).append((file.path, line))
    return tuple(
        Framework(name, *min(places, key=lambda place: not place[1]), files=len(places))
        for name, places in sorted(evidence.items(), key=lambda each: (-len(each[1]), each[0]))
    )


def frameworks_phrase(context: PageContext, files: Iterable[RepoFile]) -> Phrase:
    """Return the test frameworks that files use, each linked to what shows it: `, using pytest`."""
    shown = [
        page_links.to_line(context, each.path, each.line, text=each.name)
        if each.line
        else page_links.to_file(context, each.path, text=each.name)
        for each in frameworks(files)
    ]
    return (", using ", *joined(shown, last=" and ")) if shown else ()
