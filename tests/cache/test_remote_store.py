"""A shared cache on a server: what one machine has made the others take, and nothing else."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from support.cache_servers import SERVERS, Request, Served, free_port, served

from mkdocs_repodoc.cache import (
    remote_answers,
    remote_connections,
    remote_health,
    remote_store,
)
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.remote_connections import AT_A_TIME
from mkdocs_repodoc.cache.remote_store import RemoteStore
from mkdocs_repodoc.cache.sealed_values import seal
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.processes.workers import can_fork, map_chunks
from mkdocs_repodoc.settings import CacheServer

SECRET = b"0123456789abcdef"
ITEMS = {f"key{number}": str(number).encode() * 300 for number in range(150)}


@pytest.fixture(params=SERVERS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    root = tmp_path / "served"
    root.mkdir()
    with SERVERS[request.param](root) as address:
        yield address


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a server however much else the machine does."""
    monkeypatch.setattr(remote_health, "_PATIENCE", 1_000.0)
    monkeypatch.setattr(remote_store, "_SECONDS_TO_ANSWER", 60.0)
    monkeypatch.setattr(remote_store, "_SECONDS_IN_ALL", 60.0)
    monkeypatch.setattr(remote_store, "_SECONDS_TO_SEND", 1_000.0)


@pytest.fixture
def server() -> Iterator[Served]:
    with served() as held:
        yield held


def opened(folder: Path, url: str, secret: bytes = b"", *, may_write: bool = False) -> Cache:
    return Cache(folder, remote=RemoteStore(CacheServer(url, "", secret, may_write)))


def messages(cache: Cache) -> list[str]:
    return [diagnostic.message for diagnostic in cache.take_diagnostics()]


def fill(folder: Path, url: str, secret: bytes = b"", items: dict[str, bytes] = ITEMS) -> None:
    cache = opened(folder, url, secret, may_write=True)
    cache.put_many(Cached.OUTLINE, items.items())
    cache.close()
    assert messages(cache) == [
        f"The shared cache had 0 results for this build and was sent {len(items)}."
    ]


@pytest.mark.parametrize("secret", [b"", SECRET])
def test_what_one_machine_has_made_another_one_takes(
    url: str, tmp_path: Path, secret: bytes
) -> None:
    fill(tmp_path / "a", url, secret)
    cache = opened(tmp_path / "b", url, secret)
    assert cache.get_many(Cached.OUTLINE, [*ITEMS, "missing"], bytes) == ITEMS
    assert cache.get(Cached.DETAIL, "key1", bytes) is None
    cache.close()
    assert messages(cache) == ["The shared cache had 150 results for this build and was sent 0."]
    alone = opened(tmp_path / "b", f"http://127.0.0.1:{free_port()}/cache", secret)
    assert alone.get_many(Cached.OUTLINE, ITEMS, bytes) == ITEMS
    alone.close()
    assert messages(alone) == []


def test_what_came_unsigned_never_counts_where_a_secret_is_set(
    server: Served, tmp_path: Path
) -> None:
    fill(tmp_path / "a", server.url, items={"a": b"1"})
    unsigned = opened(tmp_path / "b", server.url)
    assert unsigned.get(Cached.OUTLINE, "a", bytes) == b"1"
    unsigned.put_many(Cached.PAGE, [("made of it", b"2")])
    unsigned.close()
    server.values.clear()
    signed = opened(tmp_path / "b", server.url, SECRET, may_write=True)
    assert signed.get(Cached.OUTLINE, "a", bytes) is None
    assert signed.get(Cached.PAGE, "made of it", bytes) is None
    signed.put_many(Cached.OUTLINE, [("a", b"3")])
    signed.close()
    for secret, value in ((SECRET, b"3"), (b"", b"1"), (SECRET * 2, None)):
        kept = opened(tmp_path / "b", server.url, secret)
        assert kept.get(Cached.OUTLINE, "a", bytes) == value
        kept.close()


