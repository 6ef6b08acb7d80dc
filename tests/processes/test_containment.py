"""What is said of an exception: on the page, and in the log."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_repodoc.format_readers.structured_data.json_values import load_json
from mkdocs_repodoc.processes.containment import (
    DEEPEST_CALLS,
    fault,
    recursion_bound,
    traceback_of,
)


def raised() -> ValueError:
    with pytest.raises(json.JSONDecodeError) as caught:
        load_json("[1, }")
    return caught.value


def test_a_fault_names_the_line_of_this_package() -> None:
    assert fault(raised()).startswith(
        "JSONDecodeError: Expecting value: line 1 column 5 (char 4) ("
    )
    assert "(format_readers/structured_data/json_values.py, line " in fault(raised())


def test_a_traceback_has_every_call_and_no_path_of_the_machine() -> None:
    told = traceback_of(raised())
    calls = [line.split('"')[1] for line in told.splitlines() if line.startswith("  File ")]
    assert calls[0].endswith("test_containment.py")
    assert "mkdocs_repodoc/format_readers/structured_data/json_values.py" in calls
    assert calls[-1] == "json/decoder.py"
    assert str(Path.cwd()) not in told
    assert "load_json" in told
    assert told.endswith("JSONDecodeError: Expecting value: line 1 column 5 (char 4)")


def test_a_recursion_is_told_by_its_last_calls() -> None:
    def again(depth: int) -> int:
        return 1 // depth + again(depth - 1)

    with pytest.raises(ZeroDivisionError) as caught:
        again(100)
    assert len(traceback_of(caught.value).splitlines()) < 70


def test_a_thread_that_needs_fewer_calls_takes_none_from_another() -> None:
    def deep(calls: int) -> int:
        return 0 if calls == 0 else 1 + deep(calls - 1)

    before = sys.getrecursionlimit()
    entered, left = threading.Event(), threading.Event()
    reached: list[int] = []

    def render() -> None:
        with recursion_bound():
            entered.set()
            left.wait(60)
            reached.append(deep(DEEPEST_CALLS - 100))

    with recursion_bound():
        thread = threading.Thread(target=lambda: deep_call(render, 200))
        thread.start()
        entered.wait(60)
    left.set()
    thread.join()
    assert reached == [DEEPEST_CALLS - 100]
    assert sys.getrecursionlimit() == before


def deep_call(function: Callable[[], None], calls: int) -> None:
    """Call a function with some calls above it."""
    if calls == 0:
        function()
    else:
        deep_call(function, calls - 1)
