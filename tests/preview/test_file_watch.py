"""A change of what is watched is told, once, and of nothing else."""

from __future__ import annotations

import os
import queue
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_repodoc.preview.file_watch import FileWatch

FUTURE = 2**62
"""No file has changed since then."""

Told = tuple[FileWatch, queue.Queue[None]]


@pytest.fixture
def watch() -> Iterator[Told]:
    told = queue.Queue[None]()
    watch = FileWatch(lambda: told.put(None))
    yield watch, told
    watch.stop()


@pytest.mark.parametrize("change", ["edit", "delete", "create"])
def test_a_change_is_told_once(watch: Told, tmp_path: Path, change: str) -> None:
    file, other = tmp_path / "a.py", tmp_path / "b.py"
    if change != "create":
        file.write_text("1")
    watch[0].watch([file], FUTURE)
    watch[0].start()
    other.write_text("1")
    if change == "delete":
        file.unlink()
    else:
        (draft := tmp_path / "a.new").write_text("22")
        draft.replace(file)  # what is written in steps may be seen in between
    watch[1].get(timeout=10)
    with pytest.raises(queue.Empty):
        watch[1].get(timeout=0.7)


def test_what_is_no_longer_watched_is_not_looked_at(watch: Told, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1")
    watch[0].watch([tmp_path / "a.py"], FUTURE)
    watch[0].watch([], FUTURE)
    watch[0].start()
    (tmp_path / "a.py").write_text("22")
    with pytest.raises(queue.Empty):
        watch[1].get(timeout=0.7)


def test_what_changed_while_it_was_read_is_told(watch: Told, tmp_path: Path) -> None:
    file, older = tmp_path / "a.py", tmp_path / "b.py"
    for each in (file, older):
        each.write_text("1")
        os.utime(each, (0, 0))
    start = time.time_ns()
    file.write_text("22")
    watch[0].watch([older], start)
    watch[0].start()
    with pytest.raises(queue.Empty):
        watch[1].get(timeout=0.7)
    watch[0].watch([file, older], start)
    watch[1].get(timeout=10)


def test_what_changed_since_the_last_look_is_told(watch: Told, tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("1")
    watch[0].watch([file], FUTURE)
    file.write_text("22")
    watch[0].watch([file], FUTURE)  # after a build that may have read it before the edit
    watch[0].start()
    watch[1].get(timeout=10)
