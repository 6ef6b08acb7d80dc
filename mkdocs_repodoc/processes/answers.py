"""The conversation with a worker: it is given tasks, one at a time, and answers each.

A worker first says that it is ready. Its end is an answer too, which whoever listens to it notices.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from mkdocs_repodoc.processes.limits import OUT_OF_MEMORY, Limits, bound_memory, end_by_itself


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has started."""


@dataclass(frozen=True, slots=True)
class Done:
    """A task is done."""

    result: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """A task has raised; the exception has its traceback as a note."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Ended:
    """The worker is gone."""

    status: int | None
    """Exit status, negative for a signal."""


Answer = Ready | Done | Raised | Ended


@dataclass(frozen=True)
class Work:
    """What workers do.

    Attributes:
        function: Called with `shared` and a task, in any process.
        shared: What all tasks need.
        limits: What a worker may take.
        seconds: For how long it may work on a task, where that differs from task to task.
    """

    function: Callable[[Any, Any], Any]
    shared: Any
    limits: Limits
    seconds: Callable[[Any], float | None] | None = None

    def serve(self, receive: Callable[[], Any], send: Callable[[bytes], None]) -> None:
        """In a worker: do tasks until there are no more.

        Args:
            receive: Returns the next task; raises `EOFError` if there is none.
            send: Sends an answer, pickled.
        """
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what becomes of workers
        bound_memory(self.limits)
        # What the parent made is here to stay: keep it out of each collection.
        gc.freeze()
        gc.disable()
        send(pickle.dumps(Ready()))
        while True:
            try:
                task = receive()
            except EOFError:
                return
            end_by_itself(self.limits.seconds if self.seconds is None else self.seconds(task))
            answer = _answer(self, task)
            end_by_itself(None)
            send(answer)
            # Analysis makes syntax trees and drops them whole: scanning them for cycles in between
            # is the better part of its time, so that it waits until the task is done.
            gc.collect()
            gc.freeze()  # what is kept for later tasks need not be looked through again


class Worker(Protocol):
    """A process that has been started for one kind of work."""

    @property
    def pid(self) -> int:
        """Number of the process."""

    def send(self, task: object) -> None:
        """Give it a task. One that is gone takes it in silence: its end is noticed elsewhere."""

    def kill(self) -> int | None:
        """End it at once, if it has not ended; return its exit status."""


class Crew(Protocol):
    """Workers for one kind of work."""

    def start(self) -> Worker:
        """Start one more."""

    def answers(self, timeout: float | None) -> list[tuple[Worker, Answer]]:
        """Wait until workers answer, `timeout` seconds at most; return who has said what."""

    def close(self, *, at_once: bool) -> None:
        """Let workers end, or end them `at_once`, whatever they do."""


def _answer(work: Work, task: object) -> bytes:
    try:
        return pickle.dumps(Done(work.function(work.shared, task)))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # what there is of it is not to be trusted with another task
    except Exception as error:  # noqa: BLE001 - it is raised in the parent
        lines = "".join(traceback.format_exception(error))
        error.add_note(lines)
        try:
            answer = pickle.dumps(Raised(error))
            pickle.loads(answer)  # noqa: S301 - just written; some exceptions can't be read again
        except Exception:  # noqa: BLE001 - whatever the exception's own methods raise
            return pickle.dumps(Raised(RuntimeError(lines)))
        return answer
