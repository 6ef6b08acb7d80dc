import threading
from collections.abc import Sequence

import pytest

from mkdocs_repodoc.workers import can_fork, chunked, map_chunks


def multiply(factor: int, chunk: Sequence[int]) -> list[int]:
    return [factor * number for number in chunk]


def fail_at_five(_: None, chunk: Sequence[int]) -> list[int]:
    if 5 in chunk:
        raise ValueError("five")
    return list(chunk)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_keep_the_order_of_the_items(jobs: int) -> None:
    chunks = [[number] for number in range(40)]
    assert list(map_chunks(multiply, 2, chunks, jobs)) == [[2 * number] for number in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_in_a_worker_is_raised_here(jobs: int) -> None:
    with pytest.raises(ValueError, match="five"):
        list(map_chunks(fail_at_five, None, [[number] for number in range(40)], jobs))


def test_nothing_to_do() -> None:
    assert list(map_chunks(multiply, 2, [], 2)) == []


def test_chunks_are_cut_by_cost_and_lose_nothing() -> None:
    items = [3, 3, 9, 1, 1, 50, 2]
    assert chunked(items, lambda item: item, 10) == [[3, 3], [9, 1], [1], [50], [2]]


def test_a_process_with_threads_does_not_fork() -> None:
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        assert not can_fork()
        assert list(map_chunks(multiply, 2, [[1], [2]], 2)) == [[2], [4]]
    finally:
        release.set()
        thread.join()
