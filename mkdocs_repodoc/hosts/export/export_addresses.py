"""Addresses in an export: of its own pages, and of what is not in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_repodoc.hosts.export.exported_pages import ExportedPage
from mkdocs_repodoc.markdown.markdown_addresses import LINES
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan
from mkdocs_repodoc.rendering.addresses import Addresses, quote_anchor, relative
from mkdocs_repodoc.rendering.render_context import RenderContext

_DOCUMENTS = frozenset({"markdown", "restructuredtext", "jupyter"})
"""Languages that hosts render."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ABSOLUTE = re.compile(rf"{_SCHEME.pattern}|/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Beyond:
    """What links lead to that have no page in the export.

    Attributes:
        html: Address of the top of the site in HTML, relative ones as seen from the folder of the
            export; empty if there is no such site.
        sources: The way from that folder to the repository's top, where files can be linked to;
            empty to link to them at the repository's forge.
        names_index: Whether an address in a folder names its `index.html`, which programs want that
            know files and not addresses.
    """

    html: str = ""
    sources: str = ""
    names_index: bool = False


class ExportAddresses(Addresses):
    """Makes the links of one exported page.

    Args:
        context: Where pages, assets and symbols are found.
        page: The page that the links stand on.
        plan: The pages of the site.
        pages: Those of the export.
        beyond: Where everything else is.
        shields_md: Whether the program takes `.md` for the end of a page's name wherever it stands.
    """

    def __init__(
        self,
        context: RenderContext,
        page: PagePlan,
        plan: SitePlan,
        pages: Mapping[str, ExportedPage],
        beyond: Beyond,
        *,
        shields_md: bool = False,
    ) -> None:
        super().__init__(context, page)
        self._plan = plan
        self._exported = pages
        self._beyond = beyond
        self._shields_md = shields_md

    def page(self, uri: str, anchor: str = "") -> str | None:
        """Return the address of a page by its source URI; `None` if it can't be linked to.

        A line is an anchor in HTML, or of the source.
        """
        exported = self._exported.get(uri)
        if exported is None or LINES.fullmatch(anchor):
            return self._elsewhere(uri, anchor)
        address = relative(self._page.twin_url, exported.plan.twin_url)
        return self._anchored(address, anchor, same_page=uri == self._page.uri)

    def asset(self, path: str) -> str | None:
        """Return the address of an image of the repository."""
        url = self._context.queries.asset_url(path)
        if self._beyond.html and url is not None:
            return self._from_here(self._beyond.html + url)
        return self._from_here(f"{self._beyond.sources}{path}") if self._beyond.sources else None

    def site(self, url: str, anchor: str = "") -> str:
        """Return the address of something that stands at a URL relative to the site's top."""
        return self._anchored(self._from_here(f"{self._beyond.html}{url}"), anchor)

    def _elsewhere(self, uri: str, anchor: str) -> str | None:
        page = self._plan.pages.get(uri)
        if page is None:
            return None
        if self._beyond.html:
            url = page.dest_uri if self._names_index(page) else page.url
            return self._anchored(self._from_here(f"{self._beyond.html}{url}"), anchor)
        if page.kind not in {"file", "file keywords", "folder"}:
            return None
        if self._beyond.sources:
            return self._from_here(f"{self._beyond.sources}{page.path}{self._lines(page, anchor)}")
        return None if page.kind == "folder" else self._context.source_at(page.path, anchor)

    def _lines(self, page: PagePlan, anchor: str) -> str:
        """Return the fragment of lines: hosts show documents without."""
        is_document = self._context.queries.language(page.path) in _DOCUMENTS
        return f"#{anchor}" if LINES.fullmatch(anchor) and not is_document else ""

    def _names_index(self, page: PagePlan) -> bool:
        return self._beyond.names_index and page.url.endswith("/")

    def _from_here(self, address: str) -> str:
        """Return an address that is seen from the folder of the export as this page sees it."""
        if not _ABSOLUTE.match(address):
            here = posixpath.dirname(self._page.twin_url)
            address = "../" * len(here.split("/")) + address if here else address
        return address if _SCHEME.match(address) else self._shielded(address)

    def _anchored(self, address: str, anchor: str, *, same_page: bool = False) -> str:
        if not anchor:
            return address
        return f"{'' if same_page else address}#{self._shielded(quote_anchor(anchor))}"

    def _shielded(self, text: str) -> str:
        """Return a part of an address in which the program finds no page's name."""
        return text.replace(".md", "%2Emd") if self._shields_md else text
