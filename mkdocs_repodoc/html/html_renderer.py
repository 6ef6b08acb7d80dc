"""A page's blocks to its HTML and its table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_repodoc.html.block_html import BlockRenderer
from mkdocs_repodoc.html.templates import Templates
from mkdocs_repodoc.model.blocks import (
    Block,
    Document,
    Fold,
    Outline,
    PageBody,
    Subheading,
    SymbolBlock,
)
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.rendering.addresses import relative
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.rendering.renderer import RenderedPage, TocEntry
from mkdocs_repodoc.repository_urls import SourceUrl
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.printable_text import printable

_LONG_TOC = 50
"""Entries of a table of contents that are seen at once."""
_LONGEST_TOC = 300
"""Entries that it has at most; those of members are seen where one reads."""
_SECTION_HEADING = 2
_DEEPEST_HEADING = 6
_VIEW_KEYS = {"Docs": "1", "Source": "2", "Uses": "3", "Keywords": "4"}
"""Key that leads to a view of a file, which the pages' scripts handle."""


class HtmlRenderer:
    """Renders pages as HTML for a theme's article; a `Renderer`.

    Args:
        settings: The user's settings.
        source_url: Address of a file at the repository's forge.
    """

    name = "html"

    def __init__(self, settings: Settings, source_url: SourceUrl) -> None:
        self._settings = settings
        self._source_url = source_url

    def render(self, plan: PagePlan, body: PageBody, queries: RepositoryQueries) -> RenderedPage:
        """Return a page's HTML.

        Args:
            plan: Where the page lives; links are relative to it.
            body: What the page says.
            queries: Answers about the repository, and where its pages are.

        Raises:
            SettingsError: A template of the user's has an error.
        """
        context = RenderContext(self._settings, self._source_url, queries)
        templates = Templates(self._settings.templates)
        blocks = BlockRenderer(context, templates, plan, set(body.ids()))
        headings = list(_headings(body))
        html = templates.fill(
            "page",
            {
                "title": body.title,
                "anchor": body.module_anchor,
                "kind": plan.kind,
                "path": plan.path,
                "trail": [blocks.phrases.link(link) for link in body.trail],
                "views": list(_views(plan, body, blocks)),
                "twin": relative(plan.url, plan.twin_url) if plan.twin_url else "",
                "slim": self._settings.detail == "slim",
                "long": len(headings) > _LONG_TOC,
                "lead": blocks.render(body.lead),
                "sections": [
                    {
                        "title": section.title,
                        "anchor": section.anchor,
                        "weight": section.weight,
                        "body": blocks.render(section.blocks),
                    }
                    for section in body.sections
                ],
            },
        )
        return RenderedPage(printable(html), _nested(_bounded(headings)))


def _views(plan: PagePlan, body: PageBody, blocks: BlockRenderer) -> Iterator[Mapping[str, object]]:
    """Yield the links between the pages of a file or folder, for the template."""
    is_file = plan.kind in {"file", "file keywords"}
    here = next((link for link in body.views if link.uri == plan.uri), None)
    for link in body.views:
        yield {
            "html": blocks.phrases.link(link),
            "current": link is here,
            "key": _VIEW_KEYS.get(link.text, "") if is_file else "",
        }


def _headings(body: PageBody) -> Iterator[TocEntry]:
    """Yield what the table of contents lists: of definitions of one name the first."""
    for section in body.sections:
        yield TocEntry(section.title, section.anchor, _SECTION_HEADING)
        if section.weight == "folded":
            continue
        seen: list[tuple[int, str]] = []
        for entry in inner_headings(section.blocks):
            while seen and seen[-1][0] > entry.level:
                seen.pop()
            if (entry.level, entry.title) not in seen:
                seen.append((entry.level, entry.title))
                yield entry


def inner_headings(blocks: Iterable[Block]) -> Iterator[TocEntry]:
    """Yield what a table of contents lists of blocks, one after the other."""
    for block in blocks:
        if isinstance(block, Subheading):
            yield TocEntry(block.text, block.anchor, block.level)
        elif isinstance(block, SymbolBlock):
            yield TocEntry(block.name, block.anchor, block.level)
        elif isinstance(block, Document):
            for heading in block.headings:
                yield TocEntry(heading.text, heading.anchor, heading.level)
        elif isinstance(block, Outline) and block.in_contents:
            for entry in block.entries:
                for each, level in ((entry, 3), *((member, 4) for member in entry.members)):
                    yield TocEntry(each.name.text, each.name.anchor, level)
        elif isinstance(block, Fold):
            yield from inner_headings(block.blocks)


def _bounded(entries: list[TocEntry]) -> list[TocEntry]:
    """Leave out the deepest headings while there are too many to find one's way by."""
    for level in range(_DEEPEST_HEADING, _SECTION_HEADING, -1):
        if len(entries) <= _LONGEST_TOC:
            break
        entries = [entry for entry in entries if entry.level < level]
    return entries


def _nested(entries: list[TocEntry]) -> tuple[TocEntry, ...]:
    """Put each entry under the last one of a smaller level."""
    result: list[TocEntry] = []
    pending: list[tuple[TocEntry, list[TocEntry]]] = []

    def close(level: int) -> None:
        while pending and pending[-1][0].level >= level:
            entry, children = pending.pop()
            done = TocEntry(entry.title, entry.anchor, entry.level, tuple(children))
            (pending[-1][1] if pending else result).append(done)

    for entry in entries:
        close(entry.level)
        pending.append((entry, []))
    close(0)
    return tuple(result)
