"""A deputy: one copy of this process that does tasks for it, with the worker it watches over."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import stat
import traceback
import warnings
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs_repodoc.errors import how_it_ended
from mkdocs_repodoc.processes.answers import Work
from mkdocs_repodoc.processes.copies import Copies
from mkdocs_repodoc.processes.limits import Loss
from mkdocs_repodoc.processes.supervision import Recovery, Supervisor, WorkerTask

_STANDARD_ERROR = 2


class TaskRaised(NamedTuple):
    """What a task has raised, or what was to stand for its result."""

    error: Exception


class _Failed(NamedTuple):
    traceback: str


class DeadError(Exception):
    """A deputy is gone; the message is a clause about it."""


class Deputy:
    """A process that does one task at a time, as this one would have done it at its start.

    Args:
        work: What it does, in a worker.
        give_up: Returns the result of a task over which a worker has died or has taken too long.

    Raises:
        OSError: The system has no room for another process.
    """

    def __init__(self, work: Work, give_up: Callable[[Any, Loss], Any]) -> None:
        self._connection, theirs = Pipe()
        with warnings.catch_warnings():  # of threads; see `can_have_deputies`
            warnings.simplefilter("ignore", DeprecationWarning)
            try:
                self._process = os.fork()
            except OSError:
                self._connection.close()
                theirs.close()
                raise
        if self._process == 0:
            try:
                _deputise(theirs, work, give_up)
            except BaseException:  # noqa: BLE001 - the original has a log, and others to ask
                with contextlib.suppress(OSError):
                    theirs.send(_Failed(traceback.format_exc()))
            finally:
                os._exit(0)
        theirs.close()

    def do(self, task: object) -> Any:  # noqa: ANN401 - whatever the result is
        """Return the result of a task, or a `TaskRaised`.

        Raises:
            DeadError: The deputy is gone, and has not done it.
        """
        with contextlib.suppress(OSError):  # it is gone, and may have said why
            self._connection.send(task)
        try:
            found = self._connection.recv()
        except (EOFError, OSError) as error:
            raise DeadError(f"ended unexpectedly{how_it_ended(self.end())}") from error
        if isinstance(found, _Failed):
            self.end()
            raise DeadError(f"failed:\n{found.traceback}")
        return found

    def end(self, *, at_once: bool = False) -> int:
        """Have it end, which it does when nobody can ask it any more; return its exit status.

        Args:
            at_once: Whether it must not go on with a task.
        """
        self._connection.close()
        if at_once:
            os.kill(self._process, signal.SIGKILL)
        _, status = os.waitpid(self._process, 0)
        return os.waitstatus_to_exitcode(status)


def _deputise(connection: Connection, work: Work, give_up: Callable[[Any, Loss], Any]) -> None:
    """In a deputy: have a worker do what is asked for, until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to end
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _let_go_of_connections({connection.fileno()})

    def do(_: object, task: object) -> object:
        # While the worker has this end too, nobody would notice that the deputy was killed.
        connection.close()
        return _without_raising(partial(work.function, work.shared, task))

    def lose(task: WorkerTask, loss: Loss) -> object:
        return _without_raising(partial(give_up, task.content, loss))

    crew = Copies(Work(do, None, work.limits), None)
    supervisor = Supervisor(crew, 1, Recovery(lambda _: (), lose), lambda _: work.limits.seconds)
    try:
        while True:
            try:
                tasks = iter((WorkerTask(connection.recv()),))
            except (EOFError, OSError):  # whoever has asked is gone
                return
            for _, result in supervisor.run(partial(next, tasks, None)):
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # likewise
                    connection.send(result)
    finally:
        crew.close(at_once=True)


def _without_raising(make: Callable[[], object]) -> object:
    """Make a result; return what that raises, which would end the deputy.

    Raises:
        MemoryError: There is not enough of it: this worker is done for.
    """
    try:
        return make()
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
        lines = "".join(traceback.format_exception(error))
        error.add_note(lines)
        try:
            pickle.loads(pickle.dumps(error))  # noqa: S301 - just written
        except Exception:  # noqa: BLE001 - whatever the exception's own methods raise
            return TaskRaised(RuntimeError(lines))
        return TaskRaised(error)


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
