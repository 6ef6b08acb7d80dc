"""Answers of a server for results, read within a time."""

from __future__ import annotations

import threading
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_repodoc.cache.remote_health import RemoteHealth
from mkdocs_repodoc.cache.sealed_values import LARGEST

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse


_PART = 1 << 16


class Watch:
    """Tells a server's health how long its answers are waited for."""

    def __init__(self, health: RemoteHealth) -> None:
        self._health = health
        self._lock = threading.Lock()
        self._seen = time.monotonic()

    def look(self) -> None:
        """Note the time since the last look."""
        with self._lock:
            now = time.monotonic()
            self._health.waited(now - self._seen)
            self._seen = now


class ServerAnswer(NamedTuple):
    """What a server has answered.

    Attributes:
        status: The status of HTTP.
        content: What came with it.
    """

    status: int
    content: bytes


def content(response: BaseHTTPResponse, end: float) -> bytes:
    """Return what a server has sent, as far as anybody wants it.

    Args:
        response: The answer.
        end: When to stop, by the monotonic clock.

    Raises:
        TimeoutError: It is not there in time.
        ConnectionError: It is not there as a whole.
    """
    content = bytearray()
    while part := response.read1(_PART):
        content += part
        if time.monotonic() > end:
            raise TimeoutError
        if len(content) > LARGEST or response.status != HTTPStatus.OK:
            return bytes(content)
    if time.monotonic() > end:  # cut short by us: that may look like its end
        raise TimeoutError
    if len(content) < int(response.headers.get("Content-Length") or 0):
        raise ConnectionError
    return bytes(content)
