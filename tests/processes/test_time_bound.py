"""Work of this process is stopped when its time is over, whatever it catches."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from textwrap import dedent

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


@pytest.mark.skipif(
    not hasattr(time, "pthread_getcpuclockid"), reason="no other thread's clock can be read here"
)
@pytest.mark.parametrize("is_short", [True, False])
def test_another_thread_is_stopped_as_well(is_short: bool) -> None:
    ends = []

    def work() -> None:
        try:
            with time_bound(100 if is_short else 0.05):
                while not is_short:
                    spin()
            ends.append("done")
        except OutOfTimeError:
            ends.append("stopped")
        ends.append("goes on")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ends == ["done" if is_short else "stopped", "goes on"]


@pytest.mark.skipif(
    not hasattr(time, "pthread_getcpuclockid"), reason="no other thread's clock can be read here"
)
@pytest.mark.parametrize("seconds", [100, 0.05])
def test_functions_can_be_traced_afterwards(seconds: float) -> None:
    code = f"""
        import contextlib, sys, threading
        from mkdocs_repodoc.processes.time_bound import OutOfTimeError, time_bound

        def work():
            with contextlib.suppress(OutOfTimeError), time_bound({seconds}):
                while {seconds} < 1:
                    sum(range(1_000))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        sys.setprofile(lambda *_: None)
        list(map(lambda number: number + 1, range(1_000)))
        sys.setprofile(None)
        print("traced")
    """
    command = [sys.executable, "-P", "-c", dedent(code)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60, text=True)
    assert done.stdout == "traced\n"
