"""Workers that are copies of this process, with all that it has in memory.

They are forked by the only thread that there is, the later ones too; the pools of the standard
library fork from a process in which they have threads, or start no other worker in the place of one
that is gone.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

from mkdocs_repodoc.processes.answers import Answer, Ended, Work, Worker

_SECONDS_TO_END = 10
"""For a worker that has been told that there are no more tasks."""


class _Copy:
    def __init__(self, crew: Copies) -> None:
        context = multiprocessing.get_context("fork")
        self.connection, theirs = context.Pipe()
        # A copy holds what this process holds open: while another one has an end of its pipe, a
        # worker would not learn that this process is gone.
        ours = [self.connection, *(other.connection for other in crew.workers)]
        self._process = context.Process(
            target=_serve, args=(theirs, ours, crew.work, crew.path), daemon=True
        )
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None  # noqa: S101 - it was started
        return self._process.pid

    def send(self, task: object) -> None:
        with contextlib.suppress(OSError):
            self.connection.send(task)

    def kill(self) -> int | None:
        self._process.kill()
        return self.end()

    def end(self, timeout: float | None = None) -> int | None:
        """Wait until the process has ended; return its exit status."""
        self.connection.close()
        self._process.join(timeout)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        return self._process.exitcode


class Copies:
    """A crew of copies; a `Crew`.

    Args:
        work: What they do.
        path: Where they look for modules; `None` for where this process does.
    """

    def __init__(self, work: Work, path: Sequence[str] | None) -> None:
        self.work = work
        self.path = path
        self.workers: list[_Copy] = []

    def start(self) -> Worker:
        """Start one more."""
        worker = _Copy(self)
        self.workers.append(worker)
        return worker

    def answers(self, timeout: float | None) -> list[tuple[Worker, Answer]]:
        """Wait until workers answer, `timeout` seconds at most; return who has said what."""
        self.workers = [worker for worker in self.workers if not worker.connection.closed]
        by_connection = {worker.connection: worker for worker in self.workers}
        found: list[tuple[Worker, Answer]] = []
        for connection in wait(list(by_connection), timeout):
            worker = by_connection[connection]  # type: ignore[index] # of what was waited for
            try:
                answer: Answer = worker.connection.recv()
            except (EOFError, OSError, pickle.UnpicklingError):
                answer = Ended(worker.end(_SECONDS_TO_END))
            found.append((worker, answer))
        return found

    def close(self, *, at_once: bool) -> None:
        """Let workers end, or end them `at_once`, whatever they do."""
        for worker in self.workers:
            worker.connection.close()
        for worker in self.workers:
            worker.end(0 if at_once else _SECONDS_TO_END)


def _serve(
    connection: Connection, ours: Sequence[Connection], work: Work, path: Sequence[str] | None
) -> None:
    for each in ours:
        each.close()
    if path is not None:
        sys.path[:] = path

    def receive() -> Any:  # noqa: ANN401 - whatever a task is
        try:
            return connection.recv()
        except OSError as error:  # the parent was killed
            raise EOFError from error

    with contextlib.suppress(BrokenPipeError):  # likewise
        work.serve(receive, connection.send_bytes)
