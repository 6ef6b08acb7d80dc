"""The blocks of a site's pages, composed when asked for and kept while they may be again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.compose import PageComposer, compose_withheld
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.landmarks import landmark_uris
from mkdocs_repodoc.pipeline.page_fingerprint import body_digest
from mkdocs_repodoc.pipeline.site_queries import RECENT, SiteQueries
from mkdocs_repodoc.pipeline.traces.body_traces import BodyTraces
from mkdocs_repodoc.processes.attempts import NoResult, attempt, contained
from mkdocs_repodoc.processes.containment import recursion_bound, tell_traceback
from mkdocs_repodoc.processes.limits import Limits

_OVERTAKEN = (
    "a file that it shows has changed since it was analysed; the next build shows it as it is"
)


class ComposedBody(NamedTuple):
    """The blocks of a page.

    Attributes:
        body: The blocks.
        is_stale: Whether they are not to be kept: a text was read for them that was no longer what
            had been analysed, or they took too long.
        digest: Digest of the page's plan and the blocks; `None` if they are not to be kept.
    """

    body: PageBody
    is_stale: bool
    digest: bytes | None = None


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
        self._traces: BodyTraces | None = None
        self._queries = queries
        self._unsaid = context.insight.bounds.unsaid
        self._landmarks = tuple(landmark_uris(context.plan))
        self._limits = Limits(context.settings.time_limit, context.settings.memory_limit)
        self._lasting: dict[str, ComposedBody] = {}
        self._losses: dict[str, str] = {}
        self._recent = lru_cache(RECENT)(self._compose)

    def trace(self, traces: BodyTraces) -> None:
        """Note from now on what the pages of files are composed from."""
        self._traces = traces

    def expect(self, uris: Iterable[str]) -> None:
        """Have here what it takes to tell the digests of some pages."""
        if self._traces is not None:
            self._traces.bring(uris)

    def settle(self, uris: Iterable[str]) -> None:
        """Find out which digests are known, once for all copies of this process."""
        if self._traces is not None:
            self._traces.settle(uris, self._limits)

    def digest(self, uri: str) -> bytes | None:
        """Return the digest of a page's plan and body; `None` if they are not to be kept.

        It is composed if anything that was read for it is not as it was.
        """
        plan = self._plan.pages[uri]
        if self._traces is not None and (known := self._traces.known(plan)) is not None:
            return known
        return self.of(uri).digest

    def prepare(self, wanted: Collection[str] | None = None) -> None:
        """Compose the pages about the whole repository; one that takes too long says so instead.

        Args:
            wanted: Source URIs of those that are needed; all of them by default.
        """
        for uri in self._landmarks if wanted is None else wanted:
            outcome = attempt(partial(self.of, uri), self._limits)
            if isinstance(outcome, ComposedBody):
                if outcome.is_stale:
                    self._losses.setdefault(uri, _OVERTAKEN)
            else:
                self._losses[uri] = outcome.reason
                body = compose_withheld(self._plan.pages[uri], self._losses[uri])
                self._lasting[uri] = ComposedBody(body, is_stale=True)

    @property
    def losses(self) -> Mapping[str, str]:
        """Source URI of each page about the whole repository that could not be composed → why."""
        return self._losses

    def why_lost(self, uri: str) -> str:
        """Return a clause that says why a page can't be made of what there is."""
        return self._losses.get(uri, _OVERTAKEN)

    def of(self, uri: str) -> ComposedBody:
        """Return the body of the page with a source URI."""
        if uri not in self._landmarks:
            return self._recent(uri)
        if uri not in self._lasting:
            self._lasting[uri] = self._compose(uri)
        return self._lasting[uri]

    def _compose(self, uri: str) -> ComposedBody:
        """Return what a page says; if it can't be composed, why not: that costs the page alone.

        Raises:
            RepodocError: There is something that the user has to mend.
            MemoryError: There is not enough of it, which is for whoever has set a limit.
        """
        plan, stale_reads = self._plan.pages[uri], len(self._queries.stale_reads)
        compose = (self._traces or self._composer).compose
        with recursion_bound():
            outcome = contained(partial(compose, plan))
        is_stale = len(self._queries.stale_reads) > stale_reads
        if isinstance(outcome, NoResult):
            body = compose_withheld(plan, outcome.reason)
            if not is_stale:
                tell_traceback(outcome.traceback)
            return ComposedBody(body, is_stale, self._digest(plan, body, is_stale=is_stale))
        digest = self._digest(plan, outcome, is_stale=is_stale)
        if self._traces is not None and digest is not None:
            self._traces.keep(plan, digest)
        return ComposedBody(outcome, is_stale, digest)

    def _digest(self, plan: PagePlan, body: PageBody, *, is_stale: bool) -> bytes | None:
        if is_stale or self._unsaid:  # the next run may have more to say
            return None
        try:
            return body_digest(plan, body)
        except UnicodeEncodeError:  # a name that is no Unicode
            return None
