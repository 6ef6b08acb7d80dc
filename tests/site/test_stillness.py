"""Nothing on a page moves by itself: room is kept for what comes late."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from support.browser import follow_instantly, served, window
from support.sites import PROJECT, BuiltSite
from support.stillness import rest, rest_at
from support.watched import Watched, assert_no_trouble

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
SEARCHED = ("repo/keywords/", "repo/src/tidewatch/sub/", FILE, "repo/src/tidewatch/stations.py_kw/")
"""Pages with names that have cards; the palette is the same on all pages."""
FURTHER = (
    "",
    "repo/native/src/lib.rs_docs/",
    "repo/data/readings.csv_docs/",
    "repo/assets/curve.png_docs/",
)
Show = Callable[[str], Page]
VIEWS: dict[str, tuple[int, int, Literal["light", "dark"]]] = {
    "wide": (1280, 900, "dark"),
    "small phone": (320, 640, "light"),
}
"""What has room on a small phone has it on a larger one: no style tells the two apart."""
ARTEFACTS = PROJECT / "artefacts"
MOST = 0.005
"""Of the window's area times the way that it moved; the theme's own share of it is 0.001."""
LATE = 0.25
"""Seconds that scripts and images take; the first frame is there long before."""
NOTE_SHIFTS = """
window.moved = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  // An answer to a key counts too: one that takes more than half a second does so anyway. What
  // opens may grow, on top of a page that stays.
  const nodes = entry.sources.map((each) => each.node).filter((node) => node);
  const isOnTop = (node) => (node.closest ? node : node.parentElement)?.closest("dialog");
  if (!nodes.length || !nodes.every(isOnTop)) {
    window.moved.push([entry.value, nodes.map((node) =>
      (node.outerHTML || node.textContent).slice(0, 120))]);
  }
})).observe({ type: "layout-shift", buffered: true });
"""

AROUND = """
[...document.querySelectorAll(".md-header a, .md-sidebar a, .md-sidebar")].map((each) => {
  const { left, top, width } = each.getBoundingClientRect();
  return [each.className, each.textContent.trim().slice(0, 40), left, top, width];
})
"""
TREES = """
[performance.getEntriesByType("resource").filter((each) => each.name.includes("/data/tree.js")),
  document.querySelectorAll("[role=tree]")].map((each) => each.length)
