"""The bar of a file's views, and what is folded, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from sample_page import every_block, make_context, render
from support.browser import open_page, window
from support.stillness import rest

from mkdocs_repodoc.model.blocks import PageBody, PageLink
from mkdocs_repodoc.settings import Settings

FOLD = "details.rd-section--folded"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with window(browser, viewport={"width": 1280, "height": 500}) as page:
        yield page


def sample_html(root: Path) -> str:
    body = every_block()
    views = (
        PageLink("Docs", body.views[0].uri, body.sections[0].anchor),
        PageLink("Source", body.views[0].uri, "original-source"),
        PageLink("Keywords", body.views[1].uri),
    )
    page = PageBody(body.title, body.lead, body.sections, views=views)
    return render(make_context(Settings(root)), page).content


def current(page: Page) -> str:
    return page.locator(".rd-views [aria-current=page] a").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_a_folded_section_opens_it(
    browser: Browser, tmp_path: Path, *, scripts: bool
) -> None:
    with window(browser, java_script_enabled=scripts) as page:
        open_page(page, sample_html(tmp_path))
        fold = page.locator(FOLD)
        assert fold.get_attribute("open") is None
        open_page(page, sample_html(tmp_path), "#cross-references")
        page.wait_for_selector(f"{FOLD}[open]")
        assert page.locator("[id=cross-references]").is_visible()


def test_a_script_opens_what_the_browser_leaves_closed(page: Page, tmp_path: Path) -> None:
    open_page(page, sample_html(tmp_path), "#cross-references")
    page.locator(FOLD).evaluate("fold => { fold.open = false; }")
    page.evaluate("window.dispatchEvent(new HashChangeEvent('hashchange'))")
    page.wait_for_selector(f"{FOLD}[open]")


def test_keys_lead_to_views_and_the_bar_marks_what_is_read(page: Page, tmp_path: Path) -> None:
    open_page(page, sample_html(tmp_path))
    assert current(page) == "Docs"
    page.keyboard.press("2")
    page.wait_for_function("document.querySelector('.rd-views [aria-current] a').text == 'Source'")
    assert page.evaluate("location.hash") == "#original-source"
    page.keyboard.press("1")
    page.wait_for_function("document.querySelector('.rd-views [aria-current] a').text == 'Docs'")
    assert page.locator(".rd-views__current").count() == 1


def test_the_bar_stays_and_covers_no_heading_that_was_gone_to(page: Page, tmp_path: Path) -> None:
    open_page(page, sample_html(tmp_path), "#original-source")
    rest(page)
    bar = page.locator(".rd-views").bounding_box()
    title = page.locator("[id=original-source]")
    assert bar
    assert bar["y"] == 0
    text = title.evaluate(
        """head => { const range = document.createRange(); range.selectNodeContents(head);
        return range.getBoundingClientRect().top; }"""
    )
    assert text >= bar["height"]


def test_long_lines_are_wrapped_at_the_readers_wish(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 300, "height": 500})
    open_page(page, sample_html(tmp_path))
    is_cut = (
        "(pre => pre.scrollWidth > pre.clientWidth)(document.querySelector('.rd-listing > pre'))"
    )
    assert page.evaluate(is_cut)
    button = page.locator(".rd-listing__bar button", has_text="Wrap")
    page.keyboard.press("w")
    assert button.get_attribute("aria-pressed") == "true"
    assert not page.evaluate(is_cut)
    button.click()
    assert page.evaluate(is_cut)


def test_line_numbers_are_no_tab_stops_and_the_listing_is_one(page: Page, tmp_path: Path) -> None:
    open_page(page, sample_html(tmp_path))
    stops = "nodes => nodes.filter(node => node.tabIndex >= 0).length"
    assert page.eval_on_selector_all(".rd-chunk > a[id]", stops) == 0
    assert page.eval_on_selector_all(".rd-listing > pre", stops) == 1


def test_a_tab_before_the_code_is_four_columns_wide(page: Page, tmp_path: Path) -> None:
    marked = re.sub(
        r"(<a id=L1 [^>]*>1</a>)",
        r"\1<b id=before></b>\t<b id=behind>0123456789</b>",
        sample_html(tmp_path),
        count=1,
    )
    open_page(page, marked)
    left = "node => node.getBoundingClientRect().left"
    column = page.eval_on_selector("#behind", "node => node.getBoundingClientRect().width / 10")
    width = page.eval_on_selector("#behind", left) - page.eval_on_selector("#before", left)
    assert round(width / column, 1) == 4
