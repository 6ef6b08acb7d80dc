import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from support.repositories import write_files
from support.tasks import (
    chatter,
    die,
    die_at_five,
    die_at_five_or_name_self,
    eat_at_five,
    fail_at_five,
    hang_at_five,
    leave_at_five,
    multiply,
    raise_what_cannot_be_read,
    take_half_a_second,
    take_memory,
    wait_in_the_first,
    where_from,
)

from mkdocs_repodoc.errors import WorkerError
from mkdocs_repodoc.processes import supervision
from mkdocs_repodoc.processes.answers import Done, Work, Worker
from mkdocs_repodoc.processes.copies import Copies
from mkdocs_repodoc.processes.interpreters import Interpreters, Standby
from mkdocs_repodoc.processes.limits import NO_LIMITS, Limits, Loss, seconds_in_line
from mkdocs_repodoc.processes.workers import (
    UnorderedRecovery,
    can_fork,
    map_chunks,
    map_unordered,
)


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
    assert can_fork()  # here, nobody would end its wait
    chunks = [[number] for number in range(20)]
    done = list(map_unordered(wait_in_the_first, tmp_path, chunks, 2))
    assert sorted(done) == [(chunk, chunk) for chunk in chunks]
    assert done.index(([0], [0])) >= 4


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_came_back_decides_what_is_still_done(jobs: int) -> None:
    doubled: list[int] = []

    def until_one_is_back() -> Iterator[list[int]]:
        for number in range(1_000):
            if doubled:
                return
            yield [number]

    for _, result in map_unordered(multiply, 2, until_one_is_back(), jobs):
        doubled += result
    assert 0 < len(doubled) < 20


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_ends_what_comes_back_in_any_order(jobs: int) -> None:
    with pytest.raises(ValueError, match="five"):
        list(map_unordered(fail_at_five, None, [[number] for number in range(40)], jobs))


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


def test_all_who_have_answered_in_time_are_heard(project: Path) -> None:
    """Who is not would be taken for late, if results take long to be used."""
    crew = Interpreters(Work(multiply, 2, NO_LIMITS), project)
    for number in range(2):
        crew.start().send([number])
    while crew._said.qsize() < 4:  # each is ready, and done
        time.sleep(0.01)
    results = [answer.result for _, answer in crew.answers(0) if isinstance(answer, Done)]
    assert sorted(results) == [[0], [2]]
    crew.close(at_once=False)


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


CHUNKS = [[0, 1, 2], [3, 4, 5, 6], [7], [8, 9]]
SLOW = Limits(seconds=0.5)
KILLED = "the process that worked on it ended unexpectedly (SIGKILL)"
EXIT = "the process that worked on it ended unexpectedly (exit status 3)"
TOO_LONG = "it took longer than 0.5 seconds (option 'time_limit')"

LOSSES = pytest.mark.parametrize(
    ("function", "limits", "reason"),
    [
        (die_at_five, Limits(), KILLED),
        (leave_at_five, Limits(), EXIT),
        (hang_at_five, SLOW, TOO_LONG),
    ],
)
Losing = Callable[[None, Sequence[int]], list[str]]


def give_up(item: int, loss: Loss) -> str:
    return f"{item}: {loss.reason}"


def contained(function: Losing, limits: Limits, root: Path) -> list[list[str]]:
    return list(map_chunks(function, None, CHUNKS, 2, root, limits=limits, give_up=give_up))


@LOSSES
def test_an_item_that_a_copy_dies_of_costs_itself_alone(
    project: Path, function: Losing, limits: Limits, reason: str
) -> None:
    found = contained(function, limits, project)
    assert found == [["0", "1", "2"], ["3", "4", f"5: {reason}", "6"], ["7"], ["8", "9"]]


@LOSSES
@pytest.mark.usefixtures("second_thread")
def test_an_item_that_an_interpreter_dies_of_costs_itself_alone(
    project: Path, function: Losing, limits: Limits, reason: str
) -> None:
    found = contained(function, limits, project)
    assert found == [["0", "1", "2"], ["3", "4", f"5: {reason}", "6"], ["7"], ["8", "9"]]


