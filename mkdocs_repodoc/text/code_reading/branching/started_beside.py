"""Calls that don't run where they stand: `go serve()`, `spawn(serve())`, `defer end()`."""

from __future__ import annotations

import re

_STARTS = (
    r"(?:\bgo\s+|\b(?:spawn(?:_local|_blocking)?|create_task|ensure_future|fork|go|detach"
    r"|(?:Task|Thread)\.(?:Run|run|StartNew|startVirtualThread))\s*[({]\s*"
    r"(?:(?:async\s+)?(?:move\s+)?(?:\|\|\s*|\(\)\s*=>\s*|\(\)\s*->\s*))?)"
)
"""What starts something that runs at the same time, by a word of a language or its library."""
_PUTS_OFF = re.compile(r"\s*defer\b")
"""What has a call made when the function is left."""
_WIDEST = 400


def is_started_beside(line: str, name: str) -> bool:
    """Tell whether a line starts what it calls, and goes on at once.

    Args:
        line: The line.
        name: What it calls, without what that is a member of.
    """
    called = rf"(?:[\w$]+(?:\.|::|->))*{re.escape(name)}\b"
    return len(line) <= _WIDEST and re.search(_STARTS + called, line) is not None


def is_put_off(line: str) -> bool:
    """Tell whether what a line calls runs when its function is left, in whichever way."""
    return _PUTS_OFF.match(line) is not None
