"""Copies of a process that has threads: they do tasks for it, whatever becomes of each."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from mkdocs_repodoc.processes.answers import Work
from mkdocs_repodoc.processes.deputies import Deputies, RetiredError, can_have_deputies
from mkdocs_repodoc.processes.limits import NO_LIMITS, Limits, Loss
from mkdocs_repodoc.processes.supervision import Supervisor

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="no other system has them"),
    pytest.mark.usefixtures("second_thread"),
]

ORIGINAL = os.getpid()
DOZE = 30
KILLED = r"^WARNING: A process that made pages for the preview ended unexpectedly \(SIGKILL\)$"
NONE_LEFT = "makes its pages itself from now on"

Start = Callable[..., Deputies[str, str]]


def obey(word: str, task: str) -> str:
    match task:
        case "die" | "die twice":
            os.kill(os.getpid(), signal.SIGKILL)
        case "doze elsewhere" if os.getpid() != ORIGINAL:
            time.sleep(DOZE)
        case "hang":
            time.sleep(100)
        case "eat":
            return str(len(bytearray(10**9)))
        case "fail":
            raise ValueError(word)
        case "pid":
            return str(os.getpid())
    return f"{word} {task}"


def give_up(task: str, loss: Loss) -> str:
    if task == "die twice":
        raise KeyError(loss.reason)
    return f"{task}: {loss.reason}"


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[Deputies[str, str]] = []

    def start_some(limits: Limits = NO_LIMITS, count: int = 1) -> Deputies[str, str]:
        started.append(Deputies(Work(obey, "done", limits), give_up, count))
        return started[-1]

    assert can_have_deputies()
    yield start_some
    for deputies in started:
        deputies.close()


def test_they_do_what_they_are_asked_for_in_another_process(start: Start) -> None:
    deputies = start()
    assert deputies.ask("this") == "done this"
    worker = deputies.ask("pid")
    assert worker != str(os.getpid())
    assert deputies.ask("pid") == worker  # which knows what it has read before


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        ("die", "the process that worked on it ended unexpectedly (SIGKILL)"),
        ("hang", "it took longer than 0.5 seconds (option 'time_limit')"),
        ("eat", "it needs more memory than the option 'memory_limit' allows"),
    ],
)
def test_a_task_that_ends_its_worker_costs_itself_alone(
    start: Start, task: str, reason: str
) -> None:
    deputies = start(Limits(seconds=0.5, memory=300_000_000))
    assert deputies.ask("first") == "done first"
    assert deputies.ask(task) == f"{task}: {reason}"
    assert deputies.ask("next") == "done next"


def test_what_a_task_raises_is_raised_where_it_was_asked_for(start: Start) -> None:
    deputies = start()
    with pytest.raises(ValueError, match="done"):
        deputies.ask("fail")
    assert deputies.ask("next") == "done next"


def test_what_is_raised_instead_of_giving_up_is_raised_too(start: Start) -> None:
    deputies = start()
    with pytest.raises(KeyError, match="SIGKILL") as caught:
        deputies.ask("die twice")
    assert "in give_up" in "".join(caught.value.__notes__)
    assert deputies.ask("next") == "done next"


def kill(deputies: Deputies[str, str]) -> None:
    os.kill(deputies._all[0]._process, signal.SIGKILL)


def test_one_that_is_killed_is_asked_no_more(start: Start, expected_warnings: list[str]) -> None:
    expected_warnings += [KILLED]
    deputies = start(count=2)
    kill(deputies)
    tasks = [str(number) for number in range(12)]
    with ThreadPoolExecutor(2) as readers:
        assert list(readers.map(deputies.ask, tasks)) == [f"done {task}" for task in tasks]
    assert deputies.ask("pid") != str(os.getpid())
    assert len(deputies._all) == 1


def test_with_none_left_whoever_asks_does_the_task(
    start: Start, expected_warnings: list[str]
) -> None:
    expected_warnings += [KILLED, NONE_LEFT]
    deputies = start()
    with ThreadPoolExecutor(4) as readers:
        kill(deputies)
        found = list(readers.map(deputies.ask, ["pid"] * 9))
    assert found == [str(os.getpid())] * 9
    with pytest.raises(ValueError, match="done"):
        deputies.ask("fail")


def test_one_that_is_killed_at_work_is_noticed_at_once(
    start: Start, expected_warnings: list[str]
) -> None:
    expected_warnings += [KILLED, NONE_LEFT]
    deputies = start()
    begun = time.monotonic()
    with ThreadPoolExecutor(1) as reader:
        answer = reader.submit(deputies.ask, "doze elsewhere")
        time.sleep(1)
        kill(deputies)
        assert answer.result() == "done doze elsewhere"
    assert time.monotonic() - begun < DOZE


def test_one_that_fails_says_why_and_is_asked_no_more(
    start: Start, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    failed = r"preview failed:\nTraceback (?s:.*)\nBlockingIOError: no more processes"
    expected_warnings += [failed, NONE_LEFT]

    def run(*_: object) -> None:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(Supervisor, "run", run)
    deputies = start()
    assert deputies.ask("this") == "done this"
    assert deputies._all == []


def test_where_there_can_be_none_tasks_are_done_all_the_same(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mkdocs_repodoc.processes.deputies.can_have_deputies", lambda: False)
    deputies = start()
    assert deputies.ask("pid") == str(os.getpid())
    deputies.close()
    with pytest.raises(RetiredError):
        deputies.ask("too late")


def test_others_go_on_while_a_task_takes_its_time(start: Start) -> None:
    deputies = start(Limits(seconds=3), count=2)
    lost: list[Any] = []
    thread = threading.Thread(target=lambda: lost.append(deputies.ask("hang")))
    thread.start()
    assert [deputies.ask(str(number)) for number in range(9)][-1] == "done 8"
    assert lost == []
    thread.join()
    assert lost[0].startswith("hang: it took longer")


def test_they_end_once_they_have_answered_and_nobody_asks_any_more(start: Start) -> None:
    deputies = start()
    worker = int(deputies.ask("pid"))
    process = deputies._all[0]._process
    deputies.close()
    deputies.close()
    with pytest.raises(RetiredError):
        deputies.ask("too late")
    with pytest.raises(ChildProcessError):
        os.waitpid(process, 0)
    while Path("/proc", str(worker)).exists():  # it is nobody's child now
        time.sleep(0.01)


def test_they_hold_no_connection_of_their_original_open(start: Start) -> None:
    ours, theirs = socket.socketpair()
    deputies = start()
    deputies.ask("first")
    ours.close()
    theirs.settimeout(30)
    assert theirs.recv(1) == b""
    theirs.close()


def test_fewer_are_started_where_the_system_has_no_room(
    start: Start, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    fork = os.fork
    forked: list[bool] = []

    def fork_once() -> int:
        if forked and os.getpid() == ORIGINAL:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        forked.append(True)
        return fork()

    expected_warnings.append(r"has 1 of 3 processes that make pages: Resource temporarily")
    monkeypatch.setattr("mkdocs_repodoc.processes.deputy.os.fork", fork_once)
    deputies = start(count=3)
    monkeypatch.undo()
    assert deputies.ask("this") == "done this"
