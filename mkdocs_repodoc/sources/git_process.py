"""Git as a process: one that runs nothing of the repository's own and ends after a while.

Hooks, monitors, filters, signers and transports that a configuration names are switched off.
"""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.processes.isolation import environment, program

LONGEST_ANSWER = 60.0
"""Seconds after which git is stopped; it needs some hundredths of one, on a slow disk a few."""
LONGEST_HISTORY = 600.0
"""Likewise when it reads the history."""

_OPTIONS = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    # A configuration may name programs to run and files to read, and one of the repository's own
    # may come with it; that of the user's account would make sites differ between machines.
    *("-c", "core.attributesFile=/dev/null"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false"),
    *("-c", "diff.orderFile=/dev/null"),
    *("-c", "log.follow=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "log.showSignature=false"),
    *("-c", "mailmap.file=/dev/null"),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.bareRepository=explicit"),  # a tracked folder may look like a repository
)
_LEAVE_CONTENTS = frozenset(
    {"branch", "cat-file", "check-attr", "config", "for-each-ref", "log", "ls-files", "rev-list"}
    | {"rev-parse"}
)
"""Commands that don't look at what the files of the work tree hold. Others send it through filters,
which are programs."""
_FILTERS = ("config", "--null", "--name-only", "--get-regexp", r"^filter\..*\.")
_KEPT_VARIABLES = re.compile(
    r"GIT_(?:CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|TEST_\w+"
    r"|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+))"
)
"""Variables that say where git may look and which configuration is the user's. The others tie it to
another repository or command (we may run in a hook), name programs, or have it write logs."""


class GitError(RepodocError):
    """Git is missing, or will not do what it was asked; the text is its own first line."""


class GitTimeoutError(RepodocError):
    """Git did not end in time."""

    def __init__(self, command: str, top: Path, seconds: float) -> None:
        super().__init__(
            f"'git {command}' did not finish within {seconds:.0f} seconds in {top}; check the "
            "files that its configuration includes ('include.path' and the like)"
        )


def _environment(top: Path) -> dict[str, str]:
    kept = {
        key: value
        for key, value in environment(top).items()
        if not key.startswith("GIT_") or _KEPT_VARIABLES.fullmatch(key)
    }
    return kept | {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ATTR_NOSYSTEM": "1",
        # A partial clone must not go to the network for old trees, nor run what `remote.*` names.
        # The variable is young; the list of protocols, of which this is none, is not.
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "LC_ALL": "C",
    }


def _command(top: Path, *arguments: str) -> list[str]:
    git = program("git", top)
    if git is None:
        raise GitError("git cannot be run: it is not on the search path")
    off = () if arguments[0] in _LEAVE_CONTENTS else _filters_off(top)
    return [git, *_OPTIONS, *off, *arguments]


def _filters_off(top: Path) -> Iterator[str]:
    """Yield options by which no filter runs that a configuration names.

    Raises:
        GitError: A filter has a name that no option can have.
    """
    try:
        names = run(top, *_FILTERS).decode("utf-8", "surrogateescape")
    except GitError:  # none is named
        return
    for name in {name.rpartition(".")[0] for name in names.split("\0") if name}:
        if "=" in name or "\n" in name:
            raise GitError(f"the configuration has a filter with a strange name: {name!r}")
        for setting in ("clean=", "smudge=", "process=", "required=false"):
            yield from ("-c", f"{name}.{setting}")


def run(top: Path, *arguments: str, given: bytes = b"", seconds: float | None = None) -> bytes:
    """Return what a command of git puts out.

    Args:
        top: Top folder of the work tree.
        arguments: The command and its arguments.
        given: What the command reads from standard input.
        seconds: How long it may take, if not `LONGEST_ANSWER`.

    Raises:
        GitError: Git is missing, or the command fails.
        GitTimeoutError: It did not end in time.
    """
    limit = LONGEST_ANSWER if seconds is None else seconds
    try:
        done = subprocess.run(
            _command(top, *arguments),
            cwd=top,
            env=_environment(top),
            input=given,
            capture_output=True,
            check=False,
            timeout=limit,
        )
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise GitTimeoutError(arguments[0], top, limit) from error
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise GitError(message or f"git {arguments[0]} failed")
    return done.stdout


@contextmanager
def streamed(top: Path, *arguments: str) -> Iterator[IO[bytes]]:
    """Read what a command of git puts out while it does; the rest, if any, is not wanted.

    Args:
        top: Top folder of the work tree.
        arguments: The command and its arguments.

    Raises:
        GitError: Git is missing.
        GitTimeoutError: The command did not end within `LONGEST_HISTORY`.
    """
    process = subprocess.Popen(
        _command(top, *arguments),
        cwd=top,
        env=_environment(top),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(LONGEST_HISTORY, stop)
    timer.start()
    with process:
        output = process.stdout
        assert output is not None  # noqa: S101 - a pipe was asked for
        try:
            yield output
        finally:
            timer.cancel()
            timer.join()
            process.kill()
    if late.is_set():
        raise GitTimeoutError(arguments[0], top, LONGEST_HISTORY)
