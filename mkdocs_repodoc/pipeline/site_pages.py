"""The pages of a site: composed, rendered, and kept while they may be used again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import msgspec

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan
from mkdocs_repodoc.pages.compose import compose_withheld
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pipeline.build_facts import BuildFacts
from mkdocs_repodoc.pipeline.composed_bodies import ComposedBodies
from mkdocs_repodoc.pipeline.page_fingerprint import (
    Fingerprint,
    PageDraft,
    fingerprint,
    still_holds,
)
from mkdocs_repodoc.pipeline.site_queries import SiteQueries
from mkdocs_repodoc.pipeline.stores.page_store import PageStore
from mkdocs_repodoc.pipeline.traces.body_traces import BodyTraces
from mkdocs_repodoc.processes.containment import recursion_bound
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.rendering.query_recorder import QueryRecorder
from mkdocs_repodoc.rendering.renderer import RenderedPage, Renderer
from mkdocs_repodoc.repository_urls import SourceUrl

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(RenderedPage).decode


class SitePages:
    """The pages of one repository at one moment.

    Args:
        context: What pages are composed from.
        queries: Answers what rendering asks.
        renderer: The output format.
        twin_renderer: The format of the pages' twins.
        facts: What the build has learned.

    Attributes:
        repository: The linked repository.
        plan: Every page and its addresses.
        revision: The documented commit.
        digests: Digests of what the pages depend on.
        analysed: How many files had to be analysed.
        diagnostics: All problems that were found.
        secrets: Path → what looks like secrets in a file, where that is not allowed.
    """

    def __init__(
        self,
        context: PageContext,
        queries: SiteQueries,
        renderer: Renderer,
        twin_renderer: Renderer,
        facts: BuildFacts,
    ) -> None:
        self._context = context
        self.queries = queries
        self._renderer = renderer
        self._twin_renderer = twin_renderer
        self.repository: Repository = context.repository
        self.plan: SitePlan = context.plan
        self.revision = facts.revision
        self.digests = facts.digests
        self.analysed = facts.analysed
        self.secrets = facts.secrets
        self.diagnostics = (
            *facts.diagnostics,
            *(
                msgspec.structs.replace(each, path=path)
                for path, file in self.repository.files.items()
                for each in file.outline.diagnostics
            ),
        )
        self._body_cache: PageStore[RenderedPage] | None = None
        self._cache: Cache | None = None
        self._bodies = ComposedBodies(context, queries)

    @property
    def context(self) -> PageContext:
        """What its pages are composed from, for those who show parts of them elsewhere."""
        return self._context

    def prepare(self, wanted: Collection[str] | None = None) -> None:
        """Compose the pages about the whole repository, before a fork, each within a limit of time.

        Args:
            wanted: Source URIs of those that are needed; all of them by default.
        """
        self.queries.prepare()
        self._bodies.prepare(wanted)
        if self._body_cache is not None and wanted is None:
            self._body_cache.settle(list(self.plan.pages))

    def keep_parts(self, cache: Cache) -> None:
        """Keep in a cache what saves later builds to compose pages of files, and to read lines."""
        self._cache = cache
        self._bodies.trace(BodyTraces(self._context, cache, self.digests.shared))

    def expect(self, uris: Iterable[str]) -> None:
        """Have here what it takes to tell whether some pages still hold."""
        self._bodies.expect(uris)

    def settle(self, uris: Iterable[str]) -> None:
        """Find out which bodies are as they were, once for all copies of this process."""
        self._bodies.settle(uris)

    def keep_bodies(self, cache: Cache) -> None:
        """Take rendered pages from a cache from now on, and keep new ones there."""
        self.keep_parts(cache)
        self._body_cache = PageStore(cache, self, f"{self._renderer.name} body", _decode)

    def render(self, uri: str) -> RenderedPage:
        """Return the page with a source URI, ready to be published.

        Args:
            uri: One of the plan's.
        """
        if self._body_cache is None:
            page = self._made(self._renderer, uri, QueryRecorder(self.queries))
            page = page or self.withheld(uri, self._bodies.why_lost(uri))
        else:
            page = self._kept_or_new(uri, self._body_cache)
        return replace(page, content=self.revision.fill_in(page.content))

    def draft(self, uri: str) -> PageDraft:
        """Return the page with a source URI as it may be kept for builds of other commits.

        Args:
            uri: One of the plan's.

        Returns:
            The page, with a placeholder that `revision` fills in, and what it follows from.
        """
        return self._draft(self._renderer, uri)

    def draft_twin(self, uri: str) -> PageDraft:
        """Return the twin of the page with a source URI, likewise, if the page has one."""
        return self._draft(self._twin_renderer, uri)

    def _draft(self, renderer: Renderer, uri: str) -> PageDraft:
        recorder = QueryRecorder(self.queries)
        page = self._made(renderer, uri, recorder)
        if page is None:
            return PageDraft(self._withheld(renderer, uri, self._bodies.why_lost(uri)), None)
        body = self._bodies.of(uri).digest
        known = None if body is None else fingerprint(body, recorder, self._record_key)
        return PageDraft(page, known)

    def render_as(self, renderer: Renderer, plan: PagePlan, uri: str, overtaken: str = "") -> str:
        """Return a page in another format, ready to be published.

        Args:
            renderer: The format.
            plan: The page as it is planned there.
            uri: One of this plan's.
            overtaken: A clause that stands for a page whose files have changed; empty for the one
                of builds.
        """
        page = self._made(renderer, uri, self.queries, plan)
        if page is None:
            reason = overtaken or self._bodies.why_lost(uri)
            return self.withheld_as(renderer, plan, uri, reason)
        return self.revision.fill_in(page.content)

    def withheld_as(self, renderer: Renderer, plan: PagePlan, uri: str, reason: str) -> str:
        """Return what stands for a page that could not be made in another format, likewise.

        Args:
            renderer: The format.
            plan: The page as it is planned there.
            uri: One of this plan's.
            reason: A clause that says why.
        """
        page = renderer.render(plan, compose_withheld(self.plan.pages[uri], reason), self.queries)
        return self.revision.fill_in(page.content)

    @property
    def source_url(self) -> SourceUrl:
        """Address of a file at the repository's forge, with a placeholder for the commit."""
        return self._context.source_url

    def withheld(self, uri: str, reason: str) -> RenderedPage:
        """Return what stands for a page that could not be made.

        Args:
            uri: One of the plan's.
            reason: A clause that says why.
        """
        return self._withheld(self._renderer, uri, reason)

    def withheld_twin(self, uri: str, reason: str) -> RenderedPage:
        """Return what stands for the twin of a page that could not be made, likewise."""
        return self._withheld(self._twin_renderer, uri, reason)

    def _withheld(self, renderer: Renderer, uri: str, reason: str) -> RenderedPage:
        plan = self.plan.pages[uri]
        return renderer.render(plan, compose_withheld(plan, reason), self.queries)

    def still_holds(self, uri: str, known: Fingerprint) -> bool:
        """Tell whether a page with this fingerprint would be rendered the same now."""
        digest = self._bodies.digest(uri)
        return digest is not None and still_holds(known, digest, self.queries, self._record_key)

    @property
    def losses(self) -> Mapping[str, str]:
        """Source URI of each page about the whole repository that could not be made → why."""
        return self._bodies.losses

    def body(self, uri: str) -> PageBody:
        """Return what the page with a source URI says, for those who lay it out in another way."""
        return self._bodies.of(uri).body

    def _kept_or_new(self, uri: str, cache: PageStore[RenderedPage]) -> RenderedPage:
        if (kept := cache.restore([uri]).get(uri)) is not None:
            return kept
        draft = self.draft(uri)
        cache.keep(uri, _encode(draft.page), draft.fingerprint)
        return draft.page

    def _made(
        self,
        renderer: Renderer,
        uri: str,
        queries: RepositoryQueries,
        plan: PagePlan | None = None,
    ) -> RenderedPage | None:
        """Return a page; `None` if it can't be made of what there is, see `why_lost`."""
        stale_reads = len(self.queries.stale_reads)
        try:
            composed = self._bodies.of(uri)
            with recursion_bound():
                page = renderer.render(plan or self.plan.pages[uri], composed.body, queries)
        except Exception:
            if len(self.queries.stale_reads) == stale_reads:
                raise
            return None  # what was found in one text is not where it was in another one
        return None if composed.is_stale or len(self.queries.stale_reads) > stale_reads else page

    def _record_key(self, path: str) -> str:
        return self.repository.files[path].key
