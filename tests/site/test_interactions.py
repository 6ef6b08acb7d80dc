"""What a reader does on the pages of a whole site: hover, no network, from a disk, below a path."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect
from support.browser import served, window
from support.repositories import commit_all, write_files
from support.sites import BuiltSite, build_site
from support.stillness import rest_at

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


@contextmanager
def opened(browser: Browser, **options: Any) -> Iterator[Page]:
    problems: list[str] = []
    with window(browser, **options) as page:
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
    assert problems == []


# ---- Cards


NAME = ".rd-listing a[href$='#tidewatch.stations.Station']:not([id])"


def test_a_name_shows_its_card_on_hover_and_focus(browser: Browser, address: str) -> None:
    with opened(browser, viewport={"width": 1280, "height": 900}) as page:
        page.goto(address + "repo/src/tidewatch/predict/almanac.py_docs/")
        link = page.locator(NAME).first
        rest_at(link)
        link.hover()
        card = page.locator(".rd-card")
        card.wait_for()
        for said in ("class", "Station", "tidewatch.stations.Station", "Used by "):
            expect(card).to_contain_text(said)
        assert link.get_attribute("aria-describedby") == card.get_attribute("id")
        assert link.get_attribute("title") is None  # no second text beside the card
        card.hover()  # it stays while the pointer is on it
        page.wait_for_timeout(400)
        assert card.is_visible()
        page.keyboard.press("Escape")
        assert card.count() == 0
        page.mouse.move(2, 400)
        page.keyboard.press("Tab")  # from here on the keyboard leads
        link.focus()
        card.wait_for()
        page.keyboard.press("Tab")
        card.wait_for(state="detached")


def test_a_card_stands_where_there_is_room(browser: Browser, address: str) -> None:
    with opened(browser, viewport={"width": 1000, "height": 600}) as page:
        page.goto(address + "repo/src/tidewatch/predict/almanac.py_docs/")
        link = page.locator(NAME).first
        for block in ("start", "end"):
            page.mouse.move(2, 2)
            link.evaluate("each => { each.style.scrollMarginBlock = '150px 12px'; }")
            rest_at(link, block)
            link.hover()
            card = page.locator(".rd-card")
            card.wait_for()
            box, name = card.bounding_box(), link.bounding_box()
            assert box
            assert name
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 600
            assert (box["y"] > name["y"]) == (block == "start")


@pytest.mark.parametrize("size", [(700, 900), (1200, 400)])
def test_small_windows_have_no_cards(browser: Browser, address: str, size: tuple[int, int]) -> None:
    with opened(browser, viewport={"width": size[0], "height": size[1]}) as page:
        page.goto(address + "repo/src/tidewatch/predict/almanac.py_docs/")
        page.locator(NAME).first.hover()
        page.wait_for_timeout(400)
        assert page.locator(".rd-card").count() == 0


# ---- No network, a disk, a path


def show_card(page: Page) -> None:
    name = page.locator(".rd-listing a[href*='#tidewatch']:not([id])").first
    rest_at(name)
    name.hover()
    page.locator(".rd-card").wait_for()


def test_no_request_leaves_the_site_when_its_dialogs_open(browser: Browser, address: str) -> None:
    """Of pages as they open, `test_accessibility.py` and `test_stillness.py` say so."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url
        if url.startswith((address, "data:", "blob:")):
            route.continue_()
        else:
            asked.append(url)
            route.abort()

    with opened(browser) as page:
        page.route("**/*", answer)
        page.goto(address + PAGES["file"], wait_until="networkidle")
        show_card(page)
        page.keyboard.press("Escape")
        page.keyboard.press("e")
        page.locator(".rd-tree li >> visible=true").first.wait_for()
        page.keyboard.press("Escape")
        page.keyboard.press("Control+k")
        page.keyboard.type("station")
        page.locator(".rd-hit").first.wait_for()
    assert asked == []


@pytest.mark.parametrize("name", ["repository", "folder", "file", "file-keywords"])
def test_pages_work_from_a_disk(browser: Browser, example_flat: BuiltSite, name: str) -> None:
    path = PAGES[name].rstrip("/")
    file = example_flat.folder / f"{path}.html"
    if not file.exists():
        file = example_flat.folder / path / "index.html"
    with opened(browser) as page:
        failed: list[str] = []
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.goto(file.as_uri(), wait_until="networkidle")
        assert page.locator(".repodoc h1").is_visible()
        if name == "file":
            show_card(page)
        ours = [url for url in failed if "/assets/repodoc/" in url]
        assert ours == []


