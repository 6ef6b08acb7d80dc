"""What axe-core says against the pages, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from support.axe import (
    SCHEMES,
    SHAPE,
    SHOW_ALL,
    UNFOLD,
    colour_violations,
    dialog_violations,
    leave_one_of_each,
    load_axe,
    show_scheme,
    violations,
)
from support.browser import window
from support.sites import PROJECT
from support.watched import Watched, assert_no_trouble

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
SMALL = "repo/src/tidewatch/__init__.py_docs/"
"""A page for what is the same on all: axe goes through the whole of it each time."""
ARTEFACTS = PROJECT / "artefacts"


@pytest.fixture(scope="module")
def judged(browser: Browser) -> Iterator[Page]:
    """A window that goes from page to page."""
    with window(browser, color_scheme="light", viewport={"width": 1280, "height": 900}) as page:
        yield page


@pytest.fixture(scope="module")
def heard(judged: Page) -> Watched:
    """The same window with what goes wrong in it."""
    return Watched(judged)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_without_trouble_and_axe_finds_nothing(
    judged: Page, heard: Watched, address: str, name: str, pytestconfig: pytest.Config
) -> None:
    """Trouble in the light; `test_stillness.py` visits the pages in the dark and on a phone."""
    heard.told_troubles()  # that axe has made on other pages
    judged.goto(address + PAGES[name])
    if pytestconfig.getoption("--pictures"):
        ARTEFACTS.mkdir(exist_ok=True)
        judged.screenshot(path=ARTEFACTS / f"{name}-light.png")
    assert_no_trouble(heard, address)
    judged.add_style_tag(content=SHOW_ALL)
    judged.evaluate(UNFOLD)
    load_axe(judged)
    assert violations(judged, SHAPE) == []
    leave_one_of_each(judged)
    assert colour_violations(judged) == []


def test_axe_finds_nothing_in_what_opens(judged: Page, address: str) -> None:
    judged.goto(address + SMALL, wait_until="networkidle")
    load_axe(judged)
    for dialog in (".rd-palette", ".rd-drawer", ".rd-keys"):
        if dialog == ".rd-palette":
            judged.keyboard.press("Control+k")
            judged.keyboard.type("station")
            judged.wait_for_selector(".rd-hit")
        else:
            judged.keyboard.press("e" if dialog == ".rd-drawer" else "?")
            judged.wait_for_selector(f"{dialog}[open]")
        assert dialog_violations(judged, dialog) == [], dialog
        judged.keyboard.press("Escape")
        judged.locator(dialog).wait_for(state="hidden")


@pytest.mark.parametrize(
    ("faint", "schemes"),
    [
        ("<p>one <b style='color: #ccc'>two</b></p>", {"light", "dark"}),
        ("<p class=faint>one <b>two</b></p>", {"light", "dark"}),
        ("<p>one <b class=faint>two</b></p>", {"light", "dark"}),
        (
            "<p>three</p>" * 9 + "<p><b>one</b> two <i class=faint>three</i></p>",
            {"light", "dark"},
        ),
        ("<p data-night>one <b>two</b></p>", {"dark"}),
    ],
)
def test_one_that_looks_otherwise_among_those_that_look_alike_is_found(
    browser: Browser, faint: str, schemes: set[str]
) -> None:
    alike = "<p>one <b>two</b></p>" * 9
    night = "@media (prefers-color-scheme: dark) {[data-night] {color: #ccc}}"
    with window(browser) as page:
        page.set_content(
            f"<style>body {{background: white; color: black}} .faint {{color: #ccc}} {night}"
            f"</style>{alike}{faint}{alike}"
        )
        load_axe(page)
        leave_one_of_each(page)
        assert page.locator("p").count() < 4
        found = colour_violations(page)
        assert {each.partition(": ")[0] for each in found} == schemes
        assert all(": color-contrast" in each for each in found)


def test_both_schemes_are_judged(judged: Page, address: str) -> None:
    judged.emulate_media(color_scheme="light")  # what was judged before may have ended in the other
    judged.goto(address + SMALL)
    shown = "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g)"
    brightness = f"{shown}.slice(0, 3).reduce((sum, part) => sum + Number(part), 0)"
    for scheme in (*SCHEMES, SCHEMES[0]):
        show_scheme(judged, scheme)
        judged.wait_for_function(f"{brightness} {'> 600' if scheme == 'light' else '< 200'}")
