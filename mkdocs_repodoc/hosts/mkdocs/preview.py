"""Answers the preview's requests with what there is, and makes a page when a browser asks for it.

A wrapper around the preview server's application. Between builds it lets the application answer
first, and makes what that doesn't have and the plan has. While the site is built anew, and after a
build has failed, the application would have every request wait. The wrapper then answers from the
last good site: with its files, and with pages of its plan that nobody had asked for until then.
"""

from __future__ import annotations

import contextlib
import logging
import posixpath
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import click
from mkdocs.utils import write_file

from mkdocs_repodoc.hosts.mkdocs.last_site import LastSite, found_in
from mkdocs_repodoc.hosts.mkdocs.preview_answers import FoundFile, HeldAnswer, Reload, not_found
from mkdocs_repodoc.hosts.mkdocs.requested_files import RequestedFiles
from mkdocs_repodoc.processes.deputies import RetiredError

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.repodoc")

_POLLED = "/livereload/"
"""Where open pages ask for newer builds, which the server itself answers at any time."""


_DRAFT = ".repodoc-draft"
"""Name of a file while it is written."""


class Preview:
    """The site of the last good build, for as long as a preview runs.

    Args:
        waits: Whether requests wait for a build that goes on, because it leaves in the site what
            is there and writes over it.
    """

    def __init__(self, *, waits: bool = False) -> None:
        self._waits = waits
        self._lock = threading.Lock()
        """Held by whoever writes a file of the site, or moves what is written."""
        self._plan = self._next = RequestedFiles()
        self._last: LastSite | None = None
        """The site of the last good build, while the next one goes on or has failed."""
        self._made: list[Path] = []

    def stage(self, files: RequestedFiles) -> None:
        """Make the files of this build when they are asked for, once it has ended well.

        What an earlier build has left in the site, as a dirty one does, is made again.
        """
        self._next = files
        for path in self._made:
            path.unlink(missing_ok=True)
        self._made = []

    def begin_build(self, site_dir: Path) -> None:
        """Answer from the site as it is from now on, whatever becomes of its folder."""
        with self._lock:
            last = self._last or LastSite(site_dir)
            last.hide()
            self._last = last

    def end_build(self) -> None:
        """Answer from the site of the build that has ended well."""
        self._next.get_ready()
        with self._lock:
            before, self._plan = self._plan, self._next
            if self._last is not None:
                self._last.discard()
            self._last = None
        if before is not self._plan:
            before.retire()

    def stop(self) -> None:
        """Make nothing any more."""
        self._plan.retire()

    def wrap(self, server: LiveReloadServer) -> WSGIApplication:
        """Return an application that has all pages of the plan, at any time.

        Args:
            server: The preview server, with an application of its own.
        """
        application, mount_path, reload = server.serve_request, server.mount_path, Reload(server)

        def wrapped(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
            is_page = asked.startswith(mount_path) and not asked.startswith(_POLLED)
            if not is_page:
                return application(environ, start_response)
            # MkDocs takes what names no file for an error of its own.
            is_ours = "\0" in asked or self._is_ahead(reload)
            held = None if is_ours else HeldAnswer(application, environ)
            if held is not None and not held.is_missing:
                return held.pass_on(start_response)
            path = asked[len(mount_path) :]
            if (found := self._find(path, Path(server.root))) is not None:
                return found.hand_out(environ["PATH_INFO"], start_response, reload)
            if held is not None:
                return held.pass_on(start_response)
            return not_found(self._find("404.html", Path(server.root)), start_response, reload)

        return wrapped

    def _is_ahead(self, reload: Reload) -> bool:
        """Whether the server would have a request wait, and the last good site is at hand."""
        return reload.is_pending and not self._waits

    def _find(self, path: str, site_dir: Path) -> FoundFile | None:
        """Return what stands at a path of the site, made if need be; `None` if nothing does."""
        clean = posixpath.normpath(f"/{path}").lstrip("/")
        with contextlib.suppress(OSError):  # a build has just begun or ended
            if (file := found_in(self._folder(site_dir), clean)) is not None:
                return FoundFile(file.name, file.read_bytes())
        while True:
            plan = self._plan
            if (name := plan.name_of(clean)) is None:
                return self._written(clean, site_dir)
            try:
                made = plan.content(name)
            except RetiredError:
                if self._plan is plan:  # the preview has stopped: no newer one will come
                    return None
                continue
            if not made.is_withheld:
                self._keep(plan, name, made.content, site_dir)
            return FoundFile(Path(name).name, made.content)

    def _written(self, path: str, site_dir: Path) -> FoundFile | None:
        """Return a file that another thread may have written meanwhile, or a build moved."""
        with self._lock:
            there = found_in(self._folder(site_dir), path)
            return FoundFile(there.name, there.read_bytes()) if there is not None else None

    def _keep(self, plan: RequestedFiles, name: str, content: bytes, site_dir: Path) -> None:
        """Write a file of the site that is shown, for whoever asks next."""
        with self._lock:
            if self._plan is not plan:
                return
            file = self._folder(site_dir) / name
            draft = file.with_name(_DRAFT)
            write_file(content, str(draft))
            draft.replace(file)  # others may read it at once, and must not find half of it
            if self._last is None:
                self._made.append(file)

    def _folder(self, site_dir: Path) -> Path:
        return site_dir if self._last is None else self._last.folder


def reloads() -> bool:
    """Tell whether the running command keeps a live-reload server, whose requests can be seen."""
    command = click.get_current_context(silent=True)
    return command is not None and command.params.get("livereload") is not False
