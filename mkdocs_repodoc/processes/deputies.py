"""Copies of this process as it was at a moment, which do tasks for it while it goes on.

A preview makes pages when they are asked for, in threads, beside a build: where a process has
threads, it can't be copied again for each page. So it is copied once, when a build has ended and
nothing else goes on. Each copy, a deputy, starts a worker and watches over it as a build does:
whatever becomes of a task, the deputy has an answer.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import stat
import sys
import threading
import warnings
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from mkdocs_repodoc.processes.answers import Work
from mkdocs_repodoc.processes.copies import Copies
from mkdocs_repodoc.processes.limits import Loss, gone
from mkdocs_repodoc.processes.supervision import Recovery, Supervisor, WorkerTask

Task = TypeVar("Task")
Result = TypeVar("Result")

_STANDARD_ERROR = 2
MOST = 4
"""Deputies of one process: each keeps a copy of what this process changes later."""


def can_have_deputies() -> bool:
    """Tell whether this process can be copied beside its threads.

    They hold no lock that a deputy needs, if whoever asks for deputies sees to that; other systems
    than Linux have libraries that don't survive it.
    """
    return sys.platform == "linux"


class RetiredError(Exception):
    """Somebody is asked who has been told that nobody will ask any more."""


class Deputies(Generic[Task, Result]):
    """Processes that do tasks as this one would have done them when they were started.

    Args:
        work: What they do, as other workers: a function of what is shared and of a task.
        give_up: Returns the result of a task over which a worker has died or has taken too long.
        count: How many there are; so many tasks are done at a time.
    """

    def __init__(self, work: Work, give_up: Callable[[Task, Loss], Result], count: int) -> None:
        self._give_up = give_up
        self._all = [_Deputy(work, give_up) for _ in range(min(count, MOST))]
        self._idle: queue.SimpleQueue[_Deputy] = queue.SimpleQueue()
        for deputy in self._all:
            self._idle.put(deputy)
        self._lock = threading.Lock()
        self._asked = 0
        self._closing = False

    def ask(self, task: Task) -> Result:
        """Return the result of a task. Any thread may ask, and waits until a deputy is free.

        Raises:
            RetiredError: They were told to end.
            Exception: Whatever the task has raised.
        """
        with self._lock:
            if self._closing:
                raise RetiredError
            self._asked += 1
        deputy = self._idle.get()
        try:
            found = deputy.do(task)
        except (EOFError, OSError):  # somebody has killed it
            found = self._give_up(task, gone(None))
        finally:
            self._idle.put(deputy)
            with self._lock:
                self._asked -= 1
                is_last = self._closing and not self._asked
            if is_last:
                self._end()
        if isinstance(found, _Raised):
            raise found.error
        result: Result = found
        return result

    def close(self) -> None:
        """Let them end once they have answered what they were asked."""
        with self._lock:
            is_last = not self._closing and not self._asked
            self._closing = True
        if is_last:
            self._end()

    def _end(self) -> None:
        for deputy in self._all:
            deputy.end()


class _Raised(NamedTuple):
    error: Exception


class _Deputy:
    def __init__(self, work: Work, give_up: Callable[[Any, Loss], Any]) -> None:
        self._connection, theirs = Pipe()
        with warnings.catch_warnings():  # of threads; see `can_have_deputies`
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process = os.fork()
        if self._process == 0:
            try:
                _deputise(theirs, work, give_up)
            finally:
                os._exit(0)
        theirs.close()

    def do(self, task: object) -> Any:  # noqa: ANN401 - whatever the result is
        self._connection.send(task)
        return self._connection.recv()

    def end(self) -> None:
        """Have it end, which it does when nobody can ask it any more."""
        self._connection.close()
        os.waitpid(self._process, 0)


def _deputise(connection: Connection, work: Work, give_up: Callable[[Any, Loss], Any]) -> None:
    """In a deputy: have a worker do what is asked for, until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to end
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _let_go_of_connections({connection.fileno()})
    crew = Copies(Work(_without_raising, work, work.limits), None)
    recovery = Recovery(lambda _: (), lambda task, loss: give_up(task.content, loss))
    supervisor = Supervisor(crew, 1, recovery, lambda _: work.limits.seconds)
    with contextlib.suppress(EOFError, OSError):  # whoever has asked is gone
        while True:
            tasks = iter((WorkerTask(connection.recv()),))
            for _, result in supervisor.run(partial(next, tasks, None)):
                connection.send(result)
    crew.close(at_once=True)


def _without_raising(work: Work, task: object) -> object:
    """Do a task; return what it raises, which would end the deputy.

    Raises:
        MemoryError: There is not enough of it: this worker is done for.
    """
    try:
        return work.function(work.shared, task)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
        try:
            pickle.loads(pickle.dumps(error))  # noqa: S301 - just written
        except Exception:  # noqa: BLE001 - whatever the exception's own methods raise
            return _Raised(RuntimeError(repr(error)))
        return _Raised(error)


def _let_go_of_connections(kept: set[int]) -> None:
    """Close this copy's ends of what its original talks through, such as a server's sockets.

    Whoever is at the other end would not learn that the original has closed its own. The numbers
    stay taken: objects that still have them close them one day.
    """
    nothing = os.open(os.devnull, os.O_RDWR)
    for entry in list(Path("/proc/self/fd").iterdir()):
        number = int(entry.name)
        if number in kept or number <= _STANDARD_ERROR:
            continue
        try:
            mode = os.fstat(number).st_mode
        except OSError:  # the list's own
            continue
        if stat.S_ISSOCK(mode) or stat.S_ISFIFO(mode):
            os.dup2(nothing, number)
    os.close(nothing)
