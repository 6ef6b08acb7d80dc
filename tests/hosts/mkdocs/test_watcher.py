import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from mkdocs_repodoc.hosts.mkdocs.watcher import Watcher

FUTURE = 2**62
"""No file has changed since then."""


@pytest.fixture
def watcher() -> Iterator[Watcher]:
    watcher = Watcher()
    yield watcher
    watcher.stop()


def edit(file: Path) -> None:
    """Change a file at once: one that is written in steps may be seen in between."""
    draft = file.with_suffix(".new")
    draft.write_text("22")
    draft.replace(file)


def wait_for_signal(watcher: Watcher, earlier: str = "", seconds: float = 10) -> str:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if (now := watcher.signal.read_text()) != earlier:
            return now
        time.sleep(0.02)
    return earlier


@pytest.mark.parametrize("change", ["edit", "delete", "create"])
def test_a_change_is_signalled(watcher: Watcher, tmp_path: Path, change: str) -> None:
    file = tmp_path / "a.py"
    if change != "create":
        file.write_text("1")
    watcher.watch([file], FUTURE)
    watcher.start()
    if change == "delete":
        file.unlink()
    else:
        edit(file)
    assert wait_for_signal(watcher)


def test_a_server_is_told_at_once(watcher: Watcher, tmp_path: Path) -> None:
    """Its own look at the signal, which is not rewritten then, comes twice a second."""
    file = tmp_path / "a.py"
    file.write_text("1")
    builds = queue.Queue[None]()
    server = LiveReloadServer(
        lambda: builds.put(None), host="127.0.0.1", port=0, root=str(tmp_path)
    )
    watcher.watch([file], FUTURE)
    watcher.start(server)
    loop = threading.Thread(target=server.serve)
    loop.start()
    try:
        edit(file)
        builds.get(timeout=20)
        assert watcher.signal.read_text() == ""
    finally:
        server.shutdown()
        loop.join()
    assert builds.empty()


def test_nothing_is_signalled_twice(watcher: Watcher, tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("1")
    watcher.watch([file], FUTURE)
    watcher.start()
    edit(file)
    first = wait_for_signal(watcher)
    assert first
    assert wait_for_signal(watcher, first, seconds=1.2) == first


def test_other_files_are_not_looked_at(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1")
    watcher.watch([tmp_path / "a.py"], FUTURE)
    watcher.start()
    (tmp_path / "b.py").write_text("1")
    assert wait_for_signal(watcher, seconds=1.2) == ""
