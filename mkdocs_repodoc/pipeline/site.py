"""A planned site: it knows all its pages, and makes the body of one when asked."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from urllib.parse import quote

import msgspec

from mkdocs_repodoc import linking
from mkdocs_repodoc.cache import Cache
from mkdocs_repodoc.client.data_files import DataFiles
from mkdocs_repodoc.hosting import REVISION_PLACEHOLDER, SourceUrls, commit_url
from mkdocs_repodoc.html.query_log import Asked
from mkdocs_repodoc.html.render_context import RenderContext
from mkdocs_repodoc.html.renderer import RenderedPage, Renderer
from mkdocs_repodoc.insight.documented_objects import PythonObject, python_objects, site_inventory
from mkdocs_repodoc.model.blocks import PageBody, WebLink
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import (
    Example,
    FileLinks,
    LinkedReference,
    Repository,
    SymbolRef,
)
from mkdocs_repodoc.model.site_plan import NavNode, SitePlan
from mkdocs_repodoc.objects_inv import write_inventory
from mkdocs_repodoc.pages.compose import compose
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.page_anchors import page_anchors
from mkdocs_repodoc.pages.sitemap.navigation_tree import navigation
from mkdocs_repodoc.pages.sitemap.search_sections import SearchSection, search_sections
from mkdocs_repodoc.pipeline.external_projects import ExternalProjects
from mkdocs_repodoc.pipeline.page_cache.fingerprint import Evidence, evidence, still_holds
from mkdocs_repodoc.pipeline.page_cache.kept_pages import KeptPages
from mkdocs_repodoc.pipeline.record_store import Records
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.source_text import SourceText, decode, read_file
from mkdocs_repodoc.sources import git

_RECENT = 16
"""How many pages' blocks and files' details, links and texts are kept: a file's two pages are asked
for in turn, and those whose evidence does not hold are rendered soon after."""
_RECENT_LINES = 64
"""Pages show calls from the same few files many times."""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(RenderedPage).decode


class Site:
    """All pages of one repository at one moment.

    Args:
        settings: As the site was built.
        repository: The linked repository.
        plan: Every page and its addresses.
        records: Where details of files come from.
        source_url: Makes addresses at the repository host, at any revision.
        revision: The documented commit.
        external: What other projects document.
        analysed: How many files had to be analysed for this build.
        shared_digest: Digest of what all pages depend on.
        digest: Digest of all that any page depends on.
        diagnostics: Problems that belong to no record.
    """

    def __init__(
        self,
        *,
        settings: Settings,
        repository: Repository,
        plan: SitePlan,
        records: Records,
        source_url: SourceUrls,
        revision: str,
        external: ExternalProjects,
        analysed: int,
        shared_digest: str,
        digest: str,
        diagnostics: Iterable[Diagnostic],
    ) -> None:
        self.repository = repository
        self.plan = plan
        self.analysed = analysed
        self._revision = revision
        self.shared_digest = shared_digest
        self.digest = digest
        self._bodies: KeptPages[RenderedPage] | None = None
        self._last: dict[str, tuple[PageBody, Asked]] = {}
        self.diagnostics = (*diagnostics, *_record_diagnostics(repository))
        self._settings = settings
        self._records = records
        self._external = external
        # The caches belong to this site: what they hold goes when the site goes.
        detail = lru_cache(_RECENT)(self._detail)
        links = lru_cache(_RECENT)(self._links)
        read_text = lru_cache(_RECENT)(self._read_text)
        self._compose = lru_cache(_RECENT)(self._composed)
        self._context = PageContext(
            repository=repository,
            plan=plan,
            settings=settings,
            detail=detail,
            file_links=links,
            examples=self._examples,
            read_text=read_text,
            source_url=source_url,
            commit_url=partial(commit_url, settings.repo_url),
            external=lambda name: external.find((name,)),
        )
        self._render_context = RenderContext(
            plan=plan,
            settings=settings,
            source_url=source_url,
            language=self._language,
            file=repository.files.get,
            symbol=lambda path, position: repository.place(SymbolRef(path, position)),
            read_text=read_text,
            lines=lru_cache(_RECENT_LINES)(lambda path: read_text(path).lines),
            references=self._references,
            look_up=self._look_up,
            mention=partial(self._mention, marked=False),
            marked_mention=partial(self._mention, marked=True),
            look_up_external=self._look_up_external,
        )

    @cached_property
    def navigation(self) -> NavNode:
        """The navigation below the repository's index page."""
        return navigation(self.repository, self.plan, self._settings)

    def data_files(self) -> Mapping[str, bytes]:
        """Return what the pages' scripts fetch: name → content, made when it is looked up."""
        return DataFiles(self.repository, self.plan, self._settings)

    def prepare(self) -> None:
        """Make what many pages share, for callers that are about to fork."""
        _ = self._context.statistics
        self._external.prepare()

    def keep_bodies(self, cache: Cache) -> None:
        """Take rendered pages from a cache from now on, and keep new ones there."""
        self._bodies = KeptPages(cache, self, "body", _decode)

    def render(self, uri: str, *, pinned: bool = True) -> RenderedPage:
        """Return the HTML of the page with a source URI.

        Args:
            uri: One of the plan's.
            pinned: Whether links to the repository's host lead to the documented commit. If not,
                `pinned` does that later.
        """
        page = self._render(uri) if self._bodies is None else self._kept_or_new(uri, self._bodies)
        return replace(page, html=self.pinned(page.html)) if pinned else page

    def pinned(self, html: str) -> str:
        """Lead the links of a page to the documented commit at the repository's host."""
        return html.replace(REVISION_PLACEHOLDER, quote(self._revision))

    def _kept_or_new(self, uri: str, bodies: KeptPages[RenderedPage]) -> RenderedPage:
        if (kept := bodies.restore([uri]).get(uri)) is not None:
            return kept
        page = self._render(uri)
        bodies.keep(uri, _encode(page))
        return page

    def last_evidence(self, uri: str) -> Evidence | None:
        """Return what the page rests on that was last rendered, if it was this one."""
        last = self._last.get(uri)
        return evidence(*last, self._record_key) if last is not None else None

    def still_holds(self, uri: str, evidence: Evidence) -> bool:
        """Tell whether a page that rests on this would be rendered the same now."""
        return still_holds(evidence, self._compose(uri), self._render_context, self._record_key)

    def _render(self, uri: str) -> RenderedPage:
        asked = Asked()
        body = self._compose(uri)
        renderer = Renderer(asked.noting(self._render_context))
        page = renderer.render(self.plan.pages[uri], body)
        self._last = {uri: (body, asked)}
        return page

    def _composed(self, uri: str) -> PageBody:
        return compose(self._context, self.plan.pages[uri])

    def _record_key(self, path: str) -> str:
        return self.repository.files[path].key

    def _language(self, path: str) -> str:
        file = self.repository.files.get(path)
        return file.source.language if file is not None else ""

    def search_sections(self, uri: str) -> tuple[SearchSection, ...]:
        """Return what a search index should know of a page: prose and summaries, no source."""
        return search_sections(self._context, self.plan.pages[uri])

    def anchors(self, uri: str) -> Container[str]:
        """Return the HTML ids that a page has, without rendering it."""
        return page_anchors(self._context, self.plan.pages[uri])

    def inventory(self) -> bytes:
        """Return the `objects.inv` of the generated pages."""
        return write_inventory(site_inventory(self.repository, self.plan))

    def python_objects(self) -> Iterator[PythonObject]:
        """Yield what can be referred to by its full name."""
        return python_objects(self.repository)

    def watched_paths(self) -> Iterator[Path]:
        """Yield what a preview must look at to notice a change of the documented files."""
        root = self._settings.root
        yield from (root / path for path in self.repository.files)
        yield from (source.file for source in self._settings.inventories)
        if self._settings.coverage is not None:
            yield self._settings.coverage
        if (top := git.top_level(root)) is not None:
            yield top / ".git" / "index"  # a file is documented once it is added
        else:
            yield from (root / path for path in self.repository.folders)

    def _detail(self, path: str) -> FileDetail:
        return self._records.detail(self.repository.files[path].key)

    def _links(self, path: str) -> FileLinks:
        return linking.file_links(self.repository, path, self._context.detail(path))

    def _references(self, path: str) -> tuple[LinkedReference, ...]:
        return self._context.file_links(path).references

    def _examples(self, symbol: SymbolRef) -> tuple[Example, ...]:
        return linking.examples(self.repository, symbol)

    def _look_up(self, path: str, scope: int, name: str) -> SymbolRef | None:
        return linking.look_up(self.repository, path, scope, name)

    def _mention(
        self, path: str, scope: int, name: str, *, marked: bool
    ) -> SymbolRef | WebLink | None:
        mention = linking.mentioned(self.repository, path, scope, name, marked=marked)
        return mention.symbol or self._external.find(mention.elsewhere)

    def _look_up_external(self, path: str, scope: int, name: str) -> WebLink | None:
        return self._external.find(linking.names_elsewhere(self.repository, path, scope, name))

    def _read_text(self, path: str) -> SourceText:
        return decode(read_file(self._settings.root, path))


def _record_diagnostics(repository: Repository) -> Iterable[Diagnostic]:
    for path, file in repository.files.items():
        for diagnostic in file.outline.diagnostics:
            yield msgspec.structs.replace(diagnostic, path=path)
