"""A planned site: it knows all its pages, and makes the body of one when asked."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from pathlib import Path

import msgspec

from mkdocs_repodoc import linking
from mkdocs_repodoc.analysis import git
from mkdocs_repodoc.cache import Cache
from mkdocs_repodoc.data.files import DataFiles
from mkdocs_repodoc.hosting import SourceUrls, commit_url
from mkdocs_repodoc.inventory import write_inventory
from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import (
    Example,
    FileLinks,
    LinkedReference,
    Repository,
    SymbolRef,
)
from mkdocs_repodoc.model.site import NavNode, SitePlan
from mkdocs_repodoc.pages.anchors import page_anchors
from mkdocs_repodoc.pages.compose import compose
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.inventory import PythonObject, python_objects, site_inventory
from mkdocs_repodoc.pages.navigation import navigation
from mkdocs_repodoc.pages.search import SearchSection, search_sections
from mkdocs_repodoc.pipeline.bodies import Bodies
from mkdocs_repodoc.pipeline.external import ExternalProjects
from mkdocs_repodoc.pipeline.records import Records
from mkdocs_repodoc.render.context import RenderContext
from mkdocs_repodoc.render.renderer import RenderedPage, Renderer
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.source_text import SourceText, decode

_RECENT = 16
"""How many files' details, links and texts are kept: a file's two pages are asked for in turn."""


class Site:
    """All pages of one repository at one moment.

    Args:
        settings: As the site was built.
        repository: The linked repository.
        plan: Every page and its addresses.
        records: Where details of files come from.
        source_url: Makes addresses at the repository host.
        external: What other projects document.
        analysed: How many files had to be analysed for this build.
        digest: Digest of all that the pages depend on.
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
        external: ExternalProjects,
        analysed: int,
        digest: str,
        diagnostics: Iterable[Diagnostic],
    ) -> None:
        self.repository = repository
        self.plan = plan
        self.analysed = analysed
        self.digest = digest
        self._bodies: Bodies | None = None
        self.diagnostics = (*diagnostics, *_record_diagnostics(repository))
        self._settings = settings
        self._records = records
        self._external = external
        # The caches belong to this site: what they hold goes when the site goes.
        detail = lru_cache(_RECENT)(self._detail)
        links = lru_cache(_RECENT)(self._links)
        read_text = lru_cache(_RECENT)(self._read_text)
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
        self._renderer = Renderer(
            RenderContext(
                repository=repository,
                plan=plan,
                settings=settings,
                read_text=read_text,
                references=self._references,
                look_up=self._look_up,
                mention=self._mention,
                source_url=source_url,
                look_up_external=self._look_up_external,
            )
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
        _ = self._context.survey
        self._external.prepare()

    def keep_bodies(self, cache: Cache) -> None:
        """Take rendered pages from a cache from now on, and keep new ones there."""
        self._bodies = Bodies(cache, self.digest)

    def render(self, uri: str) -> RenderedPage:
        """Return the HTML of the page with a source URI."""
        return self._bodies.get(uri, self._render) if self._bodies else self._render(uri)

    def _render(self, uri: str) -> RenderedPage:
        plan = self.plan.pages[uri]
        return self._renderer.render(plan, compose(self._context, plan))

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
        return decode((self._settings.root / path).read_bytes())


def _record_diagnostics(repository: Repository) -> Iterable[Diagnostic]:
    for path, file in repository.files.items():
        for diagnostic in file.outline.diagnostics:
            yield msgspec.structs.replace(diagnostic, path=path)
