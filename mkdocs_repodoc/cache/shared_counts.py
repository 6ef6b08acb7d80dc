"""Whole numbers that a process and its copies count together, none of them lost."""

from __future__ import annotations

import contextlib
import mmap
import tempfile
import threading
import weakref
from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows, where no process has copies
    fcntl = None  # type: ignore[assignment]  # where there is one, it is a module

_WORD = 4


class SharedCounts:
    """Numbers from 0 to 2³²-1, all 0 at first, in memory that copies of this process share.

    Args:
        length: How many there are.
    """

    def __init__(self, length: int) -> None:
        self._counts = memoryview(mmap.mmap(-1, length * _WORD)).cast("I")
        self._threads = threading.Lock()
        # Nothing is written to it. A lock on a file is its process's own and goes with it: one in
        # shared memory would be held for ever by a copy that is ended while it counts.
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - as long as this lives
        weakref.finalize(self, self._file.close)

    def __getitem__(self, position: int) -> int:
        return self._counts[position]

    def __setitem__(self, position: int, number: int) -> None:
        self._counts[position] = number

    def add(self, position: int, number: int = 1) -> int:
        """Add to a number, and return what it has become."""
        with self._alone():
            self._counts[position] += number
            return self._counts[position]

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        with self._threads:
            if fcntl is None:
                yield
                return
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)
