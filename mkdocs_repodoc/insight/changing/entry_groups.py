"""Groups of entry points that the project declares, and that its own code looks up and loads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from mkdocs_repodoc.cache.file_searches import FileSearch, FileSearches
from mkdocs_repodoc.insight.flows.entries.declared_entries import definition_of
from mkdocs_repodoc.model.facts import Plugin
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository

_LEAST = 2
"""Entry points of a group to which more are added."""
_NOTHING_KEPT = FileSearches()


class EntryGroup(NamedTuple):
    """The entry points that one file declares for one group."""

    path: str
    """The file that declares them."""
    name: str
    plugins: tuple[Plugin, ...]
    targets: tuple[SymbolRef | None, ...]
    """What each leads to; `None` where that is outside of the repository."""
    named: tuple[tuple[str, int], ...]
    """Path and line of the code that names the group, and so looks it up."""


def entry_groups(
    repository: Repository,
    read_lines: Callable[[str], Iterable[str]],
    *,
    searches: FileSearches = _NOTHING_KEPT,
) -> tuple[EntryGroup, ...]:
    """Return the groups with several entry points, in the order of files and lines.

    Args:
        repository: The linked repository.
        read_lines: Path → the lines of the file.
        searches: Looks through the files.
    """
    declared: dict[tuple[str, str], list[Plugin]] = {}
    for path in sorted(repository.files):
        for plugin in repository.files[path].outline.facts_of(Plugin):
            declared.setdefault((path, plugin.group), []).append(plugin)
    several = {key: found for key, found in declared.items() if len(found) >= _LEAST}
    if not several:
        return ()
    modules = {file.module: path for path, file in repository.files.items() if file.module}
    names = tuple(sorted({group for _, group in several}))

    def find(path: str) -> list[tuple[str, int]]:
        return list(_named(read_lines(path), names))

    search = FileSearch("entry groups", list[tuple[str, int]], find, given=names)
    code = [path for path, file in repository.files.items() if file.role in CODE_ROLES]
    found = searches.results(search, (path for path in code if path not in _paths(several)))
    return tuple(
        EntryGroup(
            path,
            group,
            tuple(plugins),
            tuple(definition_of(repository, modules, each) for each in plugins),
            tuple((at, line) for at, rows in found.items() for name, line in rows if name == group),
        )
        for (path, group), plugins in several.items()
    )


def _paths(declared: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(path for path, _ in declared)


def _named(lines: Iterable[str], groups: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield the groups that lines have as a text, each with the number of its line."""
    for number, line in enumerate(lines, 1):
        for group in groups:
            if group in line and (f'"{group}"' in line or f"'{group}'" in line):
                yield group, number
