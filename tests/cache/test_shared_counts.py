"""Numbers that several processes and threads count at the same time."""

import multiprocessing
import threading

import pytest

from mkdocs_repodoc.cache.shared_counts import SharedCounts

TIMES = 2_000


def count(counts: SharedCounts) -> None:
    for _ in range(TIMES):
        counts.add(1)


@pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="no process has copies here"
)
def test_copies_that_count_at_the_same_time_lose_nothing() -> None:
    counts = SharedCounts(3)
    forked = multiprocessing.get_context("fork")
    copies = [forked.Process(target=count, args=(counts,)) for _ in range(4)]
    for copy in copies:
        copy.start()
    for copy in copies:
        copy.join()
    assert [counts[position] for position in range(3)] == [0, 4 * TIMES, 0]


def test_threads_that_count_at_the_same_time_lose_nothing() -> None:
    counts = SharedCounts(2)
    threads = [threading.Thread(target=count, args=(counts,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts[1] == 4 * TIMES


def test_a_number_is_what_it_was_set_to_and_what_was_added() -> None:
    counts = SharedCounts(1)
    counts[0] = 403
    assert counts.add(0, 2) == 405
    assert counts[0] == 405
