"""Refuse requests to a preview on the loopback interface that come from pages of other sites.

A page on the web can make a browser look up its own name as this machine's address, and then read
what the preview says as if it were its own. Such a request names the page's host, not this one.
It can also load the data of our pages as scripts, which a browser lets any page run: source and
names would be at hand; or show our pages in a frame of its own. Browsers say where such a request
comes from, and are told that nobody else may frame a page.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_NO_FRAMES = (
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Content-Security-Policy", "frame-ancestors 'self'"),
)
_FRAMES = frozenset({"iframe", "frame", "fencedframe", "embed", "object"})
_OWN = frozenset({"", "none", "same-origin"})
"""What a browser says of a request by a page of ours, or by a person; old browsers say nothing."""

_REFUSAL = (
    "This preview answers this machine and its own pages only. To reach it by another name, start "
    "it with an address that others can reach: {}\n"
)


def only_by_own_name(application: WSGIApplication, host: str, remedy: str) -> WSGIApplication:
    """Return an application that answers what this machine's own pages and people ask for.

    Args:
        application: The preview server's own.
        host: What it listens on. On any other interface it answers to every name.
        remedy: A command that starts the preview for others.
    """
    if not _is_loopback(host):
        return application

    def checked(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        is_named = _is_loopback(_name_in(environ.get("HTTP_HOST", ""), host))
        if is_named and not _is_for_another_site(environ):
            return application(environ, _without_frames(start_response))
        start_response("403 Forbidden", [("Content-Type", "text/plain")])
        return [_REFUSAL.format(remedy).encode()]

    return checked


def _is_for_another_site(environ: WSGIEnvironment) -> bool:
    """Whether a page of another site, or of another port, wants to have or to frame the answer.

    A link that somebody follows is no such thing.
    """
    site, mode, target = (
        environ.get(f"HTTP_SEC_FETCH_{name}", "").strip().lower()
        for name in ("SITE", "MODE", "DEST")
    )
    return site not in _OWN and (mode != "navigate" or target in _FRAMES)


def _without_frames(start_response: StartResponse) -> StartResponse:
    def started(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:  # noqa: ANN401 - as WSGI has it
        return start_response(status, [*headers, *_NO_FRAMES], *error)

    return started


def _name_in(header: str, default: str) -> str:
    """Return the host of a header `Host`, without its port; the default if there is no header."""
    try:
        return urlsplit(f"//{header}").hostname or "" if header else default
    except ValueError:  # no address at all
        return ""


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name
        return False
