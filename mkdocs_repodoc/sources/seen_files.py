"""Files as they were when they were last read, for as long as nothing has touched them.

Reading each file to learn that it is the same takes a fifth of the time to an answer. Whoever
writes into a file can't help moving the time of its last change, whatever becomes of its other
times.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable

import msgspec

from mkdocs_repodoc.model.files import SourceFile

_SLACK = 2_000_000_000
"""Nanoseconds: times of files are those of a clock that ticks slowly, on some systems another
machine's. What has changed right before it is read may change again without its time moving."""
_KNOWS_CHANGES = os.name != "nt"  # which has the time of its making in the place of that time


class SeenFile(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file, and what the file system said of it before it was read."""

    source: SourceFile
    mode: str
    """Git's mode; empty outside git."""
    modified: int
    changed: int
    number: int


class SeenFiles:
    """The regular files of one folder.

    Args:
        files: Those that an earlier look has noted.

    Attributes:
        is_new: Whether the last look has found others than the one before.
    """

    def __init__(self, files: Iterable[SeenFile] = ()) -> None:
        self._before = {each.source.path: each for each in files}
        self._now: dict[str, SeenFile] = {}
        self._start = 0
        self.is_new = False

    def look(self) -> None:
        """Begin a look at all files: what it doesn't come across is forgotten with the next one."""
        if self._now:
            self._before = self._now
        self._now = {}
        self._start = time.time_ns()
        self.is_new = False

    def known(self, path: str, mode: str, status: os.stat_result) -> SourceFile | None:
        """Return a file if it is the one that was read before.

        Args:
            path: Its path.
            mode: Git's mode.
            status: What the file system says of it now.
        """
        seen = self._before.get(path)
        if seen is None or seen != _seen(seen.source, mode, status):
            return None
        if seen.source.size != status.st_size:
            return None
        self._now[path] = seen
        return seen.source

    def note(self, source: SourceFile, mode: str, status: os.stat_result) -> None:
        """Note a file that was read, unless it may change without anybody being able to tell.

        Args:
            source: The file.
            mode: Git's mode.
            status: What the file system said of it right before it was read.
        """
        self.is_new = True
        if _KNOWS_CHANGES and status.st_ctime_ns < self._start - _SLACK:
            self._now[source.path] = _seen(source, mode, status)

    def all(self) -> list[SeenFile]:
        """Return what is known of the files that the last look has come across."""
        return list(self._now.values())


def _seen(source: SourceFile, mode: str, status: os.stat_result) -> SeenFile:
    return SeenFile(source, mode, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
