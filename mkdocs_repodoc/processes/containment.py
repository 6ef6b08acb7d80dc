"""Limits for work on one file of the repository, and the words for what went wrong in it.

Parsers are other people's code, and the input is anybody's: each raises what it likes. Whoever
works on a single file catches that, keeps the rest of the file's pages, says it there with `fault`,
and leaves `traceback_of` it for the log, where each stands once.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import FrameType

DEEPEST_CALLS = 1_000
"""Calls within each other that work on one file may make."""
DEEPEST_LINKING = 5_000
"""Likewise for what one file means by way of others: a chain of re-exports is followed by calls."""

BUG_LOG = "mkdocs.plugins.repodoc.bugs"
"""Logger of tracebacks; what is logged there is logged once in a build."""
REPORT_IT = "This is a bug of repodoc or of a parser that it uses; report it with the lines below."

_PACKAGE = Path(__file__).parents[1]
_LONGEST = 200
"""Characters of what an exception says."""
_MOST_CALLS = 30
"""Of a traceback: a recursion has hundreds."""


class _Bound:
    """Python's limit of calls, which all threads share, while any of them needs its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted: list[int] = []
        self._before = 0

    def raise_to(self, limit: int) -> None:
        """Hold the limit at this or more, until it is given back."""
        with self._lock:
            if not self._wanted:
                self._before = sys.getrecursionlimit()
            self._wanted.append(limit)
            sys.setrecursionlimit(max(self._wanted))

    def give_back(self, limit: int) -> None:
        """Need the limit no longer."""
        with self._lock:
            self._wanted.remove(limit)
            sys.setrecursionlimit(max(self._wanted, default=self._before))


_bound = _Bound()


@contextmanager
def recursion_bound(deepest: int = DEEPEST_CALLS) -> Iterator[None]:
    """Leave as many calls below this one as in any other process.

    Python's limit is the process' own, and plugins change it: the result for a deeply nested file
    would depend on which of them are loaded, and on what has called us. In a preview, a thread that
    makes pages may have more while another one analyses files, never less.
    """
    depth = 0
    frame: FrameType | None = sys._getframe()  # noqa: SLF001 - no other way tells the depth
    while frame is not None:
        depth += 1
        frame = frame.f_back
    _bound.raise_to(depth + deepest)
    try:
        yield
    finally:
        _bound.give_back(depth + deepest)


def fault(error: BaseException) -> str:
    """Name an exception and the line that raised it, in words for a page.

    Args:
        error: As it was caught.

    Returns:
        For example `ValueError: no number (paths.py, line 42)`. The line is the innermost
        of this package; the text holds no path of the machine and no half of a character.
    """
    where = ""
    for summary in traceback.StackSummary.extract(
        traceback.walk_tb(error.__traceback__), lookup_lines=False
    ):
        file = Path(summary.filename)
        if file.is_relative_to(_PACKAGE):
            where = f" ({file.relative_to(_PACKAGE).as_posix()}, line {summary.lineno})"
    return f"{_named(error)}{where}"


def traceback_of(error: BaseException) -> str:
    """Return the traceback of an exception, as a report of a bug needs it.

    It holds no path of the machine: it is kept with what was made of the file, and is the same on
    every machine. The outermost call is where the exception was caught.
    """
    calls = traceback.StackSummary.extract(
        traceback.walk_tb(error.__traceback__), limit=-_MOST_CALLS
    )
    lines = traceback.StackSummary.from_list(
        [(_module_path(call.filename), call.lineno or 0, call.name, call.line) for call in calls]
    ).format()
    return "".join(("Traceback (most recent call last):\n", *lines, _named(error)))


def tell_bug(error: BaseException) -> None:
    """Log the traceback of an exception, unless this process has logged the same already."""
    tell_traceback(traceback_of(error))


@lru_cache(maxsize=64)
def tell_traceback(text: str) -> None:
    """Log a traceback, unless it is empty or this process has logged the same already."""
    if text:
        logging.getLogger(BUG_LOG).info("%s\n%s", REPORT_IT, text)


def _named(error: BaseException) -> str:
    said = " ".join(str(error).split())[:_LONGEST].encode("utf-8", "replace").decode()
    kind = type(error).__name__
    return f"{kind}: {said}" if said else kind


def _module_path(file: str) -> str:
    """Return the path of a source file below the folder that it was imported from."""
    roots = (Path(folder) for folder in sys.path if folder and file.startswith(folder))
    below = [Path(file).relative_to(root) for root in roots if Path(file).is_relative_to(root)]
    return min((path.as_posix() for path in below), key=len, default=Path(file).name)
