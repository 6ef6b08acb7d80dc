"""A page comes in its palette: no frame of another one is seen before Material's script runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route
from support.browser import served
from support.sites import EXAMPLE, build_site
from support.stillness import rest

FILE = "repo/src/tidewatch/feeds/base.py_docs/"
FOLDER = "repo/src/tidewatch/doc/"
SEEN = """
[".md-header", ".repodoc h1", ".repodoc p a", "body"].map((each) => {
  const { color, backgroundColor } = getComputedStyle(document.querySelector(each));
  return [each, color, backgroundColor];
})
"""
AUTOMATIC = {
    "name": "material",
    "font": False,
    "palette": [
        {
            "media": "(prefers-color-scheme)",
            "primary": "blue",
            "toggle": {"icon": "material/brightness-auto", "name": "Light"},
        },
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            "primary": "teal",
            "toggle": {"icon": "material/weather-night", "name": "Dark"},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "primary": "red",
            "toggle": {"icon": "material/weather-sunny", "name": "Automatic"},
        },
    ],
}
Scheme = Literal["light", "dark"]


@contextmanager
def visitor(browser: Browser, scheme: Scheme) -> Iterator[Page]:
    """Open an empty page of a browser that has never been here."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def first_and_last(page: Page, url: str) -> tuple[object, object]:
    """Return the colours of a page before Material's script is there, and when all is done."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/bundle.*.js", hold)
    page.goto(url, wait_until="commit")
    page.locator(".repodoc h1").wait_for()
    page.wait_for_function("document.styleSheets.length > 2")
    first = page.evaluate(SEEN)
    assert held, "Material's script has run already"
    for route in held:
        route.continue_()
    page.unroute("**/bundle.*.js")
    page.wait_for_load_state("networkidle")
    rest(page)  # Material lets colours fade
    return first, page.evaluate(SEEN)


def is_dark(page: Page) -> bool:
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(part) for part in colour[4:-1].split(", "))
    return red + green + blue < 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", [FILE, FOLDER])
def test_first_visit(browser: Browser, address: str, url: str, scheme: Scheme) -> None:
    with visitor(browser, scheme) as page:
        first, last = first_and_last(page, address + url)
        assert first == last
        assert is_dark(page) == (scheme == "dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_next_visit_after_the_reader_has_chosen(
    browser: Browser, address: str, scheme: Scheme
) -> None:
    with visitor(browser, scheme) as page:
        page.goto(address + FOLDER, wait_until="networkidle")
        page.locator("label[title=Light]:visible, label[title=Dark]:visible").click()
        first, last = first_and_last(page, address + FILE)
        assert first == last
        assert is_dark(page) == (scheme == "light")


@pytest.fixture(scope="module")
def automatic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the example site with three palettes, the first of them automatic."""
    folder = tmp_path_factory.mktemp("automatic")
    site = build_site(EXAMPLE / "mkdocs.yml", folder / "site", theme=AUTOMATIC)
    with served(site.folder) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_three_palettes_the_first_of_them_automatic(
    browser: Browser, automatic: str, scheme: Scheme
) -> None:
    with visitor(browser, scheme) as page:
        first, last = first_and_last(page, automatic + FILE)
        assert first == last
        assert is_dark(page) == (scheme == "dark")
        page.locator("label[title=Light]:visible").click()
        first, last = first_and_last(page, automatic + FOLDER)
        assert first == last
        assert not is_dark(page)
