"""Settings of a process that answers many readers of a preview at once, also beside a build."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

BACKLOG = 128
"""How many connections may wait until a preview takes them. A page loads a dozen files at once;
Python's servers let five wait, and what comes then is tried again by the browser's system after a
second, then after two."""

_TURN = 0.0005
"""Seconds after which a thread that computes lets another one on."""


@contextmanager
def quick_turns() -> Iterator[None]:
    """Have threads take turns more often for as long as the block lasts.

    An answer is little work with a dozen pauses, for the network and the disk. After each of them
    it waits for a turn, which by default takes a build ten times as long as the work.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
