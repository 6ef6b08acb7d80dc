"""The crawler over the whole example, over both kinds of address."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from support.crawler import Crawler
from support.sites import BuiltSite


@pytest.fixture(scope="module", params=["example", "example_flat"])
def crawler(request: pytest.FixtureRequest) -> Crawler:
    site: BuiltSite = request.getfixturevalue(request.param)
    return Crawler(site.folder)


def test_every_link_leads_to_a_page_and_every_anchor_is_there(crawler: Crawler) -> None:
    assert crawler.dead_links() == []


def test_no_id_stands_twice_on_a_page(crawler: Crawler) -> None:
    assert crawler.duplicate_ids() == []


def test_every_generated_page_can_be_reached_from_the_front_page(crawler: Crawler) -> None:
    reached = {"index.html"}
    frontier = ["index.html"]
    while frontier:
        page = frontier.pop()
        for address, _ in crawler.pages[page][1]:
            path = address.partition("#")[0].partition("?")[0]
            if ":" in path:
                continue
            target = crawler.target(page, path)
            if target in crawler.pages and target not in reached:
                reached.add(target)
                frontier.append(target)
    assert set(crawler.pages) - reached == set()


def test_the_crawler_sees_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<p id="a"></p><p id="a"></p><a href="#b">b</a><a href="gone/">gone</a>'
        '<a href="../up.html">up</a><a href="javascript:x()">x</a><a href="#a">fine</a>',
        "utf-8",
    )
    crawler = Crawler(tmp_path)
    assert len(crawler.dead_links()) == 4
    assert crawler.duplicate_ids() == ["index.html: a"]


@pytest.mark.parametrize(
    "url",
    [
        "repo/",
        "repo/keywords/",
        "repo/comprehensive_book/",
        "repo/src/tidewatch/",
        "repo/src/tidewatch/doc/",
        "repo/src/tidewatch/sub/",
        "repo/src/tidewatch/stations.py_docs/",
        "repo/src/tidewatch/stations.py_kw/",
        "repo/native/src/lib.rs_docs/",
        "repo/assets/logo.svg_docs/",
    ],
)
def test_generated_html_is_well_formed(example: BuiltSite, url: str) -> None:
    parser = html5lib.HTMLParser(strict=False)
    parser.parseFragment(example.article(url))
    assert [(place, code) for place, code, _ in parser.errors] == []
