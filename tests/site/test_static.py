"""The finished tree is the site that MkDocs would make, in a frame of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import html5lib
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from support.axe import (
    AROUND,
    SHAPE,
    SHOW_ALL,
    UNFOLD,
    colour_violations,
    leave_one_of_each,
    load_axe,
    show_scheme,
    violations,
)
from support.browser import CLIPBOARD, served, window
from support.crawler import Crawler
from support.github_markdown import MarkdownCrawler
from support.sites import EXAMPLE, BuiltSite
from support.static_sites import LOG, build_static, configured
from support.stillness import rest, rest_at

from benchmarks.page_sets import Difference, compare, compare_export, exported_ids
from mkdocs_repodoc.hosts.export.markdown_export import ExportRequest, export_markdown

PAGES = {
    "repository": "repo/",
    "book": "repo/comprehensive_book/",
    "folder": "repo/src/tidewatch/",
    "file": "repo/src/tidewatch/stations.py_docs/",
    "file-keywords": "repo/src/tidewatch/stations.py_kw/",
}
FILE = PAGES["file"]
WIDE = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the example as a finished tree."""
    folder = tmp_path_factory.mktemp("static")
    build_static(EXAMPLE, folder / "site", cache_dir=str(folder / "cache"))
    return folder / "site"


@pytest.fixture(scope="module")
def static_address(tree: Path) -> Iterator[str]:
    with served(tree) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    problems: list[str] = []
    with window(browser, viewport=WIDE) as page:
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
    assert problems == []


def test_pages_addresses_and_articles_are_those_of_mkdocs(tree: Path, example: BuiltSite) -> None:
    differs = compare(example.folder, tree)
    assert differs == Difference([], [], [])


def test_exported_pages_and_their_ids_are_those_of_the_tree(tree: Path, tmp_path: Path) -> None:
    found = configured(EXAMPLE, tmp_path / "docs", cache_dir=str(tree.parent / "cache"))
    request = ExportRequest(tmp_path / "docs" / "repository", "zensical", "../", files=True)
    export_markdown(found, request, LOG)
    pages, unknown, ids = compare_export(tmp_path / "docs" / "repository", tree)
    assert pages > 60
    named = dict(exported_ids(tmp_path / "docs" / "repository"))
    assert sum(map(len, named.values())) > 500, "there are ids to compare"
    assert (unknown, ids) == ([], [])


def test_files_for_other_programs_and_scripts_are_those_of_mkdocs(
    tree: Path, example: BuiltSite
) -> None:
    assert (tree / "objects.inv").read_bytes() == (example.folder / "objects.inv").read_bytes()
    data = Path("assets", "repodoc", "data")
    names = {path.name for path in (example.folder / data).iterdir()}
    assert names
    assert {path.name for path in (tree / data).iterdir()} == names


def test_twins_and_lists_are_those_of_mkdocs(tree: Path, example: BuiltSite) -> None:
    names = {"llms.txt", *(p.relative_to(tree).as_posix() for p in (tree / "repo").rglob("*.md"))}
    theirs = {p.relative_to(example.folder).as_posix() for p in example.folder.rglob("*.md")}
    assert names - {"llms.txt"} == theirs
    assert "repo/src/tidewatch/index.md" in names
    for name in names - {"repo/comprehensive_book/index.md", "repo/index.md", "repo/doc/index.md"}:
        assert (tree / name).read_text() == (example.folder / name).read_text(), name
    page = (example.folder / "repo/src/tidewatch/index.html").read_text()
    assert '<link rel="alternate nofollow" type="text/markdown" href="index.md">' in page
    assert "text/markdown" not in (example.folder / FILE / "index.html").read_text()


def test_no_link_of_a_twin_is_dead(tree: Path) -> None:
    crawler = MarkdownCrawler(tree)
    assert len(crawler.markdown) > 40
    assert crawler.dead_links() == []


