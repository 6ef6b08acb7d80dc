"""A pool of Python interpreters, for work where this process can't be copied.

`multiprocessing` starts its processes with `python -c`, which looks for modules in the working
folder first, and hands them this process' own `sys.path` and main module. These are started in
safe-path mode, are told where modules may come from, and import nothing else.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

from mkdocs_repodoc.errors import WorkerError
from mkdocs_repodoc.processes.isolation import environment, module_path

_START = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from mkdocs_repodoc.processes.interpreters import serve; serve()"
)


class InterpreterPool:
    """Runs functions in interpreters, each of which does one at a time.

    Args:
        count: How many there may be; each is started when there is work for it.
        root: The documented folder, in which no interpreter looks for a module.
        prepare: Called once in each interpreter.
        arguments: What it is called with, pickled.
    """

    def __init__(
        self, count: int, root: Path, prepare: Callable[..., None], arguments: Sequence[object]
    ) -> None:
        self._root = root
        self._first = pickle.dumps((prepare, arguments))
        self._started: list[subprocess.Popen[bytes]] = []
        self._own = threading.local()
        self._threads = ThreadPoolExecutor(count)

    def submit(self, function: Callable[[Any], Any], argument: object) -> Future[Any]:
        """Run a function of a module in one of the interpreters.

        Raises:
            WorkerError: By the future, if the interpreter has died.
        """
        return self._threads.submit(self._ask, function, argument)

    def shutdown(self) -> None:
        """End all interpreters; what they have not begun is given up."""
        self._threads.shutdown(cancel_futures=True)
        for process in self._started:
            with contextlib.suppress(OSError):  # it has died before
                process.communicate()

    def _ask(self, function: Callable[[Any], Any], argument: object) -> Any:  # noqa: ANN401 - whatever the function returns
        process = getattr(self._own, "process", None) or self._start()
        assert process.stdin is not None  # noqa: S101 - pipes were asked for
        assert process.stdout is not None  # noqa: S101 - likewise
        try:
            _send(process.stdin, (function, (argument,)))
            raised, result = pickle.load(process.stdout)  # noqa: S301 - our own code wrote it
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise WorkerError(process.wait()) from error
        if raised:
            raise result
        return result

    def _start(self) -> subprocess.Popen[bytes]:
        flags = ["-P", *(["-s"] if sys.flags.no_user_site else [])]
        flags += ["-X", "utf8"] if sys.flags.utf8_mode else []
        process = subprocess.Popen(
            [sys.executable, *flags, "-c", _START, *module_path(self._root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(sys.executable).parent,
            env=environment(self._root),
        )
        self._started.append(process)
        self._own.process = process
        assert process.stdin is not None  # noqa: S101 - a pipe was asked for
        with contextlib.suppress(OSError):  # reported when it does not answer
            process.stdin.write(self._first)
        return process


def serve() -> None:
    """In an interpreter of the pool: call what is sent until there is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what becomes of its workers
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get among the answers
    prepare, arguments = pickle.load(requests)  # noqa: S301 - our own code wrote it
    prepare(*arguments)
    while True:
        try:
            function, arguments = pickle.load(requests)  # noqa: S301 - likewise
        except EOFError:
            return
        try:
            answer = (False, function(*arguments))
        except Exception as error:  # noqa: BLE001 - it is raised in the parent
            error.add_note("".join(traceback.format_exception(error)))
            answer = (True, error)
        _send(answers, answer)


def _send(stream: IO[bytes], message: object) -> None:
    stream.write(pickle.dumps(message))
    stream.flush()
