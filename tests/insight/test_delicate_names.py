"""Delicate topics that names in code speak of."""

from __future__ import annotations

from mkdocs_repodoc.insight.changing.delicate_names import Delicate, delicate_topics

CODE = """
import threading

# the lock, the lock, the lock
lock = threading.Lock()
cookieJar = {}
with lock:
    cookieJar.clear()
for name in cookieJar:
    print("password", passwordOf(name))
class ClassLoader: ...
class ClassList: ...
class ClassLock: ...
"""


def test_topics_are_told_by_the_names_that_most_lines_have() -> None:
    assert delicate_topics(CODE.split("\n"), "python") == [
        Delicate("credentials and cookies", 4, "cookieJar", 6),
        Delicate("threads and locks", 4, "threading", 2),
    ]


def test_names_that_stand_in_few_lines_say_nothing() -> None:
    assert delicate_topics(["lock()", "lock()"], "python") == []


def test_two_parts_may_tell_together() -> None:
    assert [each.topic for each in delicate_topics(["isSameOrigin(a)"] * 3, "javascript")] == [
        "what is trusted or refused"
    ]
    assert delicate_topics(["sameName(origin)"] * 3, "javascript") == []


def test_signals_between_parts_and_authors_are_nothing_delicate() -> None:
    code = ["signals.content_written.send(a)"] * 3 + [
        "for auth, texts in self.authors: write(auth)"
    ] * 3
    assert delicate_topics(code, "python") == []
    assert [each.topic for each in delicate_topics(["check(auth)"] * 3, "python")] == [
        "credentials and cookies"
    ]


def test_what_is_called_unsafe_need_not_touch_memory() -> None:
    assert delicate_topics(["hex_to_u8_unsafe(a)"] * 3, "rust") == []
    assert [each.topic for each in delicate_topics(["unsafe { a() }"] * 3, "rust")] == [
        "unchecked memory"
    ]


def test_files_that_pin_versions_streams_and_errors_are_no_locks_and_no_credentials() -> None:
    pinned = ["lock_file = read(lock)", "write(lockfile, lock)", "pylock = lock_file"] * 2
    assert delicate_topics(pinned, "python") == []
    assert delicate_topics(["let a = stdin.lock();", "io::stdout().lock()"] * 3, "rust") == []
    assert delicate_topics(["throw authError"] * 3, "javascript") == []
    assert [each.topic for each in delicate_topics(["with venv_lock(a)"] * 3, "python")] == [
        "threads and locks"
    ]


def test_blocks_and_clocks_pin_no_versions_and_locks_of_threads_stay_beside_what_does() -> None:
    held = ["with lock: block_data(a)", "lock.release(clock_path)", "lock = copy_lock(blockEntry)"]
    assert [(each.topic, each.name) for each in delicate_topics(held, "python")] == [
        ("threads and locks", "lock")
    ]
    both = ["lock_file = read(a)", "with lock: write(lock_file)", "lock = threading.Lock()"] * 2
    assert [(each.topic, each.name, each.lines) for each in delicate_topics(both, "python")] == [
        ("threads and locks", "lock", 4)
    ]


def test_a_language_has_words_of_its_own() -> None:
    assert [each.topic for each in delicate_topics(["ch := make(chan int)"] * 3, "go")] == [
        "threads and locks"
    ]
    assert delicate_topics(["chan = a.chan"] * 3, "ruby") == []
    assert [each.topic for each in delicate_topics(["memcpy(a, b, 1)"] * 3, "c++")] == [
        "unchecked memory"
    ]
    assert delicate_topics(["memcpy(a)"] * 3, "json") == []


def test_lock_files_are_those_of_the_tools_of_all_languages() -> None:
    for name in ("cargo_lock", "uvlock", "packageLock", "yarn_lock"):
        assert delicate_topics([f"read({name})", "write(lock)"] * 3, "python") == []
    assert delicate_topics(["npm(mutexes)", "lock(npm)"] * 3, "javascript") != []


def test_what_is_atomic_may_be_a_file_or_a_transaction() -> None:
    written = ["if (options.atomic) later(path)", "class AtomicFile: ...", "isAtomic(path)"]
    assert delicate_topics(written * 2, "typescript") == []
    for language, line in (
        ("rust", "use std::sync::atomic::Ordering;"),
        ("go", "atomic.AddInt64(&number, 1)"),
        ("c++", "std::atomic<int> number;"),
        ("java", "private final AtomicLong number;"),
        ("c", "atomic_fetch_add(&number, 1);"),
    ):
        topics = [each.topic for each in delicate_topics([line] * 3, language)]
        assert topics == ["threads and locks"], line


def test_a_group_of_exclusive_options_is_no_lock() -> None:
    code = [
        "mutex_group = parser.add_mutually_exclusive_group()",
        "mutex_group.add_argument('--all')",
        "mutex_group.add_argument('--one')",
    ]
    assert delicate_topics(code, "python") == []
    assert delicate_topics(["mutex.take()"] * 3, "python")