"""
"""How often the tree of files was fetched, and how often it is on the page."""
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"


@pytest.fixture(scope="module")
def late_address(example: BuiltSite) -> Iterator[str]:
    with served(example.folder, late=LATE) as address:
        yield address


@pytest.fixture(scope="module")
def windows() -> Iterator[dict[str, Page]]:
    """Windows by view, without a cache, that note what moves.

    A new one for each test would take a third of all work.
    """
    made: dict[str, Page] = {}
    yield made
    for page in made.values():
        page.context.close()


@pytest.fixture
def watched(browser: Browser, windows: dict[str, Page]) -> Iterator[Show]:
    """Shows the page of a window, as somebody has it who is here for the first time."""
    shown: list[Page] = []

    def show(view: str) -> Page:
        if view not in windows:
            windows[view] = _window(browser, view)
        shown.append(windows[view])
        return windows[view]

    yield show
    for page in shown:
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.goto("about:blank")
        page.mouse.move(0, 0)


def _window(browser: Browser, view: str) -> Page:
    width, height, scheme = VIEWS[view]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.add_init_script(NOTE_SHIFTS)
    return page


def assert_still(page: Page) -> None:
    moved = page.evaluate("window.moved")
    assert sum(value for value, _ in moved) <= MOST, moved


@pytest.fixture(scope="module")
def late_windows(browser: Browser) -> Iterator[dict[str, Watched]]:
    made = {view: Watched(_window(browser, view)) for view in VIEWS}
    yield made
    for watched in made.values():
        watched.page.context.close()


@pytest.fixture
def late(late_windows: dict[str, Watched], view: str) -> Iterator[Watched]:
    """A window of somebody who is here for the first time, with what goes wrong in it."""
    watched = late_windows[view]
    yield watched
    watched.page.evaluate("localStorage.clear(); sessionStorage.clear()")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("url", [*PAGES, *FURTHER])
def test_nothing_moves_nor_fails_when_scripts_and_images_come_late(
    late: Watched, late_address: str, view: str, url: str, request: pytest.FixtureRequest
) -> None:
    """Nor when the palette, a card and the tree are opened on such a page."""
    page = late.page
    page.goto(late_address + url, wait_until="networkidle")
    if request.config.getoption("--pictures"):
        ARTEFACTS.mkdir(exist_ok=True)
        page.screenshot(path=ARTEFACTS / f"{re.sub(r'[^a-z]+', '-', request.node.name)}.png")
    expect(page.locator(".md-header .rd-open")).to_have_count(1)
    assert_no_trouble(late, late_address)
    assert_still(page)
    page.evaluate("scrollBy(0, 1200)")  # to images that are fetched when they are near
    rest(page)
    assert_still(page)
    if view == "wide" and url in PAGES:
        page.evaluate("scrollTo(0, 0)")
        open_all(page, url)


@pytest.mark.parametrize("url", ["repo/", "repo/keywords/", FILE])
def test_nothing_moves_when_the_body_comes_after_the_navigation(
    browser: Browser, address: str, example: BuiltSite, url: str
) -> None:
    """Of a large repository, a browser shows the navigation before it has read on."""
    with window(browser, viewport={"width": 1280, "height": 900}) as page:
        page.route("**/*.js", lambda route: route.abort())
        page.goto(address + url)
        whole = page.evaluate(AROUND)
        read, _, _ = example.read(url).partition("<article")
        page.route(address + url, lambda route: route.fulfill(body=read, content_type="text/html"))
        page.goto(address + url)
        assert page.locator(".md-sidebar--primary a").count() > 20
        assert page.locator("article").count() == 0
        assert page.evaluate(AROUND) == whole


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_moves_after_an_instant_navigation(watched: Show, instant: str, view: str) -> None:
    page = watched(view)
    page.goto(instant + FILE, wait_until="networkidle")
    page.evaluate("window.stays = true")
    for url in PAGES[::-1]:
        follow_instantly(page, instant + url)
        page.wait_for_load_state("networkidle")
        rest(page)
    assert page.evaluate("window.stays")
    assert_still(page)


def open_all(page: Page, url: str) -> None:
    """Open the palette, a card and the tree on an open page, which stands still."""
    for button in (".md-header .rd-open", ".rd-tools [data-rd-open=palette]"):
        page.click(button)
        expect(page.locator(".rd-palette__input")).to_be_visible()
        page.keyboard.press("Escape")
    if url in SEARCHED:
        search_and_hover(page)
    rest(page)
    assert_still(page)
    assert page.evaluate(TREES) == [0, 0]
    open_tree_twice(page, url)
    assert page.evaluate(TREES) == [1, 1]


def search_and_hover(page: Page) -> None:
    """Find a name in the palette, and open the card of one on the page."""
    page.keyboard.press("t")
    page.keyboard.type("station")
    page.wait_for_selector(".rd-hit")
    page.keyboard.press("Escape")
    rest(page)
    assert_still(page)
    name = page.locator(
        ".repodoc :is(.rd-kw__name, .rd-symbol code) a[href*='#tidewatch.']:visible"
    )
    rest_at(name.first)
    page.evaluate("window.moved = []")  # on the test's own leap to the name
    name.first.hover()
    page.locator(".rd-card").wait_for()
    rest(page)
    page.keyboard.press("Escape")
    page.mouse.move(0, 0)
    page.locator(".rd-card").wait_for(state="hidden")


def open_tree_twice(page: Page, url: str) -> None:
    """Open the tree of files, which marks the file or folder that the page is about."""
    path = page.locator(".repodoc").get_attribute("data-path")
    for _ in range(2):
        page.click(".rd-tools [data-rd-open=tree]")
        page.wait_for_selector(".rd-tree li >> visible=true")
        here = page.locator(".rd-tree [aria-current=page]")
        if path and "keywords" not in url and "book" not in url:
            assert here.get_attribute("data-path") == path
        page.keyboard.press("Escape")
        page.locator(".rd-tree").wait_for(state="hidden")


@pytest.mark.parametrize(
    ("view", "start", "way"),
    [("wide", "", 400), ("wide", "#related-files", -400), ("small phone", "#related-files", -400)],
)
def test_nothing_moves_while_the_reader_scrolls(
    watched: Show, address: str, view: str, start: str, way: int
) -> None:
    """Sections that come near get their real height; what is in the window stays."""
    page = watched(view)
    page.goto(address + FILE + start, wait_until="networkidle")
    rest(page)
    before = page.evaluate("scrollY")
    for _ in range(24):
        page.mouse.wheel(0, way)
        page.wait_for_timeout(30)
    page.wait_for_function("before => Math.abs(scrollY - before) > 2000", arg=before)
    rest(page)
    assert_still(page)


@pytest.mark.parametrize(
    ("view", "anchor"),
    [
        ("wide", "tidewatch.stations.load_stations"),
        ("wide", "testing-usage"),
        ("wide", "L150"),
        ("wide", "related-files"),
        ("small phone", "L150"),
        ("small phone", "related-files"),
    ],
)
def test_an_anchor_is_where_it_was_gone_to(
    watched: Show, address: str, view: str, anchor: str
) -> None:
    """However much above it is no higher than was estimated."""
    page = watched(view)
    page.goto(f"{address}{FILE}#{anchor}", wait_until="networkidle")
    rest(page)
    where = page.evaluate(TOP, anchor)
    assert 0 < where < VIEWS[view][1] / 2
    rest(page)
    assert where == page.evaluate(TOP, anchor)
