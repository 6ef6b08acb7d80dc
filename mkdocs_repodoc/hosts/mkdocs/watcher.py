"""Watches the documented files during a preview.

MkDocs' own watcher polls whole folders twice a second: too dear for the folders of a large
repository, and wrong for its root, which holds caches, environments and the site itself. This one
looks at nothing but the documented files, the folders they are in, and git's index. When one of
them has changed it says so as if MkDocs had seen a change of its signal file, which is the one
thing that MkDocs watches for it.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileModifiedEvent

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_INTERVAL = 0.2
"""Seconds between two looks, at least."""

_SHARE = 0.03
"""Largest share of a processor that looking may take."""

_LONGEST = 2.0
"""Seconds between two looks, at most: beyond that a saved file seems to have been missed."""

_Stamp = tuple[int, int] | None


class Watcher:
    """A thread that looks for changes.

    Attributes:
        signal: A file that stands for all that is watched.
    """

    def __init__(self) -> None:
        self._server: LiveReloadServer | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="repodoc-watch-")
        self.signal = Path(self._folder.name) / "changed"
        self.signal.touch()
        self._stamps: dict[str, _Stamp] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="repodoc-watch", daemon=True)

    def start(self, server: LiveReloadServer | None = None) -> None:
        """Begin to look.

        Args:
            server: Has the site rebuilt; without one, the signal is rewritten and no more.
        """
        if server is not None:
            server.watch(str(self.signal))
        self._server = server
        self._thread.start()

    def watch(self, paths: Iterable[Path]) -> None:
        """Look at these files and folders from now on, instead of the earlier ones."""
        stamps = {str(path): _stamp(str(path)) for path in paths}
        with self._lock:
            self._stamps = stamps

    def stop(self) -> None:
        """Stop looking and remove the signal file."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()
        self._folder.cleanup()

    def _run(self) -> None:
        pause = _INTERVAL
        while not self._stopping.wait(pause):
            # Time of this thread: it waits for others while a page is made.
            start = time.thread_time()
            if self._changed():
                self._tell()
            pause = min(max(_INTERVAL, (time.thread_time() - start) / _SHARE), _LONGEST)

    def _tell(self) -> None:
        """Have the server rebuild; it looks at the signal itself only twice a second."""
        for emitter in self._server.observer.emitters if self._server is not None else ():
            # Newer versions of watchdog watch a file by its folder.
            if Path(emitter.watch.path) in (self.signal, self.signal.parent):
                emitter.queue_event(FileModifiedEvent(str(self.signal)))
                return
        self.signal.write_text(str(time.monotonic_ns()))

    def _changed(self) -> bool:
        with self._lock:
            changed = False
            for path, known in self._stamps.items():
                now = _stamp(path)
                if now != known:
                    self._stamps[path] = now
                    changed = True
        return changed


def _stamp(path: str) -> _Stamp:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
