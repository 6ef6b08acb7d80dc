"""Pieces of work handed to an executor: all of them, or the reason why some are missing."""

from __future__ import annotations

import gc
import subprocess
import threading
from pathlib import Path

import pytest
from support.cache_servers import free_port
from support.executors import seen, turned
from support.repositories import write_files

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.declared import read_options
from mkdocs_repodoc.processes import elsewhere as module
from mkdocs_repodoc.processes.elsewhere import Elsewhere
from mkdocs_repodoc.processes.workers import can_fork

PIECES = [f"piece {number}".encode() for number in range(100)]
TURNED = dict(enumerate(piece[::-1] for piece in PIECES))


def run(name: str, root: Path, silence: float = 60.0) -> tuple[dict[int, bytes], str]:
    """Return what an executor has done, and its trouble."""
    used = Elsewhere(f"support.executors:{name}", turned, root, silence)
    return dict(used.run(len(PIECES), PIECES.__getitem__)), used.trouble


def living(group: int) -> list[str]:
    """Return the processes of a group that have not ended.

    Zombies have, and so have those whose command stands in brackets: their memory is gone.
    """
    command = ["ps", "-e", "-o", "pgid=,stat=,args="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    own = [row for row in rows if row[0] == str(group)]
    return [row[2] for row in own if not row[1].startswith("Z") and not row[2].startswith("[")]


@pytest.mark.parametrize("name", ["threads", "processes", "telling_twice"])
def test_every_piece_comes_back(name: str, tmp_path: Path) -> None:
    assert run(name, tmp_path) == (TURNED, "")
    assert can_fork()
    assert threading.active_count() == 1


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("failing", "ConnectionError: the wire is cut"),
        ("cancelling", "it was cancelled there"),
        ("refusing", "RuntimeError: cannot schedule new futures"),
        ("dying", "the process that talks to it ended unexpectedly"),
        ("unreadable", "the process that talks to it ended unexpectedly"),
        ("numbering", "it returned int instead of bytes"),
        ("bare", "AttributeError: 'bytes' object has no attribute 'add_done_callback'"),
    ],
)
def test_what_does_not_come_back_has_a_reason(name: str, trouble: str, tmp_path: Path) -> None:
    done, reason = run(name, tmp_path)
    assert reason == trouble
    assert done.items() <= TURNED.items()
    assert len(done) <= 2


def test_an_executor_that_says_nothing_more_is_given_up(tmp_path: Path) -> None:
    done, reason = run("silent", tmp_path, silence=0.5)
    assert reason == "it gave no answer for 0 seconds (32 waiting)"
    assert len(done) == 2


def test_processes_that_hang_end_with_the_executor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SECONDS_TO_END", 0.1)
    used = Elsewhere("support.executors:processes", turned, tmp_path, 2.0)
    pieces = [b"hang", *PIECES]
    done = dict(used.run(len(pieces), pieces.__getitem__))
    assert done == {number + 1: piece for number, piece in TURNED.items()}
    assert used.trouble.endswith("(1 waiting)")
    assert living(used._broker.pid) == []
    assert threading.active_count() == 1


def test_an_executor_that_takes_no_more_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SECONDS_TO_END", 0.1)
    used = Elsewhere("support.executors:slow", turned, tmp_path, 2.0)
    done = dict(used.run(20, lambda number: bytes([number]) * 500_000))
    assert done == {0: bytes(500_000)}
    assert used.trouble == "it gave no answer for 2 seconds (19 waiting)"
    assert threading.active_count() == 1


def test_a_piece_that_raises_costs_itself(tmp_path: Path) -> None:
    used = Elsewhere("support.executors:threads", turned, tmp_path, 60.0)
    pieces = [b"raise", *PIECES]
    done = dict(used.run(len(pieces), pieces.__getitem__))
    assert done == {number + 1: piece for number, piece in TURNED.items()}
    assert used.trouble == ""
    assert used.reason == "ValueError: no such piece"


def test_the_last_pieces_are_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SECONDS_TO_WAIT", 0.5)
    monkeypatch.setattr(module, "_SECONDS_TO_END", 0.1)
    used = Elsewhere("support.executors:threads", turned, tmp_path, 60.0)
    pieces = [*PIECES, b"hang"]
    done = dict(used.run(len(pieces), pieces.__getitem__))
    assert done == TURNED
    assert used.trouble.endswith("(1 waiting)")


def test_whoever_stops_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SECONDS_TO_END", 0.1)
    used = Elsewhere("support.executors:threads", turned, tmp_path, 60.0)
    pieces = [b"first", b"hang"]
    running = used.run(len(pieces), pieces.__getitem__)
    assert next(running) == (0, b"tsrif")
    del running
    gc.collect()
    assert not used._broker.is_alive


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("no.such.module:make", "can't be imported: No module named 'no'; it must be installed"),
        ("support.executors:absent", "the module 'support.executors' has no 'absent'"),
        ("support.executors:NOTHING", "raises TypeError: 'NoneType' object is not callable"),
        ("support.executors:raising", "raises OSError: no such cluster"),
        ("support.executors:no_executor", "returns list, which has no 'submit'"),
    ],
)
def test_what_makes_no_executor_is_one_line(name: str, problem: str, tmp_path: Path) -> None:
    used = Elsewhere(name, turned, tmp_path, 60.0)
    with pytest.raises(SettingsError) as raised:
        dict(used.run(1, PIECES.__getitem__))
    assert str(raised.value).startswith("repodoc option 'executor': ")
    assert problem in str(raised.value)
    assert "\n" not in str(raised.value)


def test_nothing_of_the_repository_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = "from pathlib import Path\nPath(__file__).with_name('sprung').touch()\n"
    write_files(tmp_path, {"cluster.py": trap, "pickle.py": trap, ".git/HEAD": ""})
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    used = Elsewhere("cluster:make", turned, tmp_path, 60.0)
    with pytest.raises(SettingsError, match="nothing is imported from the repository"):
        dict(used.run(1, PIECES.__getitem__))
    assert not (tmp_path / "sprung").exists()


def test_an_executor_sees_no_password_of_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPODOC_CACHE_SECRET", "0123456789abcdef")
    monkeypatch.setenv("REPODOC_CACHE_URL", "https://me:crow@cache.example.org")
    monkeypatch.setenv("OTHER", "seen")
    used = Elsewhere("support.executors:threads", seen, tmp_path, 60.0)
    names = (b"REPODOC_CACHE_SECRET", b"REPODOC_CACHE_URL", b"OTHER")
    assert dict(used.run(3, names.__getitem__)) == {0: b"", 1: b"", 2: b"seen"}


def test_a_scheduler_that_is_not_there(tmp_path: Path) -> None:
    used = Elsewhere(f"dask://127.0.0.1:{free_port()}", turned, tmp_path, 60.0)
    assert dict(used.run(1, PIECES.__getitem__)) == {}
    assert used.trouble == "its scheduler can't be reached"


@pytest.mark.parametrize(
    "value", ["dask://host", "dask://host:port", "module", "module:", ":make", "a b:c", "../m:f", 1]
)
def test_a_name_of_another_form_is_one_line(value: object) -> None:
    with pytest.raises(SettingsError, match="option 'executor': "):
        read_options({"executor": value})


@pytest.mark.parametrize("value", ["", "dask://10.0.0.1:8786", "dask://[::1]:8786", "a.b:make"])
def test_names_of_executors(value: str) -> None:
    assert read_options({"executor": value}).executor == value