@pytest.fixture
def standby() -> Iterator[Standby]:
    waiting = Standby()
    yield waiting
    waiting.close()


def alone(standby: Standby, item: int, root: Path, *, shared: object = None) -> str:
    """Return the process that has done one item, or why it is lost."""
    ((found,),) = map_chunks(
        die_at_five_or_name_self, shared, [[item]], 2, root, give_up=give_up, standby=standby
    )
    return found


def is_running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.usefixtures("second_thread")
def test_an_interpreter_on_standby_does_the_same_work_again(
    standby: Standby, project: Path
) -> None:
    first = alone(standby, 1, project)
    assert first != str(os.getpid())
    assert alone(standby, 2, project) == first
    assert is_running(first)
    other = alone(standby, 3, project, shared="other work")
    assert other != first
    assert not is_running(first)
    standby.close()
    assert not is_running(other)


@pytest.mark.usefixtures("second_thread")
def test_an_interpreter_started_ahead_is_the_first_to_work(standby: Standby, project: Path) -> None:
    standby.start_ahead(Work(die_at_five_or_name_self, None, NO_LIMITS), project)
    assert standby._kept is not None
    assert alone(standby, 1, project) == str(standby._kept._process.pid)


@pytest.mark.usefixtures("second_thread")
def test_an_interpreter_that_dies_is_followed_by_another(standby: Standby, project: Path) -> None:
    first = alone(standby, 1, project)
    assert alone(standby, 5, project) == f"5: {KILLED}"
    assert not is_running(first)
    second = alone(standby, 2, project)
    os.kill(int(second), signal.SIGKILL)  # while it waits
    while is_running(second):
        time.sleep(0.01)
    assert alone(standby, 3, project) not in {first, second}


@pytest.mark.parametrize("jobs", [0, 1])
def test_a_single_chunk_is_contained_too(project: Path, jobs: int) -> None:
    (found,) = map_chunks(die_at_five, None, [[4, 5]], jobs, project, give_up=give_up)
    assert found == ["4", f"5: {KILLED}"]


@pytest.mark.usefixtures("second_thread")
def test_one_process_is_contained_where_it_can_not_be_a_copy(
    standby: Standby, project: Path
) -> None:
    ((found,),) = map_chunks(die_at_five, None, [[5]], 1, project, give_up=give_up, standby=standby)
    assert found == f"5: {KILLED}"