def test_what_a_build_without_a_secret_left_unsent_is_never_signed(
    server: Served, tmp_path: Path
) -> None:
    server.behave = unavailable
    cache = opened(tmp_path, server.url, may_write=True)
    cache.put_many(Cached.OUTLINE, [("a", b"1")])
    cache.close()
    server.behave = server.keep
    opened(tmp_path, server.url, SECRET, may_write=True).close()
    assert server.values == {}


def test_a_build_that_may_not_write_sends_nothing(server: Served, tmp_path: Path) -> None:
    cache = opened(tmp_path, server.url)
    cache.put_many(Cached.OUTLINE, [("key", b"value")])
    cache.close()
    assert server.seen == []


def test_a_preview_sends_nothing(server: Served, tmp_path: Path) -> None:
    cache = opened(tmp_path, server.url, may_write=True)
    cache.keep_to_itself()
    cache.put_many(Cached.OUTLINE, [("key", b"value")])
    cache.close()
    assert server.seen == []


def test_what_has_to_do_with_one_machine_stays_there(server: Served, tmp_path: Path) -> None:
    cache = opened(tmp_path, server.url, may_write=True)
    cache.put_many(Cached.HISTORY, [("key", b"value")])
    assert cache.get(Cached.HISTORY, "other", bytes) is None
    cache.close()
    assert server.seen == []


def test_nothing_is_sent_twice(server: Served, tmp_path: Path) -> None:
    fill(tmp_path, server.url, items={"a": b"1"})
    before = len(server.seen)
    cache = opened(tmp_path, server.url, may_write=True)
    assert cache.get(Cached.OUTLINE, "a", bytes) == b"1"
    cache.close()
    assert len(server.seen) == before


def unavailable(request: Request) -> None:
    request.body()
    request.answer(503)


def test_what_a_build_could_not_send_the_next_one_sends(server: Served, tmp_path: Path) -> None:
    server.behave = unavailable
    cache = opened(tmp_path, server.url, may_write=True)
    cache.put_many(Cached.OUTLINE, [("a", b"1"), ("b", b"2"), ("c", b"3")])
    cache.close()
    (said,) = messages(cache)
    assert "answered 503 Service Unavailable; this build goes on without it." in said
    server.behave = server.keep
    cache = opened(tmp_path, server.url, may_write=True)
    cache.close()
    assert len(server.values) == 3


def test_keys_and_paths_are_not_shown_to_the_server(server: Served, tmp_path: Path) -> None:
    fill(tmp_path / "a", server.url, items={"src/private_name.py": b"1"})
    cache = opened(tmp_path / "b", server.url)
    cache.get(Cached.OUTLINE, "src/other_name.py", bytes)
    cache.close()
    assert not any("name" in path for _, path, _ in server.seen)


def read_all(cache: Cache, keys: Sequence[str]) -> list[bytes | None]:
    return [cache.get(Cached.OUTLINE, key, bytes) for key in keys]


def test_copies_of_this_process_ask_as_well(url: str, tmp_path: Path) -> None:
    fill(tmp_path / "a", url)
    cache = opened(tmp_path / "b", url)
    assert cache.get(Cached.OUTLINE, "key0", bytes)  # has a connection, which no copy may use
    assert can_fork()
    chunks = [list(ITEMS)[start : start + 20] for start in range(0, 100, 20)]
    read = list(map_chunks(read_all, cache, chunks, 2, tmp_path))
    assert read == [[ITEMS[key] for key in chunk] for chunk in chunks]
    cache.close()
    assert messages(cache) == ["The shared cache had 100 results for this build and was sent 0."]


def garbled(value: bytes) -> bytes:
    position = len(value) // 2
    return value[:position] + bytes([value[position] ^ 0xFF]) + value[position + 1 :]


