"""The script of a page, without a site around it, in a real browser."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, FloatRect, Page
from sample_page import ITEM_URI, SHOP, answering, every_block, make_context, render
from support.browser import CLIPBOARD, open_page, window
from support.stillness import rest, rest_at

from mkdocs_repodoc.model.blocks import (
    Diagram,
    Edge,
    Keyword,
    KeywordFilter,
    Keywords,
    Listing,
    Node,
    PageBody,
    PageLink,
    Paragraph,
    Section,
    Subheading,
)
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.rendering.renderer import RenderedPage
from mkdocs_repodoc.settings import Settings


@pytest.fixture(scope="module")
def context() -> RenderContext:
    return make_context(Settings(root=Path("/nowhere"), repo_url="https://host.example/shop"))


@pytest.fixture(scope="module")
def sample(context: RenderContext) -> RenderedPage:
    return render(context, every_block())


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    problems: list[str] = []
    with window(browser, permissions=CLIPBOARD) as page:
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
    assert problems == []


def marked(page: Page) -> list[str]:
    return page.eval_on_selector_all(".rd-on", "lines => lines.map(line => line.id)")  # type: ignore[no-any-return]  # the script says what


def box(page: Page, selector: str) -> FloatRect:
    found = page.locator(selector).bounding_box()
    assert found is not None
    return found


def test_a_click_marks_a_line_without_a_jump(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    rest_at(page.locator("#L20"))
    place = box(page, "#L20")
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + 4)
    assert marked(page) == ["L20"]
    assert page.evaluate("location.hash") == "#L20"
    rest(page)
    assert box(page, "#L20") == place


def test_shift_click_marks_a_range_in_either_direction(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    page.click("#L7")
    page.click("#L5", modifiers=["Shift"])
    assert page.evaluate("location.hash") == "#L5-L7"
    page.click("#L9", modifiers=["Shift"])
    assert page.evaluate("location.hash") == "#L7-L9"
    assert marked(page) == ["L7", "L8", "L9"]


def test_control_click_is_the_browsers(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    with page.context.expect_page():
        page.click("#L5", modifiers=["Control"])
    assert marked(page) == []


@pytest.mark.parametrize(
    ("fragment", "lines"),
    [
        ("#L3", ["L3"]),
        ("#L3-L5", ["L3", "L4", "L5"]),
        ("#L5-L3", ["L3", "L4", "L5"]),
        ("#L3-5", ["L3", "L4", "L5"]),
        ("#L28-L99999", ["L28", "L29"]),
        ("#L999", []),
        ("#shop.item.Item", []),
    ],
)
def test_a_page_opens_at_its_lines(
    page: Page, sample: RenderedPage, fragment: str, lines: list[str]
) -> None:
    open_page(page, sample.content, fragment)
    rest(page)
    assert marked(page) == lines
    if lines:
        top, height = page.evaluate(
            f"[document.getElementById('{lines[0]}').getBoundingClientRect().top, innerHeight]"
        )
        assert 0 <= top < height


def test_drag_over_numbers_marks_a_range_without_a_jump(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    rest_at(page.locator("#L12"))
    first, last = box(page, "#L14"), box(page, "#L10")
    page.mouse.move(first["x"] + 8, first["y"] + 5)
    page.mouse.down()
    page.mouse.move(first["x"] + 90, first["y"] - 20)  # the pointer may leave the numbers
    page.mouse.move(last["x"] + 60, last["y"] + 5)
    assert marked(page) == ["L10", "L11", "L12", "L13", "L14"]
    page.mouse.up()
    assert page.evaluate("location.hash") == "#L10-L14"
    rest(page)
    assert (box(page, "#L14"), box(page, "#L10")) == (first, last)
    page.click("#L16", modifiers=["Shift"])
    assert page.evaluate("location.hash") == "#L14-L16"
    page.click("#L9")
    assert marked(page) == ["L9"]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [("", ""), ("#L5", "#L5-L5"), ("#L9-L5", "#L5-L9"), ("#shop.item.Item", "")],
)
def test_y_leads_to_the_lines_at_the_host(
    page: Page, context: RenderContext, fragment: str, expected: str
) -> None:
    host = "https://host.example/shop/blob/0123abc/shop/item.py"
    linked = replace(
        context,
        source_url=lambda _path, line=0, end_line=0: (
            host + (f"#L{line}-L{end_line or line}" if line else "")
        ),
    )
    html = render(linked, every_block()).content
    open_page(page, html, fragment)
    page.route(f"{host}**", lambda route: route.fulfill(body="there", content_type="text/html"))
    page.keyboard.press("y")
    page.wait_for_url(host + expected)


def test_y_types_a_letter_in_a_box(page: Page, context: RenderContext) -> None:
    open_page(page, keyword_page(context))
    page.focus(".rd-filter input")
    page.keyboard.press("y")
    assert page.input_value(".rd-filter input") == "y"


def test_raw_opens_the_text_itself(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    with page.context.expect_page() as raw:
        page.click("button:text('Raw')")
    raw.value.wait_for_url("blob:**")
    assert raw.value.evaluate("document.contentType") == "text/plain"
    assert raw.value.evaluate("document.body.innerText").rstrip() == SHOP.rstrip()


def visible_lines(page: Page) -> list[int]:
    ids: list[str] = page.eval_on_selector_all(
        ".rd-chunk a[id]", "all => all.filter(a => !a.closest('.rd-fold')).map(a => a.id)"
    )
    return [int(line[1:]) for line in ids]


def test_a_class_folds_and_unfolds_by_its_button(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    everything = visible_lines(page)
    scopes = page.get_attribute(".rd-listing", "data-scopes") or ""
    start, length, _name = scopes.split("\n")[0].split()
    button = page.locator(".rd-toggle").first
    rest_at(button)
    height = box(page, ".rd-listing pre")["height"]
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "false"
    hidden = range(int(start) + 1, int(start) + 1 + int(length))
    assert visible_lines(page) == [line for line in everything if line not in hidden]
    lower = box(page, ".rd-listing pre")["height"]
    line_height = box(page, "#L1")["height"]
    assert height - lower == pytest.approx(len(hidden) * line_height, abs=2)
    page.keyboard.press("Space")
    assert button.get_attribute("aria-expanded") == "true"
    assert visible_lines(page) == everything
    unfolded = box(page, ".rd-listing pre")["height"]
    assert unfolded == pytest.approx(height, abs=1)


def test_copy_takes_folded_lines_too(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    page.click("button:text('Fold all')")
    assert len(visible_lines(page)) < 29
    page.click("button:text('Copy')")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace(os.linesep, "\n") == SHOP
    page.click("button:text('Unfold all')")
    assert len(visible_lines(page)) == 29


def test_a_link_to_a_folded_line_opens_its_fold(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    page.keyboard.press("-")
    assert 22 not in visible_lines(page)
    page.evaluate("location.hash = '#L22'")
    page.wait_for_function("document.querySelector('#L22.rd-on')")
    assert 22 in visible_lines(page)
    page.keyboard.press("+")
    assert len(visible_lines(page)) == 29


def long_page(tmp_path: Path, lines: int, paragraphs: int = 0) -> str:
    # Of a long file that defines next to nothing, only the beginning is shown.
    classes = max(4, lines // 2_000)
    size = lines // classes
    body = "\n".join(f"        x{n} = {n}" for n in range(size - 3))
    text = "".join(f"class C{c}:\n\n    def go(self):\n{body}\n" for c in range(classes))
    context = make_context(Settings(root=tmp_path), files={"long.py": ("python", text)})
    file = context.queries.file("long.py")
    assert file is not None
    symbols = tuple(
        Symbol(name, kind, first, (c + 1) * size, first, 0, 5)
        for c in range(classes)
        for name, kind, first in (
            (f"C{c}", Kind.CLASS, c * size + 1),
            (f"C{c}.go", Kind.METHOD, c * size + 3),
        )
    )
    file = replace(file, outline=msgspec.structs.replace(file.outline, symbols=symbols))
    context = answering(context, file={"long.py": file}.get)
    said = Section("a", "a", tuple(Paragraph((f"Said {n}.",)) for n in range(paragraphs)))
    page = PageBody("t", (), (said, Section("s", "s", (Listing("long.py"),))))
    return render(context, page).content


def test_folds_reach_over_chunks_and_stand_in_each_other(page: Page, tmp_path: Path) -> None:
    open_page(page, long_page(tmp_path, 1000))
    assert len(visible_lines(page)) == 1000
    for name in ("Fold go: 247 lines", "Fold C0: 249 lines", "Fold C1: 249 lines"):
        page.locator(f'.rd-toggle[title="{name}"]').first.click()
    assert visible_lines(page)[:4] == [1, 251, 501, 502]
    rest(page)
    first, second = box(page, "#L1"), box(page, "#L251")
    assert second["y"] - first["y"] == pytest.approx(first["height"], abs=1)
    page.locator('.rd-toggle[title="Unfold C0: 249 lines"]').click()
    assert visible_lines(page)[:4] == [1, 2, 3, 251]
    page.keyboard.press("+")
    assert visible_lines(page) == list(range(1, 1001))


def test_the_bar_names_what_is_around_the_first_line(page: Page, tmp_path: Path) -> None:
    open_page(page, long_page(tmp_path, 1000))
    assert page.text_content(".rd-where") == ""
    rest_at(page.locator("#L600"))
    page.wait_for_function("document.querySelector('.rd-where').textContent")
    assert page.text_content(".rd-where") == "C2 › go"
    assert box(page, ".rd-listing__bar")["y"] == 0
    page.click(".rd-where a >> nth=1")
    assert page.evaluate("location.hash") == "#L503"
    page.wait_for_selector(".rd-on", state="attached")  # by an event behind the address
    assert marked(page) == ["L503"]


def scrolled(page: Page, browser: Browser, trace: Path) -> list[dict[str, Any]]:
    """Scroll by 60 frames of 600 pixels and return what the browser has noted of its work."""
    browser.start_tracing(page=page, path=trace, categories=["devtools.timeline"])
    page.evaluate(
        """() => new Promise((done) => {
            let left = 60;
            const step = () => {
                scrollBy(0, 600);
                left -= 1;
                if (left) requestAnimationFrame(step); else done();
            };
            requestAnimationFrame(step);
        })"""
    )
    browser.stop_tracing()
    events: list[dict[str, Any]] = json.loads(trace.read_text("utf-8"))["traceEvents"]
    return events


def test_a_file_of_ten_thousand_lines_scrolls_smoothly(
    page: Page, browser: Browser, tmp_path: Path
) -> None:
    open_page(page, long_page(tmp_path, 10_000))
    assert page.locator(".rd-chunk").count() == 100
    rest_at(page.locator(".rd-listing"), "start")
    events = scrolled(page, browser, tmp_path / "trace.json")
    assert page.evaluate("scrollY") > 30_000
    layouts = [event["args"]["beginData"] for event in events if event["name"] == "Layout"]
    assert len(layouts) > 10
    # Those of the lines near the window, of the 30,000 that the lines have.
    assert max(layout["totalObjects"] for layout in layouts) < 3_000
    assert max(layout["dirtyObjects"] for layout in layouts) < 1_000


def test_scrolling_a_listing_costs_nothing_for_the_sections_around_it(
    page: Page, browser: Browser, tmp_path: Path
) -> None:
    open_page(page, long_page(tmp_path, 10_000, paragraphs=20_000))
    rest_at(page.locator(".rd-listing"), "start")
    spent = {"Layout": 0, "PrePaint": 0}
    for event in scrolled(page, browser, tmp_path / "trace.json"):
        if event["name"] in spent:
            spent[event["name"]] += event.get("tdur", 0)  # of a processor, however busy it is
    assert spent["Layout"] > 0
    # Lines that come near the screen are laid out; what else is on the page is not gone through.
    assert spent["PrePaint"] < spent["Layout"]


def test_copy_takes_the_source_without_numbers(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    page.click("button:text('Copy')")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace(os.linesep, "\n") == SHOP


def test_selecting_by_hand_takes_no_numbers(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('.rd-listing code'));"
        "document.execCommand('copy')"
    )
    copied = page.evaluate("navigator.clipboard.readText()").replace(os.linesep, "\n")
    assert copied.strip("\n") == SHOP.strip("\n")


def test_selecting_a_long_file_by_hand_takes_its_lines_alone(page: Page, tmp_path: Path) -> None:
    text = "".join(f"x{n} = {n}\n\n" if n % 40 == 0 else f"x{n} = {n}\n" for n in range(330))
    context = make_context(Settings(root=tmp_path), files={"long.py": ("python", text)})
    body = PageBody("t", (), (Section("s", "s", (Listing("long.py"),)),))
    open_page(page, render(context, body).content)
    page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('.rd-listing code'));"
        "document.execCommand('copy')"
    )
    copied = page.evaluate("navigator.clipboard.readText()").replace(os.linesep, "\n")
    assert copied.strip("\n") == text.strip("\n")
    page.click("button:text('Copy')")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()").replace(os.linesep, "\n")
    assert copied == text


def test_later_links_get_the_title_of_the_first(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    link = page.locator(".rd-listing a[href$='shop.money.round_up']").nth(1)
    assert link.get_attribute("title") is None
    link.hover()
    assert link.get_attribute("title") == "function shop.money.round_up"


@pytest.mark.parametrize("width", [280, 390, 1280])
def test_a_wide_diagram_fits_the_page(page: Page, context: RenderContext, width: int) -> None:
    names = [(f"folder/module_{key}", 1 + key // 5) for key in range(30)]
    nodes = (Node("top", "top", column=0), *(Node(name, name, column=at) for name, at in names))
    edges = tuple(Edge("top", name) for name, _ in names[:5])
    body = PageBody("t", (), (Section("S", "s", (Diagram("Wide", nodes, edges, "needs"),)),))
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, render(context, body).content)
    rest(page)
    assert page.evaluate(
        """[...document.querySelectorAll(".rd-diagram .rd-scroll")]
             .filter((box) => box.checkVisibility())
             .map((box) => box.scrollWidth - box.clientWidth)"""
    ) == [0]


def keyword_page(context: RenderContext) -> str:
    def entry(name: str, kind: str, uses: int) -> Keyword:
        return Keyword(PageLink(name, ITEM_URI), kind, None, None, uses)

    blocks = (
        KeywordFilter((("class", 6), ("function", 6)), placed=False),
        Subheading("Classes", "classes"),
        Keywords(tuple(entry(f"Class{n}", "class", n) for n in range(6))),
        Subheading("Functions", "functions"),
        Keywords(tuple(entry(f"go_{n}", "function", 0) for n in reversed(range(6)))),
    )
    body = PageBody("t", (), (Section("Keywords", "keywords", blocks),))
    return render(context, body).content


def shown(page: Page) -> list[str]:
    return page.locator(".rd-keywords li:visible .rd-kw__name").all_text_contents()


def test_keywords_are_filtered_by_words_and_kind(page: Page, context: RenderContext) -> None:
    open_page(page, keyword_page(context))
    assert len(shown(page)) == 12
    page.fill(".rd-filter input", "CLASS3")
    assert shown(page) == ["Class3"]
    assert page.text_content(".rd-filter output") == "1 of 12"
    assert not page.is_visible("#functions")
    page.press(".rd-filter input", "Escape")
    function = page.locator(".rd-chip[data-kind=function]")
    assert function.text_content() == "function 6"
    function.click()
    assert function.get_attribute("aria-pressed") == "true"
    assert len(shown(page)) == 6
    assert not page.is_visible("#classes")
    page.fill(".rd-filter input", "class")
    assert shown(page) == []
    assert page.locator(".rd-chip").all_text_contents() == ["class 6", "function 0"]
    assert page.text_content(".rd-filter output") == "0 of 12"
    function.click()
    assert len(shown(page)) == 6


def test_the_filter_stands_above_all_letters_and_takes_their_headings_along(
    page: Page, context: RenderContext
) -> None:
    sections = tuple(
        Section(
            letter.upper(),
            f"initial-{letter}",
            (
                Keywords(
                    tuple(
                        Keyword(PageLink(f"{letter}_{n}", ITEM_URI), "function", None, None, 0)
                        for n in range(5)
                    )
                ),
            ),
        )
        for letter in "ab"
    )
    controls = KeywordFilter((("function", 10),), placed=False)
    body = PageBody("t", (controls,), sections)
    open_page(page, render(context, body).content)
    assert page.locator(".rd-filter:visible").count() == 1
    assert page.locator(".rd-chip").count() == 0  # all are of one kind
    page.fill(".rd-filter input", "b_3")
    assert shown(page) == ["b_3"]
    assert not page.is_visible("#initial-a")
    assert page.is_visible("#initial-b")
    page.fill(".rd-filter input", "nothing")
    assert page.is_visible(".rd-filter")
    page.press(".rd-filter input", "Escape")
    assert len(shown(page)) == 10
    assert page.is_visible("#initial-a")


def test_keywords_are_sorted_within_their_group(page: Page, context: RenderContext) -> None:
    open_page(page, keyword_page(context))
    order = page.locator(".rd-filter select")
    order.select_option("uses")
    assert shown(page)[:2] == ["Class5", "Class4"]
    order.select_option("name")
    assert shown(page)[6:8] == ["go_0", "go_1"]
    order.select_option("order")
    assert shown(page)[6:8] == ["go_5", "go_4"]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, sample: RenderedPage, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, sample.content)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_texts_fit_their_boxes(page: Page, sample: RenderedPage) -> None:
    open_page(page, sample.content)
    room = page.eval_on_selector_all(
        ".rd-node", "nodes => nodes.map(n => n.clientWidth - n.scrollWidth)"
    )
    assert room
    assert min(room) >= 0
