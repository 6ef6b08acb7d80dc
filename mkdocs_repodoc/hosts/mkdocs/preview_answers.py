"""Answers to requests of a preview: the server's own, held back, and those made in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs_repodoc.preview.media_types import media_type

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_HTML = "text/html"


class Reload:
    """What a preview server knows of builds, and how open pages learn of it.

    Args:
        server: The preview server.
    """

    def __init__(self, server: LiveReloadServer) -> None:
        self._server = server

    @property
    def is_pending(self) -> bool:
        """Whether a build goes on, or the last one has failed: requests wait until one is good."""
        server = self._server
        return server._wanted_epoch != server._visible_epoch  # noqa: SLF001 - no public way

    def added_to(self, page: bytes) -> bytes:
        """Return a page that loads itself again once there is a newer build."""
        server = self._server
        script_added: Callable[[bytes, int], bytes] = server._inject_js_into_html  # noqa: SLF001 - no public way
        return script_added(page, server._visible_epoch)  # noqa: SLF001 - likewise


class FoundFile(NamedTuple):
    """A file of the site."""

    name: str
    content: bytes

    def hand_out(
        self, request_path: str, start_response: StartResponse, reload: Reload
    ) -> Iterable[bytes]:
        """Answer with it, or lead to the folder that it is the index of.

        Args:
            request_path: As the server has it: each byte a character.
            start_response: Takes status and headers.
            reload: Has a page follow the builds.
        """
        if self.name == "index.html" and not request_path.endswith(("/", "/index.html")):
            location = f"{quote(request_path, encoding='latin-1')}/"
            start_response("302 Found", [("Location", location)])
            return []
        return _sent("200 OK", self.kind, self.content, start_response, reload)

    @property
    def kind(self) -> str:
        """The type of its content."""
        return media_type(self.name)


class HeldAnswer:
    """An application's answer, held back until it is known to be the right one."""

    def __init__(self, application: WSGIApplication, environ: WSGIEnvironment) -> None:
        self._head: tuple[Any, ...] = ()
        self._body = application(environ, self._start_response)

    @property
    def is_missing(self) -> bool:
        """Whether it says that there is no such file."""
        return bool(self._head) and self._head[0].startswith("404")

    def pass_on(self, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with it."""
        start_response(*self._head)
        return self._body

    def _start_response(self, *head: Any) -> Callable[[bytes], object]:  # noqa: ANN401 - as WSGI has it
        self._head = head
        return lambda _: None


def not_found(
    page: FoundFile | None, start_response: StartResponse, reload: Reload
) -> Iterable[bytes]:
    """Answer that the last good build has no such file; the next one may have it."""
    content = page.content if page is not None else b"<h1>404 Not Found</h1>"
    return _sent("404 Not Found", _HTML, content, start_response, reload)


def _sent(
    status: str, kind: str, content: bytes, start_response: StartResponse, reload: Reload
) -> Iterable[bytes]:
    content = reload.added_to(content) if kind == _HTML else content
    length = str(len(content))
    headers = [("Content-Type", kind), ("Content-Length", length), ("Cache-Control", "no-store")]
    start_response(status, headers)
    return [content]
