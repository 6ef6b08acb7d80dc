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

has_timers = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no timers")


@pytest.fixture(params=["its clock", "no clock of its own"])
def thread_clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads as they are on Linux, and as they are on macOS and Windows."""
    if request.param == "its clock":
        if not hasattr(time, "pthread_getcpuclockid"):
            pytest.skip("no other thread's clock can be read here")
    else:
        monkeypatch.delattr(time, "pthread_getcpuclockid", raising=False)


def spin() -> None:
    while True:
        with contextlib.suppress(Exception):
            sum(range(1_000))


def search() -> None:
    re.match(r"(a+)+b", "a" * 60)


@has_timers
@pytest.mark.parametrize("work", [spin, search])
def test_what_takes_too_long_is_stopped(work: Callable[[], None]) -> None:
    with pytest.raises(OutOfTimeError), time_bound(0.05):
        work()


@has_timers
def test_what_ends_in_time_leaves_no_timer() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with time_bound(100):
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 0
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert signal.getsignal(signal.SIGPROF) == before


@pytest.mark.usefixtures("thread_clock")
def test_the_first_thread_is_stopped_without_timers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    with pytest.raises(OutOfTimeError), time_bound(0.05):
        spin()
    with time_bound(100):
        pass


@pytest.mark.usefixtures("thread_clock")
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


@pytest.mark.parametrize("has_clock", [True, False])
@pytest.mark.parametrize("seconds", [100, 0.05])
def test_functions_can_be_traced_afterwards(seconds: float, *, has_clock: bool) -> None:
    code = f"""
        import contextlib, sys, threading, time
        if not {has_clock}:
            vars(time).pop("pthread_getcpuclockid", None)
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