def test_a_site_works_below_a_path(browser: Browser, example: BuiltSite, tmp_path: Path) -> None:
    (tmp_path / "project").symlink_to(example.folder, target_is_directory=True)
    with served(tmp_path) as address, opened(browser) as page:
        answers: list[Response] = []

        def keep(answer: Response) -> None:  # Playwright takes no method of a built-in type
            answers.append(answer)

        page.on("response", keep)
        page.goto(f"{address}project/{PAGES['file']}")
        show_card(page)
        assert [answer.url for answer in answers if answer.status >= 400] == []


# ---- Weight


def test_a_change_costs_what_has_changed(browser: Browser, address: str, tmp_path: Path) -> None:
    """Themes put a button on each block of code: none may make the whole page new."""
    trace = tmp_path / "trace.json"
    with opened(browser, viewport={"width": 1280, "height": 900}) as page:
        page.goto(address + PAGES["file"])
        elements = page.evaluate("document.querySelectorAll('.repodoc *').length")
        browser.start_tracing(page=page, path=trace, categories=["devtools.timeline"])
        page.evaluate(
            """() => {
                const block = document.querySelector('.rd-section pre');
                block.prepend(Object.assign(document.createElement('nav'), {className: 'added'}));
                return block.offsetHeight;
            }"""
        )
        browser.stop_tracing()
    events = json.loads(trace.read_text("utf-8"))["traceEvents"]
    restyled = [
        event["args"]["elementCount"]
        for event in events
        if event["name"] == "UpdateLayoutTree" and "elementCount" in event.get("args", {})
    ]
    assert restyled
    assert max(restyled) < elements / 20


def test_a_page_waits_for_one_style_sheet_and_one_small_script(example: BuiltSite) -> None:
    page = example.read(PAGES["file"])
    ours = re.findall(r"<(?:link|script)[^>]*assets/repodoc/(\w+)[^>]*?(defer)?>", page)
    assert ours == [("repodoc", ""), ("early", ""), ("repodoc", "defer")]


def test_a_page_of_a_thousand_lines_is_light(tmp_path: Path) -> None:
    methods = "\n".join(
        f'    def method_{n}(self, first: int, second: str = "x") -> "Part{n // 10}":\n'
        f'        """Do the work of step {n}.\n\n        Args:\n            first: One.\n'
        f'            second: Two.\n        """\n'
        f"        total = first + len(second) + {n}\n"
        f"        if total > 10:\n            return self.method_{max(n - 1, 0)}(total)\n"
        f"        return Part{n // 10}(total)\n"
        for n in range(80)
    )
    parts = "\n".join(f"class Part{n}(int):\n    pass\n" for n in range(8))
    text = f'"""Work."""\n\n\n{parts}\n\nclass Worker:\n{methods}'
    assert 950 <= text.count("\n") <= 1100
    write_files(
        tmp_path / "p",
        {
            "docs/index.md": "# Home\n",
            "work.py": text,
            "mkdocs.yml": "site_name: W\ntheme: {name: material, font: false}\n"
            "plugins: [search, repodoc]\n",
        },
    )
    commit_all(tmp_path / "p")
    site = build_site(tmp_path / "p" / "mkdocs.yml", tmp_path / "site")
    assert len(site.read("repo/work.py_docs/").encode()) <= 400_000


def test_scripts_and_styles_are_light(example: BuiltSite) -> None:
    folder = example.folder / "assets" / "repodoc"
    files = [each for each in folder.rglob("*") if each.suffix in {".css", ".js"}]
    own = [each for each in files if "data" not in each.relative_to(folder).parts]
    # Styles, scripts, what pages wait for, the palette's library, and the call hierarchy.
    assert len(own) == 5
    sizes = {each.name: len(gzip.compress(each.read_bytes())) for each in own}
    assert sum(sizes.values()) <= 60_000
    assert sizes["on_demand.js"] <= 10_000
    (early,) = (size for name, size in sizes.items() if name.startswith("early."))
    assert early <= 1_100
    for each in own:
        code = each.read_bytes().removeprefix(b"/*! https://github.com/leeoniya/uFuzzy ")
        assert not re.search(rb"https?://|@import|url\(\s*['\"]?//", code), each  # from elsewhere
