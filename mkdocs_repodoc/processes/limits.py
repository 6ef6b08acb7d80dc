"""Limits for work on files of the repository, and what is said of work that went beyond them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs_repodoc.errors import how_it_ended


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a worker may take.

    Attributes:
        seconds: For one task, by the clock, without the time in which the worker had no processor;
            `None` sets no limit.
        memory: Bytes that it may take beyond what it starts with; `None` sets no limit. Linux
            alone keeps it.
    """

    seconds: float | None = None
    memory: int | None = None


NO_LIMITS = Limits()

_PATIENCE = 2
"""Times the seconds of a task, counted by the processor, after which nobody seems to watch it."""

OUT_OF_MEMORY = 70
"""Exit status of a worker for whose task there was not enough memory."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Why there is no result of a task that a worker was given twice at most, and alone at last.

    Attributes:
        reason: A clause about the work, such as `it took longer than 60 seconds`.
    """

    reason: str


def too_slow(seconds: float) -> Loss:
    """Return the loss of a task whose worker had to be stopped."""
    unit = "second" if seconds == 1 else "seconds"
    return Loss(f"it took longer than {seconds:g} {unit} (option 'time_limit')")


def gone(status: int | None) -> Loss:
    """Return the loss of a task whose worker has ended.

    Args:
        status: The worker's exit status, negative for a signal; `None` if nobody knows.
    """
    if status == OUT_OF_MEMORY:
        return Loss("it needs more memory than the option 'memory_limit' allows")
    return Loss(f"the process that worked on it ended unexpectedly{how_it_ended(status)}")


def seconds_in_line(pid: int) -> float:
    """Return how long a process has waited for a processor that others used.

    Limits of time are for what a process does, not for what a busy machine lets it do.

    Args:
        pid: The process.

    Returns:
        Zero where nobody counts it, as on other systems than Linux.
    """
    try:
        counts = Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()
        return int(counts[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def end_by_itself(seconds: float | None) -> None:
    """Have the system end this process if its task goes on long after it should have been stopped.

    Whoever has to stop it may have been killed; a parser that hangs would never notice.

    Args:
        seconds: For how long it may work on the task; `None` takes the order back.
    """
    if not hasattr(signal, "setitimer"):  # on Windows
        return
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, 0 if seconds is None else _PATIENCE * seconds + 1)


def bound_memory(limits: Limits) -> None:
    """Let this process have no more memory than it may take: what asks for more raises.

    What the process has already counts as the memory of whoever started it.
    """
    if limits.memory is None or sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - no module of Windows

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + limits.memory
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


@contextmanager
def memory_bound(limits: Limits) -> Iterator[None]:
    """Let this process have no more memory than that during a block; what it may have is as before.

    A block within another one is bound by the outer one's limit.
    """
    if limits.memory is None or sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415 - no module of Windows

    before = resource.getrlimit(resource.RLIMIT_AS)
    if before[0] == resource.RLIM_INFINITY:
        bound_memory(limits)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
