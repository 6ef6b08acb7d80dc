"""What a reader does on the main kinds of pages, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, expect
from support.browser import window
from support.stillness import rest
from support.watched import Watched

PAGES = {
    "repository": "repo/",
    "keywords": "repo/keywords/",
    "book": "repo/comprehensive_book/",
    "folder": "repo/src/tidewatch/",
    "folder-documentation": "repo/src/tidewatch/doc/",
    "folder-keywords": "repo/src/tidewatch/sub/",
    "file": "repo/src/tidewatch/stations.py_docs/",
    "file-keywords": "repo/src/tidewatch/stations.py_kw/",
}
VIEWS = {"light": (1280, 900, "light"), "dark": (1280, 900, "dark")}


@contextmanager
def watching(browser: Browser, view: str) -> Iterator[Watched]:
    """Lend a window; fails if anything has gone wrong in it that nobody has asked about."""
    width, height, scheme = VIEWS[view]
    options = {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
    with window(browser, **options) as page:
        watched = Watched(page)
        yield watched
        assert watched.troubles == []


def test_a_line_is_shown_when_its_anchor_is_followed(browser: Browser, address: str) -> None:
    with watching(browser, "light") as watched:
        page = watched.page
        page.goto(address + PAGES["file"] + "#L60")
        rest(page)
        box = page.locator('[id="L60"]').bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= 900


def test_a_name_in_the_source_leads_to_its_definition(browser: Browser, address: str) -> None:
    with watching(browser, "light") as watched:
        page = watched.page
        page.goto(address + "repo/src/tidewatch/predict/almanac.py_docs/")
        target = "stations.py_docs/#tidewatch.stations.Station"
        page.locator(f'.rd-listing a[href$="{target}"]').first.click()
        page.wait_for_url(re.compile(re.escape(target)))
        heading = page.locator('[id="tidewatch.stations.Station"]')
        expect(heading).to_contain_text("Station")


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("file", "file-keywords"), ["Docs", "Source", "Uses", "Keywords"]),
        (
            ("folder", "folder-documentation", "folder-keywords"),
            ["Overview", "Documentation", "Symbols"],
        ),
        (
            ("repository", "keywords", "book"),
            ["Overview", "Documentation", "Symbols", "Symbols A–Z", "Tour", "Book"],
        ),
    ],
)
def test_the_pages_about_a_thing_keep_their_places(
    browser: Browser, address: str, names: tuple[str, ...], titles: list[str]
) -> None:
    with watching(browser, "light") as watched:
        marked = []
        for name in names:
            watched.page.goto(address + PAGES[name])
            views = watched.page.locator(".rd-views li > a:not([type])")  # not the page in Markdown
            assert views.all_inner_texts() == titles
            (current,) = watched.page.locator(".rd-views [aria-current=page]").all()
            marked.append(current.inner_text())
            assert address + PAGES[name] == current.locator("a").evaluate(
                "link => link.href.split('#')[0]"
            )
        assert len(set(marked)) == len(names)


def test_the_table_of_contents_marks_what_was_gone_to(browser: Browser, address: str) -> None:
    with watching(browser, "light") as watched:
        page = watched.page
        page.goto(address + PAGES["file"] + "#tidewatch.stations.Station")
        marked = page.locator(".md-sidebar--secondary .md-nav__link--active").last
        expect(marked).to_have_text("Station")


def test_the_name_of_a_rule_opens_its_explanation(browser: Browser, address: str) -> None:
    with watching(browser, "light") as watched:
        page = watched.page
        page.goto(address + "repo/src/tidewatch/feeds/base.py_docs/")
        explanation = page.locator("#rule-abstract-class")
        expect(explanation).to_be_hidden()
        page.get_by_role("link", name="abstract-class", exact=True).press("Enter")
        expect(explanation).to_be_in_viewport()
        expect(explanation).to_have_text("Abstract class")


def test_what_has_the_focus_is_not_below_what_stays(browser: Browser, address: str) -> None:
    """The header and the listing's bar hide no focused link (WCAG 2.4.11)."""
    with watching(browser, "light") as watched:
        page = watched.page
        page.goto(address + PAGES["file"] + "#original-source")
        rest(page)
        page.locator(".rd-listing .rd-chunk a[href]:not([id])").last.focus()
        for _ in range(40):
            page.keyboard.press("Shift+Tab")
            seen = page.evaluate(
                """() => {
                    const box = document.activeElement.getClientRects()[0];
                    const top = document.elementFromPoint(box.left + 2, box.top + box.height / 2);
                    return [document.activeElement.outerHTML, document.activeElement.contains(top)];
                }"""
            )
            assert seen[1], seen[0]


def test_dark_is_dark(browser: Browser, address: str) -> None:
    def brightness(view: str) -> float:
        with watching(browser, view) as watched:
            watched.page.goto(address + "repo/src/tidewatch/__init__.py_docs/")
            colour = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
        red, green, blue, *_ = (float(part) for part in re.findall(r"[\d.]+", colour))
        return red + green + blue

    assert brightness("dark") < 200 < brightness("light")