def test_time_without_a_processor_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine must not change what a build makes."""
    waited = iter(range(0, 1000, 2))
    monkeypatch.setattr(supervision, "seconds_in_line", lambda _: next(waited) / 10)
    chunks = [[0], [1]]
    recovery = UnorderedRecovery[list[int], list[int]](lambda _: (), lambda chunk, _: [-chunk[0]])
    done = map_unordered(
        take_half_a_second, None, chunks, 2, seconds=lambda _: 0.1, recovery=recovery
    )
    assert sorted(done) == [([0], [0]), ([1], [1])]


@pytest.mark.skipif(sys.platform != "linux", reason="no other system counts it")
def test_a_process_that_nobody_keeps_waiting_has_not_waited_long() -> None:
    assert 0 <= seconds_in_line(os.getpid()) < time.monotonic()
    assert seconds_in_line(2**30) == 0


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("function", "seconds", "reason"),
    [
        (die_at_five, None, KILLED),
        (hang_at_five, 0.5, TOO_LONG),
        (eat_at_five, None, "it needs more memory than the option 'memory_limit' allows"),
    ],
)
def test_a_chunk_in_no_order_is_divided(
    function: Losing, seconds: float | None, reason: str, jobs: int
) -> None:
    def alone(chunk: list[int]) -> list[list[int]]:
        return [[item] for item in chunk] if len(chunk) > 1 else []

    def given_up(chunk: list[int], loss: Loss) -> list[str]:
        return [give_up(chunk[0], loss)]

    recovery = UnorderedRecovery(alone, given_up)
    found = map_unordered(
        function,
        None,
        CHUNKS,
        jobs,
        seconds=lambda _: seconds,
        memory=300_000_000,
        recovery=recovery,
    )
    assert sorted(found) == [
        ([0, 1, 2], ["0", "1", "2"]),
        ([3], ["3"]),
        ([4], ["4"]),
        ([5], [f"5: {reason}"]),
        ([6], ["6"]),
        ([7], ["7"]),
        ([8, 9], ["8", "9"]),
    ]


@pytest.mark.usefixtures("second_thread")
def test_a_worker_that_cannot_start_is_one_line(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(WorkerError, match=r"ended unexpectedly \(exit status 1\)"):
        contained(die_at_five, SLOW, project)


@pytest.mark.skipif(sys.platform != "linux", reason="no other system bounds a process' memory")
def test_memory_is_bounded(project: Path) -> None:
    limits = Limits(memory=200_000_000)
    (small,) = map_chunks(take_memory, 1_000, [[1]], 0, project, limits=limits, give_up=give_up)
    (large,) = map_chunks(take_memory, 10**9, [[1]], 0, project, limits=limits, give_up=give_up)
    assert (small, large) == (["1000"], ["too much"])


def test_an_exception_that_cannot_be_read_again_arrives_as_its_traceback(project: Path) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)raise_what_.*SecretError: [12]in a task"):
        list(map_chunks(raise_what_cannot_be_read, None, [[1], [2]], 2, project))


_PARENT = """
import sys
sys.path[:] = {path!r}
from pathlib import Path
from support.tasks import leave_a_mark
from mkdocs_repodoc.processes.workers import map_chunks
list(map_chunks(leave_a_mark, Path({folder!r}), [[1], [2]], 2, Path({folder!r})))
"""


def test_workers_end_when_whoever_started_them_is_killed(tmp_path: Path) -> None:
    code = _PARENT.format(path=sys.path, folder=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", code]) as parent:
        while len(marks := list(tmp_path.iterdir())) < 2:
            assert parent.poll() is None
            time.sleep(0.01)
        parent.kill()
    while any(Path("/proc", mark.name).exists() for mark in marks):
        time.sleep(0.01)


_PARENT_OF_ORPHANS = """
import sys
sys.path[:] = {path!r}
import threading
from pathlib import Path
from support.tasks import leave_a_mark_and_spin
from mkdocs_repodoc.processes.limits import Limits
from mkdocs_repodoc.processes.workers import map_chunks, map_unordered
folder = Path({folder!r})
if {way!r} == "in no order":
    list(map_unordered(leave_a_mark_and_spin, folder, [[1], [2]], 2, seconds=lambda _: 1.0))
if {way!r} == "interpreters":
    threading.Thread(target=threading.Event().wait, daemon=True).start()
list(map_chunks(leave_a_mark_and_spin, folder, [[1], [2]], 2, folder, limits=Limits(1.0)))
"""


@pytest.mark.parametrize("way", ["copies", "interpreters", "in no order"])
def test_a_worker_that_hangs_ends_though_nobody_watches_it(way: str, tmp_path: Path) -> None:
    code = _PARENT_OF_ORPHANS.format(path=sys.path, folder=str(tmp_path), way=way)
    with subprocess.Popen([sys.executable, "-c", code]) as parent:
        while not (marks := list(tmp_path.iterdir())):
            assert parent.poll() is None
            time.sleep(0.01)
        parent.kill()
    while any(Path("/proc", mark.name).exists() for mark in marks):
        time.sleep(0.01)


def test_fewer_workers_do_where_the_system_has_no_room(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = Copies.start
    started: list[Worker] = []

    def start_one(crew: Copies) -> Worker:
        if started:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        started.append(start(crew))
        return started[0]

    monkeypatch.setattr(Copies, "start", start_one)
    chunks = [[1], [2], [3]]
    assert list(map_chunks(multiply, 2, chunks, 2, project)) == [[2], [4], [6]]
    assert len(started) == 1

    with pytest.raises(WorkerError):
        list(map_chunks(multiply, 2, chunks, 2, project))


@pytest.mark.usefixtures("second_thread")
def test_an_interpreter_ends_with_whoever_keeps_it(project: Path) -> None:
    standby = Standby()
    process = alone(standby, 4, project)
    assert is_running(process)
    del standby
    while is_running(process):
        time.sleep(0.01)
