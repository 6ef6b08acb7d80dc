"""Files and folders whose times tell whether anything has changed since they were looked at."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

_SLACK = 100_000_000
"""Nanoseconds: times of files are those of a clock that ticks slowly, on some systems another
machine's."""


class _Stamp(NamedTuple):
    modified: int
    changed: int
    size: int
    file: int


class WatchedFiles:
    """Stamps of files: times, size, number."""

    def __init__(self) -> None:
        self._stamps: dict[str, _Stamp | None] = {}
        self._is_unsure = True

    def watch(self, paths: Iterable[str], since: int) -> None:
        """Take stamps of these files from now on, instead of the earlier ones.

        Args:
            paths: The files and folders; they need not be there.
            since: Nanoseconds since the epoch, right before anybody read them. What was changed
                after that may have been read before it was changed, or after.
        """
        self._stamps = {path: _stamp(path) for path in paths}
        newest = max((each.changed for each in self._stamps.values() if each), default=0)
        self._is_unsure = newest >= since - _SLACK

    def have_changed(self) -> bool:
        """Whether any of them may have changed since the stamps were taken."""
        return self._is_unsure or any(_stamp(path) != known for path, known in self._stamps.items())


def _stamp(path: str) -> _Stamp | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return _Stamp(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
