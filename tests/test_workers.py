import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from mkdocs_repodoc.workers import can_fork, chunked, map_chunks, map_unordered


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


def wait_in_the_first(folder: Path, chunk: Sequence[int]) -> list[int]:
    """Wait with the first chunk until five others have left a mark."""
    if chunk[0] == 0:
        while len(list(folder.iterdir())) < 5:
            time.sleep(0.01)
    else:
        (folder / str(chunk[0])).touch()
    return list(chunk)


def test_a_chunk_that_takes_long_holds_up_no_other(tmp_path: Path) -> None:
    chunks = [[number] for number in range(20)]
    done = list(map_unordered(wait_in_the_first, tmp_path, chunks, 2))
    assert sorted(done) == [(chunk, chunk) for chunk in chunks]
    assert done.index(([0], [0])) >= 4


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_came_back_decides_what_is_still_done(jobs: int) -> None:
    doubled: list[int] = []

    def until_ten() -> Iterator[list[int]]:
        for number in range(1_000):
            if 10 in doubled:
                return
            yield [number]

    for _, result in map_unordered(multiply, 2, until_ten(), jobs):
        doubled += result
    assert 10 in doubled
    assert len(doubled) < 20


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_ends_what_comes_back_in_any_order(jobs: int) -> None:
    with pytest.raises(ValueError, match="five"):
        list(map_unordered(fail_at_five, None, [[number] for number in range(40)], jobs))


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
