"""Tasks handed out to workers, and every task answered for, whatever becomes of a worker."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_repodoc.errors import WorkerError
from mkdocs_repodoc.processes.answers import Crew, Done, Ended, Raised, Ready, Worker
from mkdocs_repodoc.processes.limits import Loss, gone, seconds_in_line, too_slow

_NO_TIME = 0.01
"""Seconds that are too few to look again after them."""


@dataclass(frozen=True, slots=True)
class WorkerTask:
    """Work for one worker.

    Attributes:
        content: What the worker's function is called with.
        chunk: Number of the chunk that it is, or is a part of.
        offset: Where the part begins in the chunk.
    """

    content: Any
    chunk: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Recovery:
    """How to go on when a worker ends, or takes too long, over a task.

    Attributes:
        divide: Returns smaller tasks that stand for the same work; none if it can't be divided.
        give_up: Returns the result of a task that can't be divided.
    """

    divide: Callable[[WorkerTask], Sequence[WorkerTask]]
    give_up: Callable[[WorkerTask, Loss], Any]


class Supervisor:
    """Hands tasks to workers, one at a time each, and replaces workers that are gone.

    Args:
        crew: The workers.
        count: How many there may be at a time.
        recovery: What becomes of a task whose worker is gone; `None` raises.
        seconds: For how long a worker may work on a task, without the time in which others had the
            processors; `None` for ever.
    """

    def __init__(
        self,
        crew: Crew,
        count: int,
        recovery: Recovery | None,
        seconds: Callable[[WorkerTask], float | None],
    ) -> None:
        self._crew = crew
        self._count = count
        self._recovery = recovery
        self._seconds = seconds
        self._starting: set[Worker] = set()
        self._idle: list[Worker] = []
        self._busy: dict[Worker, WorkerTask] = {}
        self._deadlines: dict[Worker, float] = {}
        self._in_line: dict[Worker, float] = {}
        self._again: deque[WorkerTask] = deque()
        self._done: deque[tuple[WorkerTask, Any]] = deque()

    def run(self, next_task: Callable[[], WorkerTask | None]) -> Iterator[tuple[WorkerTask, Any]]:
        """Yield each task with its result, in the order in which they are done.

        Args:
            next_task: Returns a task; `None` if there is none before others have been yielded.

        Raises:
            WorkerError: A worker could not start, or is gone and there is no recovery.
            Exception: Whatever a task has raised.
        """
        while True:
            self._hand_out(next_task)
            if self._done:
                yield self._done.popleft()
            elif self._busy:
                for worker, answer in self._crew.answers(self._time_left()):
                    self._hear(worker, answer)
                self._stop_late_workers()
            else:
                return

    def _hand_out(self, next_task: Callable[[], WorkerTask | None]) -> None:
        while len(self._busy) < self._count:
            task = self._again.popleft() if self._again else next_task()
            if task is None:
                return
            if self._idle:
                worker = self._idle.pop()
                self._set_deadline(worker, task)
            elif (started := self._start()) is not None:
                worker = started
            else:
                self._again.appendleft(task)
                return
            self._busy[worker] = task
            worker.send(task.content)

    def _start(self) -> Worker | None:
        """Start a worker; return `None` if the system has no room for one beside the others.

        Raises:
            WorkerError: It has none for a single one.
        """
        try:
            worker = self._crew.start()
        except OSError as error:
            if not self._busy:
                raise WorkerError from error
            self._count = len(self._busy)
            return None
        self._starting.add(worker)
        return worker

    def _hear(self, worker: Worker, answer: Ready | Done | Raised | Ended) -> None:
        if isinstance(answer, Ready):
            self._starting.discard(worker)
            self._set_deadline(worker, self._busy[worker])
        elif isinstance(answer, Done):
            self._done.append((self._take_from(worker), answer.result))
            self._idle.append(worker)
        elif isinstance(answer, Raised):
            raise answer.error
        elif worker in self._starting:
            raise WorkerError(answer.status)
        elif worker in self._busy:
            self._lose(self._take_from(worker), gone(answer.status), answer.status)
        elif worker in self._idle:
            self._idle.remove(worker)

    def _set_deadline(self, worker: Worker, task: WorkerTask) -> None:
        if (seconds := self._seconds(task)) is not None:
            self._deadlines[worker] = time.monotonic() + seconds
            self._in_line[worker] = seconds_in_line(worker.pid)

    def _time_left(self) -> float | None:
        """Seconds until a worker has to be stopped; `None` if none has to be."""
        if not self._deadlines:
            return None
        return max(0.0, min(self._deadlines.values()) - time.monotonic())

    def _stop_late_workers(self) -> None:
        now = time.monotonic()
        for worker in [worker for worker, end in self._deadlines.items() if end <= now]:
            in_line = seconds_in_line(worker.pid)
            if (waited := in_line - self._in_line[worker]) > _NO_TIME:
                self._in_line[worker] = in_line
                self._deadlines[worker] = now + waited
                continue
            status = worker.kill()
            task = self._take_from(worker)
            self._lose(task, too_slow(self._seconds(task) or 0.0), status)

    def _take_from(self, worker: Worker) -> WorkerTask:
        self._deadlines.pop(worker, None)
        self._in_line.pop(worker, None)
        return self._busy.pop(worker)

    def _lose(self, task: WorkerTask, loss: Loss, status: int | None) -> None:
        if self._recovery is None:
            raise WorkerError(status)
        if parts := self._recovery.divide(task):
            self._again.extend(parts)
        else:
            self._done.append((task, self._recovery.give_up(task, loss)))