def test_the_markdown_of_a_page_is_copied(
    browser: Browser, tree: Path, static_address: str
) -> None:
    with window(browser, permissions=CLIPBOARD) as page:
        page.goto(static_address + PAGES["folder"])
        page.get_by_role("link", name="Copy Markdown").click()
        expect(page.get_by_role("link", name="Copied")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == (tree / "repo/src/tidewatch/index.md").read_text()


def test_no_link_is_dead_and_no_id_stands_twice(tree: Path) -> None:
    crawler = Crawler(tree)
    assert crawler.dead_links() == []
    assert crawler.duplicate_ids() == []


def test_the_frame_is_valid_html(tree: Path) -> None:
    for name in ("index.html", "repo/index.html", f"{FILE}index.html"):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((tree / name).read_text("utf-8"))
        # The parser knows HTML as it was before a list of attributes without quotes was in use.
        assert parser.errors == [], name


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_the_frame(page: Page, static_address: str, name: str) -> None:
    page.goto(static_address + PAGES[name])
    page.add_style_tag(content=SHOW_ALL)
    page.evaluate(UNFOLD)
    load_axe(page)
    # The articles are those of MkDocs, as a test above says, where they are judged.
    assert violations(page, SHAPE, "html" if name == "file" else AROUND) == []
    leave_one_of_each(page)
    assert colour_violations(page) == []


def test_axe_is_shown_a_dark_frame(page: Page, static_address: str) -> None:
    page.goto(static_address + "repo/")
    light = colours(page, "body")
    show_scheme(page, "dark")
    assert colours(page, "body") != light
    show_scheme(page, "light")
    assert colours(page, "body") == light


def test_the_palette_finds_a_symbol(page: Page, static_address: str) -> None:
    page.goto(static_address + "repo/")
    page.get_by_role("button", name="Find symbols and files").click()
    page.keyboard.type("StationBook")
    expect(page.locator(".rd-hit[aria-selected=true] mark")).to_have_text("StationBook")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stations.py_docs/#tidewatch.stations.StationBook")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_the_system_need_no_script(
    browser: Browser, static_address: str, scheme: Literal["light", "dark"]
) -> None:
    shown = []
    for scripted in (True, False):
        options = {"viewport": WIDE, "color_scheme": scheme}
        with window(browser, **options, java_script_enabled=scripted) as page:
            page.goto(static_address + FILE)
            shown.append([colours(page, css) for css in ("body", ".repodoc pre", ".repodoc a")])
    assert shown[0] == shown[1]


def colours(page: Page, css: str) -> list[str]:
    """Return the colours of the first element, which a page without scripts can't be asked for."""
    element = page.locator(css).first
    return [
        str(element.evaluate(f"element => getComputedStyle(element).{name}"))
        for name in ("color", "backgroundColor")
    ]


def test_the_readers_colours_stay(page: Page, static_address: str) -> None:
    page.goto(static_address + "repo/")
    root = page.locator("html")
    expect(root).to_have_attribute("data-bs-theme", "light")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(root).to_have_attribute("data-bs-theme", "dark")
    page.goto(static_address + FILE)
    expect(root).to_have_attribute("data-bs-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"


def test_the_tree_of_files_leaves_the_page_its_width(page: Page, static_address: str) -> None:
    page.goto(static_address + FILE)
    page.locator("[data-rd-open=tree]").click()
    page.locator(".rd-drawer[open]").wait_for()
    expect(page.locator("#rd-nav")).to_be_hidden()
    rest(page)
    main, drawer = page.locator("main").bounding_box(), page.locator(".rd-drawer").bounding_box()
    assert main
    assert drawer
    assert main["x"] >= drawer["x"] + drawer["width"]
    assert main["width"] > 600


def test_contents_follow_the_reader(page: Page, static_address: str) -> None:
    page.goto(static_address + FILE)
    rest_at(page.locator("#original-source"), "start")
    here = page.locator(".rd-frame-toc a[aria-current]")
    expect(here).to_have_text("Original Source")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_phone_has_menus_instead_of_columns(
    browser: Browser, static_address: str, script: bool
) -> None:
    with window(browser, viewport=PHONE, java_script_enabled=script) as page:
        page.goto(static_address + FILE)
        for button, menu in (("Navigation", "#rd-nav"), ("On this page", "#rd-toc")):
            expect(page.locator(menu)).to_be_hidden()
            page.get_by_role("button", name=button, exact=True).click()
            expect(page.locator(menu)).to_be_visible()
            page.keyboard.press("Escape")
            expect(page.locator(menu)).to_be_hidden()
        main = page.locator("main").bounding_box()
        assert main
        assert main["x"] + main["width"] <= PHONE["width"]
        if script:
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_paper_has_the_content_alone(page: Page, static_address: str) -> None:
    page.emulate_media(media="print")
    page.goto(static_address + FILE)
    for part in (".rd-frame-header", ".rd-frame-nav", ".rd-frame-toc", ".rd-frame-foot"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("main h1")).to_be_visible()


def test_paper_has_smaller_letters_than_the_screen(page: Page, static_address: str) -> None:
    page.goto(static_address + FILE)
    size = "parseFloat(getComputedStyle(document.querySelector('.repodoc')).fontSize)"
    shown = page.evaluate(size)
    page.emulate_media(media="print")
    assert page.evaluate(size) < 0.85 * shown
