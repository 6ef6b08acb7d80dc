"""Workers that are Python interpreters, for work where this process can't be copied.

`multiprocessing` starts its processes with `python -c`, which looks for modules in the working
folder first, and hands them this process' own `sys.path` and main module. These are started in
safe-path mode, are told where modules may come from, and import nothing else.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
from pathlib import Path

from mkdocs_repodoc.processes.answers import Answer, Ended, Work, Worker, serve
from mkdocs_repodoc.processes.isolation import environment, module_path

_START = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from mkdocs_repodoc.processes.interpreters import serve_parent; serve_parent()"
)

_Said = queue.SimpleQueue[tuple[Worker, Answer]]


class _Interpreter:
    def __init__(self, root: Path, work: bytes, said: _Said) -> None:
        flags = ["-P", *(["-s"] if sys.flags.no_user_site else [])]
        flags += ["-X", "utf8"] if sys.flags.utf8_mode else []
        self._process = subprocess.Popen(
            [sys.executable, *flags, "-c", _START, *module_path(root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(sys.executable).parent,
            env=environment(root),
        )
        self._said = said
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._write(work)

    def send(self, task: object) -> None:
        self._write(pickle.dumps(task))

    def kill(self) -> int | None:
        self._process.kill()
        return self.end()

    def end(self) -> int | None:
        """Wait until the process has ended; return its exit status."""
        assert self._process.stdin is not None  # noqa: S101 - a pipe was asked for
        with contextlib.suppress(OSError):  # it has died before
            self._process.stdin.close()
        self._listener.join()
        return self._process.wait()

    def _write(self, message: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101 - a pipe was asked for
        with contextlib.suppress(OSError):  # it has died; whoever listens to it says so
            self._process.stdin.write(message)
            self._process.stdin.flush()

    def _listen(self) -> None:
        """Pass on what the interpreter says, its end last."""
        assert self._process.stdout is not None  # noqa: S101 - a pipe was asked for
        with self._process.stdout as stream:
            while True:
                try:
                    answer: Answer = pickle.load(stream)  # noqa: S301 - our own code wrote it
                except (OSError, EOFError, pickle.UnpicklingError):
                    break
                self._said.put((self, answer))
        self._said.put((self, Ended(self._process.wait())))


class Interpreters:
    """A crew of interpreters; a `Crew`.

    Args:
        work: What they do; it is pickled.
        root: The documented folder, in which no interpreter looks for a module.
    """

    def __init__(self, work: Work, root: Path) -> None:
        self._root = root
        self._work = pickle.dumps(work)
        self._workers: list[_Interpreter] = []
        self._said: _Said = queue.SimpleQueue()

    def start(self) -> Worker:
        """Start one more."""
        worker = _Interpreter(self._root, self._work, self._said)
        self._workers.append(worker)
        return worker

    def answers(self, timeout: float | None) -> list[tuple[Worker, Answer]]:
        """Wait until workers answer, `timeout` seconds at most; return who has said what."""
        said = []
        with contextlib.suppress(queue.Empty):
            said.append(self._said.get(timeout=timeout))
            while True:  # whoever has answered in time is not late because nobody has listened
                said.append(self._said.get_nowait())
        return said

    def close(self, *, at_once: bool) -> None:
        """Let workers end, or end them `at_once`, whatever they do."""
        for worker in self._workers:
            if at_once:
                worker.kill()
            else:
                worker.end()


def serve_parent() -> None:
    """In an interpreter: do what the parent sends until there is no more."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get among the answers

    def send(message: bytes) -> None:
        answers.write(message)
        answers.flush()

    work = pickle.load(requests)  # noqa: S301 - our own code wrote it
    serve(work, lambda: pickle.load(requests), send)  # noqa: S301 - likewise
