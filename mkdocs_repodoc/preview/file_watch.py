"""A thread that looks at files again and again, and tells when one of them has changed.

It looks at what it was told to look at, and at nothing else: whole folders of a large repository
would be too dear, and wrong at its root, which holds caches, environments and the site itself.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

_INTERVAL = 0.2
"""Seconds between two looks, at least."""

_SHARE = 0.03
"""Largest share of a processor that looking may take."""

_LONGEST = 2.0
"""Seconds between two looks, at most: beyond that a saved file seems to have been missed."""

_TICK = 20_000_000
"""Nanoseconds by which the clock of files may be behind."""

_Stamp = tuple[int, int] | None


class FileWatch:
    """Watches files and folders.

    Args:
        tell: Called in the watch's own thread when something has changed.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._stamps: dict[str, _Stamp] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="repodoc-watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def watch(self, paths: Iterable[Path], since: int) -> None:
        """Look at these files and folders from now on, instead of the earlier ones.

        Args:
            paths: What to look at; it need not be there.
            since: Nanoseconds since the epoch, before anybody read them. What was changed after
                that, or since the last look at it, is told.
        """
        with self._lock:
            known = self._stamps
            names = [str(path) for path in paths]
            self._stamps = {
                name: known[name] if name in known else _stamp_before(name, since) for name in names
            }

    def stop(self) -> None:
        """Stop looking."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        pause = _INTERVAL
        while not self._stopping.wait(pause):
            # Time of this thread: it waits for others while a page is made.
            start = time.thread_time()
            if self._changed():
                self._tell()
            pause = min(max(_INTERVAL, (time.thread_time() - start) / _SHARE), _LONGEST)

    def _changed(self) -> bool:
        with self._lock:
            changed = False
            for path, known in self._stamps.items():
                now = _stamp(path)
                if now != known:
                    self._stamps[path] = now
                    changed = True
        return changed


def _stamp_before(path: str, since: int) -> _Stamp | None:
    """Return the stamp of what was there before a time; what is younger counts as missing."""
    stamp = _stamp(path)
    return stamp if stamp is None or stamp[0] < since - _TICK else None


def _stamp(path: str) -> _Stamp:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
