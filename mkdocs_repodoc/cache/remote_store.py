"""Results on a server, for builds on several machines: read by GET, written by PUT.

Any server will do that keeps what it is sent under any address: nginx and Apache with WebDAV, for
example. A value's address is a digest of its kind and
its key, all in one folder, since not every server makes folders. What comes back is sealed, or a
miss (`sealed_values`); a server in trouble is left alone (`remote_health`).

A round trip takes longer than making a small result, so that many are on their way at a time.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.remote_connections import AT_A_TIME, connections
from mkdocs_repodoc.cache.remote_health import RemoteHealth, Trouble
from mkdocs_repodoc.cache.sealed_values import seal, unseal
from mkdocs_repodoc.processes.chunks import batches
from mkdocs_repodoc.settings import CacheServer

if TYPE_CHECKING:
    from urllib3 import PoolManager
from mkdocs_repodoc.cache.remote_answers import ServerAnswer, Watch, content

Item = TypeVar("Item")
Answer = TypeVar("Answer")
NOT_SHARED = frozenset(
    {
        Cached.HISTORY,
        Cached.LINKS,
        Cached.RESOLUTION,
        Cached.SEAL,
        Cached.SEARCH,
        Cached.SIGHTINGS,
        Cached.TRIGRAMS,
    }
)
"""Kinds whose keys have the folder of the checkout, what this machine alone may know, and one whose
values are made in less time than they could be fetched."""
_BATCH = 64
"""Values that are in memory at a time."""
_SECONDS_TO_ANSWER = 4.0
"""For a first byte, and between two parts of an answer."""
_SECONDS_IN_ALL = 10.0
"""For one request, so that a server that sends drop by drop does not hold up a build."""
_SECONDS_TO_SEND = 60.0
"""For all that a build has made; the rest is sent by the next one."""
_MISSING = frozenset({404, 410})
_PUT_AWAY = frozenset({200, 201, 202, 204})


class RemoteStore:
    """Values by kind and name, on a server.

    Args:
        server: The server, and what it is shown.

    Attributes:
        health: How the server does.
    """

    def __init__(self, server: CacheServer) -> None:
        self._server = server
        self.health = RemoteHealth(server.url)
        self._pool: PoolManager | None = None
        self._inherited: PoolManager | None = None
        self._process = 0
        self._lock = threading.Lock()

    @property
    def may_write(self) -> bool:
        """Whether this run may put anything there."""
        return self._server.may_write

    @property
    def secret(self) -> bytes:
        """What values must be signed with; nothing if they need not be."""
        return self._server.secret

    def fetch(self, kind: Cached, names: Iterable[str]) -> Iterator[dict[str, bytes]]:
        """Yield the values that are there, some at a time; each as somebody has put it there.

        Args:
            kind: What they are.
            names: What stands for their keys.
        """
        if kind in NOT_SHARED:
            return
        # Names are digests: in their order, those of neighbouring files are far from each other.
        for batch in batches(sorted(names), _BATCH):
            if self.health.is_off or self.health.is_hopeless(kind):
                return
            values = self._fetched(kind, batch)
            yield {
                name: value for name, value in zip(batch, values, strict=True) if value is not None
            }

    def send(self, items: Sequence[tuple[Cached, str, bytes]], deadline: float) -> list[str]:
        """Put values there; return the names of those that need not be sent again.

        Args:
            items: Kind, name and value of each.
            deadline: When to stop, by the monotonic clock.
        """
        done = _at_once(lambda item: self._put(*item, deadline), items)
        return [name for (_, name, _), is_done in zip(items, done, strict=True) if is_done]

    def time_to_send(self) -> float:
        """Return the deadline for what a build sends now."""
        return time.monotonic() + _SECONDS_TO_SEND

    def close(self) -> None:
        """Release what is open; it opens again when it is asked."""
        with self._lock:
            if self._pool is not None and self._process == os.getpid():
                self._pool.clear()

    def _get(self, kind: Cached, name: str) -> bytes | None:
        if self.health.is_off or self.health.is_hopeless(kind):
            return None
        answer = self._ask("GET", name)
        if answer is None:
            return None
        if answer.status in _MISSING:
            self.health.missed(kind)
            return None
        if answer.status != HTTPStatus.OK:
            self.health.failed(Trouble.ANSWERED, answer.status)
            return None
        try:
            value = unseal(kind, name, answer.content, self._server.secret)
        except ValueError:
            self.health.were_wrong(1)
            return None
        self.health.took(kind)
        return value

    def _put(self, kind: Cached, name: str, value: bytes, deadline: float) -> bool:
        """Put a value there; tell whether it need not be sent again."""
        if self.health.takes_nothing or time.monotonic() > deadline:
            return False
        sealed = seal(kind, name, value, self._server.secret)
        if sealed is None:
            return True
        answer = self._ask("PUT", name, sealed)
        if answer is None:
            return False
        if answer.status in _PUT_AWAY:
            self.health.sent()
            return True
        if answer.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:  # others may be small enough
            return True
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            self.health.failed(Trouble.ANSWERED, answer.status)
        else:
            self.health.refused_to_take(answer.status)
        return False

    def _ask(self, method: str, name: str, body: bytes | None = None) -> ServerAnswer | None:
        """Return what the server answers; `None` if it does not, which is noted."""
        from urllib3 import exceptions  # noqa: PLC0415 - most builds have no server

        try:
            with suppress(exceptions.ProtocolError):  # it had closed a connection that was idle
                return self._answer(method, name, body)
            return self._answer(method, name, body)
        except (TimeoutError, exceptions.TimeoutError) as error:
            unreached = isinstance(error, exceptions.ConnectTimeoutError)
            self.health.failed(Trouble.UNREACHABLE if unreached else Trouble.SILENT)
        except exceptions.ProxyError:
            self.health.failed(Trouble.NO_PROXY)
        except exceptions.SSLError:
            self.health.failed(Trouble.NOT_PROVEN)
        except exceptions.NewConnectionError:
            self.health.failed(Trouble.UNREACHABLE)
        except (exceptions.HTTPError, OSError, ValueError):  # the last of a header's number
            self.health.failed(Trouble.BROKEN_OFF)
        return None

    def _answer(self, method: str, name: str, body: bytes | None) -> ServerAnswer:
        """Return what the server answers; never what another one does, where it points elsewhere.

        Raises:
            TimeoutError: It takes too long over it.
            ProtocolError: It says something else than HTTP, or nothing.
            OSError: The connection fails.
            ValueError: A number of its answer is none.
        """
        from urllib3 import exceptions  # noqa: PLC0415 - most builds have no server

        from mkdocs_repodoc.cache.watched_connections import at_most  # noqa: PLC0415 - likewise

        seconds = _SECONDS_IN_ALL if body is None else _SECONDS_TO_SEND
        end = time.monotonic() + seconds
        try:
            with at_most(seconds):
                return self._exchanged(method, name, body, end)
        except (exceptions.ProtocolError, OSError, ValueError) as error:
            if time.monotonic() > end or any(isinstance(one, TimeoutError) for one in error.args):
                raise TimeoutError from error
            raise

    def _exchanged(self, method: str, name: str, body: bytes | None, end: float) -> ServerAnswer:
        response = self._connections().request(
            method, f"{self._server.url}/{name}", body=body,
            redirect=False, retries=False, preload_content=False, decode_content=False,
        )  # fmt: skip
        try:
            return ServerAnswer(response.status, content(response, end))
        finally:
            response.close()  # of one that was read to its end the connection is kept
            response.release_conn()  # of another its place: others would wait for it for ever

    def _fetched(self, kind: Cached, names: Sequence[str]) -> list[bytes | None]:
        watch = Watch(self.health)

        def fetched(name: str) -> bytes | None:
            answer = self._get(kind, name)
            watch.look()
            return answer

        return _at_once(fetched, names)

    def _connections(self) -> PoolManager:
        # A connection must not cross a fork; what a child has inherited it must not even close.
        with self._lock:
            if self._pool is None or self._process != os.getpid():
                self._inherited = self._pool
                self._pool = connections(self._server, _SECONDS_TO_ANSWER)
                self._process = os.getpid()
            return self._pool


def _at_once(do: Callable[[Item], Answer], items: Sequence[Item]) -> list[Answer]:
    """Return what a function makes of items, many at the same time; wait for all of them."""
    if len(items) == 1:
        return [do(items[0])]
    # They are gone when this returns: a process with other threads must not be copied.
    with ThreadPoolExecutor(AT_A_TIME) as threads:
        return list(threads.map(do, items))
