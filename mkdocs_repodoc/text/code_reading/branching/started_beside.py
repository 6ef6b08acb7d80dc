"""Calls that a line makes without waiting for their end: `go serve()`, `spawn(serve())`."""

from __future__ import annotations

import re

_STARTS = (
    r"(?:\bgo\s+|\b(?:spawn(?:_local|_blocking)?|create_task|ensure_future|fork|go|detach"
    r"|(?:Task|Thread)\.(?:Run|run|StartNew|startVirtualThread))\s*[({]\s*"
    r"(?:(?:async\s+)?(?:move\s+)?(?:\|\|\s*|\(\)\s*=>\s*|\(\)\s*->\s*))?)"
)
"""What starts something that runs at the same time, by a word of a language or its library."""
_WIDEST = 400


def is_started_beside(line: str, name: str) -> bool:
    """Tell whether a line starts what it calls, and goes on at once.

    Args:
        line: The line.
        name: What it calls, without what that is a member of.
    """
    called = rf"(?:[\w$]+(?:\.|::|->))*{re.escape(name)}\b"
    return len(line) <= _WIDEST and re.search(_STARTS + called, line) is not None
