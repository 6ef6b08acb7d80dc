"""A limit of time for work that this process has to do itself.

What another process does is stopped with it. This one stops itself, between two steps of Python or,
in the first thread, in a search of a regular expression; a library in C that hangs is not stopped.
"""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType

_AGAIN = 1.0
"""Seconds after which it is said again, should the first time have been in vain."""

_LEAST = 0.01
"""Seconds between two looks at the clock of another thread."""
_STEPS = 3
"""Rounds of a loop, at each of which Python looks for what is on its way."""


class OutOfTimeError(BaseException):
    """The time is over.

    It is none of the exceptions that work on single files catches to go on without them.
    """


Renew = Callable[[], None]
"""Lets work that is stopped when its time is over begin its time anew."""


@contextmanager
def time_bound(seconds: float) -> Iterator[Renew]:
    """Have the work of a block take no longer, by the processor's time.

    A block within another has a time of its own; in the first thread, the outer one's stands still
    meanwhile. Where nobody can read the clock of another thread (macOS, Windows), what other
    threads do counts too.

    Args:
        seconds: How long it may take.

    Yields:
        What gives the rest of the block as much time again.

    Raises:
        OutOfTimeError: It takes longer.
    """
    is_first = threading.current_thread() is threading.main_thread()
    by_signal = is_first and hasattr(signal, "setitimer")
    with _bound_by_signal(seconds) if by_signal else _bound_by_watcher(seconds) as renew:
        yield renew


@contextmanager
def _bound_by_signal(seconds: float) -> Iterator[Renew]:
    before = signal.signal(signal.SIGPROF, _stop)

    def renew() -> None:
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)

    left, again = signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield renew
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before or signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, left, again)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError


@contextmanager
def _bound_by_watcher(seconds: float) -> Iterator[Renew]:
    """Have another thread look at the clock, since signals reach the first thread alone, if any.

    Raises:
        OutOfTimeError: It takes longer.
    """
    watcher = _Watcher(threading.get_ident(), seconds)
    watcher.start()
    try:
        yield watcher.renew
    finally:
        try:
            watcher.end()
        except OutOfTimeError:  # it came at the last moment, and does not come again for a while
            watcher.end()
            raise


class _Watcher(threading.Thread):
    """Stops a thread when enough of the processor's time is used.

    Args:
        watched: The thread's number.
        seconds: What it may have from now on, and each time that this is renewed.
    """

    def __init__(self, watched: int, seconds: float) -> None:
        super().__init__(daemon=True)
        self._watched = watched
        self._seconds = seconds
        self._used = _clock_of(watched)
        self.renew()
        self._is_over = threading.Event()
        self._lock = threading.Lock()

    def renew(self) -> None:
        """Let the time of the thread begin now."""
        self._end = self._used() + self._seconds

    def run(self) -> None:
        left = self._end - self._used()
        while not self._is_over.wait(max(left, _LEAST)):
            left = self._end - self._used()
            if left <= 0:
                with self._lock:
                    if not self._is_over.is_set():
                        _raise_in(self._watched, OutOfTimeError)
                left = _AGAIN

    def end(self) -> None:
        """Let the thread go on, which calls this.

        What is on its way arrives here: to take it back would leave Python looking for it for ever,
        and a traced function without an end (3.11).

        Raises:
            OutOfTimeError: It was on its way.
        """
        with self._lock:
            self._is_over.set()
        for _ in range(_STEPS):
            pass


def _raise_in(thread: int, error: type[BaseException]) -> None:
    """Have a thread raise an exception at its next step."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


def _clock_of(thread: int) -> Callable[[], float]:
    """Return what tells the processor's time of a thread, else that of this process."""
    if hasattr(time, "pthread_getcpuclockid"):
        return partial(time.clock_gettime, time.pthread_getcpuclockid(thread))
    return time.process_time
