"""Copies of this process as it was at a moment, which do tasks for it while it goes on.

A preview makes pages when they are asked for, in threads, beside a build: where a process has
threads, it can't be copied again for each page. So it is copied once, when a build has ended and
nothing else goes on. Each copy, a deputy, starts a worker and watches over it as a build does:
whatever becomes of a task, the deputy has an answer. A deputy that is itself gone is asked no
more; with none left, or where there can't be any, the threads do their tasks, one at a time.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from mkdocs_repodoc.processes.answers import Work
from mkdocs_repodoc.processes.deputy import DeadError, Deputy, TaskRaised
from mkdocs_repodoc.processes.limits import Loss

_log = logging.getLogger("mkdocs.plugins.repodoc.preview")

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST = 4
"""Deputies of one process: each keeps a copy of what this process changes later."""


def can_have_deputies() -> bool:
    """Tell whether this process can be copied beside its threads.

    They hold no lock that a deputy needs, if whoever asks for deputies sees to that; other systems
    than Linux have libraries that don't survive it.
    """
    return sys.platform == "linux"


def _started(work: Work, give_up: Callable[[Any, Loss], Any], count: int) -> Iterator[Deputy]:
    """Yield deputies, fewer of them where the system has no room."""
    for number in range(count):
        try:
            yield Deputy(work, give_up)
        except OSError as error:
            _log.warning(
                "The preview has %d of %d processes that make pages: %s",
                number,
                count,
                error.strerror,
            )
            return


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
        self._work = work
        count = min(count, MOST) if can_have_deputies() else 0
        self._all = list(_started(work, give_up, count))
        self._idle = deque(self._all)
        self._changed = threading.Condition()
        """Held by whoever reads or changes anything here; notified of deputies free or gone."""
        self._making = threading.Lock()
        self._asked = 0
        self._closing = False

    def ask(self, task: Task) -> Result:
        """Return the result of a task. Any thread may ask, and waits until a deputy is free.

        Raises:
            RetiredError: They were told to end.
            Exception: Whatever the task has raised.
        """
        with self._changed:
            if self._closing:
                raise RetiredError
            self._asked += 1
        try:
            found = self._answer(task)
        finally:
            with self._changed:
                self._asked -= 1
                is_last = self._closing and not self._asked
            if is_last:
                self._end()
        if isinstance(found, TaskRaised):
            raise found.error
        result: Result = found
        return result

    def close(self) -> None:
        """Let them end once they have answered what they were asked."""
        with self._changed:
            is_last = not self._closing and not self._asked
            self._closing = True
        if is_last:
            self._end()

    def _answer(self, task: Task) -> Any:  # noqa: ANN401 - a result or a `TaskRaised`
        while (deputy := self._take()) is not None:
            try:
                found = deputy.do(task)
            except DeadError as error:
                self._retire(deputy, error)
            except BaseException:  # its answer is still to come, and nobody waits for that
                deputy.end(at_once=True)
                self._forget(deputy)
                raise
            else:
                self._put_back(deputy)
                return found
        with self._making:
            return self._work.function(self._work.shared, task)

    def _take(self) -> Deputy | None:
        """Wait until a deputy is free; return it, or `None` if there is none at all."""
        with self._changed:
            self._changed.wait_for(lambda: self._idle or not self._all)
            return self._idle.popleft() if self._idle else None

    def _put_back(self, deputy: Deputy) -> None:
        with self._changed:
            self._idle.append(deputy)
            self._changed.notify()

    def _retire(self, deputy: Deputy, error: DeadError) -> None:
        left = self._forget(deputy)
        _log.warning("A process that made pages for the preview %s", error)
        if not left:
            _log.warning("The preview makes its pages itself from now on, one at a time")

    def _forget(self, deputy: Deputy) -> int:
        """Ask a deputy that is gone no more; return how many are left."""
        with self._changed:
            self._all.remove(deputy)
            self._changed.notify_all()
            return len(self._all)

    def _end(self) -> None:
        for deputy in self._all:
            deputy.end()
