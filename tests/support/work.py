"""Measures work in a way that no other load of the machine changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def instructions(call: Callable[[], object]) -> int:
    """Return how many instructions of Python a call executes, in all functions together."""
    count = 0

    def note(frame: FrameType, event: str, _: object) -> Callable[..., Any]:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return note

    before = sys.gettrace()
    # Python 3.12 asks whether any frame wants them when tracing begins, and not again.
    sys._getframe().f_trace_opcodes = True
    sys.settrace(note)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
