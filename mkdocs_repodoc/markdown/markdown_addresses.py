"""Addresses as the Markdown of a page writes them."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.rendering.addresses import Addresses, relative, with_anchor
from mkdocs_repodoc.rendering.render_context import RenderContext

LINES = re.compile(r"L\d+(?:-L?\d+)?")


class MarkdownAddresses(Addresses):
    """Makes the links of one page's Markdown: to Markdown where a page has it, else to HTML.

    Args:
        context: Where pages, assets and symbols are found.
        page: The page that the links stand on.
    """

    def __init__(self, context: RenderContext, page: PagePlan) -> None:
        super().__init__(context, replace(page, url=page.twin_url or page.url))

    def page(self, uri: str, anchor: str = "") -> str | None:
        """Return the address of a page by its source URI; `None` if the site has no such page.

        A line is an anchor in HTML alone: links to it lead there.
        """
        queries = self._context.queries
        twin = None if LINES.fullmatch(anchor) else queries.twin_url(uri)
        url = twin or queries.page_url(uri)
        address = None if url is None else relative(self._page.url, url)
        is_here = uri == self._page.uri and url == self._page.url
        return with_anchor(address, anchor, same_page=is_here)
