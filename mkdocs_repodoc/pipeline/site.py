"""A planned site: it knows all its pages, and makes the body of one when asked."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from mkdocs_repodoc.client.data_files import DataFiles
from mkdocs_repodoc.insight.documented_objects import PythonObject, python_objects
from mkdocs_repodoc.markdown.llms_texts import llms_texts
from mkdocs_repodoc.model.site_plan import NavNode
from mkdocs_repodoc.outputs.documented_site import DocumentedSite
from mkdocs_repodoc.outputs.site_outputs import SiteOutputs
from mkdocs_repodoc.pages.landmarks import landmarks
from mkdocs_repodoc.pages.page_anchors import page_anchors
from mkdocs_repodoc.pages.planning.navigation_tree import navigation
from mkdocs_repodoc.pages.planning.search_sections import SearchSection, search_sections
from mkdocs_repodoc.pipeline.site_pages import SitePages
from mkdocs_repodoc.pipeline.source_lines import source_lines
from mkdocs_repodoc.pipeline.watched_paths import watched_paths
from mkdocs_repodoc.processes.attempts import NoResult


class Site(SitePages):
    """All pages of one repository at one moment, and what is published beside them."""

    @cached_property
    def navigation(self) -> NavNode:
        """The navigation below the repository's index page."""
        return navigation(self.repository, self.plan, self._context.settings)

    def data_files(self) -> Mapping[str, bytes]:
        """Return what the pages' scripts fetch: name → content, made when it is looked up."""
        return DataFiles(
            self._context.insight,
            self.plan,
            self._context.settings,
            source_lines(self._context, self.queries, lambda: self._cache, self.digests.shared),
            landmarks(self.repository, self.plan, self.body),
        )

    @property
    def unsaid(self) -> Mapping[str, NoResult]:
        """What could not be worked out, and no page shows → why there is nothing."""
        return self._context.insight.bounds.unsaid

    @property
    def is_overtaken(self) -> bool:
        """Whether a text was read, in this process, that is no longer what was analysed."""
        return bool(self.queries.stale_reads)

    def published_url(self, path: str, line: int = 0, end_line: int = 0) -> str:
        """Return the address of a file, or of its lines, at the forge; may be empty."""
        return self.revision.fill_in(self._context.source_url(path, line, end_line))

    def search_sections(self, uri: str) -> tuple[SearchSection, ...]:
        """Return what a search index should know of a page: prose and summaries, no source."""
        return search_sections(self._context, self.plan.pages[uri])

    def anchors(self, uri: str) -> Container[str]:
        """Return the ids that a page has, without rendering it."""
        return page_anchors(self._context, self.plan.pages[uri])

    def outputs(self) -> Mapping[str, bytes]:
        """Return the files for other programs: path in the site → content, made when looked up."""
        context, queries = self._context, self.queries
        settings = context.settings
        site = DocumentedSite(
            self.repository, self.plan, queries.exports, queries, lambda: context.flows
        )
        lists = llms_texts(self.repository, self.plan, settings)
        return SiteOutputs(site, settings, lists)

    def python_objects(self) -> Iterator[PythonObject]:
        """Yield what can be referred to by its full name."""
        return python_objects(self.repository, self.queries.exports)

    def watched_paths(self) -> Iterator[Path]:
        """Yield what a preview must look at to notice a change of the documented files."""
        return watched_paths(self.repository, self._context.settings)
