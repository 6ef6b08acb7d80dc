"""Times of `mkdocs serve` as its user feels them: first page, any page, a saved file."""

from __future__ import annotations

import contextlib
import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_PATIENCE = 600.0
"""Seconds until a preview that shows nothing is given up."""


@dataclass(frozen=True)
class PreviewTimes:
    """Seconds, and the share of a processor that an idle preview takes."""

    first_page: float
    page_95th: float
    saved_to_seen: float
    idle_share: float


def measure(folder: Path, pages: Sequence[str], edited: Path, edited_page: str) -> PreviewTimes:
    """Start a preview, read pages, edit a file, and stop.

    Args:
        folder: Holds mkdocs.yml.
        pages: Paths of generated pages to sample; the first is the one that is waited for.
        edited: A documented file, restored afterwards.
        edited_page: Path of its page.
    """
    with served(folder) as (base, process, start):
        wait_for(base + pages[0], lambda _: True)
        first_page = time.perf_counter() - start
        times = []
        for page in random.Random(0).sample(pages[1:], min(60, len(pages) - 1)):  # noqa: S311 - a sample
            begin = time.perf_counter()
            _fetch(base + page)
            times.append(time.perf_counter() - begin)
        idle_share = _idle_share(process.pid)
        saved_to_seen = _edit(edited, base + edited_page)
    return PreviewTimes(
        first_page, statistics.quantiles(times, n=20)[-1], saved_to_seen, idle_share
    )


def first_page(folder: Path) -> float:
    """Return the seconds from the start of a preview to its home page."""
    with served(folder) as (base, _, start):
        wait_for(base, lambda _: True)
        return time.perf_counter() - start


def _edit(file: Path, url: str) -> float:
    original = file.read_bytes()
    _fetch(url)  # a page that was never made would be made from the saved file at once
    mark = f"saved_at_{time.monotonic_ns()}"
    begin = time.perf_counter()
    try:
        file.write_bytes(original + f"\n\n{mark} = 1\n".encode())
        wait_for(url, lambda page: mark in page)
        return time.perf_counter() - begin
    finally:
        file.write_bytes(original)


def serving(host: str) -> Sequence[str]:
    """Return the command of a preview, up to its port.

    Args:
        host: `mkdocs`, or `static` for the one without MkDocs.
    """
    if host == "mkdocs":
        return (sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a")
    return (str(Path(sys.executable).with_name("mkdocs-repodoc")), "serve", "--port")


def processor_seconds(pid: int) -> float:
    """Return what a process has taken of processors, with the processes that it has waited for."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def served(
    folder: Path, command: Sequence[str] = serving("mkdocs")
) -> Iterator[tuple[str, subprocess.Popen[bytes], float]]:
    """Run a preview for as long as the block lasts; yields its address, process and start.

    Args:
        folder: Where it is started.
        command: Starts it, with the port after it.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, f"{port}" if "--port" in command else f"127.0.0.1:{port}"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    try:
        yield f"http://127.0.0.1:{port}/", process, start
    finally:
        process.terminate()
        process.wait()


def wait_for(url: str, accept: Callable[[str], bool]) -> None:
    """Ask for a page until it is accepted.

    Raises:
        TimeoutError: It never was.
    """
    deadline = time.perf_counter() + _PATIENCE
    while time.perf_counter() < deadline:
        with contextlib.suppress(URLError, ConnectionError, http.client.HTTPException):
            if accept(_fetch(url)):
                return
        time.sleep(0.02)
    raise TimeoutError(url)


def _fetch(url: str) -> str:
    with urlopen(url, timeout=60) as answer:  # noqa: S310 - always this machine's own server
        return str(answer.read().decode())


def _idle_share(pid: int, seconds: float = 5.0) -> float:
    time.sleep(1)
    before = processor_seconds(pid)
    time.sleep(seconds)
    return (processor_seconds(pid) - before) / seconds
