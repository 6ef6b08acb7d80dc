"""Pages of a repository as Markdown, for programs that read them without a site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.markdown.markdown_renderer import MarkdownRenderer
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pipeline.site import Site


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
        self._renderer = MarkdownRenderer(site.context.settings, site.source_url)
        self._by_url = {page.twin_url: page for page in site.plan.pages.values() if page.twin_url}

    def overviews(self) -> Iterator[TwinPage]:
        """Yield the pages about the repository as a whole and about folders."""
        for page in self._by_url.values():
            if page.kind != "file":
                yield TwinPage(page.twin_url, page.title, self._summary(page))

    def text(self, url: str) -> str | None:
        """Return a page's Markdown; `None` if there is none with this address.

        Args:
            url: As `TwinPage` has it.
        """
        page = self._by_url.get(url)
        if page is None:
            return None
        return self._site.render_as(self._renderer, page, page.uri)

    def _summary(self, page: PagePlan) -> str:
        is_folder = page.kind in {"folder", "repository"}
        return self._site.repository.folders[page.path].summary if is_folder else ""
