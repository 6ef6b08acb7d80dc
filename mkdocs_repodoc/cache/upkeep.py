"""The cache as its owner sees it: how much of what it holds, and ways to have less of it."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_repodoc.cache.cache_file import CACHE_FILE
from mkdocs_repodoc.cache.store import Cache

_ANY_FORMAT = "records-*.sqlite*"
"""The cache's files, those of other versions and of SQLite beside them included."""

_DAY = 24 * 60 * 60


class Share(NamedTuple):
    """What the cache holds of one kind of results."""

    kind: str
    entries: int
    size: int
    """Bytes of values."""


class Usage(NamedTuple):
    """What the cache holds, and how much room its files take."""

    shares: tuple[Share, ...]
    disk_size: int
    """Bytes of all files, those of other versions included."""


def usage(folder: Path) -> Usage:
    """Return what a cache holds; nothing if there is none, or none that can be read.

    Args:
        folder: Folder of the cache; it is not changed.
    """
    disk_size = sum(file.stat().st_size for file in _files(folder))
    file = folder / CACHE_FILE
    if not file.is_file():
        return Usage((), disk_size)
    query = "SELECT kind, COUNT(*), SUM(LENGTH(value)) FROM entries GROUP BY kind ORDER BY kind"
    try:
        with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
            return Usage(tuple(map(Share._make, database.execute(query))), disk_size)
    except sqlite3.Error:
        return Usage((), disk_size)


def clear(folder: Path) -> int:
    """Remove a cache, and nothing else that may be in its folder; return how many bytes it had."""
    files = list(_files(folder))
    size = sum(file.stat().st_size for file in files)
    for file in files:
        file.unlink(missing_ok=True)
    return size


def prune(folder: Path, *, limit: int | None = None, days: int | None = None) -> int:
    """Remove what nobody has used for long, and files that other versions have left.

    Args:
        folder: Folder of the cache.
        limit: Bytes of values that may stay, the most recently used ones; `None` for all.
        days: Days since its last use in which an entry stays; `None` for ever.

    Returns:
        How many bytes of disk that has freed.
    """
    before = sum(file.stat().st_size for file in _files(folder))
    for file in _files(folder):
        if not file.name.startswith(CACHE_FILE):
            file.unlink(missing_ok=True)
    if (folder / CACHE_FILE).is_file():
        cache = Cache(folder) if limit is None else Cache(folder, limit)
        cache.drop_unused_since(0 if days is None else int(time.time() // _DAY) - days)
        cache.close()
    return before - sum(file.stat().st_size for file in _files(folder))


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.glob(_ANY_FORMAT)) if file.is_file())
