"""Workers that are Python interpreters, for work where this process can't be copied.

`multiprocessing` starts its processes with `python -c`, which looks for modules in the working
folder first, and hands them this process' own `sys.path` and main module. These are started in
safe-path mode, are told where modules may come from, and import nothing else.

To start one takes half a second. Who asks again and again for the same work keeps one on standby.
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

from mkdocs_repodoc.processes.answers import Answer, Ended, Ready, Work, Worker
from mkdocs_repodoc.processes.isolation import environment, module_path

_START = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from mkdocs_repodoc.processes.interpreters import serve_parent; serve_parent()"
)

Said = queue.SimpleQueue[tuple[Worker, Answer]]
"""What interpreters have said, and which of them."""


class Interpreter:
    """A process that does one kind of work; a `Worker`.

    Args:
        root: The documented folder, in which it looks for no module.
        work: What it does: `Work` or its like, pickled.
        said: Told what it answers, its end last.
        in_session: Whether it begins a session, and thereby a group of processes, of its own.

    Attributes:
        work: What it does.
    """

    def __init__(self, root: Path, work: bytes, said: Said, *, in_session: bool = False) -> None:
        self.work = work
        self._said = said
        flags = ["-P", *(["-s"] if sys.flags.no_user_site else [])]
        flags += ["-X", "utf8"] if sys.flags.utf8_mode else []
        self._process = subprocess.Popen(
            [sys.executable, *flags, "-c", _START, *module_path(root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(sys.executable).parent,
            env=environment(root),
            start_new_session=in_session,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._write(work)

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def send(self, task: object) -> None:
        """Give it a task."""
        self._write(pickle.dumps(task))

    def kill(self) -> int | None:
        """End it at once, if it has not ended; return its exit status."""
        self._process.kill()
        return self.end()

    def let_go(self) -> None:
        """Give it no more tasks: it ends, and nobody waits for that."""
        assert self._process.stdin is not None  # noqa: S101 - a pipe was asked for
        with contextlib.suppress(OSError):  # it has died before
            self._process.stdin.close()

    def end(self) -> int | None:
        """Wait until the process has ended; return its exit status."""
        self.let_go()
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
                except (OSError, EOFError):
                    break
                except Exception:  # noqa: BLE001 - what is no answer may raise anything
                    self._process.kill()  # nothing more that it says could be understood
                    break
                self._said.put((self, answer))
        self._said.put((self, Ended(self._process.wait())))


class Standby:
    """An interpreter that waits, with all that it has loaded, for the same work to be asked again.

    Attributes:
        said: What interpreters that were or will be on standby have said.
    """

    def __init__(self) -> None:
        self.said: Said = queue.SimpleQueue()
        self._kept: Interpreter | None = None

    def start_ahead(self, work: Work, root: Path) -> None:
        """Start an interpreter for work that is to come, and don't wait until it is ready.

        Args:
            work: What it will do; it is pickled.
            root: The documented folder, in which no interpreter looks for a module.
        """
        self.close()
        self._kept = Interpreter(root, pickle.dumps(work), self.said)

    def take(self, work: bytes) -> Interpreter | None:
        """Hand out the interpreter; `None` if there is none for this work that is alive."""
        kept, self._kept = self._kept, None
        if kept is None or (kept.is_alive and kept.work == work):
            return kept
        kept.end()
        return None

    def keep(self, interpreter: Interpreter) -> None:
        """Take an interpreter that has nothing to do; if there is one already, it ends."""
        if self._kept is None and interpreter.is_alive:
            self._kept = interpreter
            self.said.put((interpreter, Ready()))
        else:
            interpreter.end()

    def close(self) -> None:
        """Let the interpreter end."""
        if self._kept is not None:
            self._kept.end()
            self._kept = None

    def __del__(self) -> None:
        """Let the interpreter end where whoever kept this is gone, such as a thread."""
        if self._kept is not None:
            self._kept.let_go()


class Interpreters:
    """A crew of interpreters; a `Crew`.

    Args:
        work: What they do; it is pickled.
        root: The documented folder, in which no interpreter looks for a module.
        standby: Has the first of them, perhaps, and keeps one in the end.
    """

    def __init__(self, work: Work, root: Path, standby: Standby | None = None) -> None:
        self._root = root
        self._work = pickle.dumps(work)
        self._workers: list[Interpreter] = []
        self._standby = standby
        self._said: Said = queue.SimpleQueue() if standby is None else standby.said

    def start(self) -> Worker:
        """Start one more."""
        worker = self._standby.take(self._work) if self._standby is not None else None
        if worker is None:
            worker = Interpreter(self._root, self._work, self._said)
        self._workers.append(worker)
        return worker

    def answers(self, timeout: float | None) -> list[tuple[Worker, Answer]]:
        """Wait until workers answer, `timeout` seconds at most; return who has said what."""
        said = []
        with contextlib.suppress(queue.Empty):
            said.append(self._said.get(timeout=timeout))
            while True:  # whoever has answered in time is not late because nobody has listened
                said.append(self._said.get_nowait())
        # Others that were on standby may have ended meanwhile.
        return [each for each in said if each[0] in self._workers]

    def close(self, *, at_once: bool) -> None:
        """Let workers end, or end them `at_once`, whatever they do; one may stay on standby."""
        for worker in self._workers:
            if at_once:
                worker.kill()
            elif self._standby is not None:
                self._standby.keep(worker)
            else:
                worker.end()


def serve_parent() -> None:
    """In an interpreter: do what the parent sends until there is no more."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get among the answers
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: _cut_off(requests.fileno(), answers.fileno()))

    def send(message: bytes) -> None:
        answers.write(message)
        answers.flush()

    work = pickle.load(requests)  # noqa: S301 - our own code wrote it
    work.serve(lambda: pickle.load(requests), send)  # noqa: S301 - likewise


def _cut_off(*pipes: int) -> None:
    """In a copy of an interpreter: keep no pipe open, so that its parent notices its end."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for pipe in pipes:
        os.dup2(nothing, pipe, inheritable=False)
    os.close(nothing)
