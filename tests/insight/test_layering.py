"""Layers, and the arrows that say all that others do not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_repodoc.insight.architecture.layering import (
    edges_against,
    hanging_together,
    implied,
    layers,
    most_telling,
)

KEYS = "abcdefgh"
EDGES = st.dictionaries(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] != pair[1]),
    st.integers(1, 9),
    max_size=30,
)


@settings(deadline=None)
@given(EDGES)
def test_every_edge_leads_down_or_is_told_apart(edges: dict[tuple[str, str], int]) -> None:
    against = edges_against(edges)
    layer = layers(KEYS, edges.keys() - against)
    assert set(layer) == set(KEYS)
    for source, target in edges.keys() - against:
        assert layer[source] > layer[target]


def test_the_lightest_edge_of_a_cycle_leads_against_the_layers() -> None:
    edges = {("a", "b"): 5, ("b", "c"): 1, ("c", "a"): 3}
    assert edges_against(edges) == {("b", "c")}


def test_what_edges_join_in_either_direction_hangs_together() -> None:
    groups = hanging_together("abcdef", [("a", "b"), ("c", "b"), ("d", "e"), ("b", "a")])
    assert sorted(map(sorted, groups)) == [["a", "b", "c"], ["d", "e"], ["f"]]


def test_an_edge_is_implied_by_a_longer_way() -> None:
    assert implied([("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")]) == {("a", "c")}


@settings(deadline=None)
@given(EDGES)
def test_few_arrows_keep_each_node_and_what_leads_where(
    edges: dict[tuple[str, str], int],
) -> None:
    against = edges_against(edges)
    told = most_telling(edges, against, 100)
    assert against <= told
    forward = [pair for pair in edges if pair not in against]
    assert told - against == set(forward) - implied(forward)
    few = most_telling(edges, against, len(KEYS))
    assert {key for pair in few for key in pair} == {key for pair in edges for key in pair}


def test_what_is_too_much_is_the_lightest() -> None:
    edges = {("a", "b"): 1, ("a", "c"): 9, ("d", "b"): 2, ("d", "c"): 3}
    assert most_telling(edges, (), 3) == {("a", "c"), ("d", "c"), ("d", "b")}
