import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.repositories import write_files
from support.tasks import chatter, die, fail_at_five, multiply, wait_in_the_first, where_from

from mkdocs_repodoc.errors import WorkerError
from mkdocs_repodoc.processes.workers import can_fork, map_chunks, map_unordered


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_keep_the_order_of_the_items(jobs: int) -> None:
    chunks = [[number] for number in range(40)]
    assert list(map_chunks(multiply, 2, chunks, jobs, Path())) == [
        [2 * number] for number in range(40)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_in_a_worker_is_raised_here(jobs: int) -> None:
    with pytest.raises(ValueError, match="five"):
        list(map_chunks(fail_at_five, None, [[number] for number in range(40)], jobs, Path()))


def test_nothing_to_do() -> None:
    assert list(map_chunks(multiply, 2, [], 2, Path())) == []


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


@pytest.fixture
def second_thread() -> Iterator[None]:
    """Processes can't be copies of this one while it lasts."""
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    yield
    release.set()
    thread.join()


@pytest.mark.usefixtures("second_thread")
def test_a_process_with_threads_does_not_fork(project: Path) -> None:
    assert not can_fork()
    assert list(map_chunks(multiply, 2, [[1], [2]], 2, project)) == [[2], [4]]


@pytest.mark.usefixtures("second_thread")
def test_an_exception_in_a_started_worker_is_raised_here(project: Path) -> None:
    with pytest.raises(ValueError, match="five") as caught:
        list(map_chunks(fail_at_five, None, [[number] for number in range(40)], 2, project))
    assert "fail_at_five" in caught.value.__notes__[0]


@pytest.mark.usefixtures("second_thread")
def test_what_a_worker_prints_is_no_answer(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert list(map_chunks(chatter, None, [[1], [2]], 2, project)) == [[1], [2]]
    assert "a library that prints" in capfd.readouterr().err


@pytest.mark.usefixtures("second_thread")
def test_a_started_worker_that_is_killed_is_one_line(project: Path) -> None:
    with pytest.raises(WorkerError, match=r"ended unexpectedly \(SIGKILL\).*option 'jobs'"):
        list(map_chunks(die, None, [[number] for number in range(40)], 2, project))


def test_a_copied_worker_that_is_killed_is_one_line(project: Path) -> None:
    chunks = [[number] for number in range(40)]
    with pytest.raises(WorkerError, match="ended unexpectedly"):
        list(map_chunks(die, None, chunks, 2, project))
    with pytest.raises(WorkerError, match="ended unexpectedly"):
        list(map_unordered(die, None, chunks, 2))


@pytest.mark.usefixtures("second_thread")
def test_a_started_worker_looks_for_nothing_in_the_repository(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = project.parent / "installed"
    write_files(project, {".git/HEAD": "", "src/a.py": ""})
    outside.mkdir()
    monkeypatch.setattr(sys, "path", ["", ".", str(project / "src"), str(outside), *sys.path])
    monkeypatch.setenv("PYTHONPATH", str(project))
    monkeypatch.setenv("PATH", f":.:{project}:/usr/bin")
    (path, (python_path, programs)), _ = map_chunks(
        where_from, None, [[1], [2]], 2, project / "src"
    )
    assert path[0] == str(outside)
    assert not [entry for entry in path if Path(entry).is_relative_to(project)]
    assert python_path == "unset"
    assert programs == "/usr/bin"
