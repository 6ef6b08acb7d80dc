import multiprocessing
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from support.repositories import git

from mkdocs_repodoc.cache import store as cache_module
from mkdocs_repodoc.cache.cache_file import CACHE_FILE
from mkdocs_repodoc.cache.entry_seals import entry_name
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.processes.workers import map_chunks


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
    cache.put_many(Cached.OUTLINE, [("a", b"1"), ("b", b"2")])
    cache = reopened(cache, folder)
    assert cache.get_many(Cached.OUTLINE, ["a", "b", "c"], bytes) == {"a": b"1", "b": b"2"}
    cache.close()


def test_kinds_are_apart(folder: Path) -> None:
    cache = Cache(folder)
    cache.put_many(Cached.OUTLINE, [("a", b"1")])
    assert cache.get(Cached.DETAIL, "a", bytes) is None
    cache.close()


def test_more_keys_than_a_query_takes(folder: Path) -> None:
    cache = Cache(folder)
    items = {f"key{i}": str(i).encode() for i in range(1_700)}
    cache.put_many(Cached.OUTLINE, items.items())
    assert cache.get_many(Cached.OUTLINE, items, bytes) == items
    cache.close()


def test_a_changed_byte_is_a_miss(folder: Path) -> None:
    cache = Cache(folder)
    cache.put_many(Cached.OUTLINE, [("a", b"right"), ("b", b"other")])
    cache.close()
    with rows(folder) as connection:
        name = entry_name(Cached.OUTLINE, "a")
        (value,) = connection.execute("SELECT value FROM entries WHERE key = ?", [name]).fetchone()
        changed = value[:-1] + b"?"
        connection.execute("UPDATE entries SET value = ? WHERE key = ?", (changed, name))
    cache = Cache(folder)
    assert cache.get_many(Cached.OUTLINE, ["a", "b"], bytes) == {"b": b"other"}
    (diagnostic,) = cache.take_diagnostics()
    assert "contained damaged entries" in diagnostic.message
    assert cache.take_diagnostics() == []
    cache.close()


@contextmanager
def rows(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(database(folder))) as connection, connection:
        yield connection


def test_an_entry_under_the_key_of_another_is_a_miss(folder: Path) -> None:
    cache = Cache(folder)
    cache.put_many(Cached.OUTLINE, [("a", b"1"), ("b", b"2")])
    cache.put_many(Cached.DETAIL, [("a", b"3")])
    cache.close()
    with rows(folder) as connection:
        names = [entry_name(Cached.OUTLINE, key) for key in "ab"]
        other = entry_name(Cached.DETAIL, "a")
        values = dict(connection.execute("SELECT key, value FROM entries").fetchall())
        for name, value in zip(names, [values[other], values[names[0]]], strict=True):
            connection.execute("UPDATE entries SET value = ? WHERE key = ?", (value, name))
    cache = Cache(folder)
    assert cache.get_many(Cached.OUTLINE, ["a", "b"], bytes) == {}
    assert cache.get(Cached.DETAIL, "a", bytes) == b"3"
    cache.close()


@pytest.mark.parametrize("value", [None, 5, 0.5, "text", b"", b"short"])
def test_an_entry_of_another_type_is_a_miss(folder: Path, value: object) -> None:
    cache = Cache(folder)
    cache.put_many(Cached.OUTLINE, [("a", b"1")])
    cache.close()
    with rows(folder) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        loose = "UPDATE sqlite_schema SET sql = replace(sql, 'BLOB NOT NULL', 'BLOB')"
        connection.execute(loose)
    with rows(folder) as connection:
        connection.execute("UPDATE entries SET value = ?", (value,))
    cache = Cache(folder)
    assert cache.get(Cached.OUTLINE, "a", bytes) is None
    assert len(cache.take_diagnostics()) == 1
    cache.close()


def test_what_cannot_be_decoded_is_a_miss(folder: Path) -> None:
    cache = Cache(folder)
    cache.put_many(Cached.OUTLINE, [("a", b"1"), ("b", b"two")])
    assert cache.get_many(Cached.OUTLINE, ["a", "b"], int) == {"a": 1}
    assert len(cache.take_diagnostics()) == 1
    cache.close()


def read_in_copy(cache: Cache, keys: Sequence[str]) -> list[str]:
    return list(cache.get_many(Cached.OUTLINE, keys, int))


def test_damage_that_a_worker_meets_is_told_by_its_parent(folder: Path, project: Path) -> None:
    cache = Cache(folder)
    cache.put_many(Cached.OUTLINE, [("a", b"1"), ("b", b"two"), ("c", b"three")])
    assert list(map_chunks(read_in_copy, cache, [["a"], ["b"], ["c"]], 2, project)) == [
        ["a"],
        [],
        [],
    ]
    (diagnostic,) = cache.take_diagnostics()
    assert "contained damaged entries" in diagnostic.message
    cache.close()


