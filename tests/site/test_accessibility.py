"""What axe-core says against the pages, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from support.axe import (
    COLOURS,
    LEAVE_ONE_OF_EACH,
    SHAPE,
    SHOW_ALL,
    UNFOLD,
    load_axe,
    violations,
)
from support.browser import window

PAGES = {
    "repository": "repo/",
    "keywords": "repo/keywords/",
    "book": "repo/comprehensive_book/",
    "folder": "repo/src/tidewatch/",
    "folder-documentation": "repo/src/tidewatch/doc/",
    "folder-keywords": "repo/src/tidewatch/sub/",
    "file": "repo/src/tidewatch/stations.py_docs/",
    "file-keywords": "repo/src/tidewatch/stations.py_kw/",
    "file-rust": "repo/native/src/lib.rs_docs/",
    "file-markdown": "repo/README.md_docs/",
    "image": "repo/assets/curve.png_docs/",
}
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    scheme: Scheme = request.param
    return scheme


@pytest.fixture(scope="module")
def judged(browser: Browser, scheme: Scheme) -> Iterator[Page]:
    """A window in a colour scheme that goes from page to page."""
    with window(browser, color_scheme=scheme, viewport={"width": 1280, "height": 900}) as page:
        yield page


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(judged: Page, address: str, scheme: Scheme, name: str) -> None:
    judged.goto(address + PAGES[name])
    judged.add_style_tag(content=SHOW_ALL)
    judged.evaluate(UNFOLD)
    load_axe(judged)
    if scheme == "light":
        assert violations(judged, SHAPE) == []
    judged.evaluate(LEAVE_ONE_OF_EACH)
    assert violations(judged, COLOURS) == []


def test_axe_finds_nothing_in_what_opens(judged: Page, address: str) -> None:
    judged.goto(address + PAGES["file"], wait_until="networkidle")
    load_axe(judged)
    for dialog in (".rd-palette", ".rd-drawer", ".rd-keys"):
        if dialog == ".rd-palette":
            judged.keyboard.press("Control+k")
            judged.keyboard.type("station")
            judged.wait_for_selector(".rd-hit")
        else:
            judged.keyboard.press("e" if dialog == ".rd-drawer" else "?")
            judged.wait_for_selector(f"{dialog}[open]")
        for rules in (SHAPE, COLOURS):
            assert violations(judged, rules, dialog) == [], dialog
        judged.keyboard.press("Escape")
        judged.locator(dialog).wait_for(state="hidden")


@pytest.mark.parametrize(
    "faint",
    [
        "<p>one <b style='color: #ccc'>two</b></p>",
        "<p class=faint>one <b>two</b></p>",
        "<p>one <b class=faint>two</b></p>",
        "<p>three</p>" * 9 + "<p><b>one</b> two <i class=faint>three</i></p>",
    ],
)
def test_one_that_looks_otherwise_among_those_that_look_alike_is_found(
    browser: Browser, faint: str
) -> None:
    alike = "<p>one <b>two</b></p>" * 9
    with window(browser) as page:
        page.set_content(
            f"<style>body {{background: white; color: black}} .faint {{color: #ccc}}</style>"
            f"{alike}{faint}{alike}"
        )
        load_axe(page)
        page.evaluate(LEAVE_ONE_OF_EACH)
        assert page.locator("p").count() < 4
        found = violations(page, COLOURS)
        assert found
        assert all(each.startswith("color-contrast") for each in found)
