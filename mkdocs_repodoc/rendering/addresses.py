"""Addresses as one page writes them: relative to itself, percent-encoded."""

from __future__ import annotations

import re
from urllib.parse import quote

from mkdocs_repodoc.model.blocks import PageLink
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.site_plan import HandWrittenPage, PagePlan
from mkdocs_repodoc.rendering.render_context import RenderContext

_ANCHOR_SAFE = "/:@!$*+,;().~-_?"
"""What a fragment may hold and an attribute without quotes too."""

_PLAIN_ANCHOR = re.compile(r"[A-Za-z0-9._-]*")

WEB_SCHEMES = ("https://", "http://", "mailto:")
"""Beginnings of addresses that lead out of the site; others are shown as text."""


class Addresses:
    """Makes the links of one page.

    Args:
        context: Where pages, assets and symbols are found.
        page: The page that the links stand on.
    """

    def __init__(self, context: RenderContext, page: PagePlan | HandWrittenPage) -> None:
        self._context = context
        self._page = page
        self._pages: dict[str, str | None] = {}
        self._files: dict[str, str | None] = {}
        self._titled: set[tuple[str, str]] = set()

    def page(self, uri: str, anchor: str = "") -> str | None:
        """Return the address of a page by its source URI; `None` if the site has no such page."""
        if uri not in self._pages:
            url = self._context.queries.page_url(uri)
            self._pages[uri] = None if url is None else relative(self._page.url, url)
        return with_anchor(self._pages[uri], anchor, same_page=uri == self._page.uri)

    def of_link(self, link: PageLink) -> str | None:
        """Return the address that a link leads to; `None` if the site has no such page."""
        return self.page(link.uri, link.anchor)

    def file(self, path: str, anchor: str = "") -> str | None:
        """Return the address of a file's documentation page, or of an anchor on it."""
        uri = self._context.queries.page_uri("file", path)
        return None if uri is None else self.page(uri, anchor)

    def folder(self, path: str) -> str | None:
        """Return the address of a folder's index page; the root's is the repository's."""
        uri = self._context.queries.page_uri("folder" if path else "repository", path)
        return None if uri is None else self.page(uri)

    def symbol(self, symbol: SymbolRef) -> str | None:
        """Return the address of a symbol's section, or of a file's page for the file itself."""
        return self.file(symbol.path, self._context.queries.symbol(*symbol).anchor)

    def asset(self, path: str) -> str | None:
        """Return the address of a published image of the repository."""
        url = self._context.queries.asset_url(path)
        return None if url is None else relative(self._page.url, url)

    def site(self, url: str, anchor: str = "") -> str:
        """Return the address of something that stands at a URL relative to the site's top."""
        return relative(self._page.url, url) + (f"#{quote_anchor(anchor)}" if anchor else "")

    def title_once(self, url: str, title: str) -> str:
        """Return the title of a link for the first link of the page that needs it, else nothing.

        Signatures repeat the same few names; titles on all of them are a tenth of a page. The
        page's script shows the first one's title on the others.
        """
        if (url, title) in self._titled:
            return ""
        self._titled.add((url, title))
        return title

    def symbol_title(self, symbol: SymbolRef) -> str:
        """Return the hover title of a link to a symbol: its kind and qualified name."""
        linked = self._context.queries.symbol(*symbol)
        return f"{linked.kind} {linked.qualified_name}"


def with_anchor(url: str | None, anchor: str, *, same_page: bool) -> str | None:
    """Add a fragment to an address; on the same page the fragment is all there is."""
    if url is None or not anchor:
        return url
    return f"#{quote_anchor(anchor)}" if same_page else f"{url}#{quote_anchor(anchor)}"


def quote_anchor(anchor: str) -> str:
    """Percent-encode an anchor for a link; browsers decode it before they look for the id."""
    if _PLAIN_ANCHOR.fullmatch(anchor):
        return anchor
    return quote(anchor, safe=_ANCHOR_SAFE, errors="replace")


def relative(start: str, target: str) -> str:
    """Return the way from one URL to another, both relative to the site's top.

    Args:
        start: URL of the page that holds the link.
        target: URL that it leads to; empty or `./` for the site's home page.
    """
    here = start.split("/")[:-1]
    there = ("" if target in {".", "./"} else target).split("/")
    common = 0
    for mine, theirs in zip(here, there[:-1], strict=False):
        if mine != theirs:
            break
        common += 1
    way = "../" * (len(here) - common) + "/".join(there[common:])
    # A first segment with a colon would be read as a scheme.
    return f"./{way}" if not way or ":" in way.partition("/")[0] else way
