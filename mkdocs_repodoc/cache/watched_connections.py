"""Connections that an answer is waited on for no longer than is left, however slowly it comes.

Timeouts of sockets begin anew with each byte: a server that sends one now and then would hold up a
build for ever. They also count what is sent as connecting, for which a large value needs longer.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

_SECONDS_TO_SEND_ONE = 30.0

_here = threading.local()


class _Watch:
    def __init__(self) -> None:
        self.socket: socket.socket | None = None

    def end(self) -> None:
        if self.socket is not None:
            with suppress(OSError):  # closed by now
                socket.socket.shutdown(self.socket, socket.SHUT_RDWR)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Break off what this thread asks of a server when it takes longer."""
    watch = _here.watch = _Watch()
    timer = threading.Timer(seconds, watch.end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        _here.watch = None
        timer.cancel()
        timer.join()  # a process with other threads must not be copied


class _Watched:
    """What both kinds of connections do besides."""

    sock: socket.socket | None

    def send(self, data: object) -> None:
        """Send a part of a request, for which there is time of its own."""
        if self.sock is not None:
            self.sock.settimeout(_SECONDS_TO_SEND_ONE)
        super().send(data)  # type: ignore[misc]  # urllib3's class

    def getresponse(self) -> HTTPResponse:
        """Read the head of an answer, watched over."""
        if (watch := getattr(_here, "watch", None)) is not None:
            watch.socket = self.sock
        return super().getresponse()  # type: ignore[misc,no-any-return]  # likewise


class _Plain(_Watched, HTTPConnection):  # type: ignore[misc]  # urllib3's class
    pass


class _Tls(_Watched, HTTPSConnection):  # type: ignore[misc]  # urllib3's class
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _Tls


def watched(manager: PoolManager) -> PoolManager:
    """Have all connections of a manager be such ones; return it."""
    manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _TlsPool}
    return manager
