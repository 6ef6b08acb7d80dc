"""Wall time, peak memory and output of a command, measured from outside."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One run of a command.

    Attributes:
        seconds: Wall time.
        peak_megabytes: Largest resident set of the command or of any process it waited for.
        processor_seconds: Processor time of the command and of all processes it waited for.
    """

    seconds: float
    peak_megabytes: float
    processor_seconds: float


class CommandError(RuntimeError):
    """A measured command ended with an error; the text is the end of its output."""


def run(command: Sequence[str | Path], folder: Path, extra: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end and measure it.

    Args:
        command: Program and arguments.
        folder: Working directory.
        extra: Environment variables beside the present ones.

    Raises:
        CommandError: The command ended with an error.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(extra or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise CommandError(output.read().decode(errors="replace")[-2_000:])
    return Run(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def folder_megabytes(folder: Path) -> float:
    """Return the size of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def yardstick(files: Sequence[Path]) -> float:
    """Return U: the seconds that `ast.parse` takes over all files, in a process of its own."""
    script = f"import sys; sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
    script += "from benchmarks.measure import parse_all; parse_all(sys.stdin.read().split('\\0'))"
    names = "\0".join(map(str, files))
    done = subprocess.run(
        [sys.executable, "-c", script], input=names, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def parse_all(names: Sequence[str]) -> None:
    """Parse files and print the seconds that took."""
    warnings.simplefilter("ignore")
    start = time.perf_counter()
    for name in names:
        data = Path(name).read_bytes()
        try:
            ast.parse(data)
        except SyntaxError:
            continue  # newer syntax than this interpreter's: every contender meets it as well
    print(time.perf_counter() - start)
