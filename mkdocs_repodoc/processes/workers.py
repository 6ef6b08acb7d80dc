"""Map a function over many items: in this process, or in a pool of processes.

The caller sees no difference but time, and an exception in a worker is raised here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from mkdocs_repodoc.errors import WorkerError
from mkdocs_repodoc.processes.interpreters import InterpreterPool
from mkdocs_repodoc.processes.isolation import module_path

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

_PENDING_PER_WORKER = 4
"""Chunks submitted per worker before results are taken: bounds the memory of waiting results."""
_SUBMITTED_PER_WORKER = 2
"""Chunks submitted per worker where results never wait: it finds the next when it has done one."""


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
    function: Callable[[Shared, Sequence[Item]], Result],
    shared: Shared,
    chunks: Sequence[Sequence[Item]],
    jobs: int,
    root: Path,
) -> Iterator[Result]:
    """Yield `function(shared, chunk)` for each chunk, in the order of the chunks.

    Args:
        function: A module-level function that depends on nothing but its arguments.
        shared: What all chunks need. Forked workers inherit it as it is; where workers don't fork
            it is pickled once for each of them.
        chunks: The items, already cut into portions worth sending to another process.
        jobs: How many processes; 1, or a single chunk, runs here.
        root: The documented folder; no other process looks for a module in it.

    Raises:
        WorkerError: A process is gone.
    """
    count = min(processes(jobs), len(chunks))
    if count <= 1 or not (can_fork() or sys.executable):
        for chunk in chunks:
            yield _run_here(function, shared, chunk)
        return
    with _pool(function, shared, count, root) as pool:
        waiting: deque[Future[Result]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(_run_in_worker, chunk))
            if len(waiting) >= count * _PENDING_PER_WORKER:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def map_unordered(
    function: Callable[[Shared, Chunk], Result],
    shared: Shared,
    chunks: Iterable[Chunk],
    jobs: int,
) -> Iterator[tuple[Chunk, Result]]:
    """Yield each chunk and `function(shared, chunk)` as soon as it is there, in any order.

    One chunk that takes long holds up no other.

    Args:
        function: A module-level function that depends on nothing but its arguments.
        shared: What all chunks need, as in `map_chunks`.
        chunks: Asked for the next chunk only when a process is about to need it, so that what has
            come back may decide what is still to be done.
        jobs: How many processes; 1 runs here, and so does everything where processes can't be
            copies of this one. A copy looks for modules where this one does: what runs in it may
            belong to others, who rely on that.

    Raises:
        WorkerError: A process is gone.
    """
    count = processes(jobs)
    if count <= 1 or not can_fork():
        for chunk in chunks:
            yield chunk, _run_here(function, shared, chunk)
        return
    remaining = iter(chunks)
    with _copies(count, (function, shared)) as pool:
        running: dict[Future[Result], Chunk] = {}
        while True:
            for chunk in islice(remaining, count * _SUBMITTED_PER_WORKER - len(running)):
                running[pool.submit(_run_in_worker, chunk)] = chunk
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(future), future.result()


_Pool = ProcessPoolExecutor | InterpreterPool


@contextmanager
def _pool(
    function: Callable[[Any, Any], Any], shared: object, count: int, root: Path
) -> Iterator[_Pool]:
    """Start workers for one function; what they have not begun when it ends is given up."""
    if can_fork():
        with _copies(count, (function, shared, module_path(root))) as copies:
            yield copies
        return
    pool = InterpreterPool(count, root, _prepare, (function, shared))
    try:
        yield pool
    finally:
        pool.shutdown()


@contextmanager
def _copies(count: int, arguments: tuple[Any, ...]) -> Iterator[ProcessPoolExecutor]:
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(count, context, partial(_prepare, *arguments))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise WorkerError from error
    finally:
        pool.shutdown(cancel_futures=True)


_work: tuple[Callable[[Any, Any], Any], Any] | None = None
"""In a worker: the function and what its calls share."""


def _prepare(
    function: Callable[[Any, Any], Any], shared: object, path: list[str] | None = None
) -> None:
    global _work  # noqa: PLW0603 - what a worker keeps between chunks
    if path is not None:
        sys.path[:] = path
    _work = function, shared
    # What the parent made is here to stay: keep it out of each collection.
    gc.freeze()
    gc.disable()


def _run_in_worker(chunk: object) -> Any:  # noqa: ANN401 - whatever the function returns
    # Analysis makes syntax trees and drops them whole: scanning them for cycles in between is the
    # better part of its time, so that it waits until the chunk is done.
    assert _work is not None  # noqa: S101 - the pool has called _prepare
    function, shared = _work
    result = function(shared, chunk)
    gc.collect()
    gc.freeze()  # what is kept for later chunks need not be looked through again
    return result


def _run_here(function: Callable[[Shared, Chunk], Result], shared: Shared, chunk: Chunk) -> Result:
    enabled = gc.isenabled()
    gc.disable()
    try:
        return function(shared, chunk)
    finally:
        if enabled:
            gc.enable()
