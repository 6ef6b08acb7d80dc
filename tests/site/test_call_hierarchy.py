"""The call hierarchy, the question how one function reaches another, and the keys of the tour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect
from support.axe import dialog_violations, load_axe
from support.browser import window
from support.sites import BuiltSite

CLI = "repo/src/tidewatch/cli.py_docs/"
STATIONS = "repo/src/tidewatch/stations.py_docs/"
MAIN, LOAD = "tidewatch.cli.main", "tidewatch.stations.load_stations"
DIALOG = ".rd-calls-dialog[open]"
ROWS = ".rd-calls__tree li[role=treeitem]"
WINDOW = {"width": 1280, "height": 900}


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    problems: list[str] = []
    with window(browser, viewport=options.pop("viewport", WINDOW), **options) as page:
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(url)
        yield page
    assert problems == []


def button_of(page: Page, anchor: str) -> Locator:
    return page.locator(f".rd-symbol__head:has([id='{anchor}']) .rd-hierarchy-open")


def ask(button: Locator) -> None:
    """Press a button by key: what comes near the window may still move it below the pointer."""
    button.press("Enter")


def names(page: Page) -> list[str]:
    return page.locator(f"{ROWS} > .rd-tree__row > .rd-tree__link").all_inner_texts()


def focused(page: Page) -> str:
    label: str = page.evaluate("document.activeElement.getAttribute('aria-label') || ''")
    return label


def test_calls_open_level_by_level_from_the_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, address + CLI) as page:
        button = button_of(page, MAIN)
        ask(button)
        page.locator(DIALOG).wait_for()
        assert names(page) == ["build_parser", "_tides", "_watch"]
        assert focused(page).startswith("build_parser, line ")
        page.keyboard.press("ArrowDown")
        assert focused(page).startswith("_tides")
        page.keyboard.press("ArrowRight")
        page.locator(f"{ROWS}[aria-level='2']").first.wait_for()
        assert "load_stations" in names(page)
        page.keyboard.press("ArrowRight")  # into it
        assert page.evaluate("document.activeElement.ariaLevel") == "2"
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        assert names(page)[:3] == ["build_parser", "_tides", "StationBook.find"]  # hidden, not gone
        expect(page.locator(f"{ROWS}[aria-level='2']").first).to_be_hidden()
        page.keyboard.press("Escape")
        expect(page.locator(DIALOG)).to_have_count(0)
        assert button.evaluate("each => each === document.activeElement")


def test_a_name_leads_to_its_section_and_a_line_to_the_call(browser: Browser, address: str) -> None:
    with opened(browser, address + CLI) as page:
        ask(button_of(page, MAIN))
        page.locator(f"{ROWS} .rd-calls__line").nth(1).click()
        page.wait_for_url(re.compile(r"cli\.py_docs/#L\d+$"))
        expect(page.locator(DIALOG)).to_have_count(0)
        ask(button_of(page, MAIN))
        page.locator(DIALOG).wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(address + CLI + "#tidewatch.cli._tides")


def test_callers_are_listed_with_tests_in_a_group_at_the_end(
    browser: Browser, address: str
) -> None:
    with opened(browser, address + STATIONS) as page:
        ask(button_of(page, LOAD))
        page.locator(DIALOG).wait_for()
        page.locator("[data-direction=callers]").click()
        expect(page.locator("[data-direction=callers]")).to_have_attribute("aria-pressed", "true")
        page.locator(f"{ROWS} .rd-calls__tests").wait_for()
        *code, tests = names(page)
        assert "_tides" in code
        assert not any(name.startswith("test_") for name in code)
        assert re.fullmatch(r"Tests \(\d+\)", tests)
        page.locator(".rd-calls__tests").click()
        expect(page.locator(f"{ROWS}[aria-level='2']").first).to_be_visible()


def test_how_one_function_reaches_another(browser: Browser, address: str) -> None:
    with opened(browser, address + CLI + f"#{MAIN}") as page:
        button_of(page, MAIN).wait_for()
        page.keyboard.press("c")  # of the function that is being read
        page.locator(DIALOG).wait_for()
        assert page.locator(".rd-calls__of a").inner_text() == "main"
        page.fill(".rd-calls__input", "load_stations")
        page.locator(".rd-calls__hit").first.wait_for()
        page.keyboard.press("Enter")
        steps = page.locator(".rd-calls__steps li > a:first-of-type")
        expect(steps).to_have_text(["main", "_tides", "load_stations"])
        assert "in 2 steps" in page.locator(".rd-calls__answer").inner_text()
        lines = page.locator(".rd-calls__steps .rd-calls__line").all_inner_texts()
        assert [re.fullmatch(r"line \d+", line) is not None for line in lines] == [True, True]

        page.fill(".rd-calls__input", "HarmonicModel.height")
        page.locator(".rd-calls__hit").first.wait_for()
        page.keyboard.press("Escape")  # the list closes, the dialog stays
        expect(page.locator(".rd-calls__hit")).to_have_count(0)
        assert page.locator(DIALOG).count() == 1
        page.keyboard.type(" ")
        page.locator(".rd-calls__hit").first.click()
        expect(page.locator(".rd-calls__answer p")).to_contain_text("No path from main to")
        page.locator(".rd-calls__answer button").click()  # the other way
        expect(page.locator(".rd-calls__answer p")).to_contain_text("No path from HarmonicModel")


def test_axe_finds_nothing_in_the_dialog(browser: Browser, address: str) -> None:
    with opened(browser, address + CLI, color_scheme="light") as page:
        ask(button_of(page, MAIN))
        page.locator(DIALOG).wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")
        page.fill(".rd-calls__input", "load_stations")
        page.locator(".rd-calls__hit").first.click()
        page.locator(".rd-calls__steps").wait_for()
        load_axe(page)
        assert dialog_violations(page, DIALOG) == []


def test_nothing_is_cut_off_in_a_narrow_window(browser: Browser, address: str) -> None:
    with opened(browser, address + CLI, viewport={"width": 390, "height": 800}) as page:
        ask(button_of(page, MAIN))
        page.locator(DIALOG).wait_for()
        page.fill(".rd-calls__input", "load_stations")
        page.locator(".rd-calls__hit").first.click()
        page.locator(".rd-calls__steps").wait_for()
        wide = "(each) => each.scrollWidth - each.clientWidth"
        assert page.locator(DIALOG).evaluate(wide) == 0
        assert page.locator(".rd-calls__tree").evaluate(wide) == 0


def test_it_works_from_a_disk(browser: Browser, example_flat: BuiltSite) -> None:
    file = example_flat.folder / "repo/src/tidewatch/cli.py_docs.html"
    with opened(browser, file.as_uri()) as page:
        ask(button_of(page, MAIN))
        page.locator(DIALOG).wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")
        page.locator(f"{ROWS}[aria-level='2'] a", has_text="load_stations").click()
        page.wait_for_url(
            re.compile(r"stations\.py_docs\.html#tidewatch\.stations\.load_stations$")
        )


def test_there_is_no_button_without_a_script(browser: Browser, address: str) -> None:
    with opened(browser, address + CLI, java_script_enabled=False) as page:
        assert page.locator(".rd-hierarchy-open").count() > 0
        expect(page.locator(".rd-hierarchy-open").first).to_be_hidden()


def test_keys_lead_along_the_tour(browser: Browser, address: str) -> None:
    with opened(browser, address + "repo/tour/") as page:
        page.locator("#stop-1").wait_for()

        def press(key: str, stop: int) -> None:
            page.keyboard.press(key)
            page.wait_for_url(f"{address}repo/tour/#stop-{stop}")
            expect(page.locator(f"#stop-{stop}")).to_be_in_viewport()

        press("j", 1)
        press("j", 2)
        press("j", 3)
        press("k", 2)
        page.mouse.wheel(0, 900)  # read on within the stop
        page.wait_for_function("document.getElementById('stop-2').getBoundingClientRect().top < 0")
        press("k", 2)
        press("k", 1)
        press("k", 1)  # there is none before
