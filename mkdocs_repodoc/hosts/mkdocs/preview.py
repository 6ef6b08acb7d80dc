"""Makes a page of the preview when a browser asks for it.

A wrapper around the preview server's application. It lets the application answer first: that
waits for a running rebuild, serves what is there and adds the reload script. Only when the answer
is that there is no such page, and the plan has one, is the page built and the question put again.
A rebuild that starts in between wipes the page away. It is then shown as it was made, and the
browser is told to come back for the new one.
"""

from __future__ import annotations

import logging
import mimetypes
import posixpath
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.utils import write_file

from mkdocs_repodoc.hosts.mkdocs.virtual_files import VirtualPage

if TYPE_CHECKING:
    from mkdocs_repodoc.hosts.mkdocs.page_builds import PageBuilder

log = logging.getLogger("mkdocs.plugins.repodoc")

_COME_BACK = "1"
"""Seconds until a browser asks again for a page that a rebuild has overtaken."""


class Preview:
    """The pages of the running preview."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        """Held by whoever builds: the site, or a page of it."""
        self._building = False
        self._builder: PageBuilder | None = None
        self._pages: dict[str, VirtualPage] = {}
        self._files: Mapping[str, bytes] = {}
        self._made: list[Path] = []

    def begin_build(self) -> None:
        """Keep requests out while the site is built."""
        self._lock.acquire()
        self._building = True

    def end_build(self) -> None:
        """Let requests in; harmless if they are in."""
        if self._building:
            self._building = False
            self._lock.release()

    def show(self, builder: PageBuilder, files: Mapping[str, bytes]) -> None:
        """Serve the pages of this build, and the files beside them, from now on.

        What an earlier build has left in the site, as a dirty one does, is made again.

        Args:
            builder: Makes pages.
            files: Path in the site → content, which is made when it is looked up.
        """
        for path in self._made:
            path.unlink(missing_ok=True)
        self._made = []
        self._builder = builder
        self._files = files
        self._pages = {page.file.dest_uri: page for page in builder.pages}

    def wrap(self, application: WSGIApplication, mount_path: str) -> WSGIApplication:
        """Return an application that knows all pages of the plan.

        Args:
            application: The preview server's own.
            mount_path: Path under which the site is served, `/` at both ends.
        """

        def wrapped(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            answer = _Answer(application, environ)
            if not answer.is_missing:
                return answer.pass_on(start_response)
            made = self._make(environ["PATH_INFO"], mount_path)
            if made is not None:
                answer = _Answer(application, environ)
            if made is not None and answer.is_missing:
                return made.hand_out(environ["PATH_INFO"], start_response)
            return answer.pass_on(start_response)

        return wrapped

    def _make(self, request_path: str, mount_path: str) -> _Made | None:
        """Make what stands at a path of the server; `None` if nothing does."""
        path = request_path.encode("latin-1").decode("utf-8", "replace")
        if not path.startswith(mount_path):
            return None
        path = path[len(mount_path) :]
        with self._lock:
            if self._builder is None:
                return None
            if page := self._page_at(path):
                self._builder.build(page)
                file = Path(page.file.abs_dest_path)
            elif (content := self._files.get(path)) is not None:
                file = Path(self._builder.config.site_dir, path)
                write_file(content, str(file))
            else:
                return None
            self._made.append(file)
            return _Made(file.name, file.read_bytes())

    def _page_at(self, path: str) -> VirtualPage | None:
        clean = posixpath.normpath(f"/{path}").lstrip("/")
        return self._pages.get(clean) or self._pages.get(posixpath.join(clean, "index.html"))


class _Made(NamedTuple):
    """What was made for a request and is no longer in the site."""

    name: str
    content: bytes

    def hand_out(self, request_path: str, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with it, or lead to the folder that it is the index of."""
        if self.name == "index.html" and not request_path.endswith(("/", "/index.html")):
            start_response(
                "302 Found", [("Location", f"{quote(request_path, encoding='latin-1')}/")]
            )
            return []
        kind = mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        headers = [("Content-Type", kind), ("Cache-Control", "no-store")]
        if kind == "text/html":
            headers.append(("Refresh", _COME_BACK))
        start_response("200 OK", headers)
        return [self.content]


class _Answer:
    """An application's answer, held back until it is known to be the right one."""

    def __init__(self, application: WSGIApplication, environ: WSGIEnvironment) -> None:
        self._head: tuple[Any, ...] = ()
        self._body = application(environ, self._start_response)

    @property
    def is_missing(self) -> bool:
        return bool(self._head) and self._head[0].startswith("404")

    def pass_on(self, start_response: StartResponse) -> Iterable[bytes]:
        start_response(*self._head)
        return self._body

    def _start_response(self, *head: Any) -> Callable[[bytes], object]:  # noqa: ANN401 - as WSGI has it
        self._head = head
        return lambda _: None
