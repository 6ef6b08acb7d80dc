"""The process that a broker works in, which code of others may keep from reading and from ending.

That code may start processes of its own. They belong to the broker's group, and end with it.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import threading
from pathlib import Path

from mkdocs_repodoc.processes.interpreters import Interpreter, Said

_SECONDS_TO_NOTICE = 5.0
"""For a thread to see that the other end of its pipe is gone. A process that has left the group may
hold that end; the thread is then left to itself."""


class BrokerProcess(Interpreter):
    """An interpreter in a group of its own, to which a thread writes.

    Args:
        root: The documented folder, in which it looks for no module.
        work: What it does, pickled.
        said: Told what it answers, its end last.
    """

    def __init__(self, root: Path, work: bytes, said: Said) -> None:
        super().__init__(root, work, said, in_session=True)
        self._unsent: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._is_ending = False
        self._writer = threading.Thread(target=self._write_all, daemon=True)
        self._writer.start()

    def send(self, task: object) -> None:
        """Give it a task, and don't wait until it has read it."""
        self._unsent.put(pickle.dumps(task))

    def end_within(self, seconds: float) -> None:
        """Tell it that there are no more tasks, and end it if it takes longer than that.

        Whatever it has started in its group ends too.

        Args:
            seconds: How long it may take.
        """
        self._is_ending = True
        self._unsent.put(None)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        self._kill_group()
        self._process.wait()
        for thread in (self._writer, self._listener):
            thread.join(_SECONDS_TO_NOTICE)

    def _kill_group(self) -> None:
        # A number of a group is not given away again while there is a process in the group.
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):  # nobody is left
                os.killpg(self.pid, signal.SIGKILL)
        self._process.kill()

    def _write_all(self) -> None:
        """Write what there is, then say that this was all."""
        while (message := self._unsent.get()) is not None:
            if not self._is_ending:  # nobody waits for an answer any more
                self._write(message)
        assert self._process.stdin is not None  # noqa: S101 - a pipe was asked for
        with contextlib.suppress(OSError):  # it has died before
            self._process.stdin.close()
