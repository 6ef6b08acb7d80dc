"""What the palette fetches from an index of 100,000 symbols before it shows its first hit."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser
from support.browser import served

from benchmarks.palette import SYMBOLS, write_site

MOST = 150_000

NOTE_FIRST_HIT = """
new MutationObserver(() => {
  if (!window.firstHit && document.querySelector(".rd-hit")) window.firstHit = performance.now();
}).observe(document, { childList: true, subtree: true });
"""
FETCHED_BEFORE = r"""
performance.getEntriesByType("resource")
  .filter((entry) => /\/(data|vendor)\//.test(entry.name) && entry.responseEnd <= window.firstHit)
  .map((entry) => entry.encodedBodySize)
"""
"""What follows in the background does not count."""


QUERIES = (
    "l",
    "load_state",
    "TensorGraph",
    "linear forward",
    "upadte",
    "file: m35",
    "str, int -> Path",
)


def test_little_is_fetched_before_the_first_hit(browser: Browser, tmp_path: Path) -> None:
    # One test for all queries: each process of tests would write the index for its own.
    write_site(tmp_path, SYMBOLS)
    with served(tmp_path) as address:
        for query in QUERIES:
            page = browser.new_page()
            page.add_init_script(NOTE_FIRST_HIT)
            page.goto(address)
            page.keyboard.press("t")
            page.fill(".rd-palette__input", query)
            page.wait_for_selector(".rd-hit")
            fetched = page.evaluate(FETCHED_BEFORE)
            page.close()
            assert len(fetched) >= 3, query  # the library, the index's head, and a part of it
            assert sum(fetched) <= MOST, query
