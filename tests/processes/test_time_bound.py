"""Work of this process is stopped when its time is over, whatever it catches."""

from __future__ import annotations

import contextlib
import re
import signal
import threading
from collections.abc import Callable

import pytest

from mkdocs_repodoc.processes.time_bound import OutOfTimeError, time_bound

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no timers")


def spin() -> None:
    while True:
        with contextlib.suppress(Exception):
            sum(range(1_000))


def search() -> None:
    re.match(r"(a+)+b", "a" * 60)


@pytest.mark.parametrize("work", [spin, search])
def test_what_takes_too_long_is_stopped(work: Callable[[], None]) -> None:
    with pytest.raises(OutOfTimeError), time_bound(0.05):
        work()


def test_what_ends_in_time_leaves_no_timer() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with time_bound(100):
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 0
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert signal.getsignal(signal.SIGPROF) == before


def test_another_thread_has_no_limit() -> None:
    done = threading.Event()

    def work() -> None:
        with time_bound(0.001):
            done.set()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done.is_set()
