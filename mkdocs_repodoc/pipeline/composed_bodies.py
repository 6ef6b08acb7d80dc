"""The blocks of a site's pages, composed when asked for and kept while they may be again."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.pages.compose import PageComposer, compose_withheld
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.landmarks import landmark_uris
from mkdocs_repodoc.pipeline.site_queries import RECENT, SiteQueries
from mkdocs_repodoc.processes.containment import fault, recursion_bound, tell_bug


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
        """Return what a page says; if it can't be composed, why not: that costs the page alone.

        Raises:
            RepodocError: There is something that the user has to mend.
            MemoryError: There is not enough of it, which is for whoever has set a limit.
        """
        plan, stale_reads = self._plan.pages[uri], len(self._queries.stale_reads)
        try:
            with recursion_bound():
                body = self._composer.compose(plan)
        except (RepodocError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever a page makes of its files
            body = compose_withheld(plan, fault(error))
            if len(self._queries.stale_reads) == stale_reads:
                tell_bug(error)
        return ComposedBody(body, is_stale=len(self._queries.stale_reads) > stale_reads)
