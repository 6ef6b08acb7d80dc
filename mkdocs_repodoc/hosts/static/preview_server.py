"""The server of a preview on the own machine; open pages ask it for newer builds."""

from __future__ import annotations

import posixpath
import socket
import threading
from collections.abc import Callable, Iterable
from socketserver import ThreadingMixIn
from typing import NamedTuple
from urllib.parse import quote
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.preview.loopback_guard import only_by_own_name
from mkdocs_repodoc.preview.many_readers import BACKLOG
from mkdocs_repodoc.preview.media_types import media_type

RELOAD = "-/repodoc-reload"
"""Path that a page asks whether there is a newer build, and without an end that of the script."""

_PATIENCE = 25.0
"""Seconds until such a question is answered in any case."""

_SCRIPT = """(() => {
  "use strict";
  const { src } = document.currentScript;
  const known = new URL(src).search.slice(1);
  const ask = async () => {
    try {
      const answer = await fetch(`${src.split("?")[0].replace(/\\.js$/, "")}?${known}`);
      if (answer.ok && (await answer.text()) !== known) location.reload();
      else setTimeout(ask, 100);
    } catch {
      setTimeout(ask, 2000);
    }
  };
  addEventListener("load", () => setTimeout(ask, 300));
})();
"""
_BODY_END = b"</body>"


class Builds:
    """The number of the last build, and a way to wait for the next one."""

    def __init__(self) -> None:
        self._number = 1
        self._changed = threading.Condition()

    @property
    def number(self) -> int:
        """How many builds there were."""
        return self._number

    def announce(self) -> None:
        """Say that there is a new build."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def wait_beyond(self, number: str, seconds: float) -> int:
        """Return the number of the last build, once it is another one or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: str(self._number) != number, seconds)
            return self._number


class _Reply(NamedTuple):
    kind: str
    content: bytes


class PreviewApplication:
    """Answers requests; a WSGI application.

    Args:
        find: Returns the content of a file of the site; `None` if there is none at that path.
        builds: The builds of the site.
    """

    def __init__(self, find: Callable[[str], bytes | None], builds: Builds) -> None:
        self._find = find
        self._builds = builds

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            start_response("405 Method Not Allowed", [("Allow", "GET, HEAD")])
            return []
        asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        path = posixpath.normpath(f"/{asked}").lstrip("/")
        if path == RELOAD:
            number = self._builds.wait_beyond(environ.get("QUERY_STRING", ""), _PATIENCE)
            return _sent(_Reply("text/plain", str(number).encode()), start_response)
        if path == f"{RELOAD}.js":
            return _sent(_Reply("text/javascript", _SCRIPT.encode()), start_response)
        number = self._builds.number
        for name in (path, posixpath.join(path, "index.html")):
            if name and (content := self._find(name)) is not None:
                if name != path and not asked.endswith("/"):
                    return _redirected(f"/{path}/" if path else "/", start_response)
                return _sent(_reply(name, content, number), start_response)
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"There is no such page.\n"]


def _reply(name: str, content: bytes, number: int) -> _Reply:
    kind = media_type(name)
    if kind == "text/html":
        element = b'<script src="/%b.js?%d"></script>\n' % (RELOAD.encode(), number)
        before, found, after = content.rpartition(_BODY_END)
        content = before + element + found + after if found else content
    return _Reply(kind, content)


def _sent(reply: _Reply, start_response: StartResponse) -> Iterable[bytes]:
    kind = f"{reply.kind}; charset=utf-8" if reply.kind.startswith("text/") else reply.kind
    headers = [
        ("Content-Type", kind),
        ("Content-Length", str(len(reply.content))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    start_response("200 OK", headers)
    return [reply.content]


def _redirected(path: str, start_response: StartResponse) -> Iterable[bytes]:
    start_response("302 Found", [("Location", quote(path))])
    return []


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = BACKLOG


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Handler(WSGIRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base's name
        """Say nothing of each request."""


def preview_server(application: WSGIApplication, host: str, port: int) -> WSGIServer:
    """Return a server that listens; it answers once `serve_forever` is called.

    Args:
        application: Answers requests.
        host: Address to listen on; on the loopback interface, only requests that name this machine
            are answered.
        port: 0 for any that is free.

    Raises:
        RepodocError: It can't listen there.
    """
    guarded = only_by_own_name(application, host, "mkdocs-repodoc serve --host 0.0.0.0")
    try:
        server = _Server6 if ":" in host else _Server
        return make_server(host, port, guarded, server, _Handler)
    except OSError as error:
        raise RepodocError(f"can't listen on {host}:{port}: {error.strerror}") from error