@pytest.mark.parametrize(
    "harm",
    [garbled, lambda value: value[:-5], lambda _: b"", lambda _: b"<html>Log in</html>"],
    ids=["changed", "shortened", "empty", "a page"],
)
def test_a_value_that_is_not_what_was_put_there_is_a_miss(
    server: Served, tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    fill(tmp_path / "a", server.url, items={"a": b"1", "b": b"2"})
    harmed = next(iter(server.values))
    server.values[harmed] = harm(server.values[harmed])
    cache = opened(tmp_path / "b", server.url)
    assert cache.get_many(Cached.OUTLINE, ["a", "b"], bytes) in ({"a": b"1"}, {"b": b"2"})
    (said,) = messages(cache)
    assert said == (
        f"The shared cache {server.url} contained values that are damaged, too large, or not "
        "signed with the secret of this build; they have been ignored."
    )
    cache.close()


def test_a_value_under_the_address_of_another_is_a_miss(server: Served, tmp_path: Path) -> None:
    fill(tmp_path / "a", server.url, items={"a": b"1", "b": b"2"})
    first, second = server.values
    server.values[first], server.values[second] = server.values[second], server.values[first]
    cache = opened(tmp_path / "b", server.url)
    assert cache.get_many(Cached.OUTLINE, ["a", "b"], bytes) == {}
    cache.close()


@pytest.mark.parametrize(("theirs", "ours"), [(b"", SECRET), (SECRET, b""), (SECRET * 2, SECRET)])
def test_a_value_signed_with_another_secret_or_none_is_a_miss(
    server: Served, tmp_path: Path, theirs: bytes, ours: bytes
) -> None:
    fill(tmp_path / "a", server.url, theirs, {"a": b"1"})
    cache = opened(tmp_path / "b", server.url, ours)
    assert cache.get(Cached.OUTLINE, "a", bytes) is None
    assert "not signed with the secret of this build" in messages(cache)[0]
    cache.close()


def test_a_value_that_cannot_be_decoded_is_a_miss(server: Served, tmp_path: Path) -> None:
    fill(tmp_path / "a", server.url, items={"a": b"1"})
    cache = opened(tmp_path / "b", server.url)
    assert cache.get(Cached.OUTLINE, "a", lambda _: 1 // 0) is None
    assert "contained values that are damaged" in messages(cache)[0]
    cache.close()


def too_long(request: Request) -> None:
    request.answer(200, bytes(3_000), length="3000")


def too_short(request: Request) -> None:
    request.answer(200, b"half", length="100")
    request.close_connection = True


def gone(request: Request) -> None:
    request.connection.shutdown(socket.SHUT_RDWR)
    request.close_connection = True


def no_http(request: Request) -> None:
    request.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")
    request.close_connection = True


def drop_by_drop(request: Request) -> None:
    request.answer(200, length="1000")
    for _ in range(100):
        request.wfile.write(b".")
        request.wfile.flush()
        time.sleep(0.05)


def silent(_: Request) -> None:
    time.sleep(0.6)


def elsewhere(request: Request) -> None:
    request.answer(302, Location="http://127.0.0.1:9/")


def head_drop_by_drop(request: Request) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 80:
        request.wfile.write(bytes([letter]))
        request.wfile.flush()
        time.sleep(0.05)
    request.close_connection = True


def chunk_drop_by_drop(request: Request) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(80):
        request.wfile.write(b"0")
        request.wfile.flush()
        time.sleep(0.05)
    request.close_connection = True


FAULTS: dict[str, tuple[Callable[[Request], None], str]] = {
    "fails": (lambda request: request.answer(500), "answered 500 Internal Server Error"),
    "refuses": (lambda request: request.answer(403), "answered 403 Forbidden"),
    "leads elsewhere": (elsewhere, "answered 302 Found"),
    "is cut short": (too_short, "broke off its answers"),
    "is gone": (gone, "broke off its answers"),
    "speaks otherwise": (no_http, "broke off its answers"),
    "says nothing": (silent, "took too long to answer"),
    "drips": (drop_by_drop, "took too long to answer"),
    "drips headers": (head_drop_by_drop, "took too long to answer"),
    "drips the size of a part": (chunk_drop_by_drop, "took too long to answer"),
}


@pytest.mark.parametrize(("behave", "said"), FAULTS.values(), ids=FAULTS)
def test_a_server_in_trouble_is_left_alone_after_one_line(
    server: Served,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    behave: Callable[[Request], None],
    said: str,
) -> None:
    monkeypatch.setattr(remote_store, "_SECONDS_TO_ANSWER", 0.2)
    monkeypatch.setattr(remote_store, "_SECONDS_IN_ALL", 0.3)
    server.behave = behave
    cache = opened(tmp_path, server.url)
    for key in ITEMS:
        assert cache.get(Cached.OUTLINE, key, bytes) is None
    assert len(server.seen) <= 6
    assert messages(cache) == [
        f"The shared cache {server.url} {said}; this build goes on without it."
    ]
    cache.close()
    assert messages(cache) == []


def test_no_request_follows_where_a_server_points(server: Served, tmp_path: Path) -> None:
    with served() as other:
        fill(tmp_path / "a", other.url, items={"a": b"1"})
        server.behave = lambda request: request.answer(
            307, Location=other.url.removesuffix("/cache") + request.path
        )
        cache = opened(tmp_path / "b", server.url, may_write=True)
        before = len(other.seen)
        assert cache.get(Cached.OUTLINE, "a", bytes) is None
        cache.put_many(Cached.OUTLINE, [("b", b"2")])
        cache.close()
        assert len(other.seen) == before


def test_a_value_that_is_too_large_is_not_read_to_its_end(
    server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_answers, "LARGEST", 1_000)
    server.behave = too_long
    cache = opened(tmp_path, server.url)
    assert cache.get(Cached.OUTLINE, "a", bytes) is None
    assert "too large" in messages(cache)[0]
    cache.close()


@pytest.mark.parametrize("status", [200, 404, 500])
def test_answers_that_are_not_read_to_their_end_hold_up_no_others(
    server: Served, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    monkeypatch.setattr(remote_answers, "LARGEST", 1_000)
    monkeypatch.setattr(remote_health, "_MOST_FAILURES", 1_000)
    monkeypatch.setattr(remote_health, "_HOPELESS", 1_000)
    server.behave = lambda request: request.answer(status, bytes(3_000_000), length="3000000")
    store = RemoteStore(CacheServer(server.url))
    found: list[dict[str, bytes]] = []
    names = [f"{number:064x}" for number in range(3 * AT_A_TIME)]
    fetching = threading.Thread(
        target=lambda: found.extend(store.fetch(Cached.OUTLINE, names)), daemon=True
    )
    fetching.start()
    fetching.join(60)
    assert found == [{}]
    # One may be lost with the connection of an answer that was broken off.
    assert len(server.seen) > 2 * AT_A_TIME
    store.close()


def test_no_server_at_all(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}/cache"
    cache = opened(tmp_path, url, may_write=True)
    assert cache.get_many(Cached.OUTLINE, ITEMS, bytes) == {}
    cache.put_many(Cached.OUTLINE, ITEMS.items())
    cache.close()
    assert messages(cache) == [
        f"The shared cache {url} can't be reached; this build goes on without it."
    ]


def test_a_server_that_goes_away_in_the_middle_costs_the_rest(
    server: Served, tmp_path: Path
) -> None:
    fill(tmp_path / "a", server.url)
    asked = iter(range(10_000))

    def leave(request: Request) -> None:
        if next(asked) < 70:
            server.keep(request)
        else:
            gone(request)

    server.behave = leave
    cache = opened(tmp_path / "b", server.url)
    found = cache.get_many(Cached.OUTLINE, ITEMS, bytes)
    assert 0 < len(found) < len(ITEMS)
    assert found.items() <= ITEMS.items()
    assert "broke off its answers" in messages(cache)[0]
    cache.close()


def test_a_server_that_is_slower_than_the_work_is_left_alone(
    server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "a", server.url)
    monkeypatch.setattr(remote_health, "_PATIENCE", 0.2)
    monkeypatch.setattr(remote_health, "_LEAST_PER_SECOND", 1_000_000)
    cache = opened(tmp_path / "b", server.url)
    cache.get_many(Cached.OUTLINE, ITEMS, bytes)
    for key in ITEMS:
        cache.get(Cached.OUTLINE, key, bytes)
        time.sleep(0.001)
        if cache._remote is None or cache._remote.health.is_off:
            break
        cache.get(Cached.DETAIL, key, bytes)
    assert "which is too slow; this build goes on without it." in messages(cache)[0]
    cache.close()


def test_what_is_not_asked_any_more_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_health, "_PATIENCE", 5.0)
    health = remote_health.RemoteHealth("http://cache.example")
    health.waited(11.0)
    for _ in range(63):
        health.waited(0.0)
    (message,) = health.take_messages()
    assert "gave 1 answers in 11 seconds, which is too slow" in message


def test_a_server_without_anything_is_not_asked_for_everything(
    server: Served, tmp_path: Path
) -> None:
    cache = opened(tmp_path, server.url)
    assert cache.get_many(Cached.OUTLINE, (f"key{n}" for n in range(5_000)), bytes) == {}
    assert len(server.seen) < 100
    assert cache.get(Cached.OUTLINE, "one more", bytes) is None
    assert messages(cache) == []
    cache.close()


def test_a_server_that_takes_nothing_may_still_be_read(server: Served, tmp_path: Path) -> None:
    fill(tmp_path / "a", server.url, items={"a": b"1"})

    def only_give(request: Request) -> None:
        if request.command == "PUT":
            request.body()
            request.answer(403)
        else:
            server.keep(request)

    server.behave = only_give
    cache = opened(tmp_path / "b", server.url, may_write=True)
    cache.put_many(Cached.OUTLINE, [("b", b"2")])
    assert cache.get(Cached.OUTLINE, "a", bytes) == b"1"
    cache.close()
    assert messages(cache) == [
        f"The shared cache {server.url} refused results of this build: it answered 403 Forbidden.",
        "The shared cache had 1 results for this build and was sent 0.",
    ]


def test_a_value_that_is_too_large_for_the_server_holds_up_no_other(
    server: Served, tmp_path: Path
) -> None:
    large = os.urandom(5_000)

    def only_small(request: Request) -> None:
        if int(request.headers["Content-Length"]) > 1_000:
            request.body()
            request.answer(413)
        else:
            server.keep(request)

    server.behave = only_small
    cache = opened(tmp_path, server.url, may_write=True)
    cache.put_many(Cached.OUTLINE, [("a", large), ("b", b"1"), ("c", b"2")])
    cache.close()
    assert len(server.values) == 2
    assert messages(cache) == ["The shared cache had 0 results for this build and was sent 2."]
    before = len(server.seen)
    opened(tmp_path, server.url, may_write=True).close()
    assert len(server.seen) == before


def test_a_large_value_has_time_of_its_own_to_be_sent(
    server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_connections, "_SECONDS_TO_CONNECT", 0.3)

    def narrow(request: Request) -> None:
        time.sleep(1.0)  # longer than a connection may take, while the buffers are full
        server.keep(request)

    server.behave = narrow
    cache = opened(tmp_path, server.url, may_write=True)
    cache.put_many(Cached.OUTLINE, [("a", os.urandom(4_000_000))])
    cache.close()
    assert [method for method, _, _ in server.seen] == ["PUT"]
    assert len(server.values) == 1


def test_sending_has_an_end(
    server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_store, "_SECONDS_TO_SEND", -1.0)
    cache = opened(tmp_path, server.url, may_write=True)
    cache.put_many(Cached.OUTLINE, ITEMS.items())
    cache.close()
    assert server.seen == []


def test_many_are_on_their_way_at_a_time(server: Served, tmp_path: Path) -> None:
    fill(tmp_path / "a", server.url, items=dict(list(ITEMS.items())[:64]))
    together, most, lock = 0, 0, threading.Lock()

    def late(request: Request) -> None:
        nonlocal together, most
        with lock:
            together += 1
            most = max(most, together)
        time.sleep(0.01)
        with lock:
            together -= 1
        server.keep(request)

    server.behave = late
    cache = opened(tmp_path / "b", server.url)
    assert len(cache.get_many(Cached.OUTLINE, list(ITEMS)[:64], bytes)) == 64
    assert most > 4
    assert threading.active_count() < 40
    cache.close()


def test_credentials_are_shown_to_their_server_alone_and_nobody_else(
    server: Served, tmp_path: Path
) -> None:
    shown = CacheServer(server.url, "Basic c2VjcmV0", SECRET, may_write=True)
    assert "c2VjcmV0" not in repr(shown)
    assert SECRET.decode() not in repr(shown)
    cache = Cache(tmp_path, remote=RemoteStore(shown))
    cache.put_many(Cached.OUTLINE, [("a", b"1")])
    cache.close()
    assert [credentials for _, _, credentials in server.seen] == ["Basic c2VjcmV0"]
    server.behave = lambda request: request.answer(401)
    cache = Cache(tmp_path, remote=RemoteStore(shown))
    cache.get(Cached.DETAIL, "a", bytes)
    cache.close()
    assert not any("c2VjcmV0" in said for said in messages(cache))
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"c2VjcmV0" not in kept
    assert SECRET not in kept


def test_a_sealed_value_of_another_kind_is_a_miss(server: Served, tmp_path: Path) -> None:
    fill(tmp_path / "a", server.url, items={"a": b"1"})
    (path,) = server.values
    forged = seal(Cached.PAGE, path.rpartition("/")[2], b"other", b"")
    assert forged is not None
    server.values[path] = forged
    cache = opened(tmp_path / "b", server.url)
    assert cache.get(Cached.OUTLINE, "a", bytes) is None
    cache.close()


def test_a_proxy_of_the_environment_is_used(
    server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {**os.environ})
    monkeypatch.setenv("http_proxy", server.url.removesuffix("/cache"))
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    cache = opened(tmp_path, "http://cache.invalid/repodoc")
    assert cache.get(Cached.OUTLINE, "a", bytes) is None
    assert server.seen[0][1].startswith("http://cache.invalid/repodoc/")
    cache.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_no_proxy_sees_what_is_meant_for_this_machine(
    server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    with served() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.removesuffix("/cache"))
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        url = server.url.replace("127.0.0.1", host)
        cache = Cache(tmp_path, remote=RemoteStore(CacheServer(url, "Basic c2VjcmV0")))
        cache.get(Cached.OUTLINE, "a", bytes)
        cache.close()
        assert proxy.seen == []
    assert [credentials for _, _, credentials in server.seen] == ["Basic c2VjcmV0"]


def test_no_proxy_sees_credentials_in_the_clear(
    server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url.removesuffix("/cache"))
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    shown = CacheServer("http://cache.invalid/repodoc", "Basic c2VjcmV0")
    cache = Cache(tmp_path, remote=RemoteStore(shown))
    assert cache.get(Cached.OUTLINE, "a", bytes) is None
    cache.close()
    assert server.seen == []


def test_a_proxy_may_be_named_without_a_scheme_and_with_a_password_of_its_own(
    server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = server.url.removesuffix("/cache").removeprefix("http://")
    monkeypatch.setenv("http_proxy", f"me:cr%40w@{address}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    shown: list[str | None] = []

    def note(request: Request) -> None:
        shown.append(request.headers.get("Proxy-Authorization"))
        request.answer(404)

    server.behave = note
    cache = opened(tmp_path, "http://cache.invalid/repodoc")
    assert cache.get(Cached.OUTLINE, "a", bytes) is None
    assert messages(cache) == []
    cache.close()
    assert shown == ["Basic bWU6Y3JAdw=="]


def test_a_proxy_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"127.0.0.1:{free_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    cache = opened(tmp_path, "http://cache.invalid/repodoc")
    cache.get_many(Cached.OUTLINE, ITEMS, bytes)
    assert "by the proxy that the environment names; this build goes on" in messages(cache)[0]
    cache.close()
