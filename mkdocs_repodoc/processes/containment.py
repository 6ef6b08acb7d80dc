"""Limits for work on one file of the repository, and the words for what went wrong in it.

Parsers are other people's code, and the input is anybody's: each raises what it likes. Whoever
works on a single file catches that, keeps the rest of the file's pages, and says it with `fault`.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

DEEPEST_CALLS = 1_000
"""Calls within each other that work on one file may make."""

_PACKAGE = Path(__file__).parents[1]
_LONGEST = 200


@contextmanager
def recursion_bound() -> Iterator[None]:
    """Leave as many calls below this one as in any other process.

    Python's limit is the process' own, and plugins change it: the result for a deeply nested file
    would depend on which of them are loaded, and on what has called us.
    """
    before = sys.getrecursionlimit()
    depth = 0
    frame: FrameType | None = sys._getframe()  # noqa: SLF001 - no other way tells the depth
    while frame is not None:
        depth += 1
        frame = frame.f_back
    sys.setrecursionlimit(depth + DEEPEST_CALLS)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def fault(error: BaseException) -> str:
    """Name an exception and the line that raised it, in words for a page.

    Args:
        error: As it was caught.

    Returns:
        For example `ValueError: no number (formats/toml.py, line 42)`. The line is the innermost
        of this package; the text holds no path of the machine and no half of a character.
    """
    said = " ".join(str(error).split())[:_LONGEST].encode("utf-8", "replace").decode()
    kind = type(error).__name__
    where = ""
    for summary in traceback.StackSummary.extract(
        traceback.walk_tb(error.__traceback__), lookup_lines=False
    ):
        file = Path(summary.filename)
        if file.is_relative_to(_PACKAGE):
            where = f" ({file.relative_to(_PACKAGE).as_posix()}, line {summary.lineno})"
    return f"{kind}: {said}{where}" if said else f"{kind}{where}"
