"""Work of this process that must not cost more than itself: what fails, or takes too much, is said.

What other processes do is stopped with them; see `workers`. Here work stops itself, so that it has
to be work in Python.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple, TypeVar

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.processes.containment import (
    DEEPEST_LINKING,
    fault,
    recursion_bound,
    traceback_of,
)
from mkdocs_repodoc.processes.limits import (
    OUT_OF_MEMORY,
    Limits,
    gone,
    memory_bound,
    too_slow,
)
from mkdocs_repodoc.processes.time_bound import OutOfTimeError, Renew, time_bound

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST_CULPRITS = 5
"""Items that are left out before the work is given up."""
_HASTE = 10.0
"""Times as long as work on half as many items that work on some may take."""


class NoResult(NamedTuple):
    """Why there is no result of some work.

    Attributes:
        reason: A clause about the work, such as `it took longer than 60 seconds`.
        traceback: Of an exception that nobody expected; empty for others.
    """

    reason: str
    traceback: str = ""


def contained(work: Callable[[], Result]) -> Result | NoResult:
    """Return the result of some work, or what exception it has raised, for who has set its limits.

    Args:
        work: As for `attempt`.

    Raises:
        RepodocError: There is something that the user has to mend.
        MemoryError: There is not enough of it, which is for whoever has set a limit.
    """
    try:
        return work()
    except (RepodocError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever is made of anybody's files
        return NoResult(fault(error), traceback_of(error))


def attempt(work: Callable[[], Result], limits: Limits) -> Result | NoResult:
    """Return the result of some work, or why there is none.

    Args:
        work: Calls of Python, without anything that must not be broken off.
        limits: What it may take.

    Raises:
        RepodocError: There is something that the user has to mend.
    """
    try:
        with _bound(limits):
            return _attempted(work)
    except OutOfTimeError:
        return _out_of_time(limits)


def attempt_each(
    items: Sequence[Item], work: Callable[[Item], Result], limits: Limits
) -> list[Result | NoResult]:
    """Return the result of some work on each of the items, or why there is none.

    Args:
        items: What to work on, one after the other.
        work: As for `attempt`.
        limits: What work on one of them may take.

    Raises:
        RepodocError: There is something that the user has to mend.
    """
    done: list[Result | NoResult] = []
    while len(done) < len(items):
        try:
            with _bound(limits) as renew:
                while len(done) < len(items):
                    renew()
                    done.append(_attempted(partial(work, items[len(done)])))
        except OutOfTimeError:
            if len(done) < len(items):
                done.append(_out_of_time(limits))
    return done


def attempt_without_culprits(
    items: Sequence[Item], work: Callable[[Sequence[Item]], Result], limits: Limits
) -> tuple[Result | NoResult, list[tuple[Item, NoResult]]]:
    """Return the result of work on all items together, those left out with which it fails.

    Who is to blame is found by work on ever more of the items: the last one that makes it fail.

    Args:
        items: What to work on.
        work: As for `attempt`.
        limits: What it may take.

    Returns:
        The result, or why there is none with a few items left out either; and these.

    Raises:
        RepodocError: There is something that the user has to mend.
    """
    left, culprits = list(items), list[tuple[Item, NoResult]]()
    outcome = attempt(partial(work, left), limits)
    while isinstance(outcome, NoResult) and left and len(culprits) < _MOST_CULPRITS:
        culprits.append((left.pop(_culprit(left, work, limits)), outcome))
        outcome = attempt(partial(work, left), limits)
    return outcome, culprits


def _culprit(
    items: Sequence[Item], work: Callable[[Sequence[Item]], object], limits: Limits
) -> int:
    """Return the position of the first item such that work on it and all before it fails."""
    sound, failing, longest = 0, len(items), 0.0
    while failing - sound > 1:
        size = min(2 * sound or 1, (sound + failing) // 2)
        begun = time.process_time()
        haste = 1 + _HASTE * longest
        seconds = haste if limits.seconds is None else min(limits.seconds, haste)
        outcome = attempt(partial(work, items[:size]), Limits(seconds, limits.memory))
        if isinstance(outcome, NoResult):
            failing = size
        else:
            sound, longest = size, max(longest, time.process_time() - begun)
    return failing - 1


@contextmanager
def _bound(limits: Limits) -> Iterator[Renew]:
    with recursion_bound(DEEPEST_LINKING), memory_bound(limits):
        if limits.seconds is None:
            yield lambda: None
            return
        with time_bound(limits.seconds) as renew:
            yield renew


def _attempted(work: Callable[[], Result]) -> Result | NoResult:
    try:
        return contained(work)
    except MemoryError:
        return NoResult(gone(OUT_OF_MEMORY).reason)


def _out_of_time(limits: Limits) -> NoResult:
    return NoResult(too_slow(limits.seconds or 0).reason)
