"""Collection of what earlier builds of a preview have left in memory, while nobody waits.

Builds freeze what is in memory, because looking through millions of objects takes a good part of
the time between a saved file and its page. A site of an earlier build is then never found again,
unless somebody looks on purpose.
"""

from __future__ import annotations

import gc
import threading

_QUIET = 10.0
"""Seconds after a build in which a reader is likely to wait for pages."""
_MOST_BUILDS = 16
"""Builds whose remains may be in memory: somebody who saves every few seconds is never quiet."""


class DeferredGc:
    """Collects once a preview has been quiet."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None
        self._builds = 0

    def collect_later(self) -> None:
        """Collect in some seconds; asked again in the meantime, it is put off, but not for ever."""
        self.stop()
        self._builds += 1
        quiet = _QUIET if self._builds < _MOST_BUILDS else 0.0
        self._timer = threading.Timer(quiet, self._collect)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Cancel the collection that was asked for, if it has not begun."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _collect(self) -> None:
        self._builds = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()
