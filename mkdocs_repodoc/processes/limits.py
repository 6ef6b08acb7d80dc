"""Limits for work on files of the repository, and what is said of work that went beyond them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from mkdocs_repodoc.errors import how_it_ended


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a worker may take.

    Attributes:
        seconds: For one task, by the clock; `None` sets no limit.
        memory: Bytes that it may take beyond what it starts with; `None` sets no limit. Linux
            alone keeps it.
    """

    seconds: float | None = None
    memory: int | None = None


NO_LIMITS = Limits()


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
    return Loss(f"the process that worked on it ended unexpectedly{how_it_ended(status)}")


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
