"""Sites with fewer pages and without what scripts fetch: smaller, and nothing is out of reach."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser
from support.browser import served, window
from support.crawler import Crawler
from support.sites import EXAMPLE
from support.static_sites import build_static

FILE = "repo/src/tidewatch/stations.py_docs/"
SITE = "https://site.invalid/"
OPTIONS: dict[str, dict[str, object]] = {
    "full": {},
    "slim": {"detail": "slim", "keyword_pages": "folders", "source_search": False},
    "least": {"detail": "slim", "keyword_pages": "none", "source_search": False},
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The example at each size."""
    folder = tmp_path_factory.mktemp("sizes")
    for name, options in OPTIONS.items():
        build_static(EXAMPLE, folder / name, cache_dir=str(folder / "cache"), **options)
    return {name: folder / name for name in OPTIONS}


def files_of(site: Path) -> set[str]:
    return {each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file()}


def test_each_size_is_smaller_than_the_one_before(sites: dict[str, Path]) -> None:
    counts = [len(files_of(site)) for site in sites.values()]
    sizes = [
        sum((site / name).stat().st_size for name in files_of(site)) for site in sites.values()
    ]
    assert counts == sorted(counts, reverse=True)
    assert sizes == sorted(sizes, reverse=True)
    assert counts[1] < counts[0] * 0.6
    assert sizes[1] < sizes[0] * 0.85


def test_pages_that_are_left_stay_where_they_were(sites: dict[str, Path]) -> None:
    full, slim, least = (
        {name for name in files_of(site) if name.endswith(".html")} for site in sites.values()
    )
    assert slim < full
    assert least < slim
    assert all("_kw/" in name for name in full - slim)
    assert {name.rpartition("/")[0].rpartition("/")[2] for name in slim - least} == {"sub"}


@pytest.mark.parametrize("size", ["slim", "least"])
def test_no_link_is_dead_and_every_page_is_reached(sites: dict[str, Path], size: str) -> None:
    crawler = Crawler(sites[size])
    assert crawler.dead_links() == []
    reached, waiting = set[str](), ["repo/index.html"]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in crawler.pages:
            continue
        reached.add(name)
        for address, _ in crawler.pages[name][1]:
            path = unquote(urlsplit(urljoin(f"{SITE}{name}", address)).path).lstrip("/")
            waiting.append(f"{path}index.html" if path.endswith("/") or not path else path)
    pages = {name for name in crawler.pages if name.startswith("repo/")}
    assert pages - reached == set()


@pytest.mark.parametrize("size", ["slim", "least"])
def test_a_slim_page_says_what_the_full_one_does(sites: dict[str, Path], size: str) -> None:
    page = (sites[size] / FILE / "index.html").read_text("utf-8")
    assert 'id="tidewatch.stations.Station"' in page or "id=tidewatch.stations.Station" in page
    assert "Great-circle distance" in page
    assert 'data-detail="slim"' in page
    assert "rd-hierarchy-open" not in page
    assert "rd-calls" not in page
    full = (sites["full"] / FILE / "index.html").read_text("utf-8")
    assert "data-detail" not in full
    assert "rd-hierarchy-open" in full


def test_scripts_ask_a_slim_site_for_nothing_that_is_not_there(
    browser: Browser, sites: dict[str, Path]
) -> None:
    with served(sites["slim"]) as address, window(browser) as page:
        missing: list[str] = []
        page.on(
            "response", lambda answer: missing.append(answer.url) if answer.status > 399 else None
        )
        page.goto(f"{address}/{FILE}")
        page.locator(".rd-listing a[data-def]").first.hover()
        page.wait_for_timeout(600)
        page.keyboard.press("r")
        page.keyboard.press("c")
        page.keyboard.press("t")
        page.locator("[role=combobox]").fill("Station")
        page.wait_for_timeout(300)
    assert missing == []
