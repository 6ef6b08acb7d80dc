"""What a reader asks the browser or the theme for: dark, paper, less motion, no scripts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from support.browser import window

FILE = "repo/src/tidewatch/stations.py_docs/"
FOLDER = "repo/src/tidewatch/doc/"
PAGES = (
    "repo/",
    "repo/comprehensive_book/",
    "repo/src/tidewatch/",
    FOLDER,
    FILE,
    "repo/keywords/",
    "repo/src/tidewatch/sub/",
    "repo/src/tidewatch/stations.py_kw/",
)
PAPER = 680
"""CSS pixels between the margins of A4."""

COLOURS = """
Object.fromEntries([".repodoc p a", ".repodoc .highlight .k", ".repodoc [class^=rd-kind-]"]
  .map((each) => [each, getComputedStyle(document.querySelector(each)).color]))
"""


Scheme = Literal["light", "dark"]
Motion = Literal["no-preference", "reduce"]


WIDE = {"width": 1280, "height": 900}
NO_SCRIPTS: dict[str, Any] = {"java_script_enabled": False, "viewport": WIDE}


@contextmanager
def opened(
    browser: Browser, url: str, scheme: Scheme = "light", motion: Motion = "no-preference"
) -> Iterator[Page]:
    with window(browser, viewport=WIDE, color_scheme=scheme, reduced_motion=motion) as page:
        page.goto(url, wait_until="networkidle")
        yield page


FADED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.allSettled(document.getAnimations().map((fading) => fading.finished));
}"""
"""Waits until colours have faded over, as themes let them, for as long as a machine takes."""


def test_paper_is_light(browser: Browser, address: str) -> None:
    """Pale text for a dark screen cannot be read on paper."""
    printed = {}
    for scheme in ("light", "dark"):
        with opened(browser, address + FILE, scheme) as page:
            page.evaluate(FADED)
            shown = page.evaluate(COLOURS)
            page.emulate_media(media="print")
            page.evaluate(FADED)
            printed[scheme] = page.evaluate(COLOURS)
            assert (shown == printed[scheme]) == (scheme == "light")
    assert printed["light"] == printed["dark"]


@pytest.mark.parametrize("url", [FILE, FOLDER, "repo/"])
def test_paper_shows_all_and_no_buttons(browser: Browser, address: str, url: str) -> None:
    with opened(browser, address + url) as page:
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


def test_less_motion_is_none(browser: Browser, address: str) -> None:
    with opened(browser, address + FILE, motion="reduce") as page:
        page.click("[data-rd-open=tree]")
        page.wait_for_selector(".rd-tree [aria-current=page]")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Control+k")
        page.fill(".rd-palette__input", "st")
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


@pytest.mark.parametrize("url", PAGES)
def test_a_page_is_complete_without_scripts(browser: Browser, address: str, url: str) -> None:
    with window(browser, **NO_SCRIPTS) as page:
        page.goto(address + url)
        assert page.locator(".repodoc h1").is_visible()
        for selector in (".rd-keywords li", ".rd-section > h2", ".rd-listing .rd-chunk > a[id]"):
            there = page.locator(selector)
            assert page.locator(f"{selector}:visible").count() == there.count(), selector
        for selector in (".rd-filter:visible", ".rd-tool:visible", ".rd-toggle"):
            assert page.locator(selector).count() == 0, selector


def test_a_line_is_gone_to_without_scripts(browser: Browser, address: str) -> None:
    with window(browser, **NO_SCRIPTS) as page:
        page.goto(f"{address}{FILE}#L160")
        expect(page.locator('[id="L160"]')).to_be_in_viewport()
        assert page.locator('[id="L160"]:target').count() == 1


def test_keys_of_the_theme_keep_their_meaning(browser: Browser, address: str) -> None:
    with opened(browser, address + "repo/") as page:
        for key in ("f", "s", "/"):
            page.keyboard.press(key)
            page.wait_for_selector(".md-search__input:focus")
            assert page.locator("dialog[open]").count() == 0, key
            page.reload(wait_until="networkidle")
        for key, target in ((",", "sensors/"), (".", "repo/"), ("p", "sensors/"), ("n", "repo/")):
            page.keyboard.press(key)
            page.wait_for_url(address + target)
            page.wait_for_load_state("networkidle")


def test_keywords_are_sorted_by_place(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}repo/src/tidewatch/stations.py_kw/") as page:
        page.locator(".rd-filter select").select_option("place")
        lines = page.evaluate(
            """[...document.querySelectorAll('.rd-keywords')].map((group) =>
              [...group.querySelectorAll('.rd-kw__line a')].map((a) => Number(a.hash.slice(2))))"""
        )
        assert any(len(group) > 3 for group in lines)
        assert all(group == sorted(group) for group in lines)
