"""Work for other processes, in a module that costs them no time to import."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def multiply(factor: int, chunk: Sequence[int]) -> list[int]:
    return [factor * number for number in chunk]


def fail_at_five(_: None, chunk: Sequence[int]) -> list[int]:
    if 5 in chunk:
        raise ValueError("five")
    return list(chunk)


def wait_in_the_first(folder: Path, chunk: Sequence[int]) -> list[int]:
    """Wait with the first chunk until five others have left a mark."""
    if chunk[0] == 0:
        while len(list(folder.iterdir())) < 5:
            time.sleep(0.01)
    else:
        (folder / str(chunk[0])).touch()
    return list(chunk)


def die(_: None, chunk: Sequence[int]) -> list[int]:
    if 5 in chunk:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(chunk)


def chatter(_: None, chunk: Sequence[int]) -> list[int]:
    os.write(1, b"a library that prints")
    return list(chunk)


def where_from(_: None, chunk: Sequence[int]) -> list[list[str]]:
    assert chunk
    return [sys.path, [os.environ.get("PYTHONPATH", "unset"), os.environ["PATH"]]]
