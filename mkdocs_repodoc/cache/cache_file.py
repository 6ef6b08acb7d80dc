"""The file that results are kept in: an SQLite database that may be damaged, locked or cut off."""

from __future__ import annotations

import contextlib
import mmap
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from mkdocs_repodoc.cache.tables import ENTRIES, UNSENT

_FORMAT = 2
CACHE_FILE = f"records-{_FORMAT}.sqlite"
"""Name of the file, in the cache's folder."""
_UNTRACKED = "# Results of repodoc that are kept for the next run; they may be deleted.\n*\n"
"""For git, so that a cache in a repository is neither committed nor reported as untracked."""
DAMAGED, PASSED_OVER = range(2)
"""What copies of this process can tell of: a byte each in the memory that they share."""


class CacheFile:
    """One file, with a connection for each process.

    Args:
        folder: Where it lies; made if missing. `None`, or a folder that can't be written, means a
            temporary folder.
    """

    def __init__(self, folder: Path | None) -> None:
        self._messages: dict[str, bool] = {}
        self._is_failing = False
        """Whether something could not be read or written, which is told once."""
        self._noticed = mmap.mmap(-1, 2)
        self._maker = os.getpid()
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._inherited: sqlite3.Connection | None = None
        self._process = 0
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._file = self._writable(folder) / CACHE_FILE

    def drop_unused_since(self, day: int) -> None:
        """Drop what was last used before a day, counted from the epoch."""
        with self._lock, self._guarded():
            with self._connected() as connection:
                connection.execute("DELETE FROM entries WHERE day < ?", (day,))
            self._connected().execute("VACUUM")

    def _writable(self, folder: Path | None) -> Path:
        if folder is not None:
            try:
                _make(folder)
                with tempfile.TemporaryFile(dir=folder):
                    return folder
            except OSError as error:
                self._report(
                    f"The cache in {folder} can't be written ({error.strerror}); "
                    "this run keeps its results in a temporary folder."
                )
        self._temporary = tempfile.TemporaryDirectory(prefix="repodoc-")
        return Path(self._temporary.name)

    def _read(self, query: str, values: Sequence[object]) -> list[Any]:
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
            if not self._is_failing:  # what follows from one failure says no more than that
                self._report(f"Ignoring the cache {self._file}: {error}.")
            self._is_failing = True
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # the latter from its message
            self._disconnect()
            self._report(f"The cache {self._file} was damaged ({error}) and has been recreated.")
            for suffix in ("", "-wal", "-shm"):
                with contextlib.suppress(OSError):  # then it is found damaged each time
                    Path(f"{self._file}{suffix}").unlink(missing_ok=True)

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
            connection.execute(ENTRIES)
            connection.execute(UNSENT)
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):  # it is given up either way
                self._connection.close()
            self._connection = None

    def _report(self, message: str) -> None:
        self._messages.setdefault(message, False)
        self._noticed[PASSED_OVER] |= os.getpid() != self._maker


def _make(folder: Path) -> None:
    """Make the folder of a cache, if it is missing, as one that git leaves alone.

    Raises:
        OSError: It can't be made.
    """
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text(_UNTRACKED)
