"""The page's script, in a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from sample_page import ITEM_URI, SHOP, make_context
from support.browser import chromium

from mkdocs_repodoc.model.blocks import (
    Keyword,
    Keywords,
    Listing,
    PageBody,
    PageLink,
    Section,
    Subheading,
)
from mkdocs_repodoc.render.context import RenderContext
from mkdocs_repodoc.render.renderer import RenderedPage, Renderer
from mkdocs_repodoc.settings import Settings

ADDRESS = "http://127.0.0.1:9/page/"
"""Never asked: every request is answered by the test."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(10_000)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    context.close()
    assert problems == []


def open_page(page: Page, html: str, fragment: str = "") -> None:
    assets = resources.files("mkdocs_repodoc.render") / "assets"
    document = (
        f"<!doctype html><meta charset=utf-8><title>t</title><style>"
        f"{(assets / 'repodoc.css').read_text()}</style>{html}"
        f"<script>{(assets / 'repodoc.js').read_text()}</script>"
    )

    def answer(route: Route) -> None:
        if route.request.url.startswith(ADDRESS):
            route.fulfill(body=document, content_type="text/html")
        else:
            route.abort()

    page.route("**/*", answer)
    page.goto(ADDRESS + fragment)


def marked(page: Page) -> list[str]:
    return page.eval_on_selector_all(".rd-on", "lines => lines.map(line => line.id)")  # type: ignore[no-any-return]


def test_a_click_marks_a_line_without_a_jump(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.html)
    # Twice: what comes near the screen for the first time may still change its height.
    for _ in range(2):
        page.locator("#L20").scroll_into_view_if_needed()
        page.wait_for_timeout(100)
    place = page.locator("#L20").bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + 4)
    assert marked(page) == ["L20"]
    assert page.url.endswith("#L20")
    assert page.locator("#L20").bounding_box() == place


def test_shift_click_marks_a_range_in_either_direction(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.html)
    page.click("#L7")
    page.click("#L5", modifiers=["Shift"])
    assert page.url.endswith("#L5-L7")
    page.click("#L9", modifiers=["Shift"])
    assert page.url.endswith("#L7-L9")
    assert marked(page) == ["L7", "L8", "L9"]


def test_control_click_is_the_browsers(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.html)
    with page.context.expect_page():
        page.click("#L5", modifiers=["Control"])
    assert marked(page) == []


@pytest.mark.parametrize(
    ("fragment", "lines"),
    [
        ("#L3", ["L3"]),
        ("#L3-L5", ["L3", "L4", "L5"]),
        ("#L5-L3", ["L3", "L4", "L5"]),
        ("#L3-5", ["L3", "L4", "L5"]),
        ("#L28-L99999", ["L28", "L29"]),
        ("#L999", []),
        ("#shop.item.Item", []),
    ],
)
def test_a_page_opens_at_its_lines(
    page: Page, sample: RenderedPage, fragment: str, lines: list[str]
) -> None:
    open_page(page, sample.html, fragment)
    assert marked(page) == lines
    if lines:
        top, height = page.evaluate(
            f"[document.getElementById('{lines[0]}').getBoundingClientRect().top, innerHeight]"
        )
        assert 0 <= top < height


def test_copy_takes_the_source_without_numbers(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.html)
    page.click(".rd-listing button")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace(os.linesep, "\n") == SHOP


def test_selecting_by_hand_takes_no_numbers(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.html)
    page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('.rd-listing code'));"
        "document.execCommand('copy')"
    )
    copied = page.evaluate("navigator.clipboard.readText()").replace(os.linesep, "\n")
    assert copied.strip("\n") == SHOP.strip("\n")


def test_selecting_a_long_file_by_hand_takes_its_lines_alone(page: Page, tmp_path: Path) -> None:
    text = "".join(f"x{n} = {n}\n\n" if n % 40 == 0 else f"x{n} = {n}\n" for n in range(330))
    context = make_context(Settings(root=tmp_path), files={"long.py": ("python", text)})
    body = PageBody("t", (), (Section("s", "s", (Listing("long.py"),)),))
    open_page(page, Renderer(context).render(context.plan.pages[ITEM_URI], body).html)
    page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('.rd-listing code'));"
        "document.execCommand('copy')"
    )
    copied = page.evaluate("navigator.clipboard.readText()").replace(os.linesep, "\n")
    assert copied.strip("\n") == text.strip("\n")
    page.click(".rd-listing button")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()").replace(os.linesep, "\n")
    assert copied == text


def test_later_links_get_the_title_of_the_first(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.html)
    link = page.locator(".rd-listing a[href$='shop.money.round_up']").nth(1)
    assert link.get_attribute("title") is None
    link.hover()
    assert link.get_attribute("title") == "function shop.money.round_up"


def keyword_page(context: RenderContext) -> str:
    def entry(name: str, kind: str, uses: int) -> Keyword:
        return Keyword(PageLink(name, ITEM_URI), kind, None, None, uses)

    blocks = (
        Subheading("Classes", "classes"),
        Keywords(tuple(entry(f"Class{n}", "class", n) for n in range(6))),
        Subheading("Functions", "functions"),
        Keywords(tuple(entry(f"go_{n}", "function", 0) for n in reversed(range(6)))),
    )
    body = PageBody("t", (), (Section("Keywords", "keywords", blocks),))
    return Renderer(context).render(context.plan.pages[ITEM_URI], body).html


def shown(page: Page) -> list[str]:
    return page.locator(".rd-keywords li:visible .rd-kw__name").all_text_contents()


def test_keywords_are_filtered_by_words_and_kind(page: Page, context: RenderContext) -> None:
    open_page(page, keyword_page(context))
    assert len(shown(page)) == 12
    page.fill(".rd-filter input", "CLASS3")
    assert shown(page) == ["Class3"]
    assert page.text_content(".rd-filter output") == "1 of 12"
    assert not page.is_visible("#functions")
    page.press(".rd-filter input", "Escape")
    page.select_option(".rd-filter select >> nth=0", "function")
    assert len(shown(page)) == 6
    assert not page.is_visible("#classes")


def test_keywords_are_sorted_within_their_group(page: Page, context: RenderContext) -> None:
    open_page(page, keyword_page(context))
    order = page.locator(".rd-filter select").nth(1)
    order.select_option("uses")
    assert shown(page)[:2] == ["Class5", "Class4"]
    order.select_option("name")
    assert shown(page)[6:8] == ["go_0", "go_1"]
    order.select_option("order")
    assert shown(page)[6:8] == ["go_5", "go_4"]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, sample: RenderedPage, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, sample.html)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_texts_fit_their_boxes(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.html)
    room = page.eval_on_selector_all(
        ".rd-node", "nodes => nodes.map(n => n.clientWidth - n.scrollWidth)"
    )
    assert room
    assert min(room) >= 0
