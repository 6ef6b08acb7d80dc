"""The owner of a cache sees what it holds, and removes that and nothing else."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from mkdocs_repodoc.cache.cache_file import CACHE_FILE
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.cache.upkeep import clear, prune, usage

DAY = 24 * 60 * 60


def fill(folder: Path, *keys: str, size: int = 50_000) -> None:
    cache = Cache(folder)
    cache.put_many(Cached.PAGE, [(key, b"x" * size) for key in keys])
    cache.close()


def kept(folder: Path, *keys: str) -> set[str]:
    cache = Cache(folder)
    found = cache.get_many(Cached.PAGE, keys, bytes)
    cache.close()
    return set(found)


def test_usage_counts_entries_and_bytes_by_kind(tmp_path: Path) -> None:
    fill(tmp_path, "a", "b")

    used = usage(tmp_path)

    (share,) = used.shares
    assert (share.kind, share.entries) == ("page", 2)
    assert 100_000 < share.size <= used.disk_size


def test_there_may_be_no_cache_or_a_damaged_one(tmp_path: Path) -> None:
    assert usage(tmp_path / "none").shares == ()
    (tmp_path / CACHE_FILE).write_bytes(b"no database")
    assert usage(tmp_path).shares == ()
    assert usage(tmp_path).disk_size == len(b"no database")
    assert clear(tmp_path / "none") == prune(tmp_path / "none") == 0


def test_what_is_not_the_caches_stays(tmp_path: Path) -> None:
    fill(tmp_path, "a")
    (tmp_path / "records-1.sqlite").touch()
    (tmp_path / "own.txt").touch()

    assert clear(tmp_path) > 50_000

    assert [file.name for file in tmp_path.iterdir()] == ["own.txt"]


def test_what_was_not_used_for_long_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "records-1.sqlite").write_bytes(b"of another version")
    now = time.time()
    fill(tmp_path, "old")
    monkeypatch.setattr(time, "time", lambda: now + 9 * DAY)
    fill(tmp_path, "new")

    assert prune(tmp_path, days=10) == len(b"of another version")
    assert prune(tmp_path, days=8) > 40_000

    assert kept(tmp_path, "old", "new") == {"new"}


def test_the_most_recently_used_stay_within_a_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    fill(tmp_path, "old")
    monkeypatch.setattr(time, "time", lambda: now + DAY)
    fill(tmp_path, "new")

    prune(tmp_path, limit=60_000)

    assert kept(tmp_path, "old", "new") == {"new"}
