"""What axe-core says against the pages, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

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
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""Of those, the rules that judge colours; they take most of the time."""
SHAPE = {"runOnly": RULES, "rules": {rule: {"enabled": False} for rule in COLOUR_RULES}}
"""All that is the same in every colour scheme."""
COLOURS = {"runOnly": {"type": "rule", "values": COLOUR_RULES}}
VIOLATIONS = """
async ([within, options]) => {
  const excused = (rule, element) =>
    // Small tiles of a map: the table below it has the same links (WCAG 2.5.8).
    (rule.id === 'target-size' && element.closest('.rd-map'))
    // Mere good practice of the theme's part is the theme's business, and so is the bar of buttons
    // on each block of code: landmarks that all have the same name.
    || (rule.tags.includes('best-practice')
      && (!element.closest('.repodoc, .rd-open, .rd-dialog') || element.closest('.md-code__nav')));
  const found = await axe.run(within, {...options, resultTypes: ['violations']});
  return found.violations.flatMap((rule) => rule.nodes
    .filter((node) => !excused(rule, document.querySelector(node.target[0]))).slice(0, 4)
    .map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
}
"""
SHOW_ALL = """
.rd-chunk, .rd-symbol__body { content-visibility: visible !important }
"""
"""What is left out of a window has no place on it that could be judged."""
UNFOLD = """
document.querySelectorAll('details').forEach((each) => { each.open = true; });
"""
LEAVE_ONE_OF_EACH = """
() => {
  const looks = ['color', 'backgroundColor', 'backgroundImage', 'opacity', 'fontSize', 'fontWeight',
    'textDecorationLine', 'position', 'display'];
  const seen = new Map();  // from what an element looks like, and all around it, to a number
  const numbers = new Map();
  const kept = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const look = [numbers.get(element.parentElement), element.tagName, element.className,
      ...looks.map((each) => style[each])].join();
    if (!seen.has(look)) {
      seen.set(look, seen.size);
      for (let each = element; each && !kept.has(each); each = each.parentElement) kept.add(each);
    }
    numbers.set(element, seen.get(look));
  }
  document.body.querySelectorAll('*').forEach((each) => kept.has(each) || each.remove());
}
"""
"""A page has hundreds of names and lines that look alike: contrast of one is that of all."""


def load_axe(page: Page) -> None:
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))


def violations(page: Page, options: Mapping[str, object], within: str = "html") -> list[str]:
    found: list[str] = page.evaluate(VIOLATIONS, [within, options])
    return found


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    scheme: Scheme = request.param
    return scheme


@pytest.fixture(scope="module")
def judged(browser: Browser, scheme: Scheme) -> Iterator[Page]:
    """A window in a colour scheme that goes from page to page."""
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    yield page
    page.close()


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
    page = browser.new_page()
    alike = "<p>one <b>two</b></p>" * 9
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
    page.close()
