"""The pages in the themes that come with MkDocs, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from support.browser import served, window
from support.repositories import commit_all, write_files
from support.sites import EXAMPLE, BuiltSite, build_site
from support.stillness import rest

HIGHLIGHTER = """
var hljs = (() => {
  let selector = "pre code";
  const boot = () => document.querySelectorAll(selector).forEach((code) => {
    code.textContent = code.textContent;
    code.classList.add("hljs");
  });
  return {
    configure: (options) => { selector = options.cssSelector || selector; },
    highlightAll: () => document.readyState === "loading"
      ? document.addEventListener("DOMContentLoaded", boot) : boot(),
  };
})();
"""
"""What highlight.js does to a page, as far as it matters; the themes load it from elsewhere."""

USUAL = {"width": 1280, "height": 900}
FILES = {
    "docs/index.md": "# Home\n\n```python\nprint(1)\n```\n",
    "till.py": '"""A till."""\n\n\nclass Till:\n    """Takes money."""\n\n\n'
    'def pay(till: Till) -> None:\n    """Pay."""\n',
}


def answer(route: Route) -> None:
    url = route.request.url
    if url.endswith("/highlight.min.js"):
        route.fulfill(body=HIGHLIGHTER, content_type="text/javascript")
    elif url.startswith("http://127.0.0.1:"):
        route.continue_()
    else:
        route.abort()


def coloured(page: Page, url: str) -> int:
    page.goto(url, wait_until="load")
    return page.locator("code.hljs").count()


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def themed(theme: str, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site in a theme."""
    folder = tmp_path_factory.mktemp(theme)
    return build_site(EXAMPLE / "mkdocs.yml", folder / "site", theme={"name": theme})


def test_a_highlighter_leaves_links_and_line_numbers(
    browser: Browser, project: Path, tmp_path: Path, theme: str
) -> None:
    write_files(
        project,
        {**FILES, "mkdocs.yml": f"site_name: Shop\ntheme: {theme}\nplugins: [repodoc]\n"},
    )
    commit_all(project)
    site = build_site(project / "mkdocs.yml", tmp_path / "site")
    with window(browser, viewport=USUAL) as page:
        page.route("**/*", answer)
        with served(site.folder) as address:
            assert coloured(page, address) == 1  # hand-written pages are the theme's
            assert coloured(page, f"{address}repo/till.py_docs/") == 0
            listing = page.locator(".rd-listing")
            assert listing.locator("a[id^=L]").count() == 9
            assert listing.locator("a[href$='#till.Till']").count() >= 1


PAGES = (
    "repo/",
    "repo/src/tidewatch/",
    "repo/src/tidewatch/doc/",
    "repo/src/tidewatch/sub/",
    "repo/src/tidewatch/stations.py_docs/",
    "repo/src/tidewatch/stations.py_kw/",
    "repo/keywords/",
    "repo/comprehensive_book/",
)
WIDE = 1280
WIDTHS = (320, WIDE)
TOO_WIDE = """
[...document.querySelectorAll('.repodoc .rd-scroll')]
  .filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.innerText.slice(0, 80))
"""
BROKEN_NAMES = """
[...document.querySelectorAll('.rd-kw__name')].slice(0, 60)
  .filter((name) => name.offsetWidth < innerWidth / 3).map((name) => name.innerText)
"""


def test_pages_have_room(browser: Browser, themed: BuiltSite) -> None:
    with window(browser, viewport=USUAL) as page, served(themed.folder) as address:
        for url in PAGES:
            page.set_viewport_size({"width": WIDTHS[0], "height": 900})
            page.goto(address + url, wait_until="load")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                needed = page.evaluate("document.documentElement.scrollWidth")
                assert needed <= width, url
                assert page.locator(".repodoc h1").is_visible()
                cut = page.evaluate(BROKEN_NAMES if width < WIDE else TOO_WIDE)
                assert cut == [], (url, width)


def test_the_palette_s_button_makes_no_room_for_itself(browser: Browser, themed: BuiltSite) -> None:
    with window(browser, viewport=USUAL) as page, served(themed.folder) as address:
        page.goto(f"{address}repo/", wait_until="load")
        rest(page)
        button = page.locator(".rd-open")
        place = "document.querySelector('.repodoc h1').getBoundingClientRect().top"
        with_it = page.evaluate(place)
        button.evaluate("button => button.remove()")
        assert page.evaluate(place) == with_it
        page.reload()
        button.click()
        expect(page.locator(".rd-palette__input")).to_be_visible()


def test_the_name_of_a_rule_opens_its_explanation(browser: Browser, themed: BuiltSite) -> None:
    with window(browser, viewport=USUAL) as page, served(themed.folder) as address:
        page.goto(f"{address}repo/src/tidewatch/feeds/base.py_docs/", wait_until="load")
        explanation = page.locator("#rule-abstract-class")
        assert not explanation.is_visible()
        page.get_by_role("link", name="abstract-class", exact=True).press("Enter")
        explanation.wait_for(state="visible")
