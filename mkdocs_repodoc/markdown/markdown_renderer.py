"""A page's blocks to its Markdown."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping

from mkdocs_repodoc.html.prose.cross_references import CrossReferences
from mkdocs_repodoc.html.prose.prose_html import ProseRenderer
from mkdocs_repodoc.html.type_expressions import TypedRenderer
from mkdocs_repodoc.markdown import markdown_lists as lists
from mkdocs_repodoc.markdown import markdown_text as md
from mkdocs_repodoc.markdown.markdown_addresses import MarkdownAddresses
from mkdocs_repodoc.markdown.markdown_code import MarkdownCode
from mkdocs_repodoc.markdown.markdown_phrases import MarkdownPhrases
from mkdocs_repodoc.model.blocks import (
    Bars,
    Block,
    Call,
    Definitions,
    Diagram,
    Document,
    Excerpt,
    Facts,
    Figure,
    Fold,
    Items,
    KeywordFilter,
    Keywords,
    Listing,
    Note,
    Outline,
    PageBody,
    Paragraph,
    Prose,
    Sample,
    Strip,
    Subheading,
    SymbolBlock,
    Table,
    Timeline,
    Treemap,
)
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.processes.containment import fault, tell_bug
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.rendering.renderer import RenderedPage
from mkdocs_repodoc.repository_urls import SourceUrl
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.printable_text import printable

MakeAddresses = Callable[[RenderContext, PagePlan], Addresses]

_log = logging.getLogger("mkdocs.plugins.repodoc.rendering")
_NOTES = {"info": "Note", "warning": "Warning", "error": "Error"}

_LISTS: Mapping[type, Callable[..., list[str]]] = {
    Bars: lists.bars,
    Diagram: lists.diagram,
    Facts: lists.facts_block,
    Items: lists.items,
    Keywords: lists.keywords,
    Outline: lists.outline,
    Table: lists.table,
    Timeline: lists.timeline,
    Treemap: lists.treemap,
}


class MarkdownRenderer:
    """Renders pages as Markdown; a `Renderer`.

    Args:
        settings: The user's settings.
        source_url: Address of a file at the repository's forge.
        make_addresses: Makes what makes the links of a page.
    """

    name = "markdown"

    def __init__(
        self,
        settings: Settings,
        source_url: SourceUrl,
        make_addresses: MakeAddresses = MarkdownAddresses,
    ) -> None:
        self._settings = settings
        self._source_url = source_url
        self._make_addresses = make_addresses

    def render(self, plan: PagePlan, body: PageBody, queries: RepositoryQueries) -> RenderedPage:
        """Return a page's Markdown, with the anchors of its HTML and no table of contents.

        Args:
            plan: Where the page lives; links are relative to it.
            body: What the page says.
            queries: Answers about the repository, and where its pages are.
        """
        context = RenderContext(self._settings, self._source_url, queries)
        addresses = self._make_addresses(context, plan)
        blocks = _PageBlocks(context, plan, addresses, set(body.ids()))
        found = md.heading(1, md.escaped(body.title), body.module_anchor)
        for links in (body.trail, body.views):
            if links:
                found.append(" · ".join(blocks.phrases.link(link) for link in links))
        found += blocks.render(body.lead)
        for section in body.sections:
            found += md.heading(2, md.escaped(section.title), section.anchor)
            found += blocks.render(section.blocks)
        return RenderedPage(printable("\n\n".join(filter(None, found)) + "\n"), ())


class _PageBlocks:
    """Renders the blocks of one page."""

    def __init__(
        self, context: RenderContext, page: PagePlan, addresses: Addresses, taken: set[str]
    ) -> None:
        self._context = context
        self._page = page
        self._addresses = addresses
        prose = ProseRenderer(context, CrossReferences(context, self._addresses, taken))
        self.phrases = MarkdownPhrases(context, self._addresses, prose)
        typed = TypedRenderer(context, self._addresses)
        code = MarkdownCode(context, self.phrases, typed)
        self._methods: Mapping[type, Callable[..., list[str]]] = {
            Call: code.call,
            Definitions: self._definitions,
            Document: self.phrases.document,
            Excerpt: code.excerpt,
            Figure: self._figure,
            Fold: self._fold,
            KeywordFilter: lambda _: [],
            Listing: code.listing,
            Note: self._note,
            Paragraph: lambda block: self.phrases.blocks(block.phrase),
            Prose: self.phrases.prose,
            Sample: code.sample,
            Strip: self._strip,
            Subheading: self._subheading,
            SymbolBlock: code.symbol,
        }

    def render(self, blocks: Iterable[Block]) -> list[str]:
        """Return the Markdown of blocks one after the other."""
        return [each for block in blocks for each in self._block(block)]

    def _block(self, block: Block) -> list[str]:
        """Return a block's Markdown; what cannot be rendered costs this block only, and says so."""
        try:
            if (as_list := _LISTS.get(type(block))) is not None:
                return as_list(block, self.phrases)
            return self._methods[type(block)](block)
        except Exception as error:  # noqa: BLE001 - one file must not cost the others
            reason = f"This part of the page could not be rendered: {fault(error)}."
            _log.info("%s: %s", self._page.uri, reason)
            if not isinstance(error, RecursionError):  # that is the depth of the input
                tell_bug(error)
            return self._note(Note("warning", (reason,)))

    def _note(self, block: Note) -> list[str]:
        text = self.phrases.inline(block.phrase)
        return [md.quotation([f"**{_NOTES[block.kind]}:** {text}"])]

    def _strip(self, block: Strip) -> list[str]:
        return [md.line(" · ".join(self.phrases.inline(each) for each in block.items))]

    def _subheading(self, block: Subheading) -> list[str]:
        return md.heading(block.level, md.escaped(block.text), block.anchor)

    def _figure(self, block: Figure) -> list[str]:
        url = self._addresses.asset(block.path)
        return [md.image(block.alt, url) if url else md.escaped(block.alt)]

    def _fold(self, block: Fold) -> list[str]:
        return [*lists.title(block.title), *self.render(block.blocks)]

    def _definitions(self, block: Definitions) -> list[str]:
        found = lists.title(block.title)
        for entry in block.entries:
            found.append(f"{md.anchor(entry.anchor)}{self.phrases.inline(entry.term)}")
            for paragraph in entry.paragraphs:
                found += self.phrases.blocks(paragraph)
            if entry.sample is not None:
                found += self._block(entry.sample)
        return found
