"""Delicate topics and lasting effects of files; the names that tell of them are kept by file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.cache.file_searches import FileSearch, FileSearches
from mkdocs_repodoc.insight.changing.delicate_names import Delicate, delicate_topics
from mkdocs_repodoc.insight.changing.lasting_effects import (
    NamedEffect,
    lasting_effects,
    named_effects,
)
from mkdocs_repodoc.model.repository import RepoFile


class _Named(NamedTuple):
    topics: list[Delicate]
    effects: list[NamedEffect]


class DelicateFiles:
    """Tells what is delicate about files.

    Args:
        files: The files, by path.
        read_lines: Path → the lines of the file.
        own: Names of functions that the software defines itself.
        searches: Looks through the files.
    """

    def __init__(
        self,
        files: Mapping[str, RepoFile],
        read_lines: Callable[[str], Sequence[str]],
        own: Collection[str],
        searches: FileSearches,
    ) -> None:
        self._files = files
        self._read_lines = read_lines
        self._own = own
        self._searches = searches

    def topics(self, path: str) -> Sequence[Delicate]:
        """Return the delicate topics that names in a file speak of, those in most lines first."""
        return self._named(path).topics

    def effects(self, path: str) -> Sequence[Delicate]:
        """Return what a file calls that deletes or writes files, or sends something to others."""
        return lasting_effects(self._named(path).effects, self._own)

    def _named(self, path: str) -> _Named:
        search = FileSearch("delicate names", _Named, self._read, given=path)
        return self._searches.results(search, (path,))[path]

    def _read(self, path: str) -> _Named:
        lines, language = self._read_lines(path), self._files[path].source.language
        return _Named(delicate_topics(lines, language), named_effects(lines, language))
