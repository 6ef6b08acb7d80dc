"""Results kept between runs: bytes under a content digest, in one SQLite file.

A key holds everything that its value depends on, or the value says what else has to be looked at,
so that an entry is never stale: it is right, or nobody uses it any more. The cache may be shared by
builds at the same time, cut off while it is written, deleted, or damaged: each of these is a miss
and at worst a diagnostic, never a wrong page. Each value carries a checksum, because a damaged file
can still be a readable database.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from mkdocs_repodoc.model.diagnostics import Diagnostic

LIMIT = 2 * 1024**3
"""Bytes of values that the cache may hold before the least recently used are dropped."""

_FORMAT = 1
_FILE_NAME = f"records-{_FORMAT}.sqlite"
_CHECKSUM_SIZE = 8
_BATCH = 500
_DAY = 24 * 60 * 60
_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    day INTEGER NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (kind, key)
)
"""


class Cache:
    """Bytes by kind and key.

    Args:
        folder: Where the cache lives; made if missing. `None`, or a folder that can't be written,
            means a temporary folder that goes when the cache is closed.
        limit: Bytes of values that are kept when the cache is closed.

    Attributes:
        diagnostics: What went wrong with the cache itself, in words for the user.
    """

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._limit = limit
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._inherited: sqlite3.Connection | None = None
        self._process = 0
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._file = self._writable(folder) / _FILE_NAME

    def get_many(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values that are there, by key; damaged ones count as missing."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, bytes] = {}
        for batch in _batches(wanted):
            query = (
                "SELECT key, value, day FROM entries WHERE kind = ? AND key IN "  # noqa: S608 - only placeholders are put together
                f"({','.join('?' * len(batch))})"
            )
            aged = []
            for key, value, day in self._read(query, (kind, *batch)):
                if (content := _verified(value)) is not None:
                    found[key] = content
                    if day != _today():
                        aged.append((_today(), kind, key))
            if aged:
                self._write("UPDATE entries SET day = ? WHERE kind = ? AND key = ?", aged)
        return found

    def get(self, kind: str, key: str) -> bytes | None:
        """Return one value, or `None` if it is missing or damaged."""
        return self.get_many(kind, (key,)).get(key)

    def put_many(self, kind: str, items: Iterable[tuple[str, bytes]]) -> None:
        """Store values; all of them or, if the machine stops in between, none."""
        rows = [(kind, key, _today(), _checksum(value) + value) for key, value in items]
        self._write(
            "INSERT OR REPLACE INTO entries (kind, key, day, value) VALUES (?, ?, ?, ?)", rows
        )

    def close(self) -> None:
        """Drop what is beyond the limit and release the file."""
        with self._lock:
            if self._connection is not None:
                with self._guarded():
                    self._evict()
                self._disconnect()
            if self._temporary is not None:
                self._temporary.cleanup()
                self._temporary = None

    def _writable(self, folder: Path | None) -> Path:
        if folder is not None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryFile(dir=folder):
                    return folder
            except OSError as error:
                self._report(
                    f"The cache in {folder} can't be written ({error.strerror}); "
                    "this run keeps its results in a temporary folder."
                )
        self._temporary = tempfile.TemporaryDirectory(prefix="repodoc-")
        return Path(self._temporary.name)

    def _read(self, query: str, values: Sequence[object]) -> list[tuple[str, bytes, int]]:
        with self._lock, self._guarded():
            return self._connected().execute(query, values).fetchall()
        return []

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        with self._lock, self._guarded(), self._connected() as connection:
            connection.executemany(statement, rows)

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn a damaged or locked database into misses and a diagnostic."""
        try:
            yield
        except sqlite3.OperationalError as error:
            self._report(f"The cache {self._file} was passed over: {error}.")
        except sqlite3.DatabaseError as error:
            self._disconnect()
            for suffix in ("", "-wal", "-shm"):
                Path(f"{self._file}{suffix}").unlink(missing_ok=True)
            self._report(f"The cache {self._file} was damaged ({error}) and has been begun anew.")

    def _connected(self) -> sqlite3.Connection:
        # A connection must not cross a fork: a child opens its own, and must not even close the
        # one that it has inherited.
        if self._process != os.getpid():
            self._inherited = self._connection
            self._connection = None
        if self._connection is None:
            connection = sqlite3.connect(self._file, timeout=30, check_same_thread=False)
            self._connection, self._process = connection, os.getpid()
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(_SCHEMA)
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):  # it is given up either way
                self._connection.close()
            self._connection = None

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

    def _report(self, message: str) -> None:
        self.diagnostics.append(Diagnostic("warning", "", 0, message))


def _batches(keys: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]


def _checksum(value: bytes) -> bytes:
    return blake2b(value, digest_size=_CHECKSUM_SIZE).digest()


def _verified(stored: bytes) -> bytes | None:
    checksum, value = stored[:_CHECKSUM_SIZE], stored[_CHECKSUM_SIZE:]
    return value if checksum == _checksum(value) else None


def _today() -> int:
    return int(time.time() // _DAY)
