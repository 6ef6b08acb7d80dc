"""What a reader presses before the page's scripts are there is not lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route
from support.browser import window
from support.stillness import rest

FILE = "repo/src/tidewatch/stations.py_docs/"


@contextmanager
def before_scripts(browser: Browser, url: str) -> Iterator[tuple[Page, list[Route]]]:
    """Open a page whose own script is held back; yields it and what is held."""
    problems: list[str] = []
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with window(browser, viewport={"width": 1280, "height": 900}) as page:
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.route("**/repodoc.*.js", hold)
        with page.expect_request("**/repodoc.*.js"):
            page.goto(url, wait_until="commit")
        page.locator(".rd-tools").wait_for()
        yield page, held
    assert problems == []


def let_go(page: Page, held: list[Route]) -> None:
    assert held, "the script was there already"
    for route in held:
        route.continue_()
    page.wait_for_function("window.repodocEarly === null")  # what was pressed has been gone through


@pytest.mark.parametrize(
    ("key", "dialog"), [("e", ".rd-drawer"), ("t", ".rd-palette"), ("?", ".rd-keys")]
)
def test_a_key(browser: Browser, address: str, key: str, dialog: str) -> None:
    with before_scripts(browser, address + FILE) as (page, held):
        page.keyboard.press("x")  # means nothing
        page.keyboard.press(key)
        let_go(page, held)
        page.locator(f"{dialog}[open]").wait_for()
        page.keyboard.press("Escape")
        page.locator(f"{dialog}[open]").wait_for(state="hidden")


@pytest.mark.parametrize("opened_by", ["key", "button"])
def test_what_is_typed_into_a_palette_that_is_not_there_yet(
    browser: Browser, address: str, opened_by: str
) -> None:
    """The theme's script, which takes an s as its own key, is there before ours."""
    with before_scripts(browser, address + FILE) as (page, held):
        page.wait_for_function("'document$' in window")
        if opened_by == "key":
            page.keyboard.press("t")
        else:
            page.locator(".rd-tools [data-rd-open=palette]").first.click()
        page.keyboard.type("station")
        assert not page.locator("#__search").is_checked()
        let_go(page, held)
        page.locator(".rd-palette[open] .rd-hit").first.wait_for()
        assert page.locator(".rd-palette__input").input_value() == "station"


def test_a_button(browser: Browser, address: str) -> None:
    with before_scripts(browser, address + FILE) as (page, held):
        page.click("[data-rd-open=tree]")
        let_go(page, held)
        page.locator(".rd-drawer[open]").wait_for()


@pytest.mark.parametrize("press", ["typed", "with control", "long ago"])
def test_what_was_meant_for_something_else(browser: Browser, address: str, press: str) -> None:
    with before_scripts(browser, address + "repo/src/tidewatch/sub/") as (page, held):
        if press == "typed":
            page.locator(".rd-filter input").press("e")
        elif press == "with control":
            page.keyboard.press("Control+e")
        else:
            page.keyboard.press("e")
            page.evaluate("const now = performance.now(); performance.now = () => now + 6000")
        let_go(page, held)
        rest(page)
        assert page.locator("dialog[open]").count() == 0
        if press == "typed":  # and the list is filtered by it
            assert " of " in page.locator(".rd-filter output").inner_text()
