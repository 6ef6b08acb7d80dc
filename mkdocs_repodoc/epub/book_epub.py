"""The comprehensive book as an e-book: a file for each chapter, and links between them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from mkdocs_repodoc.epub.book_addresses import BookAddresses
from mkdocs_repodoc.epub.book_facts import BookFacts, title_html
from mkdocs_repodoc.epub.book_source import BookSource
from mkdocs_repodoc.epub.book_styles import book_styles
from mkdocs_repodoc.epub.epub_file import BookHeading, EpubBook, EpubChapter
from mkdocs_repodoc.epub.xhtml import as_xhtml, ids_of
from mkdocs_repodoc.html.block_html import BlockRenderer
from mkdocs_repodoc.html.html_renderer import inner_headings
from mkdocs_repodoc.html.templates import Templates
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.text.printable_text import printable

_LISTED_LEVEL = 3
"""Level of the headings that the table of contents has below a chapter."""


class _Chapter(NamedTuple):
    name: str
    title: str
    anchor: str
    html: str
    headings: Sequence[BookHeading]


def book_of(source: BookSource) -> EpubBook:
    """Return the book of a repository."""
    page, facts = source.page, source.facts
    chapters = list(_rendered(page, source.body, source.context))
    named = {anchor: each.name for each in chapters for anchor in (each.anchor, *ids_of(each.html))}
    addresses = BookAddresses(page, named, source.context, facts, source.site)
    written = [_written(each, addresses) for each in chapters]
    state = f"{facts.repo_url or facts.title}@{facts.revision}"
    return EpubBook(
        title=facts.title,
        identifier=f"urn:uuid:{uuid5(NAMESPACE_URL, state)}",
        modified=facts.modified,
        source=facts.repo_url,
        styles=book_styles(),
        chapters=[_title_page(facts), *written],
        images={name: source.read(path) for path, name in addresses.images.items()},
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


def _title_page(facts: BookFacts) -> EpubChapter:
    return EpubChapter("title.xhtml", facts.title, title_html(facts))


def _written(chapter: _Chapter, addresses: BookAddresses) -> EpubChapter:
    heading = f'<h1 id="{escape(chapter.anchor)}">{escape(chapter.title)}</h1>\n'
    text = as_xhtml(chapter.html, addresses.link, addresses.image)
    return EpubChapter(chapter.name, chapter.title, heading + text, chapter.headings)
