"""Treemaps and timelines: shapes, text twins and hostile names."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import parse
from sample_page import ITEM_URI, render

from mkdocs_repodoc.html.pictures.treemap import Area, squarify
from mkdocs_repodoc.model.blocks import (
    Diagram,
    Edge,
    Node,
    PageBody,
    PageLink,
    Section,
    Tile,
    Timeline,
    Treemap,
)
from mkdocs_repodoc.rendering.render_context import RenderContext

AMOUNTS = st.lists(st.integers(1, 10_000), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(AMOUNTS)
def test_areas_are_in_proportion_and_lie_apart(amounts: list[int]) -> None:
    amounts.sort(reverse=True)
    areas = squarify(amounts, Area(0, 0, 1.7, 1))
    for amount, area in zip(amounts, areas, strict=True):
        assert area.width * area.height == pytest.approx(1.7 * amount / sum(amounts))
        assert area.x >= -1e-9
        assert area.y >= -1e-9
        assert area.x + area.width <= 1.7 + 1e-9
        assert area.y + area.height <= 1 + 1e-9
    for one, other in combinations(areas, 2):
        apart_x = min(one.x + one.width, other.x + other.width) - max(one.x, other.x) <= 1e-9
        apart_y = min(one.y + one.height, other.y + other.height) - max(one.y, other.y) <= 1e-9
        assert apart_x or apart_y


def test_shapes_are_near_to_squares() -> None:
    areas = squarify([6, 6, 4, 3, 2, 2, 1], Area(0, 0, 6, 4))
    assert max(max(a.width / a.height, a.height / a.width) for a in areas) < 3.1


def test_nothing_is_divided_into_nothing() -> None:
    assert squarify([], Area(0, 0, 1, 1)) == []


def html_of(context: RenderContext, block: Treemap | Timeline | Diagram) -> str:
    body = PageBody("t", (), (Section("s", "s", (block,)),))
    return render(context, body).content


def test_a_map_links_its_tiles_and_says_the_same_in_a_table(context: RenderContext) -> None:
    tiles = (
        Tile(
            "<b>/",
            90,
            0,
            "mostly Python",
            PageLink("x/<b>/", "repo/index.md"),
            (Tile('"a.py"', 60, 0, "Python", PageLink('"a.py"', ITEM_URI)),),
        ),
        Tile("3 others", 10, -1, ""),
    )
    html = html_of(context, Treemap("Files", tiles, ("Python", "C & C"), "lines"))
    assert "<b>" not in html
    assert 'title="&#34;a.py&#34;: 60 lines, Python"' in html
    assert "C &amp; C" in html
    table = html[html.index("<table") :]
    assert table.count("<tr>") == 4
    assert "<td>3 others</td>" in table
    assert html.count('href="./"') >= 2
    parse(html)


def test_a_timeline_shows_each_month_but_the_empty_ones(context: RenderContext) -> None:
    rows = (("2026-09", 1), ("2026-10", 0), ("2026-11", 400))
    html = html_of(context, Timeline("Commits by month", rows, "commits"))
    assert html.count("<rect") == 2
    assert "<title>2026-11: 400 commits</title>" in html
    assert 'height="2.0%"' in html  # one commit can still be seen
    assert '<td>2026-10</td><td class="rd-number">0</td>' in html


def test_a_diagram_draws_few_arrows_and_its_table_has_all(context: RenderContext) -> None:
    nodes = tuple(Node(key, f"<{key}>", column=place) for place, key in enumerate("abc"))
    edges = (
        Edge("a", "b", text="holds"),
        Edge("b", "c", text="makes"),
        Edge("a", "c", text="takes", is_drawn=False),
        Edge("c", "a", text="takes", is_against=True),
    )
    html = html_of(context, Diagram("Parts", nodes, edges, "needs"))
    assert html.count("data-ends=") == 3
    assert '<path class=rd-against data-ends="2 0"' in html
    assert ">holds</text>" in html
    assert "with 1 arrow that the picture leaves out" in html
    assert "A dashed arrow closes a cycle." in html
    table = html[html.index("<table") :]
    assert table.count("<tr>") == 5
    assert "<td>&lt;a&gt;</td><td>takes</td><td>&lt;c&gt;</td>" in table
    parse(html)


def test_a_diagram_says_what_thick_arrows_mean(context: RenderContext) -> None:
    nodes = tuple(Node(key, key) for key in "abc")

    def legend(*weights: int) -> list[str]:
        first, second = weights
        edges = (Edge("a", "b", first), Edge("b", "c", second))
        html = html_of(context, Diagram("Parts", nodes, edges, "imports"))
        return re.findall('<p class="rd-legend">(.*)</p>', html)

    assert legend(3, 3) == []
    assert legend(3, 1) == ["An arrow means “imports”; the thicker it is, the more often."]


@pytest.mark.parametrize(("name", "folder"), [("mill/*", "mill/"), ("./*", "the top folder")])
def test_a_diagram_says_which_files_a_folder_with_a_star_stands_for(
    name: str, folder: str, context: RenderContext
) -> None:
    nodes = (Node("mill", name), Node("mill/stones", "mill/stones/"))
    edges = (Edge("mill", "mill/stones"),)
    html = html_of(context, Diagram("Parts", nodes, edges, "imports"))
    assert f'<p class="rd-legend">{name} stands for the files directly in {folder}.</p>' in html


def test_letters_of_a_diagram_have_eleven_pixels_at_any_width(context: RenderContext) -> None:
    nodes = tuple(Node(str(key), f"package/module_{key}", column=key) for key in range(9))
    edges = tuple(Edge(str(key), str(key + 1)) for key in range(8))
    html = html_of(context, Diagram("Wide", nodes, edges, "needs"))
    width, least = _widths(html)
    assert 12 * least / width >= 11 - 0.01


def _widths(html: str) -> tuple[float, float]:
    found = re.search(r' width="(\d+)" .*?min-width:(\d+)px', html)
    assert found is not None
    return float(found[1]), float(found[2])
