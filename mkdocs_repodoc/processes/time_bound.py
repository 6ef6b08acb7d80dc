"""A limit of time for work that this process has to do itself.

What another process does is stopped with it. This one stops itself, between two steps of Python or
in a search of a regular expression; a library in C that hangs is not stopped.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 1.0
"""Seconds after which it is said again, should the first time have been in vain."""


class OutOfTimeError(BaseException):
    """The time is over.

    It is none of the exceptions that work on single files catches to go on without them.
    """


@contextmanager
def time_bound(seconds: float) -> Iterator[None]:
    """Have the work of a block take no longer, by the processor's time.

    There is no limit on Windows, nor in another thread than the first.

    Args:
        seconds: How long it may take.

    Raises:
        OutOfTimeError: It takes longer.
    """
    is_first = threading.current_thread() is threading.main_thread()
    if not is_first or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before or signal.SIG_DFL)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError
