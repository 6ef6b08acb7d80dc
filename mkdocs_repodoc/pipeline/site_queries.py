"""The answers that composing and rendering the pages of one repository ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from mkdocs_repodoc import linking
from mkdocs_repodoc.inventories.external_projects import ExternalProjects
from mkdocs_repodoc.linking import RepositoryIndex
from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.model.file_links import FileLinks
from mkdocs_repodoc.model.files import UNREAD_KINDS
from mkdocs_repodoc.model.linked_symbols import (
    Example,
    LinkedReference,
    LinkTarget,
    SymbolRef,
)
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.model.site_plan import PageKind, SitePlan
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.text.source_text import SourceText, decode, read_file

RECENT = 16
"""How many files' details, links and texts are kept: a file's two pages are asked for in turn, and
those whose fingerprint does not hold are rendered soon after."""
_RECENT_LINES = 64
"""Pages show calls from the same few files many times."""


class SiteQueries(RepositoryQueries):
    """Answers about one repository at one moment.

    Args:
        index: The linked repository.
        root: Its folder.
        details: Path → the detailed half of the file's record.
        external: What other projects document.

    Attributes:
        stale_reads: Path of a file that was no longer what had been analysed, for each time that
            its text was asked for.
    """

    def __init__(
        self,
        index: RepositoryIndex,
        root: Path,
        details: Callable[[str], FileDetail],
        external: ExternalProjects,
    ) -> None:
        self.index = index
        self._plan = SitePlan({}, {}, {})
        self._root = root
        self._external = external
        self.stale_reads: list[str] = []
        self._overtaken: set[str] = set()
        # What they hold goes when this object goes.
        self._recent_details = lru_cache(RECENT)(details)
        self._recent_links = lru_cache(RECENT)(self._read_links)
        self._recent_texts = lru_cache(RECENT)(self._read_text)
        self._recent_lines = lru_cache(_RECENT_LINES)(self._read_lines)

    def planned(self, plan: SitePlan) -> SiteQueries:
        """Return the same answers, and where pages are, of which there are none before."""
        planned = copy(self)
        planned._plan = plan  # noqa: SLF001 - of this class
        return planned

    def prepare(self) -> None:
        """Read what is read on first use, for callers that are about to fork."""
        self._external.prepare()

    # Of composing

    def detail(self, path: str) -> FileDetail:
        """Return the detailed half of a file's record."""
        return self._recent_details(path)

    def file_links(self, path: str) -> FileLinks:
        """Return a file's resolved references, related files and concepts."""
        return self._recent_links(path)

    def examples(self, symbol: SymbolRef) -> tuple[Example, ...]:
        """Return real calls of a symbol."""
        return linking.examples(self.index.repository, symbol)

    def exports(self, path: str) -> Mapping[str, SymbolRef]:
        """Return what `from … import *` takes from a file: name → its definition."""
        return linking.exports_of(self.index, path)

    def external_link(self, name: str) -> WebLink | None:
        """Return where another project documents a full dotted name."""
        return self._external.find((name,))

    # Of rendering

    def page_uri(self, kind: PageKind, path: str) -> str | None:
        return self._plan.uris.get((kind, path))

    def page_url(self, uri: str) -> str | None:
        page = self._plan.pages.get(uri)
        return page.url if page is not None else None

    def twin_url(self, uri: str) -> str | None:
        page = self._plan.pages.get(uri)
        return (page.twin_url or None) if page is not None else None

    def asset_url(self, path: str) -> str | None:
        asset = self._plan.assets.get(path)
        return asset.url if asset is not None else None

    def language(self, path: str) -> str:
        file = self.file(path)
        return file.source.language if file is not None else ""

    def file(self, path: str) -> RepoFile | None:
        return self.index.repository.files.get(path)

    def symbol(self, path: str, position: int) -> LinkTarget:
        return self.index.repository.link_target(SymbolRef(path, position))

    def read_text(self, path: str) -> SourceText:
        text = self._recent_texts(path)
        self._note_if_stale(path)
        return text

    def lines(self, path: str) -> Sequence[str]:
        lines = self._recent_lines(path)
        self._note_if_stale(path)
        return lines

    def references(self, path: str) -> tuple[LinkedReference, ...]:
        # In a text that is no longer what was analysed they would be links on other words.
        return () if path in self._overtaken else self.file_links(path).references

    def look_up(self, path: str, scope: int, name: str) -> SymbolRef | None:
        return linking.look_up(self.index, path, scope, name)

    def mention(self, path: str, scope: int, name: str) -> SymbolRef | WebLink | None:
        return self._mentioned(path, scope, name, marked=False)

    def marked_mention(self, path: str, scope: int, name: str) -> SymbolRef | WebLink | None:
        return self._mentioned(path, scope, name, marked=True)

    def look_up_external(self, path: str, scope: int, name: str) -> WebLink | None:
        return self._external.find(linking.names_elsewhere(self.index, path, scope, name))

    def _mentioned(
        self, path: str, scope: int, name: str, *, marked: bool
    ) -> SymbolRef | WebLink | None:
        mention = linking.mentioned(self.index, path, scope, name, marked=marked)
        return mention.symbol or self._external.find(mention.elsewhere)

    def _read_links(self, path: str) -> FileLinks:
        return linking.file_links(self.index, path)

    def _read_text(self, path: str) -> SourceText:
        source = self.index.repository.files[path].source
        if source.kind in UNREAD_KINDS:
            return SourceText("", "utf-8")
        try:
            data = read_file(self._root, path)
        except OSError:  # it was a file when it was analysed
            self._overtaken.add(path)
            return SourceText("", "utf-8")
        if sha256(data).hexdigest() != source.digest:
            self._overtaken.add(path)
        return decode(data)

    def _note_if_stale(self, path: str) -> None:
        if path in self._overtaken:
            self.stale_reads.append(path)

    def _read_lines(self, path: str) -> Sequence[str]:
        return self._recent_texts(path).lines
