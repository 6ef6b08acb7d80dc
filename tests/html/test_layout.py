from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_repodoc.html.pictures.graph_layout import BOX_HEIGHT, lay_out, shorten, text_width

KEYS = "abcdefghijkl"
GRAPHS = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=40)


@settings(max_examples=80, deadline=None)
@given(GRAPHS)
def test_boxes_lie_apart_and_inside_the_picture(edges: list[tuple[str, str]]) -> None:
    picture = lay_out({key: key * 3 for key in KEYS}, edges)
    assert len(picture.boxes) == len(KEYS)
    for box in picture.boxes:
        assert box.x >= 0
        assert box.x + box.width <= picture.width
        assert box.y >= 0
        assert box.y + BOX_HEIGHT <= picture.height
    for one, other in itertools.combinations(picture.boxes, 2):
        apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
        apart_y = one.y + BOX_HEIGHT <= other.y or other.y + BOX_HEIGHT <= one.y
        assert apart_x or apart_y


@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_every_edge_is_drawn_once(edges: list[tuple[str, str]]) -> None:
    picture = lay_out(dict.fromkeys(KEYS, "x"), edges)
    drawn = [(arrow.source, arrow.target) for arrow in picture.arrows]
    assert sorted(drawn) == sorted({(a, b) for a, b in edges if a != b})


def test_arrows_lead_from_left_to_right() -> None:
    picture = lay_out({"a": "a", "b": "b", "c": "c"}, [("a", "b"), ("b", "c"), ("a", "c")])
    x = {box.key: box.x for box in picture.boxes}
    assert x["a"] < x["b"] < x["c"]


def test_the_same_graph_gets_the_same_picture() -> None:
    names = {key: key for key in KEYS}
    edges = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "b"), ("a", "e")]
    assert lay_out(names, edges) == lay_out(names, list(reversed(edges)))


def test_unknown_ends_and_empty_graphs_are_no_problem() -> None:
    assert lay_out({}, []).boxes == ()
    assert lay_out({"a": "a"}, [("a", "nowhere"), ("a", "a")]).arrows == ()


@pytest.mark.parametrize("text", ["a" * 100, "漢字" * 30, "ab漢" * 20])
def test_long_texts_are_shortened_in_the_middle(text: str) -> None:
    short = shorten(text)
    assert text_width(short) <= text_width("x" * 30)
    assert short.startswith(text[:5])
    assert short.endswith(text[-5:])
    assert "…" in short


def test_short_texts_stay() -> None:
    assert shorten("a" * 30) == "a" * 30


@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_layers_of_a_wide_picture_follow_down_the_page(edges: list[tuple[str, str]]) -> None:
    chain = [(one, other) for one, other in itertools.pairwise(KEYS)]
    picture = lay_out({key: key * 12 for key in KEYS}, [*edges, *chain])
    if not any((other, one) in edges for one, other in itertools.combinations(KEYS, 2)):
        assert picture.height > picture.width / 2
        tops = {box.key: box.y for box in picture.boxes}
        assert all(tops[one] < tops[other] for one, other in chain)
    for one, other in itertools.combinations(picture.boxes, 2):
        apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
        apart_y = one.y + BOX_HEIGHT <= other.y or other.y + BOX_HEIGHT <= one.y
        assert apart_x or apart_y
