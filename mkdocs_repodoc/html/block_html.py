"""Each kind of block to HTML: what its template is given."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any, ClassVar

from markupsafe import Markup, escape

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.html.code.code_fences import numbered_code
from mkdocs_repodoc.html.excerpt_html import call_values, excerpt_values
from mkdocs_repodoc.html.keyword_html import common_kind, keyword_items
from mkdocs_repodoc.html.list_values import items_values, table_values
from mkdocs_repodoc.html.listing_values import listing_values
from mkdocs_repodoc.html.outline_html import outline_values
from mkdocs_repodoc.html.phrases import PhraseRenderer, has_blocks
from mkdocs_repodoc.html.pictures.picture_values import (
    bars_values,
    diagram_values,
    figure_values,
    timeline_values,
    treemap_values,
)
from mkdocs_repodoc.html.prose.cross_references import CrossReferences
from mkdocs_repodoc.html.prose.prose_html import ProseRenderer
from mkdocs_repodoc.html.symbol_html import symbol_values
from mkdocs_repodoc.html.templates import Templates
from mkdocs_repodoc.html.type_expressions import TypedRenderer
from mkdocs_repodoc.languages.registry import session_of
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
from mkdocs_repodoc.model.site_plan import HandWrittenPage, PagePlan
from mkdocs_repodoc.processes.containment import fault, tell_bug
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.render_context import RenderContext

_log = logging.getLogger("mkdocs.plugins.repodoc.rendering")
_NOTES = {"info": ("info", "Note"), "warning": ("warning", "Warning"), "error": ("danger", "Error")}


class BlockRenderer:
    """Renders the blocks of one page.

    Args:
        context: The repository and its pages.
        templates: Lays blocks out.
        page: The page that the blocks stand on.
        taken: Ids of the page.
    """

    def __init__(
        self,
        context: RenderContext,
        templates: Templates,
        page: PagePlan | HandWrittenPage,
        taken: set[str],
    ) -> None:
        self._context = context
        self._templates = templates
        self._page = page
        self.addresses = Addresses(context, page)
        self._typed = TypedRenderer(context, self.addresses)
        self._prose = ProseRenderer(context, CrossReferences(context, self.addresses, taken))
        self.phrases = PhraseRenderer(self.addresses, self._prose, self._typed)
        self._numbers = count(1)

    def render(self, blocks: Iterable[Block]) -> Markup:
        """Return the HTML of blocks one after the other."""
        return Markup("\n").join([self._block(block) for block in blocks])

    def _block(self, block: Block) -> Markup:
        """Return a block's HTML; what cannot be rendered costs this block only, and says so.

        Raises:
            RepodocError: A template in the user's folder has an error.
        """
        try:
            return self._rendered(block)
        except RepodocError:  # a mistake in a template of the user's
            raise
        except Exception as error:  # noqa: BLE001 - one file must not cost the others
            reason = f"This part of the page could not be rendered: {fault(error)}."
            _log.info("%s: %s", self._page.uri, reason)
            if not isinstance(error, RecursionError):  # that is the depth of the input
                tell_bug(error)
            return self._templates.fill(
                "blocks/note", {"kind": "warning", "title": "Warning", "html": escape(reason)}
            )

    def _rendered(self, block: Block) -> Markup:
        if isinstance(block, Prose):
            return Markup('<div class="rd-prose">{}</div>').format(self._prose.render(block))
        if isinstance(block, Document):
            document = self._prose.render_document(block)
            return Markup('<div class="rd-prose rd-document">{}</div>').format(document)
        name, method = self._METHODS[type(block)]
        return self._templates.fill(f"blocks/{name}", method(self, block))

    def _paragraph(self, block: Paragraph) -> dict[str, object]:
        return {"html": self.phrases.render(block.phrase), "blocks": has_blocks(block.phrase)}

    def _facts(self, block: Facts) -> dict[str, object]:
        return {"rows": self.phrases.pairs(block.rows)}

    def _strip(self, block: Strip) -> dict[str, object]:
        return {"items": [self.phrases.render(item) for item in block.items]}

    def _fold(self, block: Fold) -> dict[str, object]:
        return {"title": block.title, "open": block.is_open, "html": self.render(block.blocks)}

    def _outline(self, block: Outline) -> dict[str, object]:
        return outline_values(block, self.phrases)

    def _items(self, block: Items) -> dict[str, object]:
        return items_values(block, self.phrases)

    def _table(self, block: Table) -> dict[str, object]:
        return table_values(block, self.phrases)

    def _subheading(self, block: Subheading) -> dict[str, object]:
        return {"text": block.text, "anchor": block.anchor, "level": block.level}

    def _note(self, block: Note) -> dict[str, object]:
        css, title = _NOTES[block.kind]
        return {"kind": css, "title": title, "html": self.phrases.render(block.phrase)}

    def _sample(self, block: Sample) -> dict[str, object]:
        language = session_of(block.text) or block.language
        return {
            "title": self.phrases.render(block.title),
            "first": block.first_line,
            "code": numbered_code(block.text, language, block.first_line, frozenset(block.marked)),
        }

    def _definitions(self, block: Definitions) -> dict[str, object]:
        return {
            "title": block.title,
            "entries": [
                {
                    "anchor": entry.anchor,
                    "term": self.phrases.render(entry.term),
                    "paragraphs": [self.phrases.render(part) for part in entry.paragraphs],
                    "sample": self._block(entry.sample) if entry.sample else "",
                }
                for entry in block.entries
            ],
        }

    def _call(self, block: Call) -> dict[str, object]:
        return call_values(block, self._context.queries, self.phrases)

    def _excerpt(self, block: Excerpt) -> dict[str, object]:
        return excerpt_values(block, self._context.queries, self.addresses, self.phrases)

    def _listing(self, block: Listing) -> dict[str, object]:
        return listing_values(block, self._context, self.addresses)

    def _keywords(self, block: Keywords) -> dict[str, object]:
        return {
            "count": len(block.entries),
            "compact": block.compact,
            "kind": common_kind(block),
            "entries": keyword_items(block, self.phrases),
        }

    def _keyword_filter(self, block: KeywordFilter) -> dict[str, object]:
        return {"kinds": block.kinds if len(block.kinds) > 1 else (), "placed": block.placed}

    def _figure(self, block: Figure) -> dict[str, object]:
        return figure_values(block, self._context.queries, self.addresses)

    def _diagram(self, block: Diagram) -> dict[str, object]:
        return diagram_values(block, next(self._numbers), self.addresses, self.phrases)

    def _bars(self, block: Bars) -> dict[str, object]:
        return bars_values(block, self.phrases)

    def _treemap(self, block: Treemap) -> dict[str, object]:
        return treemap_values(block, self.addresses)

    def _timeline(self, block: Timeline) -> dict[str, object]:
        return timeline_values(block)

    def _symbol(self, block: SymbolBlock) -> dict[str, object]:
        calls = [self._block(call) for call in block.calls]
        return symbol_values(block, self.phrases, self._typed, self._prose, calls)

    _METHODS: ClassVar[dict[type, tuple[str, Callable[[Any, Any], dict[str, object]]]]] = {
        Bars: ("bars", _bars),
        Call: ("call", _call),
        Definitions: ("definitions", _definitions),
        Diagram: ("diagram", _diagram),
        Excerpt: ("excerpt", _excerpt),
        Facts: ("facts", _facts),
        Fold: ("fold", _fold),
        Figure: ("figure", _figure),
        Items: ("items", _items),
        KeywordFilter: ("filter", _keyword_filter),
        Keywords: ("keywords", _keywords),
        Listing: ("listing", _listing),
        Note: ("note", _note),
        Outline: ("outline", _outline),
        Paragraph: ("paragraph", _paragraph),
        Sample: ("sample", _sample),
        Subheading: ("subheading", _subheading),
        Strip: ("strip", _strip),
        SymbolBlock: ("symbol", _symbol),
        Table: ("table", _table),
        Timeline: ("timeline", _timeline),
        Treemap: ("treemap", _treemap),
    }
