"""Pages of a repository as Markdown, for programs that read them without a site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.markdown.markdown_renderer import MarkdownRenderer
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pipeline.builder import planned_site
from mkdocs_repodoc.pipeline.linked_files import LinkedFiles
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.processes.attempts import NoResult, attempt
from mkdocs_repodoc.processes.containment import tell_traceback
from mkdocs_repodoc.processes.limits import Limits
from mkdocs_repodoc.query.twin_addresses import TwinAddresses

_OVERTAKEN = "files that it shows have changed while it was made; read it again"


class TwinPage(NamedTuple):
    """A page that can be read.

    Attributes:
        url: Its address relative to the top of the site, percent-encoded; links of other pages lead
            there.
        title: Its title.
        summary: What it is about, in a sentence; may be empty.
    """

    url: str
    title: str
    summary: str


class TwinPages:
    """The twins of a site's pages, made when they are asked for.

    Args:
        site: The site; its plan has twins for what is to be read.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        settings = site.context.settings
        self._renderer = MarkdownRenderer(settings, site.source_url, TwinAddresses)
        self._by_url = {page.twin_url: page for page in site.plan.pages.values() if page.twin_url}
        self._limits = Limits(settings.time_limit, settings.memory_limit)
        self._lost: dict[str, str] = {}

    @property
    def commit(self) -> str:
        """Hash of the commit that was checked out; empty outside git."""
        return self._site.repository.history.revision

    @property
    def are_overtaken(self) -> bool:
        """Whether a file was read for one of them that is no longer what was analysed."""
        return self._site.is_overtaken

    def overviews(self) -> Iterator[TwinPage]:
        """Yield the pages about the repository as a whole and about folders."""
        for page in self._by_url.values():
            if page.kind != "file":
                yield TwinPage(page.twin_url, page.title, self._summary(page))

    def text(self, url: str) -> str | None:
        """Return a page's Markdown; `None` if there is none with this address.

        One that takes longer than pages may, or can't be made of the files as they are, says so.

        Args:
            url: As `TwinPage` has it.
        """
        page = self._by_url.get(url)
        if page is None:
            return None
        if url not in self._lost:
            render = partial(self._site.render_as, self._renderer, page, page.uri, _OVERTAKEN)
            outcome = attempt(render, self._limits)
            if not isinstance(outcome, NoResult):
                return outcome
            tell_traceback(outcome.traceback)
            self._lost[url] = outcome.reason
        return self._site.withheld_as(self._renderer, page, page.uri, self._lost[url])

    def _summary(self, page: PagePlan) -> str:
        is_folder = page.kind in {"folder", "repository"}
        return self._site.repository.folders[page.path].summary if is_folder else ""


def twin_pages(linked: LinkedFiles, cache: Cache) -> TwinPages:
    """Return the pages of a repository, those of files too.

    Args:
        linked: Its files.
        cache: Where results are kept between runs.
    """
    settings = replace(linked.settings, markdown="all")
    return TwinPages(planned_site(replace(linked, settings=settings), cache))
