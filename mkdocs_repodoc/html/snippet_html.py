"""Snippets of a hand-written page to HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.html.block_html import BlockRenderer
from mkdocs_repodoc.html.html_renderer import inner_headings
from mkdocs_repodoc.html.templates import Templates
from mkdocs_repodoc.model.blocks import Block, SymbolBlock, Table
from mkdocs_repodoc.model.site_plan import HandWrittenPage
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.rendering.renderer import TocEntry
from mkdocs_repodoc.text.printable_text import printable


class RenderedSnippet(NamedTuple):
    """A snippet as it stands on a page.

    Attributes:
        html: The snippet; links are final.
        headings: Those in it, for the table of contents.
    """

    html: str
    headings: tuple[TocEntry, ...] = ()


class SnippetRenderer:
    """Renders the snippets of one hand-written page, so that no id stands on it twice.

    Args:
        context: What all pages share, and the queries of this one.
        page: The page; links lead on from its URL.
    """

    def __init__(self, context: RenderContext, page: HandWrittenPage) -> None:
        self._taken: set[str] = set()
        templates = Templates(context.settings.templates)
        self._blocks = BlockRenderer(context, templates, page, self._taken)

    def render(self, blocks: Sequence[Block]) -> RenderedSnippet:
        """Return the HTML of a snippet, and the headings in it.

        Raises:
            SettingsError: A template of the user's has an error.
        """
        distinct = [self._distinct(block) for block in blocks]
        html = self._blocks.render(distinct)
        return RenderedSnippet(
            printable(f'<div class="repodoc rd-snippet">\n{html}\n</div>'),
            tuple(inner_headings(distinct)),
        )

    def _distinct(self, block: Block) -> Block:
        if isinstance(block, SymbolBlock):
            return msgspec.structs.replace(block, anchor=self._free(block.anchor))
        if isinstance(block, Table):
            ids = tuple(self._free(each) if each else "" for each in block.row_ids)
            return msgspec.structs.replace(block, row_ids=ids)
        return block

    def _free(self, anchor: str) -> str:
        free, number = anchor, 1
        while free in self._taken:
            number += 1
            free = f"{anchor}_{number}"
        self._taken.add(free)
        return free
