"""Connections to the server of a shared cache: by which proxy, if any, and with which headers.

A proxy reads whatever is sent without TLS. It never sees credentials in that way, nor anything that
is meant for this machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

from mkdocs_repodoc import __version__
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.settings import CacheServer, is_loopback

if TYPE_CHECKING:
    from urllib3 import PoolManager

AT_A_TIME = 16
"""Requests under way, of each process."""

_SECONDS_TO_CONNECT = 2.0


def connections(server: CacheServer, seconds_to_answer: float) -> PoolManager:
    """Return connections to a server.

    Args:
        server: The server, and what it is shown.
        seconds_to_answer: For a first byte, and between two parts of an answer.
    """
    # Of the clients at hand urllib3 alone keeps connections, and shares them between threads.
    import urllib3  # noqa: PLC0415 - most builds have no server

    from mkdocs_repodoc.cache.watched_connections import watched  # noqa: PLC0415 - likewise

    headers = {"User-Agent": f"mkdocs-repodoc/{__version__}"}
    if server.authorization:
        headers["Authorization"] = server.authorization
    timeout = urllib3.Timeout(connect=_SECONDS_TO_CONNECT, read=seconds_to_answer)
    if proxy := proxy_for(server):
        address, credentials = _split(proxy)
        via = urllib3.ProxyManager(
            address, headers=headers, maxsize=AT_A_TIME, block=True, timeout=timeout,
            proxy_headers=urllib3.make_headers(proxy_basic_auth=credentials or None),
        )  # fmt: skip
        return watched(via)
    return watched(
        urllib3.PoolManager(headers=headers, maxsize=AT_A_TIME, block=True, timeout=timeout)
    )


def server_not_allowed(server: CacheServer | None) -> Iterator[Diagnostic]:
    """Say that a server isn't used because nobody but the configuration names it."""
    if server is not None and not server.is_allowed:
        yield Diagnostic(
            "info",
            "",
            0,
            f"The shared cache {server.url} isn't used, as only the configuration names it; set "
            "the variable REPODOC_CACHE_URL to its address, or to 'configured'.",
        )


def proxy_for(server: CacheServer) -> str:
    """Return the proxy that the environment names for a server; empty if none is used."""
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 - most builds have no server

    address = urlsplit(server.url)
    host = address.hostname or ""
    if is_loopback(host) or (server.authorization and address.scheme != "https"):
        return ""
    proxy = getproxies().get(address.scheme, "")
    if not proxy or proxy_bypass(host):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"


def _split(proxy: str) -> tuple[str, str]:
    """Return the address of a proxy, and the credentials in it."""
    parts = urlsplit(proxy)
    name, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=host)), unquote(name)
