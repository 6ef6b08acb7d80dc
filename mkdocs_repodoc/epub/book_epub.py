"""The comprehensive book as an e-book: a file for each chapter, and links between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit
from uuid import NAMESPACE_URL, uuid5

from mkdocs_repodoc.epub.book_styles import book_styles
from mkdocs_repodoc.epub.epub_file import BookHeading, EpubBook, EpubChapter, image_type
from mkdocs_repodoc.epub.xhtml import as_xhtml, ids_of
from mkdocs_repodoc.html.block_html import BlockRenderer
from mkdocs_repodoc.html.html_renderer import inner_headings
from mkdocs_repodoc.html.render_context import RenderContext
from mkdocs_repodoc.html.templates import Templates
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan
from mkdocs_repodoc.text.printable_text import printable

_SITE = "https://site.invalid/"
"""Stands for the top of the site while addresses are resolved."""
_LINE = re.compile(r"L(\d+)(?:-L(\d+))?")
_LISTED_LEVEL = 3
"""Level of the headings that the table of contents has below a chapter."""


class BookFacts(NamedTuple):
    """What an e-book says of itself.

    Attributes:
        title: Plain text.
        summary: Of the repository; may be empty.
        revision: Hash of the commit; empty outside git.
        modified: Date of the last commit, ISO 8601; likewise.
        repo_url: Address of the repository; empty if unknown.
        site_url: Address of the published site, to which links to other pages lead; empty if
            there is none, and they lead to the source then.
    """

    title: str
    summary: str
    revision: str
    modified: str
    repo_url: str
    site_url: str


class _Chapter(NamedTuple):
    name: str
    title: str
    anchor: str
    html: str
    headings: Sequence[BookHeading]


def book_of(
    page: PagePlan,
    body: PageBody,
    context: RenderContext,
    facts: BookFacts,
    *,
    site: SitePlan,
    read: Callable[[str], bytes],
) -> EpubBook:
    """Return the book of a repository.

    Args:
        page: Plan of its page.
        body: What it says.
        context: What rendering needs.
        facts: What it says of itself.
        site: All pages, to which links may lead.
        read: Path of an image of the repository → its bytes.
    """
    chapters = list(_rendered(page, body, context))
    addresses = _Addresses(page, chapters, context, facts, site)
    written = [_written(each, addresses) for each in chapters]
    state = f"{facts.repo_url or facts.title}@{facts.revision}"
    return EpubBook(
        title=facts.title,
        identifier=f"urn:uuid:{uuid5(NAMESPACE_URL, state)}",
        modified=facts.modified,
        source=facts.repo_url,
        styles=book_styles(),
        chapters=[_title_page(facts), *written],
        images={name: read(path) for path, name in addresses.images.items()},
    )


def _rendered(page: PagePlan, body: PageBody, context: RenderContext) -> Sequence[_Chapter]:
    blocks = BlockRenderer(context, Templates(context.settings.templates), page, set(body.ids()))
    chapters = []
    for number, section in enumerate(body.sections, 1):
        html = printable(str(blocks.render(section.blocks)))
        known = ids_of(html)
        headings = [
            BookHeading(entry.title, entry.anchor)
            for entry in inner_headings(section.blocks)
            if entry.level == _LISTED_LEVEL and entry.anchor in known
        ]
        name = f"chapter-{number}.xhtml"
        chapters.append(_Chapter(name, section.title, section.anchor, html, headings))
    return chapters


def _written(chapter: _Chapter, addresses: _Addresses) -> EpubChapter:
    heading = f'<h1 id="{escape(chapter.anchor)}">{escape(chapter.title)}</h1>\n'
    text = as_xhtml(chapter.html, addresses.link, addresses.image)
    return EpubChapter(chapter.name, chapter.title, heading + text, chapter.headings)


def _title_page(facts: BookFacts) -> EpubChapter:
    lines = [f"<h1>{escape(facts.title)}</h1>"]
    if facts.summary:
        lines.append(f"<p>{escape(facts.summary)}</p>")
    if facts.repo_url:
        lines.append(f'<p><a href="{escape(facts.repo_url)}">{escape(facts.repo_url)}</a></p>')
    if facts.revision:
        date = f", {facts.modified}" if facts.modified else ""
        lines.append(f"<p>Commit <code>{escape(facts.revision[:12])}</code>{date}</p>")
    return EpubChapter("title.xhtml", facts.title, "\n".join(lines))


class _Addresses:
    """Where the addresses of the book's page lead in the e-book.

    Attributes:
        images: Path in the repository → name of the file, of the images that are shown.
    """

    def __init__(
        self,
        page: PagePlan,
        chapters: Sequence[_Chapter],
        context: RenderContext,
        facts: BookFacts,
        site: SitePlan,
    ) -> None:
        self._page = page
        self._context = context
        self._site_url = facts.site_url and facts.site_url.rstrip("/") + "/"
        self._chapter_of = {
            anchor: each.name for each in chapters for anchor in (each.anchor, *ids_of(each.html))
        }
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
            name = self._chapter_of.get(unquote(fragment))
            return f"{name}#{fragment}" if name else None
        if self._site_url:
            return self._site_url + whole.removeprefix(_SITE)
        return self._source(url, fragment)

    def _source(self, url: str, fragment: str) -> str | None:
        """Return the address at the repository's host of what a page is about."""
        page = self._pages.get(url)
        if page is None or page.kind != "file":
            return None
        lines = _LINE.fullmatch(fragment)
        if lines is None:
            return self._context.source_url(page.path) or None
        first = int(lines[1])
        return self._context.source_url(page.path, first, int(lines[2] or first)) or None

    def image(self, address: str) -> str | None:
        """Return the file of an image in the book; `None` if it has none."""
        url = urljoin(f"{_SITE}{self._page.url}", address).removeprefix(_SITE)
        path = self._assets.get(url)
        kind = None if path is None else image_type(path)
        if path is None or kind is None or kind == "image/svg+xml":  # which may hold a script
            return None
        suffix = Path(path).suffix.lower()
        return self.images.setdefault(path, f"image-{len(self.images) + 1}{suffix}")
