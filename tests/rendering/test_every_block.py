from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from sample_page import ITEM_PAGE, ITEM_URI, every_block, make_context

from mkdocs_repodoc.html.html_renderer import HtmlRenderer
from mkdocs_repodoc.markdown.markdown_renderer import MarkdownRenderer
from mkdocs_repodoc.model.blocks import (
    Block,
    Definition,
    Definitions,
    Document,
    Fold,
    KeywordFilter,
    Outline,
    OutlineEntry,
    PageBody,
    PageLink,
    Paragraph,
    Prose,
    Section,
    Subheading,
    Tile,
    Timeline,
    Treemap,
)
from mkdocs_repodoc.rendering.renderer import Renderer
from mkdocs_repodoc.settings import Settings

CONTEXT = make_context(Settings(root=Path("/nowhere"), repo_url="https://host.example/shop"))
BESIDE: tuple[Block, ...] = (
    Definitions("Terms", (Definition("term-a", ("shelf",), (("where things stand",),)),)),
    Document(Prose("The opening hours.", "markdown", "README.md"), ()),
    Fold("More of it", (Paragraph(("what is folded",)),)),
    KeywordFilter((("class", 1),), placed=True),
    Outline((OutlineEntry(PageLink("Basket", ITEM_URI), "class", "", ("holds things",)),)),
    Subheading("The till", "the-till"),
    Timeline("Commits", (("2026-01", 3), ("2026-02", 4711)), "commits"),
    Treemap("Sizes", (Tile("storeroom", 3, 0, "Python"),), ("Python",), "lines"),
)
"""Kinds that the sample page leaves out."""
SAID = ("shelf", "opening hours", "what is folded", "Basket", "The till", "4,711", "storeroom")


def _kinds(blocks: Iterable[Block]) -> Iterator[type]:
    for block in blocks:
        yield type(block)
        if isinstance(block, Fold):
            yield from _kinds(block.blocks)


def test_a_page_is_known_for_each_kind_of_block() -> None:
    body = every_block()
    on_page = [*body.lead, *(block for section in body.sections for block in section.blocks)]
    assert {*_kinds(on_page), *_kinds(BESIDE)} == set(get_args(Block))


@pytest.mark.parametrize("make", [HtmlRenderer, MarkdownRenderer])
def test_each_format_shows_each_kind_of_block(make: type[HtmlRenderer | MarkdownRenderer]) -> None:
    renderer: Renderer = make(CONTEXT.settings, CONTEXT.source_url)
    beside = PageBody("Beside", (), (Section("Beside", "beside", BESIDE),))
    shown = renderer.render(ITEM_PAGE, beside, CONTEXT.queries).content
    assert [said for said in SAID if said not in shown] == []
    sample = renderer.render(ITEM_PAGE, every_block(), CONTEXT.queries).content
    assert "could not be rendered" not in shown + sample
