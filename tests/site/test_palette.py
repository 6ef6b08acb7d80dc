"""The symbol palette, the tree of files and the sheet of keys, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from support.browser import follow_instantly, served, window
from support.sites import BuiltSite, build_site

FILE = "repo/src/tidewatch/stations.py_docs/"
START = "repo/src/tidewatch/__init__.py_docs/"
"""A small page: most visits need none but for its scripts."""
INPUT = ".rd-palette__input"
HITS = ".rd-palette .rd-hit"
ACTIVE = ".rd-hit[aria-selected=true]"
WIDE = {"width": 1280, "height": 900}


class Visit:
    """A page of a site; says at its end what went wrong on it."""

    def __init__(self, page: Page, url: str) -> None:
        self.troubles: list[str] = []
        self.page = page
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", self._console)
        self.page.goto(url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.troubles.append(message.text)


@contextmanager
def visited(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """Open a page in a window of this size, or with these options."""
    with window(browser, **{"viewport": WIDE, **options}) as page:
        visit = Visit(page, url)
        yield page
    assert visit.troubles == []


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Page]:
    """A page that the test may leave and change."""
    with visited(browser, address + START) as page:
        yield page


@pytest.fixture(scope="module")
def searched(browser: Browser, address: str) -> Iterator[Page]:
    """A page where one query is typed after the other; no test leaves it."""
    with visited(browser, address + START) as page:
        yield page


def type_query(page: Page, text: str) -> list[str]:
    """Type into the palette and return the qualified names of the hits."""
    if not page.locator(".rd-palette[open]").count():
        page.keyboard.press("t")
    status = page.locator(".rd-palette__status")
    page.fill(INPUT, "")
    expect(status).to_have_text(re.compile(r"^(Recently opened)?$"))  # no answer to another query
    page.fill(INPUT, text)
    expect(status).to_have_text(re.compile(r"^[\d,]+ hits?$|^No results$"))  # nor a first one
    return page.locator(f"{HITS} .rd-hit__title").all_text_contents()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Station", "tidewatch.stations.Station"),
        ("station", "tidewatch.stations.Station"),
        ("STATIONBOOK", "tidewatch.stations.StationBook"),
        ("loadst", "tidewatch.stations.load_stations"),
        ("nbook", "tidewatch.stations.StationBook"),
        ("staitonbook", "tidewatch.stations.StationBook"),
        ("stbook", "tidewatch.stations.StationBook"),
        ("lst", "tidewatch.stations.load_stations"),
        ("station latest", "tidewatch.stations.Station.latest"),
        ("Station.latest", "tidewatch.stations.Station.latest"),
        ("stations.py", "src/tidewatch/stations.py"),
        ("tidewatch/st", "src/tidewatch/stations.py"),
        ("class: model", "tidewatch.predict.harmonics.HarmonicModel"),
        ("fn: load_r", "tidewatch.alerts.load_rules"),
        ("file: harm", "src/tidewatch/predict/harmonics.py"),
        ("folder: feeds", "src/tidewatch/feeds"),
        ('"Tide"', "tidewatch.predict.almanac.Tide"),
        ("Part::height", "Part::height"),
        ("statoin", "tidewatch.stations.Station"),  # though single letters match elsewhere
        ("haromnic", "tidewatch.predict.harmonics.HarmonicModel"),
        ("test: slug", "test_stations.test_slug_is_fit_for_file_names"),
    ],
)
def test_a_name_is_found(searched: Page, query: str, first: str) -> None:
    assert type_query(searched, query)[0].replace("\n", "") == first


def test_filters_leave_other_kinds_out(searched: Page) -> None:
    type_query(searched, "class: t")
    assert set(searched.locator(".rd-hit__kind").all_text_contents()) <= {
        "class",
        "struct",
        "trait",
        "enum",
    }
    type_query(searched, '"Station"')
    assert set(searched.locator(".rd-hit__name").all_text_contents()) == {"Station"}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("-> StationBook", "load_stations"),
        ("float, Unit -> float", "convert"),
        ("Unit, float -> *", "convert"),
        ("(PathLike) -> StationBook", "load_stations"),
    ],
)
def test_functions_are_found_by_their_types(searched: Page, query: str, name: str) -> None:
    type_query(searched, query)
    assert name in searched.locator(".rd-hit__name").all_text_contents()
    expect(searched.locator(".rd-hit__text").first).to_contain_text("->")


def test_types_that_nothing_takes_find_nothing(searched: Page) -> None:
    assert type_query(searched, "StationBook, StationBook, Unit -> Unit") == []


def test_a_hit_says_what_it_is_and_marks_the_match(searched: Page) -> None:
    type_query(searched, "StationB")
    hit = searched.locator(HITS).first
    assert hit.locator(".rd-hit__kind").text_content() == "class"
    assert hit.locator("mark").all_text_contents() == ["StationB"]
    expect(hit.locator(".rd-hit__place")).to_have_text(re.compile(r"^src/tidewatch/stations\.py:"))
    expect(hit.locator(".rd-hit__text")).to_have_text(re.compile("^Stations by slug"))


def test_the_keyboard_chooses_and_opens(visit: Page, address: str) -> None:
    type_query(visit, "class: station")
    first = visit.locator(ACTIVE).get_attribute("id")
    visit.keyboard.press("ArrowDown")
    second = visit.locator(ACTIVE).get_attribute("id")
    assert first != second
    assert visit.locator(INPUT).get_attribute("aria-activedescendant") == second
    visit.keyboard.press("ArrowUp")
    visit.keyboard.press("ArrowUp")  # around
    last = visit.locator(HITS).last.get_attribute("id")
    assert visit.locator(ACTIVE).get_attribute("id") == last
    visit.keyboard.press("ArrowDown")
    visit.keyboard.press("Enter")
    visit.wait_for_url(f"{address}{FILE}#tidewatch.stations.Station")
    assert not visit.locator(".rd-palette[open]").count()


def test_control_enter_opens_a_new_tab(visit: Page) -> None:
    type_query(visit, "harmonics.py")
    with visit.context.expect_page() as opened:
        visit.keyboard.press("Control+Enter")
    opened.value.wait_for_url("**/harmonics.py_docs/")
    assert visit.locator(".rd-palette[open]").count()


def test_escape_closes_and_gives_the_focus_back(visit: Page) -> None:
    button = visit.locator(".rd-tools [data-rd-open=palette]")
    button.focus()
    visit.keyboard.press("Enter")
    expect(visit.locator(INPUT)).to_be_focused()
    visit.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert not visit.locator(".rd-palette[open]").count()


def test_what_was_opened_is_offered_again(visit: Page) -> None:
    type_query(visit, "HarmonicModel")
    visit.keyboard.press("Enter")
    visit.wait_for_url("**/harmonics.py_docs/#*")
    visit.keyboard.press("Control+k")
    expect(visit.locator(HITS).first).to_contain_text("HarmonicModel")


def test_keys_are_off_where_somebody_types(visit: Page) -> None:
    visit.evaluate("document.querySelector('.repodoc').prepend(document.createElement('textarea'))")
    visit.locator("textarea").first.focus()
    visit.keyboard.type("t?e")
    assert visit.locator("textarea").first.input_value() == "t?e"
    assert not visit.locator("dialog[open]").count()


def test_the_sheet_lists_the_keys(visit: Page) -> None:
    visit.keyboard.press("?")
    sheet = visit.locator(".rd-keys")
    expect(sheet).to_be_visible()
    expect(sheet).to_contain_text("Find symbols, files and folders")
    expect(sheet).to_contain_text("Search the text of all pages")
    visit.keyboard.press("t")  # a dialog is open
    assert not visit.locator(".rd-palette[open]").count()
    visit.keyboard.press("Escape")
    expect(sheet).not_to_be_visible()


def test_single_keys_can_be_switched_off(visit: Page) -> None:
    """Speech and shaking hands press letters that nobody meant (WCAG 2.1.4)."""
    visit.keyboard.press("?")
    switch = visit.locator(".rd-keys").get_by_role("checkbox")
    expect(switch).to_be_checked()
    switch.uncheck()
    visit.keyboard.press("Escape")
    for _ in range(2):
        for key in "te?-y":
            visit.keyboard.press(key)
        assert not visit.locator("dialog[open]").count()
        assert visit.url.endswith(START)
        assert not visit.locator(".rd-tool kbd").first.is_visible()
        visit.reload()  # it is remembered
    visit.keyboard.press("Control+k")  # needs no switch, and leads back to it
    visit.get_by_role("button", name="All keys").click()
    switch.check()
    visit.keyboard.press("Escape")
    visit.keyboard.press("t")
    expect(visit.locator(INPUT)).to_be_focused()


def test_the_header_has_a_button_on_hand_written_pages(browser: Browser, address: str) -> None:
    with visited(browser, address) as page:
        page.click(".md-header .rd-open")
        expect(page.locator(INPUT)).to_be_focused()


def test_without_scripts_there_are_no_buttons(browser: Browser, address: str) -> None:
    with window(browser, viewport=WIDE, java_script_enabled=False) as page:
        page.goto(address + FILE)
        assert not page.locator(".rd-tools").is_visible()


# ---- The tree ----


def test_the_tree_opens_at_the_pages_file(visit: Page) -> None:
    visit.keyboard.press("e")
    here = visit.locator(".rd-tree [aria-current=page]")
    expect(here).to_be_visible()
    assert here.get_attribute("data-path") == "src/tidewatch/__init__.py"
    expect(here).to_be_focused()


def test_the_tree_goes_by_keyboard(visit: Page, address: str) -> None:
    visit.keyboard.press("e")
    focused = visit.locator(".rd-tree li:focus")
    expect(focused).to_have_attribute("data-path", "src/tidewatch/__init__.py")
    visit.keyboard.press("ArrowLeft")
    expect(focused).to_have_attribute("data-path", "src/tidewatch")
    visit.keyboard.press("ArrowRight")
    expect(focused).to_have_attribute("data-path", "src/tidewatch/feeds")
    visit.keyboard.press("ArrowRight")
    expect(focused).to_have_attribute("aria-expanded", "true")
    visit.keyboard.press("ArrowDown")
    expect(focused).to_have_attribute("data-path", "src/tidewatch/feeds/__init__.py")
    visit.keyboard.press("b")
    expect(focused).to_have_attribute("data-path", "src/tidewatch/feeds/base.py")
    visit.keyboard.press("Home")
    expect(focused).to_have_attribute("aria-level", "1")
    visit.keyboard.press("End")
    visit.keyboard.press("Enter")
    visit.wait_for_url(f"{address}repo/pyproject.toml_docs/")


def test_the_tree_stays_open_on_wide_screens(visit: Page) -> None:
    visit.click(".rd-tools [data-rd-open=tree]")
    visit.click('.rd-tree [data-path="src/tidewatch/units.py"] a')
    visit.wait_for_url("**/units.py_docs/")
    here = visit.locator(".rd-tree [aria-current=page]")
    expect(here).to_have_attribute("data-path", "src/tidewatch/units.py")
    visit.click(".rd-drawer .rd-dialog__close")
    visit.reload()
    assert not visit.locator(".rd-drawer[open]").count()


# ---- Places ----


def test_a_small_phone_has_room(browser: Browser, address: str) -> None:
    phone = {"viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"}
    with visited(browser, address + FILE, **phone) as page:
        page.click(".rd-tools [data-rd-open=palette]")
        type_query(page, "station")
        wide = "document.documentElement.scrollWidth"
        assert page.evaluate(wide) <= 320
        assert page.evaluate("document.querySelector('.rd-palette__list').scrollWidth") <= 320
        page.locator(HITS).first.click()
        page.wait_for_url("**#tidewatch.stations.Station")
        page.evaluate("scrollTo(0, 0)")
        page.click(".rd-tools [data-rd-open=tree]")
        page.click('.rd-tree [data-path="src/tidewatch/units.py"] a')
        page.wait_for_url("**/units.py_docs/")
        assert not page.locator(".rd-drawer[open]").count()
        assert page.evaluate(wide) <= 320


def test_below_a_path_of_the_host(browser: Browser, example: BuiltSite, tmp_path: Path) -> None:
    (tmp_path / "project").symlink_to(example.folder)
    with served(tmp_path) as address, visited(browser, f"{address}project/{START}") as page:
        assert type_query(page, "HarmonicModel")
        page.keyboard.press("Enter")
        page.wait_for_url("**/project/repo/**/harmonics.py_docs/#*")


def test_from_a_disk(browser: Browser, example_flat: BuiltSite) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    visit = Visit(context.new_page(), (example_flat.folder / f"{START[:-1]}.html").as_uri())
    page = visit.page
    assert type_query(page, "HarmonicModel")
    page.keyboard.press("Enter")
    page.wait_for_url("file://**/harmonics.py_docs.html#*")
    page.keyboard.press("e")
    page.click('.rd-tree [data-path="src/tidewatch/units.py"] a')
    page.wait_for_url("file://**/units.py_docs.html")
    context.close()
    assert visit.troubles == []


def test_after_an_instant_navigation(browser: Browser, project: Path) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("# Home\n\n[till](repo/till.py_docs.md)\n")
    (project / "till.py").write_text('"""A till."""\n\n\ndef pay() -> None:\n    """Pay."""\n')
    (project / "mkdocs.yml").write_text(
        "site_name: Shop\nsite_url: http://127.0.0.1/\n"
        "theme: {name: material, font: false, features: [navigation.instant]}\n"
        "plugins: [repodoc]\n"
    )
    site = build_site(project / "mkdocs.yml", project / "site")
    with served(site.folder) as address:
        sitemap = site.folder / "sitemap.xml"
        sitemap.write_text(sitemap.read_text().replace("http://127.0.0.1/", address))
        with visited(browser, address) as page:
            page.evaluate("window.isSame = true")
            follow_instantly(page, f"{address}repo/till.py_docs/")
            assert type_query(page, "pay")
            page.keyboard.press("Enter")
            page.wait_for_url("**/till.py_docs/#till.pay")
            assert page.evaluate("window.isSame")
            assert page.locator(".md-header .rd-open").count() == 1


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("text: raise UnknownStation", "raise UnknownStation("),
        (r"regex: raise\s+Unknown\w+", "raise UnknownStation("),
    ],
)
def test_lines_of_the_source_are_found(visit: Page, query: str, text: str) -> None:
    visit.keyboard.press("t")
    visit.fill(INPUT, query)
    expect(visit.locator(HITS).first).to_contain_text(text)
    expect(visit.locator(f"{HITS} mark").first).to_have_text("raise UnknownStation")
    expect(visit.locator(".rd-palette__status")).to_have_text(re.compile(r"^[\d,]+ hits?$"))
    where = visit.locator(f"{ACTIVE} .rd-hit__place").text_content() or ""
    path, _, line = where.strip("\u200e").partition(":")
    visit.keyboard.press("Enter")
    visit.wait_for_url(f"**/repo/{path}_docs/#L{line}")


def test_lines_are_found_on_pages_from_a_disk(browser: Browser, example: BuiltSite) -> None:
    page = browser.new_page()
    page.goto((example.folder / START / "index.html").as_uri())
    page.keyboard.press("t")
    page.fill(INPUT, "text: class StationBook")
    expect(page.locator(HITS)).to_have_count(1)
    page.close()


def test_an_expression_that_takes_for_ever_is_stopped(visit: Page) -> None:
    visit.keyboard.press("t")
    visit.fill(INPUT, r"regex: (\w*\s*)*[^\w\s\W]")
    expect(visit.locator(".rd-palette__status")).to_contain_text("takes too long")
