"""Addresses of the book's page, as they are in a book that is a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs_repodoc.epub.book_facts import BookFacts
from mkdocs_repodoc.epub.epub_file import image_type
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan
from mkdocs_repodoc.rendering.render_context import RenderContext

_SITE = "https://site.invalid/"
"""Stands for the top of the site while addresses are resolved."""


class BookAddresses:
    """Where the addresses of the book's page lead in a book that is a file.

    Args:
        page: Plan of the page.
        chapters: Anchor on it → name of the file of the chapter that has it; empty where the
            book is one file.
        context: What rendering needs.
        facts: What the book says of itself.
        site: All pages, to which links may lead.

    Attributes:
        images: Path in the repository → name of the file, of the images that are shown.
    """

    def __init__(
        self,
        page: PagePlan,
        chapters: Mapping[str, str],
        context: RenderContext,
        facts: BookFacts,
        site: SitePlan,
    ) -> None:
        self._page = page
        self._context = context
        self._site_url = facts.site_url and facts.site_url.rstrip("/") + "/"
        self._chapters = chapters
        self._pages: Mapping[str, PagePlan] = {each.url: each for each in site.pages.values()}
        self._assets = {each.url: each.path for each in site.assets.values()}
        self.images: dict[str, str] = {}

    def link(self, address: str) -> str | None:
        """Return where a link leads; `None` for nowhere."""
        whole = urljoin(f"{_SITE}{self._page.url}", address)
        if not whole.startswith(_SITE):
            return address if urlsplit(address).scheme in {"http", "https", "mailto"} else None
        url, _, fragment = whole.removeprefix(_SITE).partition("#")
        if url == self._page.url:
            name = self._chapters.get(unquote(fragment))
            return None if name is None else f"{name}#{fragment}"
        if self._site_url:
            return self._site_url + whole.removeprefix(_SITE)
        return self._source(url, fragment)

    def _source(self, url: str, fragment: str) -> str | None:
        """Return the address at the repository's forge of what a page is about."""
        page = self._pages.get(url)
        if page is None or page.kind != "file":
            return None
        return self._context.source_at(page.path, fragment)

    def image(self, address: str) -> str | None:
        """Return the file of an image in the book; `None` if it has none."""
        url = urljoin(f"{_SITE}{self._page.url}", address).removeprefix(_SITE)
        path = self._assets.get(url)
        kind = None if path is None else image_type(path)
        if path is None or kind is None or kind == "image/svg+xml":  # which may hold a script
            return None
        suffix = Path(path).suffix.lower()
        return self.images.setdefault(path, f"image-{len(self.images) + 1}{suffix}")
