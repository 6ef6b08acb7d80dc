"""Executors as users may name them, good and bad ones; and work for them."""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

from mkdocs_repodoc.analysis.analyse import Content
from mkdocs_repodoc.pipeline.stores import analysis_elsewhere
from mkdocs_repodoc.pipeline.stores.analysis_elsewhere import EncodedRecord, analyse_here
from mkdocs_repodoc.settings import AnalysisOptions

NOTHING = None
analyse_chunk = analysis_elsewhere._analyse_chunk


def turned(piece: bytes) -> bytes:
    """Turn bytes round; raise, hang or die where they say so."""
    if piece == b"raise":
        raise ValueError("no such piece")
    if piece == b"hang":
        time.sleep(100)
    return piece[::-1]


def seen(name: bytes) -> bytes:
    """Return the value of a variable, as a worker sees it."""
    return os.environ.get(name.decode(), "").encode()


def threads() -> Executor:
    return ThreadPoolExecutor(2)


def processes() -> Executor:
    return ProcessPoolExecutor(2)


class Odd(Executor):
    """Does what it is told with each piece."""

    def __init__(self, behave: Callable[[int, Future[Any]], None]) -> None:
        self._behave = behave
        self._count = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if self._count < 2:
            future.set_result(fn(*args))
        else:
            self._behave(self._count, future)
        self._count += 1
        return future


def silent() -> Executor:
    return Odd(lambda *_: None)


def cancelling() -> Executor:
    def cancel(_: int, future: Future[Any]) -> None:
        future.cancel()

    return Odd(cancel)


def failing() -> Executor:
    return Odd(lambda _, future: future.set_exception(ConnectionError("the wire is cut")))


def garbling() -> Executor:
    return Odd(lambda _, future: future.set_result(b"no reply at all"))


def misspelling() -> Executor:
    """Return an executor whose replies hold a text that isn't Unicode."""
    return Odd(lambda _, future: future.set_result(b"\x94\xa2\xff\xfe\xa0\x80\x90"))


def dying() -> Executor:
    return Odd(lambda *_: os._exit(1))


def refusing() -> Executor:
    def refuse(*_: object) -> None:
        raise RuntimeError("cannot schedule new futures")

    return Odd(refuse)


def _analyse_or_die(options: AnalysisOptions, contents: Sequence[Content]) -> list[EncodedRecord]:
    if any(content.name == "main.go" for content in contents):
        os.kill(os.getpid(), signal.SIGKILL)
    return analyse_chunk(options, contents)


def deadly() -> Executor:
    """Return an executor whose workers have a parser that `main.go` kills."""
    analysis_elsewhere._analyse_chunk = _analyse_or_die
    os.chdir(tempfile.mkdtemp())  # this module lies in no folder around that one, nor below it
    return ThreadPoolExecutor(1)


def raising() -> Executor:
    raise OSError("no such cluster")


def no_executor() -> object:
    return [analyse_here]


class Slow(ThreadPoolExecutor):
    """Takes one piece, and waits before it takes another."""

    taken = False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.taken:
            time.sleep(100)
        self.taken = True
        return super().submit(fn, *args, **kwargs)


def slow() -> Executor:
    return Slow(1)


def numbering() -> Executor:
    return Odd(lambda _, future: future.set_result(10**13))


def telling_twice() -> Executor:
    class Twice(Future[Any]):
        def add_done_callback(self, fn: Callable[[Any], object]) -> None:
            super().add_done_callback(fn)
            super().add_done_callback(fn)

    class Telling(ThreadPoolExecutor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            future = Twice()
            future.set_result(fn(*args))
            return future

    return Telling(1)


class Bare:
    """Its futures are none."""

    def submit(self, function: Callable[[bytes], bytes], piece: bytes) -> bytes:
        return function(piece)


def bare() -> object:
    return Bare()


def unreadable() -> Executor:
    """Return an executor that writes among the answers; reading that imports what is not there."""

    def write(*_: object) -> None:
        for number in range(3, 64):
            with contextlib.suppress(OSError):
                if stat.S_ISFIFO(os.fstat(number).st_mode):
                    os.write(number, b"cno.such\nname\n")

    return Odd(write)
