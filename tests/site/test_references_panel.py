"""The panel of references, in a real browser: three ways in, through it by keys, and out again."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect
from support.browser import window
from support.stillness import rest, rest_at

STATIONS = "repo/src/tidewatch/stations.py_docs/"
DEFINITION = ".rd-listing a[data-def][href$='#tidewatch.stations.Station']"
WIDE = {"width": 1280, "height": 900}
ROW = ".rd-panel__row"


def opened(page: Page) -> list[str]:
    """Return the files that the panel lists, in order."""
    page.wait_for_selector(".rd-panel[open]")
    return page.locator(".rd-panel summary > span:first-of-type").all_inner_texts()


def test_a_definition_shows_who_refers_to_it_and_keys_lead_there(
    browser: Browser, address: str
) -> None:
    with window(browser, viewport=WIDE) as page:
        page.goto(address + STATIONS)
        page.locator(DEFINITION).click()
        files = opened(page)
        tests = [path.startswith("tests/") for path in files]
        assert any(tests)
        assert sorted(tests) == tests
        assert not all(tests)
        row = page.locator(ROW).first
        assert row.locator("mark").inner_text() == "Station"
        assert page.evaluate("document.activeElement.localName") == "summary"
        page.keyboard.press("ArrowDown")
        assert row.evaluate("row => row === document.activeElement")
        page.keyboard.press("ArrowLeft")  # to the head of the file
        page.keyboard.press("ArrowLeft")  # folds it
        assert row.is_hidden()
        page.keyboard.press("Escape")
        assert page.locator(".rd-panel").is_hidden()
        assert page.locator(DEFINITION).evaluate("name => name === document.activeElement")
        page.keyboard.press("r")
        assert opened(page) == files
        page.keyboard.press("ArrowDown")
        target = row.get_attribute("href")
        assert target
        page.keyboard.press("Enter")
        page.wait_for_url(target)


def test_a_card_leads_to_the_panel_and_a_phone_has_room_for_it(
    browser: Browser, address: str
) -> None:
    with window(browser, viewport=WIDE) as page:
        page.goto(address + STATIONS)
        rest_at(page.locator(DEFINITION))
        page.locator(DEFINITION).hover()
        page.locator(".rd-card button").click()
        files = opened(page)
        page.set_viewport_size({"width": 390, "height": 800})
        rest(page)
        box = page.locator(".rd-panel").bounding_box()
        assert box
        assert (box["x"], box["width"]) == (0, 390)
        body = page.locator(".rd-panel__body")
        assert body.evaluate("body => body.scrollWidth <= body.clientWidth")
        page.keyboard.press("Escape")
        page.locator(DEFINITION).click()
        assert opened(page) == files


def test_without_a_script_a_definition_leads_to_its_section(browser: Browser, address: str) -> None:
    with window(browser, viewport=WIDE, java_script_enabled=False) as page:
        page.goto(address + STATIONS)
        page.locator(DEFINITION).click()
        page.wait_for_url("**#tidewatch.stations.Station")
        section = page.locator(".rd-symbol", has=page.locator("[id='tidewatch.stations.Station']"))
        expect(section.locator(".rd-facts").first).to_contain_text("Used by")
