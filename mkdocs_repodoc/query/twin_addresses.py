"""Addresses in pages that are read without a site."""

from __future__ import annotations

from mkdocs_repodoc.markdown.markdown_addresses import MarkdownAddresses
from mkdocs_repodoc.rendering.addresses import relative, with_anchor


class TwinAddresses(MarkdownAddresses):
    """Makes the links of one page where there is Markdown alone: what has no twin has no address.

    A link to a line leads to the twin of its file; the fragment says which line.
    """

    def page(self, uri: str, anchor: str = "") -> str | None:
        """Return the address of a page by its source URI; `None` if there is no Markdown of it."""
        url = self._context.queries.twin_url(uri)
        address = None if url is None else relative(self._page.url, url)
        return with_anchor(address, anchor, same_page=uri == self._page.uri)

    def asset(self, path: str) -> str | None:  # noqa: ARG002 - a parameter of all addresses
        """Return `None`: images have no address."""
        return None
