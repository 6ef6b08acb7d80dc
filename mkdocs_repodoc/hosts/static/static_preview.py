"""A preview that follows the files: builds anew when one of them changes.

Requests never wait for a build. They are answered from the site of the last good one, until the
next is ready and takes its place.
"""

from __future__ import annotations

import gc
import logging
import threading
import time

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.static.preview_server import Builds
from mkdocs_repodoc.hosts.static.shown_site import ShownSite
from mkdocs_repodoc.hosts.static.static_site import StaticSite
from mkdocs_repodoc.options.configuration_files import ConfiguredSite
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.preview.deferred_gc import DeferredGc
from mkdocs_repodoc.preview.file_watch import FileWatch
from mkdocs_repodoc.processes.deputies import RetiredError
from mkdocs_repodoc.reporting.build_summary import report, tell
from mkdocs_repodoc.reporting.progress import Progress
from mkdocs_repodoc.settings import Settings


class StaticPreview:
    """The site of the last good build, whose files are made when they are asked for.

    Args:
        configured: What to document, and how.
        settings: The same, resolved.
        log: Told what is found.

    Attributes:
        builds: The builds so far.
    """

    def __init__(self, configured: ConfiguredSite, settings: Settings, log: logging.Logger) -> None:
        self.builds = Builds()
        self._configured = configured
        self._log = log
        self._builder = Builder(settings)
        self._garbage = DeferredGc()
        self._changed = threading.Event()
        self._watch = FileWatch(self._changed.set)
        self._stopping = False
        self._thread = threading.Thread(target=self._follow, name="repodoc-build", daemon=True)
        self._shown: ShownSite | None = None

    @property
    def home(self) -> str:
        """URL of the repository's index page, relative to the site's top."""
        assert self._shown is not None  # noqa: S101 - it has started
        return self._shown.home

    def start(self) -> None:
        """Build the site for the first time, and follow its files from then on.

        Raises:
            RepodocError: There is something that the user has to mend.
        """
        self._build()
        self._builder.expect_changes()
        self._watch.start()
        self._thread.start()

    def find(self, path: str) -> bytes | None:
        """Return the content of a file of the site; `None` if there is none at this path.

        Once the preview has stopped, it may be `None` for any.
        """
        while (shown := self._shown) is not None:
            try:
                return shown.find(path)
            except RetiredError:
                if self._shown is shown:  # the preview has stopped: no newer one will come
                    break
        return None

    def stop(self) -> None:
        """Stop following the files, and release the cache."""
        self._watch.stop()
        self._stopping = True
        self._changed.set()
        if self._thread.is_alive():
            self._thread.join()
        self._garbage.stop()
        if self._shown is not None:
            self._shown.retire()
        self._builder.close()
        tell(self._builder.cache.take_diagnostics(), self._log)

    def _follow(self) -> None:
        while True:
            self._changed.wait()
            if self._stopping:
                return
            self._changed.clear()
            try:
                self._build()
            except RepodocError as error:
                self._log.error("%s", error)
            except Exception:  # noqa: BLE001 - a bug, which the next edit may step around
                self._log.exception("The site could not be built; the last one is still shown")
            else:
                self.builds.announce()

    def _build(self) -> None:
        start = time.time_ns()
        gc.freeze()
        site = self._builder.build({}, Progress(self._log))
        gc.freeze()
        site.keep_bodies(self._builder.cache)
        static = StaticSite(site, self._builder.settings, self._configured)
        before, self._shown = self._shown, ShownSite(static, self._builder.settings)
        if before is not None:
            before.retire()
        self._watch.watch(site.watched_paths(), start)
        report(site, self._log)
        self._garbage.collect_later()
