"""Has MkDocs rebuild its preview when a documented file changes.

MkDocs' own watcher polls whole folders twice a second. This one watches the documented files, and
says so as if MkDocs had seen a change of its signal file, which is the one thing that MkDocs
watches for it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileModifiedEvent

from mkdocs_repodoc.preview.file_watch import FileWatch

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class Watcher:
    """Tells a server of changes.

    Attributes:
        signal: A file that stands for all that is watched.
    """

    def __init__(self) -> None:
        self._server: LiveReloadServer | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="repodoc-watch-")
        self.signal = Path(self._folder.name) / "changed"
        self.signal.touch()
        self._watch = FileWatch(self._tell)

    def start(self, server: LiveReloadServer | None = None) -> None:
        """Begin to look.

        Args:
            server: Has the site rebuilt; without one, the signal is rewritten and no more.
        """
        if server is not None:
            server.watch(str(self.signal))
        self._server = server
        self._watch.start()

    def watch(self, paths: Iterable[Path], since: int) -> None:
        """Look at these files and folders from now on, instead of the earlier ones.

        Args:
            paths: What to look at; it need not be there.
            since: Nanoseconds since the epoch, before anybody read them.
        """
        self._watch.watch(paths, since)

    def stop(self) -> None:
        """Stop looking and remove the signal file."""
        self._watch.stop()
        self._folder.cleanup()

    def _tell(self) -> None:
        """Have the server rebuild; it looks at the signal itself only twice a second."""
        for emitter in self._server.observer.emitters if self._server is not None else ():
            # Newer versions of watchdog watch a file by its folder.
            if Path(emitter.watch.path) in (self.signal, self.signal.parent):
                emitter.queue_event(FileModifiedEvent(str(self.signal)))
                return
        self.signal.write_text(str(time.monotonic_ns()))
