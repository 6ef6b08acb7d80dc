"""Work for other processes, in a module that costs them no time to import."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_repodoc.model.files import SourceFile
    from mkdocs_repodoc.settings import AnalysisOptions

DEADLY = "shop/deadly.py"
"""A file that no process survives; see `analyse_or_die`."""


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


def die_at_five(_: None, chunk: Sequence[int]) -> list[str]:
    if 5 in chunk:
        os.kill(os.getpid(), signal.SIGKILL)
    return [str(number) for number in chunk]


def hang_at_five(_: None, chunk: Sequence[int]) -> list[str]:
    if 5 in chunk:
        time.sleep(100)
    return [str(number) for number in chunk]


def eat_at_five(_: None, chunk: Sequence[int]) -> list[str]:
    if 5 in chunk:
        return [str(len(bytearray(10**9)))]
    return [str(number) for number in chunk]


def take_half_a_second(_: None, chunk: Sequence[int]) -> list[int]:
    time.sleep(0.5)
    return list(chunk)


def leave_at_five(_: None, chunk: Sequence[int]) -> list[str]:
    if 5 in chunk:
        os._exit(3)
    return [str(number) for number in chunk]


def take_memory(size: int, chunk: Sequence[int]) -> list[str]:
    try:
        return [str(len(bytearray(size))) for _ in chunk]
    except MemoryError:
        return ["too much" for _ in chunk]


def _refuse() -> None:
    raise TypeError("nobody reads this")


class _Secret:
    def __reduce__(self) -> tuple[Callable[[], None], tuple[()]]:
        return _refuse, ()


class SecretError(Exception):
    """Can be pickled, and not be read again, whatever a library does for exceptions (tblib)."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)
        self.secret = _Secret()


def raise_what_cannot_be_read(_: None, chunk: Sequence[int]) -> list[int]:
    raise SecretError(str(chunk[0]), "in a task")


def leave_a_mark(folder: Path, chunk: Sequence[int]) -> list[int]:
    """Leave a file with the number of the process, and work for half a second."""
    (folder / str(os.getpid())).touch()
    time.sleep(0.5)
    return list(chunk)


def die_at_five_or_name_self(_: object, chunk: Sequence[int]) -> list[str]:
    """Return the number of the process for each item."""
    die(None, chunk)
    return [str(os.getpid())] * len(chunk)


def analyse_or_die(
    shared: tuple[Path, AnalysisOptions], files: Sequence[SourceFile]
) -> list[object]:
    """Analyse files of a repository, but for one that kills whoever tries."""
    if any(file.path == DEADLY for file in files):
        os.kill(os.getpid(), signal.SIGKILL)
    from mkdocs_repodoc.pipeline.stores import fresh_records  # noqa: PLC0415 - it takes time to import

    return list(fresh_records._analyse_chunk(shared, files))


def leave_a_mark_and_spin(folder: Path, _: Sequence[int]) -> list[int]:
    """Leave a file with the number of the process, and never come to an end."""
    (folder / str(os.getpid())).touch()
    while True:
        pass
