"""Map a function over many items: in this process, or in a pool of processes.

The caller sees no difference but time, and an exception in a worker is raised here. A worker that
dies, or takes too long, costs the one item that it was about, if the caller says what to do then.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from mkdocs_repodoc.processes.answers import Crew, Work
from mkdocs_repodoc.processes.copies import Copies
from mkdocs_repodoc.processes.garbage import without_collection
from mkdocs_repodoc.processes.interpreters import Interpreters, Standby
from mkdocs_repodoc.processes.isolation import module_path
from mkdocs_repodoc.processes.limits import NO_LIMITS, Limits, Loss
from mkdocs_repodoc.processes.supervision import Recovery, Supervisor, WorkerTask

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

_WAITING_PER_WORKER = 4
"""Chunks per worker that may be ahead of the one whose results are next: bounds the memory of
results that wait."""


def processes(jobs: int) -> int:
    """Return the number of processes that `jobs` asks for; 0 asks for one per usable processor."""
    if jobs > 0:
        return jobs
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Tell whether workers start as copies of this process, with all that it has in memory.

    Not every platform can, and no process should once it has a second thread: the copy would
    inherit that thread's locks, but not the thread that releases them.
    """
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def map_chunks(
    function: Callable[[Shared, Sequence[Item]], list[Result]],
    shared: Shared,
    chunks: Sequence[Sequence[Item]],
    jobs: int,
    root: Path,
    *,
    limits: Limits = NO_LIMITS,
    give_up: Callable[[Item, Loss], Result] | None = None,
    standby: Standby | None = None,
    apart: bool = False,
) -> Iterator[list[Result]]:
    """Yield `function(shared, chunk)` for each chunk, in the order of the chunks.

    Args:
        function: A module-level function that depends on nothing but its arguments; it returns a
            result for each item.
        shared: What all chunks need. Forked workers inherit it as it is; where workers don't fork
            it is pickled once for each of them.
        chunks: The items, already cut into portions worth sending to another process.
        jobs: How many processes share the work. What is not contained (no `give_up`) is done here
            with 1, or if there is a single chunk.
        root: The documented folder; no other process looks for a module in it.
        limits: What a worker may take, for a chunk or for an item that is tried again alone.
        give_up: Returns the result of an item over which a worker has died or has taken too long.
            All is done in other processes then, where they can be copies, or with a `standby`.
        standby: Keeps an interpreter between calls, for where processes can't be copies.
        apart: Whether no process may be a copy of this one, which belongs to somebody else.

    Raises:
        WorkerError: A process is gone, and `give_up` is `None`.
    """
    count = min(processes(jobs), len(chunks))
    is_contained = give_up is not None and (standby is not None or can_fork())
    if not _takes_workers(jobs, count, is_contained=is_contained):
        for chunk in chunks:
            yield _run_here(function, shared, chunk)
        return
    work = Work(function, shared, limits)
    recovery = None if give_up is None else Recovery(_items_alone, _given_up_by(give_up))
    ordered = _InOrder(chunks, count * _WAITING_PER_WORKER)
    crew: Crew
    if can_fork() and not apart:
        crew = Copies(work, module_path(root))
    else:
        crew = Interpreters(work, root, standby)
    with _closing(crew):
        supervisor = Supervisor(crew, count, recovery, lambda _: limits.seconds)
        for task, results in supervisor.run(ordered.next_task):
            yield from ordered.add(task, results)


