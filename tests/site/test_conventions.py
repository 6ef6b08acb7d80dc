"""What a reader asks the browser or the theme for: dark, paper, less motion, a page at rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from support.browser import chromium, served
from support.sites import BuiltSite

pytestmark = pytest.mark.xdist_group("example")

FILE = "repo/src/tidewatch/stations.py_docs/"
FOLDER = "repo/src/tidewatch/doc/"
BOOK = "repo/comprehensive_book/"
FILTERED = (
    "repo/keywords/",
    "repo/src/tidewatch/sub/",
    "repo/src/tidewatch/stations.py_kw/",
)
PAGES = (
    "repo/",
    BOOK,
    "repo/src/tidewatch/",
    FOLDER,
    FILE,
    *FILTERED,
)
PAPER = 680
"""CSS pixels between the margins of A4."""

NOTE_SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (!entry.hadRecentInput) window.shift += entry.value;
})).observe({ type: "layout-shift", buffered: true });
"""
NOTE_FIRST_FRAME = """
const background = () => getComputedStyle(document.body).backgroundColor;
new MutationObserver((_, observer) => {
  if (!document.querySelector(".repodoc h1")) return;
  observer.disconnect();
  requestAnimationFrame(() => { window.first = background(); });
}).observe(document, { childList: true, subtree: true });
window.background = background;
"""
COLOURS = """
Object.fromEntries([".repodoc p a", ".repodoc .highlight .k", ".repodoc [class^=rd-kind-]"]
  .map((each) => [each, getComputedStyle(document.querySelector(each)).color]))
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(example: BuiltSite) -> Iterator[str]:
    with served(example.folder) as address:
        yield address


def open_page(
    browser: Browser, url: str, scheme: str = "light", motion: str = "no-preference"
) -> Page:
    page = browser.new_page(
        viewport={"width": 1280, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type] # it is one of the words
        reduced_motion=motion,  # type: ignore[arg-type]
    )
    page.add_init_script(NOTE_SHIFTS)
    page.add_init_script(NOTE_FIRST_FRAME)
    page.goto(url, wait_until="networkidle")
    return page


@pytest.mark.parametrize("url", PAGES)
def test_nothing_moves_by_itself(browser: Browser, address: str, url: str) -> None:
    """But for what a script puts above a list, and images whose size no document says."""
    most = 0.1 if url in FILTERED or url == BOOK else 0.01
    page = open_page(browser, address + url)
    assert page.evaluate("window.shift") <= most
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
    assert page.evaluate("window.shift") <= most
    page.close()


@pytest.mark.parametrize("url", [FILE, FOLDER])
def test_the_first_frame_is_as_dark_as_the_last(browser: Browser, address: str, url: str) -> None:
    """Which palette that is, Material finds out on the first visit and then knows."""
    backgrounds = []
    for scheme in ("light", "dark"):
        page = open_page(browser, address + url, scheme)
        if scheme == "dark":
            page.locator("label[title=Light]:visible, label[title=Dark]:visible").click()
            page.locator("label[title=Light]:visible, label[title=Dark]:visible").click()
        page.goto(address + FOLDER, wait_until="networkidle")
        page.goto(address + url, wait_until="networkidle")
        backgrounds.append(page.evaluate("window.background()"))
        assert page.evaluate("window.first") == backgrounds[-1]
        page.close()
    assert len(set(backgrounds)) == 2


def test_paper_is_light(browser: Browser, address: str) -> None:
    """Pale text for a dark screen cannot be read on paper."""
    printed = {}
    for scheme in ("light", "dark"):
        page = open_page(browser, address + FILE, scheme)
        shown = page.evaluate(COLOURS)
        page.emulate_media(media="print")
        page.wait_for_timeout(400)  # themes let colours fade
        printed[scheme] = page.evaluate(COLOURS)
        assert (shown == printed[scheme]) == (scheme == "light")
        page.close()
    assert printed["light"] == printed["dark"]


@pytest.mark.parametrize("url", [FILE, FOLDER, "repo/"])
def test_paper_shows_all_and_no_buttons(browser: Browser, address: str, url: str) -> None:
    page = open_page(browser, address + url)
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    too_wide = """[...document.querySelectorAll('.repodoc :is(.rd-table, pre, .rd-map)')]
        .filter((each) => each.getBoundingClientRect().right > innerWidth)
        .map((each) => each.innerText.slice(0, 80))"""
    assert page.evaluate(too_wide) == []
    for selector in (".rd-tools", ".rd-open", ".rd-filter", ".rd-button", ".rd-toggle"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    lines = page.locator(".rd-listing .rd-chunk > a[id]")
    if lines.count():
        assert lines.last.is_visible()
    page.close()


def test_less_motion_is_none(browser: Browser, address: str) -> None:
    page = open_page(browser, address + FILE, motion="reduce")
    page.keyboard.press("e")
    page.wait_for_selector(".rd-tree [aria-current=page]")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Control+k")
    page.keyboard.type("st")
    page.wait_for_selector(".rd-hit")
    moving = """document.getAnimations().map((each) => each.effect.target)
        .filter((each) => each.closest('.repodoc, .rd-dialog, .rd-open')).length"""
    ours = ".repodoc *, .rd-dialog, .rd-dialog *"
    lasting = """(ours) => [...document.querySelectorAll(ours)].filter((each) =>
        [null, '::before', '::after'].some((part) => {
          const style = getComputedStyle(each, part);
          return style.animationName !== 'none' || style.scrollBehavior !== 'auto'
            || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
        })).map((each) => each.outerHTML.slice(0, 80))"""
    assert page.evaluate(moving) == 0
    assert page.evaluate(lasting, ours) == []
    page.close()