@pytest.mark.parametrize("seed", range(40))
def test_whatever_bits_flip_no_value_is_wrong(folder: Path, seed: int) -> None:
    cache = Cache(folder)
    items = {f"key{i}": f"{i}:".encode() * (i % 50) for i in range(200)}
    cache.put_many(Cached.OUTLINE, items.items())
    cache.put_many(Cached.DETAIL, ((key, value + b"detail") for key, value in items.items()))
    cache.close()
    chance = random.Random(seed)  # noqa: S311 - the same each time
    content = bytearray(database(folder).read_bytes())
    for _ in range(chance.choice([1, 10, 300])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    database(folder).write_bytes(content)
    cache = Cache(folder)
    for key, value in cache.get_many(Cached.OUTLINE, items, bytes).items():
        assert value == items[key]
    for key, value in cache.get_many(Cached.DETAIL, items, bytes).items():
        assert value == items[key] + b"detail"
    cache.put_many(Cached.OUTLINE, [("new", b"1")])
    assert cache.get(Cached.OUTLINE, "new", bytes) in {b"1", None}
    cache.close()


def test_the_file_holds_no_key(folder: Path) -> None:
    """Keys hold paths of the machine."""
    cache = Cache(folder)
    cache.put_many(Cached.HISTORY, [("0.1:/home/ada/secret-project:main", b"1")])
    cache.close()
    assert b"secret-project" not in database(folder).read_bytes()


def test_keys_may_hold_bytes_that_are_no_text(folder: Path) -> None:
    cache = Cache(folder)
    cache.put_many(Cached.HISTORY, [("caf\udce9", b"1")])
    assert cache.get(Cached.HISTORY, "caf\udce9", bytes) == b"1"
    cache.close()


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to tell" * 100])
def test_a_damaged_file_is_begun_anew(folder: Path, content: bytes) -> None:
    cache = Cache(folder)
    cache.put_many(Cached.OUTLINE, [("a", b"1")])
    cache.close()
    for leftover in folder.glob("*-*l"):
        leftover.unlink(missing_ok=True)
    database_file = folder / CACHE_FILE
    database_file.write_bytes(content)
    cache = Cache(folder)
    assert cache.get(Cached.OUTLINE, "a", bytes) is None
    cache.put_many(Cached.OUTLINE, [("a", b"2")])
    assert cache.get(Cached.OUTLINE, "a", bytes) == b"2"
    if content:
        (diagnostic,) = cache.take_diagnostics()
        assert "damaged" in diagnostic.message
        assert str(folder) in diagnostic.message
    cache.close()


def test_a_truncated_file_never_gives_a_wrong_value(folder: Path) -> None:
    cache = Cache(folder)
    items = {f"key{i}": bytes([i % 256]) * 5_000 for i in range(200)}
    cache.put_many(Cached.OUTLINE, items.items())
    cache.close()
    file = database(folder)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    cache = Cache(folder)
    for key, value in cache.get_many(Cached.OUTLINE, items, bytes).items():
        assert value == items[key]
    cache.put_many(Cached.OUTLINE, [("new", b"1")])
    assert cache.get(Cached.OUTLINE, "new", bytes) in {b"1", None}
    cache.close()


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    cache = Cache(tmp_path / "taken")
    (diagnostic,) = cache.take_diagnostics()
    assert "can't be written" in diagnostic.message
    cache.put_many(Cached.OUTLINE, [("a", b"1")])
    assert cache.get(Cached.OUTLINE, "a", bytes) == b"1"
    cache.close()


def test_the_least_recently_used_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_today", lambda: 1)
    cache = Cache(folder, limit=2_500)
    cache.put_many(Cached.OUTLINE, [("old", b"x" * 1_000), ("kept", b"x" * 1_000)])
    monkeypatch.setattr(cache_module, "_today", lambda: 2)
    cache.get(Cached.OUTLINE, "kept", bytes)
    cache.put_many(Cached.OUTLINE, [("new", b"x" * 1_000)])
    cache = reopened(cache, folder)
    assert set(cache.get_many(Cached.OUTLINE, ["old", "kept", "new"], bytes)) == {"kept", "new"}
    cache.close()


def _write_many(folder: Path, name: str) -> None:
    cache = Cache(folder)
    for i in range(50):
        cache.put_many(Cached.OUTLINE, [(f"{name}{i}", name.encode()), ("shared", b"same")])
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
    assert len(cache.get_many(Cached.OUTLINE, [*keys, "shared"], bytes)) == 101
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
    keys = [f"a{i}" for i in range(50)]
    assert set(cache.get_many(Cached.OUTLINE, keys, bytes).values()) <= {b"a"}
    cache.put_many(Cached.OUTLINE, [("after", b"1")])
    assert cache.get(Cached.OUTLINE, "after", bytes) == b"1"
    cache.close()


def test_git_leaves_a_new_cache_alone_and_a_folder_that_was_there_is_not_changed(
    tmp_path: Path,
) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "there").mkdir()
    for name in ("new/cache", "there"):
        with closing(Cache(tmp_path / name)) as cache:
            cache.put_many(Cached.OUTLINE, [("a", b"1")])
    assert git(tmp_path, "status", "--porcelain").splitlines() == ["?? there/"]
    assert not (tmp_path / "there/.gitignore").exists()