def map_unordered(
    function: Callable[[Shared, Chunk], Result],
    shared: Shared,
    chunks: Iterable[Chunk],
    jobs: int,
    *,
    seconds: Callable[[Chunk], float | None] = lambda _: None,
    memory: int | None = None,
    recovery: UnorderedRecovery[Chunk, Result] | None = None,
) -> Iterator[tuple[Chunk, Result]]:
    """Yield each chunk and `function(shared, chunk)` as soon as it is there, in any order.

    One chunk that takes long holds up no other.

    Args:
        function: A module-level function that depends on nothing but its arguments.
        shared: What all chunks need, as in `map_chunks`.
        chunks: Asked for the next chunk only when a process is about to need it, so that what has
            come back may decide what is still to be done.
        jobs: How many processes share the work. What is not contained (no `recovery`) is done here
            with 1, and everything is where processes can't be copies of this one. A copy looks for
            modules where this one does: what runs in it may belong to others, who rely on that.
        seconds: For how long a process may work on a chunk; `None` for ever.
        memory: Bytes that a process may take beyond what it starts with; `None` sets no limit.
        recovery: What becomes of a chunk over which a process has died or has taken too long; its
            parts come back instead of it.

    Raises:
        WorkerError: A process is gone, and `recovery` is `None`.
    """
    if not can_fork() or (jobs == 1 and recovery is None):
        for chunk in chunks:
            yield chunk, _run_here(function, shared, chunk)
        return
    crew = Copies(Work(function, shared, Limits(memory=memory), seconds), None)
    tasks = (WorkerTask(chunk) for chunk in chunks)
    with _closing(crew):
        supervisor = Supervisor(
            crew,
            processes(jobs),
            None if recovery is None else _of_contents(recovery),
            lambda task: seconds(task.content),
        )
        for task, result in supervisor.run(lambda: next(tasks, None)):
            yield task.content, result


@dataclass(frozen=True)
class UnorderedRecovery(Generic[Chunk, Result]):
    """How `map_unordered` goes on when a process dies, or takes too long, over a chunk.

    Attributes:
        divide: Returns smaller chunks of the same work; none if it can't be divided.
        give_up: Returns the result of a chunk that can't be divided.
    """

    divide: Callable[[Chunk], Sequence[Chunk]]
    give_up: Callable[[Chunk, Loss], Result]


class _InOrder:
    """Chunks to be handed out, and their results in the order of the chunks.

    Args:
        chunks: What to hand out.
        most_ahead: How many chunks may be out or have results that wait for their turn.
    """

    def __init__(self, chunks: Sequence[Sequence[Any]], most_ahead: int) -> None:
        self._chunks = chunks
        self._most_ahead = most_ahead
        self._handed_out = 0
        self._turn = 0
        self._results: dict[int, list[Any]] = {}
        self._missing: dict[int, int] = {}

    def next_task(self) -> WorkerTask | None:
        """Return the next chunk; `None` if there is none, or its turn is too far off."""
        number = self._handed_out
        if number == len(self._chunks) or number - self._turn >= self._most_ahead:
            return None
        self._handed_out += 1
        self._results[number] = [None] * len(self._chunks[number])
        self._missing[number] = len(self._chunks[number])
        return WorkerTask(self._chunks[number], number)

    def add(self, task: WorkerTask, results: Sequence[Any]) -> Iterator[list[Any]]:
        """Take the results of a chunk, or of a part; yield what is complete and has its turn."""
        self._results[task.chunk][task.offset : task.offset + len(task.content)] = results
        self._missing[task.chunk] -= len(task.content)
        while self._missing.get(self._turn) == 0:
            del self._missing[self._turn]
            done = self._results.pop(self._turn)
            self._turn += 1
            yield done


def _takes_workers(jobs: int, count: int, *, is_contained: bool) -> bool:
    if count == 0 or not (can_fork() or sys.executable):
        return False
    return is_contained or (jobs != 1 and count > 1)


def _items_alone(task: WorkerTask) -> list[WorkerTask]:
    """Divide a chunk into its items; one item can't be divided."""
    if len(task.content) == 1:
        return []
    return [
        WorkerTask([item], task.chunk, task.offset + number)
        for number, item in enumerate(task.content)
    ]


def _given_up_by(give_up: Callable[[Any, Loss], Any]) -> Callable[[WorkerTask, Loss], list[Any]]:
    return lambda task, loss: [give_up(task.content[0], loss)]


def _of_contents(recovery: UnorderedRecovery[Any, Any]) -> Recovery:
    return Recovery(
        lambda task: [WorkerTask(part) for part in recovery.divide(task.content)],
        lambda task, loss: recovery.give_up(task.content, loss),
    )


@contextmanager
def _closing(crew: Crew) -> Iterator[None]:
    """Let the workers end when the work is done; end them at once if it was broken off."""
    try:
        yield
    except BaseException:
        crew.close(at_once=True)
        raise
    crew.close(at_once=False)


def _run_here(function: Callable[[Shared, Chunk], Result], shared: Shared, chunk: Chunk) -> Result:
    with without_collection():
        return function(shared, chunk)
