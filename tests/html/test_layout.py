from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_repodoc.html.pictures.graph_layout import lay_out
from mkdocs_repodoc.html.pictures.graph_picture import BOX_HEIGHT, Picture, shorten, text_width
from mkdocs_repodoc.html.pictures.graph_rows import ROWS_WIDTH, lay_out_rows

KEYS = "abcdefghijkl"
GRAPHS = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=40)


def lie_apart(picture: Picture) -> bool:
    return all(
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + BOX_HEIGHT <= other.y
        or other.y + BOX_HEIGHT <= one.y
        for one, other in itertools.combinations(picture.boxes, 2)
    )


@settings(max_examples=80, deadline=None)
@given(GRAPHS)
def test_boxes_lie_apart_and_inside_the_picture(edges: list[tuple[str, str]]) -> None:
    pictures = lay_out({key: key * 3 for key in KEYS}, edges)
    for picture in filter(None, pictures):
        assert len(picture.boxes) == len(KEYS)
        for box in picture.boxes:
            assert box.x >= 0
            assert box.x + box.width <= picture.width
            assert box.y >= 0
            assert box.y + BOX_HEIGHT <= picture.height
        assert lie_apart(picture)


@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_every_edge_is_drawn_once(edges: list[tuple[str, str]]) -> None:
    pictures = lay_out(dict.fromkeys(KEYS, "x" * 20), edges)
    for picture in filter(None, pictures):
        drawn = [(arrow.source, arrow.target) for arrow in picture.arrows]
        assert sorted(drawn) == sorted({(a, b) for a, b in edges if a != b})


def test_arrows_lead_from_left_to_right() -> None:
    picture = lay_out({"a": "a", "b": "b", "c": "c"}, [("a", "b"), ("b", "c"), ("a", "c")]).wide
    x = {box.key: box.x for box in picture.boxes}
    assert x["a"] < x["b"] < x["c"]


def test_the_same_graph_gets_the_same_picture() -> None:
    names = {key: key for key in KEYS}
    edges = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "b"), ("a", "e")]
    assert lay_out(names, edges) == lay_out(names, list(reversed(edges)))


def test_unknown_ends_and_empty_graphs_are_no_problem() -> None:
    assert lay_out({}, []).wide.boxes == ()
    assert lay_out({"a": "a"}, [("a", "nowhere"), ("a", "a")]).wide.arrows == ()


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
    picture = lay_out({key: key * 12 for key in KEYS}, [*edges, *chain]).wide
    if not any((other, one) in edges for one, other in itertools.combinations(KEYS, 2)):
        assert picture.height > picture.width / 2
        tops = {box.key: box.y for box in picture.boxes}
        assert all(tops[one] < tops[other] for one, other in chain)
    assert lie_apart(picture)


def test_a_phone_gets_a_picture_of_its_own_if_it_needs_one() -> None:
    assert lay_out({"a": "a", "b": "b"}, [("a", "b")]).narrow is None
    wide, narrow = lay_out({"a": "a" * 60, "b": "b" * 60}, [("a", "b")])
    assert narrow is not None
    assert narrow.width <= ROWS_WIDTH < wide.width


def test_what_fits_neither_across_nor_down_has_a_box_in_each_row() -> None:
    texts = {key: key * 30 for key in KEYS}
    edges = [("a", key) for key in "bcdef"] + [("b", "g"), ("g", "h"), ("h", "i")]
    wide, narrow = lay_out(texts, edges)
    assert narrow is None
    assert wide.width <= ROWS_WIDTH
    assert len({box.y for box in wide.boxes}) == len(KEYS)


@pytest.mark.parametrize("edges", [[("a", key) for key in "bcde"], [(key, "e") for key in "abcd"]])
def test_arrows_from_or_to_one_box_share_a_lane(edges: list[tuple[str, str]]) -> None:
    picture = lay_out_rows(dict.fromkeys("abcde", "x"), "abcde", edges, {})
    assert len({arrow.x for arrow in picture.arrows}) == 1


def test_lanes_of_different_boxes_do_not_overlap() -> None:
    edges = [("a", "c"), ("b", "d"), ("e", "f")]
    picture = lay_out_rows(dict.fromkeys("abcdef", "x"), "abcdef", edges, {})
    first, second, below = (arrow.x for arrow in picture.arrows)
    assert first != second
    assert below in {first, second}


def test_a_lane_says_once_what_its_arrows_mean() -> None:
    said = {("a", "c"): "holds", ("b", "c"): "holds", ("a", "b"): "makes"}
    picture = lay_out_rows(dict.fromkeys("abc", "x"), "abc", list(said), said)
    texts = [arrow.text for arrow in picture.arrows]
    assert sorted(texts) == ["", "holds", "makes"]
    assert all(arrow.is_upright for arrow in picture.arrows)


@pytest.mark.parametrize("text", ["x", "x" * 26])
def test_texts_on_arrows_do_not_cover_one_another(text: str) -> None:
    texts = {key: text if key in "abc" else key for key in "abcde"}
    said = {(one, other): "inherits" for one in "abc" for other in "de"}
    said |= {("a", "b"): "holds", ("d", "e"): "makes"}
    picture = lay_out(texts, list(said), None, said).wide
    for one, other in itertools.combinations(picture.arrows, 2):
        apart = (text_width(one.text) + text_width(other.text)) / 2
        assert abs(one.x - other.x) >= apart or abs(one.y - other.y) >= 12
