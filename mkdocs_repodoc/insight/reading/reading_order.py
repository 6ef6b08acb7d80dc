"""A reading order for newcomers: files that bring the others together, and files that all use.

One starts at entry points and at what reaches most of the code, changes often and defines a key
abstraction. What is imported most is another list: one looks it up rather than reads it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log2
from typing import NamedTuple

from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
    Role,
)

MOST = 5
"""Files of each list."""
_LEAST_USERS = 2
_LEAST_REACHED = 3
"""Other code files that one leads to; any file needs one or two."""
_REACHED_SHARE = 3
"""Of so many code files it leads to one at least: what reaches fewer brings nothing together."""
_LEAST_CHANGES = 5
_LEAST_SHARE = 0.25
"""Of the other code files, for a file to be used everywhere."""
_VERSION = re.compile(r"_*(?:version|about)(?:_info)?_*$")
_ENTRY = 3.0
_ABSTRACTION = 1.5
_STEP = 1.0


class Start(NamedTuple):
    """A file to start at, and why."""

    path: str
    entries: tuple[EntryPoint, ...]
    """Where the outside enters it."""
    abstractions: tuple[SymbolRef, ...]
    """The key abstractions that it defines."""
    reached: int
    """Other code files that it imports."""
    changes: int
    """Commits of the window that touched it."""


class Everywhere(NamedTuple):
    """A file that many others use."""

    path: str
    importers: int
    """Other code files that import it."""
    name: str
    """What most of them take from it; empty where they take no name."""


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """Both lists, the first files the most telling."""

    start: tuple[Start, ...]
    everywhere: tuple[Everywhere, ...]
    code_files: int
    """Code files of the repository."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about the files of a repository.

    Attributes:
        dependencies: Path → the other files that it imports.
        aside: Files that don't count: scripts beside the software.
        facades: Files that pass on what others define: they import, and are not to be read first.
        entries: The entry points, public functions left out.
        abstractions: The key abstractions.
        steps: Files that the main flows pass.
    """

    dependencies: Mapping[str, Collection[str]]
    aside: Collection[str]
    facades: Collection[str]
    entries: Sequence[EntryPoint]
    abstractions: Sequence[SymbolRef]
    steps: Collection[str]


def reading_order(
    repository: Repository,
    evidence: Evidence,
    code_roles: frozenset[Role],
) -> ReadingOrder:
    """Return where to start, and what is used everywhere.

    Args:
        repository: The linked repository.
        evidence: What is known about its files.
        code_roles: Roles of the files that make up the software itself.
    """
    code = _code_files(repository, evidence, code_roles)
    paths = {file.path for file in code}
    reached = {
        file.path: paths.intersection(evidence.dependencies.get(file.path, ())) for file in code
    }
    imported = {path: found | _imported(repository, path, paths) for path, found in reached.items()}
    importers = Counter(target for targets in imported.values() for target in targets)
    read = {path: len(files) for path, files in reached.items() if path not in evidence.facades}
    starts = _starts(repository, evidence, read)
    scores = {
        each.path: _score(each, repository.files[each.path], each.path in evidence.steps)
        for each in starts
        if each.entries
        or each.abstractions
        or (each.reached >= _LEAST_REACHED and each.reached * _REACHED_SHARE >= len(code))
        or (each.reached and each.changes >= _LEAST_CHANGES)
    }
    known = [each for each in starts if each.path in scores]
    first = nlargest(MOST, known, key=lambda each: (scores[each.path], each.path))
    least = max(_LEAST_USERS, _LEAST_SHARE * (len(code) - 1))
    used = [path for path, number in importers.items() if number >= least and path in read]
    most = nlargest(MOST, used, key=lambda path: (importers[path], path))
    return ReadingOrder(
        tuple(first),
        tuple(
            Everywhere(path, importers[path], _taken(repository, path, imported)) for path in most
        ),
        len(code),
    )


def _imported(repository: Repository, path: str, paths: Collection[str]) -> set[str]:
    """Return what a file imports of some others, for type checkers alone as well."""
    found = repository.links.imports.get(path, ())
    return {one for each in found for one in each.paths if one in paths and one != path}


def _code_files(
    repository: Repository, evidence: Evidence, code_roles: frozenset[Role]
) -> list[RepoFile]:
    """Return the files that make up the software itself."""
    return [
        file
        for file in repository.files.values()
        if file.role in code_roles
        and file.role != "stub"
        and file.source.kind == "text"
        and file.path not in evidence.aside
        and not file.source.origin
        and not _VERSION.match(file.name.partition(".")[0])
    ]


def _starts(repository: Repository, evidence: Evidence, reached: Mapping[str, int]) -> list[Start]:
    """Return each file with what speaks for starting at it.

    Args:
        repository: The linked repository.
        evidence: What is known about its files.
        reached: Path of a file → how many others it imports.
    """
    entries: dict[str, list[EntryPoint]] = {}
    for entry in evidence.entries:
        entries.setdefault(entry.symbol.path, []).append(entry)
    return [
        Start(
            path,
            tuple(entries.get(path, ())),
            tuple(ref for ref in evidence.abstractions if ref.path == path),
            count,
            repository.history.window.counts.get(path, 0),
        )
        for path, count in reached.items()
    ]


def _taken(repository: Repository, path: str, reached: Mapping[str, Collection[str]]) -> str:
    """Return the name that most of those who need a file take from it; empty if they name none.

    Args:
        repository: The linked repository.
        path: The file.
        reached: Path of a file → the others that it imports.
    """
    links = repository.links
    symbols = repository.files[path].outline.symbols
    taken: Counter[str] = Counter()
    if path in links.implicit_importers:
        for position, symbol in enumerate(symbols):
            if is_outer(symbol):
                taken[symbol.bare_name] += links.uses.file_count(SymbolRef(path, position))
    importers = dict.fromkeys(each.path for each in links.imported_by.get(path, ()))
    for importer in (each for each in importers if path in reached.get(each, ())):
        found = links.imports[importer]
        written = repository.files[importer].outline.imports
        pairs = zip(written, found, strict=False)
        taken.update({item.name for item, each in pairs if each.path == path})
    names = {symbol.bare_name for symbol in symbols}
    known = [name for name in +taken if name in names]
    return min(known, key=lambda name: (-taken[name], name), default="")


def _score(start: Start, file: RepoFile, is_step: bool) -> float:
    return (
        log2(1 + start.reached)
        + log2(1 + start.changes)
        + 0.5 * log2(1 + file.outline.lines.code)
        + (_ENTRY if start.entries else 0.0)
        + _ABSTRACTION * min(2, len(start.abstractions))
        + (_STEP if is_step else 0.0)
    )
