from __future__ import annotations

from mkdocs_repodoc.processes.chunks import batches, chunked


def test_batches_are_slices_in_order_and_the_last_is_what_is_left() -> None:
    assert list(batches(["a", "b", "c"], 2)) == [["a", "b"], ["c"]]
    assert list(batches("abcd", 2)) == ["ab", "cd"]
    assert list(batches((), 2)) == []


def test_chunks_are_cut_by_cost_and_lose_nothing() -> None:
    items = [3, 3, 9, 1, 1, 50, 2]
    assert chunked(items, lambda item: item, 10) == [[3, 3], [9, 1], [1], [50], [2]]
