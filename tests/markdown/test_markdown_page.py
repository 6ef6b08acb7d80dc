from __future__ import annotations

import re
from pathlib import Path

import pytest
from markup import HOSTILE, dangers, elements, text_of
from sample_page import ITEM_PAGE, MONEY_URI, every_block, make_context
from support.github_markdown import github_html
from support.html import Page

from mkdocs_repodoc.html.html_renderer import HtmlRenderer
from mkdocs_repodoc.markdown.markdown_renderer import MarkdownRenderer
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Column,
    Facts,
    Figure,
    Item,
    Items,
    Listing,
    Note,
    Outline,
    OutlineEntry,
    PageBody,
    PageLink,
    Paragraph,
    Prose,
    Sample,
    Section,
    Table,
    WebLink,
)
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.settings import Settings


@pytest.fixture(scope="module")
def context() -> RenderContext:
    return make_context(Settings(root=Path("/nowhere"), repo_url="https://host.example/shop"))


def show(context: RenderContext, body: PageBody) -> str:
    renderer = MarkdownRenderer(context.settings, context.source_url)
    return renderer.render(ITEM_PAGE, body, context.queries).content


def show_blocks(context: RenderContext, *blocks: Block) -> str:
    return show(context, PageBody("t", (), (Section("s", "s", blocks),)))


def test_a_page_has_the_anchors_of_its_blocks(context: RenderContext) -> None:
    body = every_block()
    assert set(filter(None, body.ids())) <= set(Page(github_html(show(context, body))).ids)


def test_a_page_has_the_links_of_its_html(context: RenderContext) -> None:
    def links(html: str) -> set[str]:
        return {
            attributes["href"]
            for tag, attributes in elements(html)
            if tag == "a" and "href" in attributes
        }

    html = HtmlRenderer(context.settings, context.source_url)
    rendered = html.render(ITEM_PAGE, every_block(), context.queries).content
    beside = {  # in code, which is not marked up
        *("#shop.item.Item", "#shop.item.Item.total", "#shop.item.Item.__init__"),
        *("../money.py_docs/#shop.money.Money", "../money.py_docs/#shop.money.round_up"),
    }
    lines = re.compile("#L?[0-9]|#shop|#[a-z-]+$")
    wanted = {link for link in links(rendered) - beside if not lines.match(link)}
    assert wanted - links(github_html(show(context, every_block()))) <= {
        "https://host.example/shop/blob/main/shop/item.py"  # the raw file, beside the listing
    }


def test_a_page_says_what_its_html_says(context: RenderContext) -> None:
    text = text_of(github_html(show(context, every_block())))
    for said in (
        *("Line 3 can't be parsed: def <x>.", "1,024 bytes", "2026-11-23 by A <script> Author"),
        *("thing_5 stands at place 5", "with a child", "used by 3 files", "count < 100"),
        *("What one costs, without tax.", "on_error: Callable[[Item], None] = print"),
        *("Buy two.", "tea", "async def restock(*items: Item", "The rest", "Raises: ValueError"),
    ):
        assert said in text, said


def test_hostile_text_stays_text(context: RenderContext) -> None:
    for text in HOSTILE:
        written = show_blocks(
            context,
            Paragraph((text, Code(text), PageLink(text, MONEY_URI), WebLink(text, text))),
            Facts(((text, (text,)),)),
            Items((Item((text,), (Item((text,)),)),), title=text),
            Table((Column(text),), (((text, Code(text)),),), caption=text),
            Note("error", (text,)),
            Sample(text, text),
            Prose(text, "plain", "shop/item.py"),
            Prose(text, "markdown", "shop/item.py"),
            Prose(text, "rst", "shop/item.py"),
            Figure("art/logo.png", text),
        )
        html = github_html(written)
        assert dangers(html) == []
        assert "{{" not in re.sub(r"`[^`]*`|<code>.*?</code>|(?s:```.*?```)", "", written)
        written.encode()


def test_prose_of_all_markups_becomes_markdown(context: RenderContext) -> None:
    written = show_blocks(
        context,
        Prose("Uses :class:`Money`.\n\n.. note:: Mind the *gap*.\n", "rst", "shop/item.py"),
        Prose("1. one\n\n   ```sh\n   ls\n   ```\n2. two\n\n> said\n", "markdown", "README.md"),
        Prose("As it stands:\n  3 * 4\n1. no list", "plain", "shop/item.py"),
        Prose("term\n    what it is\n\n| a | b |\n|---|---|\n| x | y |", "markdown", "README.md"),
    )
    assert "Uses [`Money`](../money.py_docs/#shop.money.Money)." in written
    assert "> Note\n>\n> Mind the *gap*." in written
    assert "1. one\n\n    ```\n    ls\n    ```\n1. two" in written
    assert "> said" in written
    assert "As it stands:  \n3 \\* 4  \n1\\. no list" in written
    assert "| a | b |\n| --- | --- |\n| x | y |" in written


def test_an_outline_has_two_levels(context: RenderContext) -> None:
    member = OutlineEntry(PageLink("total", ITEM_PAGE.uri, "m", code=True), "method", "()", ())
    entry = OutlineEntry(
        PageLink("Item", ITEM_PAGE.uri, "i", code=True),
        "class",
        "",
        ("A thing.",),
        (member,),
        ((("Fields",), (Code("name"),)),),
    )
    assert show_blocks(context, Outline((entry,))).endswith(
        "- class [`Item`](#i): A thing.\n    - method [`total`](#m) `()`\n    - Fields: `name`\n"
    )


def test_a_long_file_is_listed_in_part() -> None:
    cut = make_context(Settings(root=Path("/nowhere"), listing_limit=100))
    written = show_blocks(cut, Listing("shop/item.py"))
    assert "The first 4 of 29 lines:" in written


def test_a_block_that_fails_costs_itself_alone(context: RenderContext) -> None:
    written = show_blocks(context, Listing("missing.py"), Paragraph(("Still here.",)))
    assert "This part of the page could not be rendered" in written
    assert "Still here." in written
