"""All data files of a site, each made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from mkdocs_repodoc.client.call_files import FOLDER as CALLS
from mkdocs_repodoc.client.call_files import CallFiles
from mkdocs_repodoc.client.file_data import FileData
from mkdocs_repodoc.client.file_data_digests import FileDataDigests
from mkdocs_repodoc.client.file_tree import TREE, tree_file
from mkdocs_repodoc.client.hover_cards import HoverCards
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.palette_entries import entries, landmark_entries
from mkdocs_repodoc.client.palette_index import Index
from mkdocs_repodoc.client.reference_lists import ReferenceLists
from mkdocs_repodoc.client.source_search.known_pieces import KnownPieces
from mkdocs_repodoc.client.source_search.source_index import FOLDER as SOURCE
from mkdocs_repodoc.client.source_search.source_index import SourceIndex
from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.model.site_plan import Landmark, SitePlan
from mkdocs_repodoc.settings import Settings


def no_pieces() -> None:
    """Return that none are kept."""


class SourceLines(NamedTuple):
    """What data files say of the text of the source.

    Attributes:
        all_of: Path → the lines of a documented file.
        listed_of: Path → those that its page lists; `None` if they are not searched.
        pieces: Those that earlier builds have cut, if they are kept; asked for last.
    """

    all_of: Callable[[str], Sequence[str]]
    listed_of: Callable[[str], Sequence[str]] | None = None
    pieces: Callable[[], KnownPieces | None] = no_pieces


class DataFiles(Mapping[str, bytes]):
    """Name (`tree.js`) → content; what is never asked for costs nothing.

    Args:
        insight: What there is to say about the repository.
        plan: Where its pages are.
        settings: Folder of the pages, and form of their addresses.
        lines: The text of the source.
        landmarks: The pages about the whole repository; asked for when the palette's index is.
    """

    def __init__(
        self,
        insight: RepositoryInsight,
        plan: SitePlan,
        settings: Settings,
        lines: SourceLines,
        landmarks: Iterable[Landmark] = (),
    ) -> None:
        repository = insight.repository
        self._insight = insight
        self._plan = plan
        self._landmarks = landmarks
        self._listed_lines = lines.listed_of
        self._pieces = lines.pieces
        self._addresses = PageAddresses(plan, settings.uri, directory_urls=settings.directory_urls)
        self._is_slim = settings.detail == "slim"
        references = ReferenceLists(repository, self._addresses, lines.all_of)
        sorts: Mapping[str, Callable[[RepoFile], object]] = {
            "symbols": HoverCards(repository),
            "references": references,
        }
        digests = FileDataDigests(repository, self._addresses)
        self._by_file = FileData(repository, plan, {} if self._is_slim else sorts, digests.of)

    def __getitem__(self, name: str) -> bytes:
        """Return a file's content.

        Raises:
            KeyError: There is no such file.
        """
        stem = name.removesuffix(".js")
        if stem == name:
            raise KeyError(name)
        if stem in self._by_file:
            return self._by_file.content(stem)
        if stem.startswith(CALLS) and self._calls is not None:
            return self._calls.content(stem)
        if stem.startswith(SOURCE) and self._source_index is not None:
            return self._source_index[stem]
        return self._tree if stem == TREE else self._index[stem]

    def origin(self, name: str) -> str:
        """Return what stands for all that a file follows from; empty if that is all of the site."""
        stem = name.removesuffix(".js")
        if stem in self._by_file:
            return self._by_file.origin(stem)
        if stem == TREE or stem.startswith(CALLS):
            return ""
        index = self._source_index if stem.startswith(SOURCE) else self._index
        digest = "" if index is None else index.digest(stem)
        return f"{stem}:{digest}" if digest else ""

    def __iter__(self) -> Iterator[str]:
        yield f"{TREE}.js"
        yield from (f"{name}.js" for name in self._index)
        yield from (f"{name}.js" for name in self._by_file)
        yield from (f"{name}.js" for name in self._calls or ())
        yield from (f"{name}.js" for name in self._source_index or ())

    def __len__(self) -> int:
        indexes = len(self._index) + len(self._source_index or ())
        return 1 + indexes + len(self._by_file) + len(self._calls or ())

    @cached_property
    def _index(self) -> Index:
        insight = self._insight
        found = entries(insight.repository, insight.remoteness, is_slim=self._is_slim)
        pages = landmark_entries(self._landmarks)
        has_source = self._listed_lines is not None
        return Index(chain(found, pages), self._addresses, has_source=has_source)

    @cached_property
    def _source_index(self) -> SourceIndex | None:
        if self._listed_lines is None:
            return None
        files = self._insight.repository.files
        remoteness = self._insight.remoteness
        paths = sorted(files, key=lambda path: (remoteness.of_file(path), path))
        return SourceIndex(paths, self._listed_lines, self._addresses, self._pieces())

    @cached_property
    def _calls(self) -> CallFiles | None:
        if self._is_slim:
            return None
        insight = self._insight
        return CallFiles(insight.call_hierarchy, insight.repository, self._plan, self._addresses)

    @property
    def _tree(self) -> bytes:
        return tree_file(self._insight.repository, self._addresses)
