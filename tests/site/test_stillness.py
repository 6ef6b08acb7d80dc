"""Nothing on a page moves by itself: room is kept for what comes late."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from support.browser import served
from support.sites import BuiltSite

FILE = "repo/src/tidewatch/stations.py_docs/"
PAGES = (
    "repo/",
    "repo/keywords/",
    "repo/comprehensive_book/",
    "repo/src/tidewatch/",
    "repo/src/tidewatch/doc/",
    "repo/src/tidewatch/sub/",
    FILE,
    "repo/src/tidewatch/stations.py_kw/",
    "repo/README.md_docs/",
    "repo/assets/logo.svg_docs/",
)
VIEWS: dict[str, tuple[int, int, Literal["light", "dark"]]] = {
    "wide": (1280, 900, "dark"),
    "phone": (390, 844, "light"),
    "small phone": (320, 640, "dark"),
}
MOST = 0.005
"""Of the window's area times the way that it moved; the theme's own share of it is 0.001."""
LATE = 0.25
"""Seconds that scripts and images take; the first frame is there long before."""
NOTE_SHIFTS = """
window.moved = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (!entry.hadRecentInput) window.moved.push([entry.value, entry.sources.map((each) =>
    each.node && (each.node.outerHTML || each.node.textContent).slice(0, 120))]);
})).observe({ type: "layout-shift", buffered: true });
"""

SOME_FRAMES = """
async () => {
  // Not milliseconds: on a busy machine a frame takes many of them.
  for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
}
"""
ALL_THERE = """
[...document.images].every((each) => each.complete || !each.checkVisibility()
  || each.getBoundingClientRect().top > innerHeight)
"""
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"


@pytest.fixture(scope="module")
def late_address(example: BuiltSite) -> Iterator[str]:
    with served(example.folder, late=LATE) as address:
        yield address


@contextmanager
def watched(browser: Browser, view: str) -> Iterator[Page]:
    """Open an empty page that notes what moves, without a cache."""
    width, height, scheme = VIEWS[view]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.add_init_script(NOTE_SHIFTS)
    yield page
    context.close()


def assert_still(page: Page) -> None:
    moved = page.evaluate("window.moved")
    assert sum(value for value, _ in moved) <= MOST, moved


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("url", PAGES)
def test_nothing_moves_when_scripts_and_images_come_late(
    browser: Browser, late_address: str, url: str, view: str
) -> None:
    with watched(browser, view) as page:
        page.goto(late_address + url, wait_until="networkidle")
        assert page.locator(".md-header .rd-open").count() == 1
        assert_still(page)
        page.mouse.wheel(0, 1200)  # to images that are fetched when they are near
        page.evaluate(SOME_FRAMES)
        page.wait_for_function(ALL_THERE)
        page.evaluate(SOME_FRAMES)
        assert_still(page)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_moves_after_an_instant_navigation(
    browser: Browser, instant: str, view: str
) -> None:
    with watched(browser, view) as page:
        page.goto(instant + FILE, wait_until="networkidle")
        page.evaluate("window.stays = true")
        for url in PAGES[::-1]:
            follow(page, instant + url)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(100)
        assert page.evaluate("window.stays")
        assert_still(page)


def follow(page: Page, url: str) -> None:
    """Follow a link without a click of the reader's, which would excuse what moves after it."""
    page.evaluate(
        """(url) => {
            const link = document.createElement("a");
            link.href = url;
            document.querySelector(".repodoc").append(link);
            link.click();
        }""",
        url,
    )
    page.wait_for_url(url)


@pytest.mark.parametrize("url", PAGES)
def test_nothing_moves_when_palette_and_card_open(browser: Browser, address: str, url: str) -> None:
    with watched(browser, "wide") as page:
        page.goto(address + url, wait_until="networkidle")
        page.keyboard.press("t")
        page.keyboard.type("station")
        page.wait_for_selector(".rd-hit")
        page.keyboard.press("Escape")
        name = page.locator(
            ".repodoc :is(.rd-kw__name, .rd-symbol code) a[href*='#tidewatch.']:visible"
        )
        if name.count():
            name.first.hover()
            page.locator(".rd-card").wait_for()
        assert_still(page)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("start", "way"), [("", 400), ("#related-files", -400)])
def test_nothing_moves_while_the_reader_scrolls(
    browser: Browser, address: str, view: str, start: str, way: int
) -> None:
    """Sections that come near get their real height; what is in the window stays."""
    with watched(browser, view) as page:
        page.goto(address + FILE + start, wait_until="networkidle")
        before = page.evaluate("scrollY")
        for _ in range(24):
            page.mouse.wheel(0, way)
            page.wait_for_timeout(30)
        assert abs(page.evaluate("scrollY") - before) > 2000
        assert_still(page)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "anchor",
    ["tidewatch.stations.load_stations", "testing-usage", "L150", "related-files"],
)
def test_an_anchor_is_where_it_was_gone_to(
    browser: Browser, address: str, view: str, anchor: str
) -> None:
    """However much above it is no higher than was estimated."""
    with watched(browser, view) as page:
        page.goto(f"{address}{FILE}#{anchor}", wait_until="networkidle")
        page.evaluate(SOME_FRAMES)
        where = page.evaluate(TOP, anchor)
        assert 0 < where < VIEWS[view][1] / 2
        page.evaluate(SOME_FRAMES)
        assert where == page.evaluate(TOP, anchor)
