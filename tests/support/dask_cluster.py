"""A scheduler of Dask and its workers, in processes of their own that see no checkout."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.cache_servers import free_port
from support.ports import wait_for

_ALONE = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--death-timeout", "120")


class Cluster:
    """A scheduler and two workers, as long as nobody kills them.

    Attributes:
        option: The option `executor` that leads there.
        scheduler: The scheduler.
        workers: The workers.
    """

    def __init__(self, folder: Path, hidden: Path) -> None:
        port = free_port()
        self.option = f"dask://127.0.0.1:{port}"
        self._address = f"tcp://127.0.0.1:{port}"
        self._hidden = hidden
        self.folder = folder
        self.scheduler = self._started(
            "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port),
            "--no-dashboard",
        )  # fmt: skip
        wait_for(port)
        self.workers = [self.add_worker(), self.add_worker()]

    def add_worker(self) -> subprocess.Popen[bytes]:
        """Start a worker for which the checkout is an empty folder, where the machine can do so."""
        return self._started("distributed.cli.dask_worker", self._address, *_ALONE, hide=True)

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _started(self, module: str, *arguments: str, hide: bool = False) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-W", "ignore", "-m", module, *arguments]
        if hide and CAN_HIDE:
            mount = f"mount -t tmpfs tmpfs {shlex.quote(str(self._hidden))}"
            command = [*_NAMESPACE, "sh", "-c", f'{mount} && exec "$@"', "sh", *command]
        return subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )


_NAMESPACE = ("unshare", "--map-root-user", "--mount")


def _can_hide() -> bool:
    if shutil.which("unshare") is None or os.name != "posix":
        return False
    tried = subprocess.run(
        [*_NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


CAN_HIDE = _can_hide()
"""Whether a process can be started that sees an empty folder where others see files."""


@contextmanager
def cluster(folder: Path, hidden: Path) -> Iterator[Cluster]:
    """Run a scheduler and two workers.

    Args:
        folder: Where they work.
        hidden: What the workers must not see.
    """
    started = Cluster(folder, hidden)
    try:
        yield started
    finally:
        started.close()
