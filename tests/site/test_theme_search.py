"""The theme's own search box, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Browser, expect


def test_names_are_found_and_methods_without_their_class(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("/")
    search = page.locator(".md-search__input")
    for query, path, anchor in [
        ("StationBook", "stations.py", "#tidewatch.stations.StationBook"),
        ("surge", "readings/tide.py", "#tidewatch.readings.tide.SurgeReading.surge"),
        ("nearest", "stations.py", ""),  # found with its file
    ]:
        search.fill("")
        search.press_sequentially(query)
        found = f"repo/src/tidewatch/{path}_docs/?h={query.lower()}{anchor}"
        expect(page.locator(f'.md-search-result__link[href$="{found}"]')).to_have_count(1)
    page.close()
