"""Results kept between runs: bytes under a content digest, in one SQLite file.

A key holds everything that its value depends on, or the value says what else has to be looked at,
so that an entry is never stale: it is right, or nobody uses it any more. The cache may be shared by
builds at the same time, cut off while it is written, deleted, or damaged: each of these is a miss
and at worst a diagnostic, never a wrong page. Each entry carries a checksum of itself and its key,
because a damaged file can still be a readable database. What passes and still can't be decoded (it
was written by something else) counts as damaged too.

What isn't there is asked of a server, if there is one, and kept. What is made goes there when the
cache is closed, if this run may write: the file has a list of it, so that a build that was broken
off leaves that to the next one.

With a secret, entries count only if they were made or fetched with the same secret: what a server
without signatures has sent, and all that was made of it, is never taken for signed.

What is kept, and under which keys, is listed in `kinds_of_results`.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from mkdocs_repodoc.cache.cache_file import DAMAGED, PASSED_OVER, CacheFile
from mkdocs_repodoc.cache.entry_seals import checksum, decoded, entry_name, kept_name, verified
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.remote_store import NOT_SHARED, RemoteStore
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.processes.chunks import batches

LIMIT = 2 * 1024**3
"""Bytes of values that the cache may hold before the least recently used are dropped."""

Value = TypeVar("Value")


_BATCH = 500
_DAY = 24 * 60 * 60
_SENT_AT_ONCE = 128


class Cache(CacheFile):
    """Bytes by kind and key.

    Args:
        folder: Where the cache lives; made if missing. `None`, or a folder that can't be written,
            means a temporary folder that goes when the cache is closed.
        limit: Bytes of values that are kept when the cache is closed.
        remote: A server that may have what isn't there.
    """

    def __init__(
        self, folder: Path | None, limit: int = LIMIT, remote: RemoteStore | None = None
    ) -> None:
        super().__init__(folder)
        self._remote = remote
        self._sends = remote is not None and remote.may_write
        self._secret = b"" if remote is None else remote.secret
        self._limit = limit

    def get_many(
        self, kind: Cached, keys: Iterable[str], decode: Callable[[bytes], Value]
    ) -> dict[str, Value]:
        """Return the values that are there, by key; damaged ones count as missing.

        Args:
            kind: What they are.
            keys: Of which entries.
            decode: Makes a value of its bytes; what it raises says that it can't be done.
        """
        wanted = {entry_name(kind, key): key for key in keys}
        found = self._kept(kind, wanted, decode)
        if self._remote is not None and len(found) < len(wanted):
            missing = [name for name, key in wanted.items() if key not in found]
            for values in self._remote.fetch(kind, missing):
                good = decoded(values, decode)
                self._remote.health.were_wrong(len(values) - len(good))
                found.update((wanted[name], value) for name, value in good.items())
                self._insert(kind, [(self._kept_as(name), values[name]) for name in good])
        return found

    def _kept(
        self, kind: Cached, wanted: Mapping[str, str], decode: Callable[[bytes], Value]
    ) -> dict[str, Value]:
        found: dict[str, Value] = {}
        wanted = {self._kept_as(name): key for name, key in wanted.items()}
        for batch in batches(list(wanted), _BATCH):
            query = (
                "SELECT key, value, day FROM entries WHERE kind = ? AND key IN "  # noqa: S608 - only placeholders are put together
                f"({','.join('?' * len(batch))})"
            )
            aged = []
            for name, entry, day in self._read(query, (kind, *batch)):
                try:
                    found[wanted[name]] = decode(verified(name, entry))
                except Exception:  # noqa: BLE001 - what other bytes do to a decoder is not known
                    self._noticed[DAMAGED] = 1
                    continue
                if day != _today():
                    aged.append((_today(), kind, name))
            if aged:
                self._write("UPDATE entries SET day = ? WHERE kind = ? AND key = ?", aged)
        return found

    def get(self, kind: Cached, key: str, decode: Callable[[bytes], Value]) -> Value | None:
        """Return one value, or `None` if it is missing or damaged."""
        return self.get_many(kind, (key,), decode).get(key)

    def bring(self, kind: Cached, keys: Iterable[str]) -> None:
        """Have here what a server has, in few round trips, of what will be read one by one."""
        if self._remote is not None:
            self.get_many(kind, keys, len)

    def put_many(self, kind: Cached, items: Iterable[tuple[str, bytes]]) -> None:
        """Store values; all of them or, if the machine stops in between, none."""
        named = [(entry_name(kind, key), value) for key, value in items]
        self._insert(kind, [(self._kept_as(name), value) for name, value in named])
        if self._sends and kind not in NOT_SHARED:
            rows = [(kind, name) for name, _ in named]
            self._write("INSERT OR IGNORE INTO unsent (kind, key) VALUES (?, ?)", rows)

    def keep_to_itself(self) -> None:
        """Send no server what is stored from now on."""
        self._sends = False

    def take_diagnostics(self) -> list[Diagnostic]:
        """Return what went wrong with the cache itself, each once, in words for the user."""
        if self._noticed[PASSED_OVER] and not self._messages:  # what this one has met says why
            self._report(f"The cache {self._file} could not be used by every process.")
        if self._noticed[DAMAGED]:
            self._report(
                f"The cache {self._file} contained damaged entries; they have been recreated."
            )
        if self._remote is not None:
            for message in self._remote.health.take_messages():
                self._report(message)
            if self._connection is None and (summary := self._remote.health.summary()):
                self._report(summary)
        new = [message for message, is_told in self._messages.items() if not is_told]
        self._messages.update(dict.fromkeys(new, True))
        return [Diagnostic("warning", "", 0, message) for message in new]

    def _kept_as(self, name: str) -> str:
        return kept_name(name, self._secret)

    def _insert(self, kind: Cached, named: Iterable[tuple[str, bytes]]) -> None:
        self._write(
            "INSERT OR REPLACE INTO entries (kind, key, day, value) VALUES (?, ?, ?, ?)",
            [(kind, name, _today(), checksum(name, value) + value) for name, value in named],
        )

    def _send(self, remote: RemoteStore) -> None:
        """Send the server what it has yet to be sent, for as long as it takes it."""
        deadline = remote.time_to_send()
        waiting = self._read("SELECT kind, key FROM unsent ORDER BY rowid", ())
        for batch in batches(waiting, _SENT_AT_ONCE):
            if remote.health.takes_nothing or time.monotonic() > deadline:
                return
            items = []
            for kind, name in batch:
                query = "SELECT value FROM entries WHERE kind = ? AND key = ?"
                kept_as = self._kept_as(name)
                for (entry,) in self._read(query, (kind, kept_as)):
                    with contextlib.suppress(ValueError):  # damaged: nobody needs to have it
                        items.append((Cached(kind), name, verified(kept_as, entry)))
            kept = {name for _, name, _ in items}.difference(remote.send(items, deadline))
            done = [(kind, name) for kind, name in batch if name not in kept]
            self._write("DELETE FROM unsent WHERE kind = ? AND key = ?", done)
            # Others come first the next time: what failed may be at fault itself.
            again = [(kind, name) for kind, name in batch if name in kept]
            self._write("INSERT OR REPLACE INTO unsent (kind, key) VALUES (?, ?)", again)

    def close(self) -> None:
        """Send what a server is to have, drop what is beyond the limit, and release the file."""
        with self._lock:
            if self._remote is not None:
                if self._sends:
                    self._send(self._remote)
                self._remote.close()
            if self._connection is not None:
                with self._guarded():
                    self._evict()
                self._disconnect()
            if self._temporary is not None:
                self._temporary.cleanup()
                self._temporary = None

    def _evict(self) -> None:
        connection = self._connected()
        (total,) = connection.execute("SELECT TOTAL(LENGTH(value)) FROM entries").fetchone()
        if total <= self._limit:
            return
        with connection:
            for day, size in connection.execute(
                "SELECT day, TOTAL(LENGTH(value)) FROM entries GROUP BY day ORDER BY day"
            ).fetchall():
                if total <= self._limit:
                    break
                connection.execute("DELETE FROM entries WHERE day = ?", (day,))
                total -= size
        connection.execute("VACUUM")


def _today() -> int:
    return int(time.time() // _DAY)
