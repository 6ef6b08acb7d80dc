import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from mkdocs_repodoc import cache as cache_module
from mkdocs_repodoc.cache import Cache


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def database(folder: Path) -> Path:
    (file,) = folder.glob("*.sqlite")
    return file


def reopened(cache: Cache, folder: Path) -> Cache:
    cache.close()
    return Cache(folder)


def test_values_survive_the_run(folder: Path) -> None:
    cache = Cache(folder)
    cache.put_many("outline", [("a", b"1"), ("b", b"2")])
    cache = reopened(cache, folder)
    assert cache.get_many("outline", ["a", "b", "c"]) == {"a": b"1", "b": b"2"}
    cache.close()


def test_kinds_are_apart(folder: Path) -> None:
    cache = Cache(folder)
    cache.put_many("outline", [("a", b"1")])
    assert cache.get("detail", "a") is None
    cache.close()


def test_more_keys_than_a_query_takes(folder: Path) -> None:
    cache = Cache(folder)
    items = {f"key{i}": str(i).encode() for i in range(1_700)}
    cache.put_many("outline", items.items())
    assert cache.get_many("outline", items) == items
    cache.close()


def test_a_changed_byte_is_a_miss(folder: Path) -> None:
    cache = Cache(folder)
    cache.put_many("outline", [("a", b"right"), ("b", b"other")])
    cache.close()
    with sqlite3.connect(database(folder)) as connection:
        (value,) = connection.execute("SELECT value FROM entries WHERE key = 'a'").fetchone()
        changed = value[:-1] + b"?"
        connection.execute("UPDATE entries SET value = ? WHERE key = 'a'", (changed,))
    connection.close()
    cache = Cache(folder)
    assert cache.get_many("outline", ["a", "b"]) == {"b": b"other"}
    cache.close()


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to tell" * 100])
def test_a_damaged_file_is_begun_anew(folder: Path, content: bytes) -> None:
    cache = Cache(folder)
    cache.put_many("outline", [("a", b"1")])
    cache.close()
    for leftover in folder.glob("*-*l"):
        leftover.unlink(missing_ok=True)
    database_file = folder / cache_module._FILE_NAME
    database_file.write_bytes(content)
    cache = Cache(folder)
    assert cache.get("outline", "a") is None
    cache.put_many("outline", [("a", b"2")])
    assert cache.get("outline", "a") == b"2"
    if content:
        (diagnostic,) = cache.diagnostics
        assert "damaged" in diagnostic.message
        assert str(folder) in diagnostic.message
    cache.close()


def test_a_truncated_file_never_gives_a_wrong_value(folder: Path) -> None:
    cache = Cache(folder)
    items = {f"key{i}": bytes([i % 256]) * 5_000 for i in range(200)}
    cache.put_many("outline", items.items())
    cache.close()
    file = database(folder)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    cache = Cache(folder)
    for key, value in cache.get_many("outline", items).items():
        assert value == items[key]
    cache.put_many("outline", [("new", b"1")])
    assert cache.get("outline", "new") in {b"1", None}
    cache.close()


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    cache = Cache(tmp_path / "taken")
    (diagnostic,) = cache.diagnostics
    assert "can't be written" in diagnostic.message
    cache.put_many("outline", [("a", b"1")])
    assert cache.get("outline", "a") == b"1"
    cache.close()


def test_the_least_recently_used_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_today", lambda: 1)
    cache = Cache(folder, limit=2_500)
    cache.put_many("outline", [("old", b"x" * 1_000), ("kept", b"x" * 1_000)])
    monkeypatch.setattr(cache_module, "_today", lambda: 2)
    cache.get("outline", "kept")
    cache.put_many("outline", [("new", b"x" * 1_000)])
    cache = reopened(cache, folder)
    assert set(cache.get_many("outline", ["old", "kept", "new"])) == {"kept", "new"}
    cache.close()


def _write_many(folder: Path, name: str) -> None:
    cache = Cache(folder)
    for i in range(50):
        cache.put_many("outline", [(f"{name}{i}", name.encode()), ("shared", b"same")])
    cache.close()


def test_two_builds_may_share_it(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(folder, name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    cache = Cache(folder)
    keys = [f"{name}{i}" for name in "ab" for i in range(50)]
    assert len(cache.get_many("outline", [*keys, "shared"])) == 101
    cache.close()


def test_a_writer_that_is_cut_off_leaves_whole_entries(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writer = context.Process(target=_write_many, args=(folder, "a"))
    writer.start()
    while not list(folder.glob("*.sqlite")):
        writer.join(0.01)
    writer.kill()
    writer.join()
    cache = Cache(folder)
    assert set(cache.get_many("outline", [f"a{i}" for i in range(50)]).values()) <= {b"a"}
    cache.put_many("outline", [("after", b"1")])
    assert cache.get("outline", "after") == b"1"
    cache.close()
