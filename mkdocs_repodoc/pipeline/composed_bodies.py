"""The blocks of a site's pages, composed when asked for and kept while they may be again."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.landmarks import landmark_uris
from mkdocs_repodoc.pipeline.site_queries import RECENT, SiteQueries


class ComposedBody(NamedTuple):
    """The blocks of a page.

    Attributes:
        body: The blocks.
        is_stale: Whether a text was read for them that was no longer what had been analysed.
    """

    body: PageBody
    is_stale: bool


class ComposedBodies:
    """The bodies of a site's pages.

    The pages about the whole repository look at all that there is to say about it, and the data
    beside the pages need them, too: their bodies are kept for good, others for a while.

    Args:
        context: What pages are composed from.
        queries: Knows which texts are no longer what was analysed.
    """

    def __init__(self, context: PageContext, queries: SiteQueries) -> None:
        self._plan = context.plan
        self._composer = PageComposer(context)
        self._queries = queries
        self._landmarks = tuple(landmark_uris(context.plan))
        self._lasting = cache(self._compose)
        self._recent = lru_cache(RECENT)(self._compose)

    def prepare(self) -> None:
        """Compose the pages about the whole repository."""
        for uri in self._landmarks:
            self._lasting(uri)

    def of(self, uri: str) -> ComposedBody:
        """Return the body of the page with a source URI."""
        return self._lasting(uri) if uri in self._landmarks else self._recent(uri)

    def _compose(self, uri: str) -> ComposedBody:
        stale_reads = len(self._queries.stale_reads)
        body = self._composer.compose(self._plan.pages[uri])
        return ComposedBody(body, is_stale=len(self._queries.stale_reads) > stale_reads)
