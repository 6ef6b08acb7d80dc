"""Security and performance findings for many Python files, by one quick run of ruff.

`ruff_rules` says which rules are asked for.

The repository's own ruff configuration is not used, so that the same code gets the same findings
everywhere; its `# noqa` comments are, for they are a judgement about that line.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path

import msgspec
from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]  # ruff ships no types

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.languages.python.findings.ruff_rules import (
    AREAS,
    MESSAGES,
    NEEDED_WORDS,
    OTHER_CALLS,
)
from mkdocs_repodoc.model.records import Finding, FindingArea
from mkdocs_repodoc.processes.isolation import environment

_OPTIONS = (
    "check",
    "--isolated",
    "--no-cache",
    "--quiet",
    "--exit-zero",
    "--target-version=py313",
    "--output-format=json",
    f"--select={','.join(AREAS)}",
)
_FILES_A_RUN = 1_000
"""Their names have to fit into a command line, which ends at 32,767 characters on Windows."""

_CRASHES = (134, 0xC00000FD)
"""Exit statuses of an overflowed stack where it is no signal: through a shell, and on Windows."""


class _Place(msgspec.Struct):
    row: int
    column: int


class _Message(msgspec.Struct):
    code: str | None
    """Also the name of what is no rule, such as a syntax error; the analyser reports those."""
    filename: str
    location: _Place
    end_location: _Place
    message: str
    url: str | None = None


_DECODER = msgspec.json.Decoder(list[_Message])


def find(contents: Sequence[bytes]) -> list[tuple[Finding, ...]]:
    """Check Python files.

    ruff is given copies: it must see the bytes that the rest of the record is made from, whatever
    happens to the files meanwhile, and no name that it takes for an option.

    Args:
        contents: The bytes of each file.

    Returns:
        What was found in each file, in source order.

    Raises:
        RepodocError: ruff is missing, or can't be run.
    """
    if not contents:
        return []
    found: list[list[Finding]] = [[] for _ in contents]
    with tempfile.TemporaryDirectory(prefix="repodoc-") as folder:
        top = Path(folder)
        names = [f"{number}.py" for number in range(len(contents))]
        for name, content in zip(names, contents, strict=True):
            (top / name).write_bytes(content)
        for start in range(0, len(names), _FILES_A_RUN):
            for message in _check(top, names[start : start + _FILES_A_RUN]):
                number = int(Path(message.filename).stem)
                area = AREAS.get(message.code or "")
                if area is not None and _is_meant(message, contents[number]):
                    found[number].append(_finding(area, message))
    key = attrgetter("line", "rule")
    return [tuple(sorted(findings, key=key)) for findings in found]


def _is_meant(message: _Message, content: bytes) -> bool:
    code = message.code or ""
    return NEEDED_WORDS.get(code, b"") in content.lower() and not _called(
        message, content
    ).startswith(OTHER_CALLS.get(code, ()))


def _called(message: _Message, content: bytes) -> bytes:
    """Return the code from where a message points to, to the end of its line."""
    lines = content.split(b"\n")
    line = lines[message.location.row - 1].decode("utf-8", "replace")
    return line[message.location.column - 1 :].encode()


def _finding(area: FindingArea, message: _Message) -> Finding:
    code = message.code or ""
    return Finding(
        area,
        code,
        message.location.row,
        max(message.location.row, message.end_location.row),
        MESSAGES.get(code) or f"{message.message.strip().rstrip('.')}.",
        url=message.url or "",
    )


def _check(top: Path, names: Sequence[str]) -> Iterator[_Message]:
    """Yield what ruff says of files; those that it crashes on are left out, and no others."""
    messages = _run(top, names)
    if messages is not None:
        yield from messages
    elif len(names) > 1:
        middle = len(names) // 2
        yield from _check(top, names[:middle])
        yield from _check(top, names[middle:])


def _run(top: Path, names: Sequence[str]) -> list[_Message] | None:
    """Return ruff's messages; `None` if it crashed: code nested too deeply overflows its stack.

    Raises:
        RepodocError: Ruff is not there, or has failed.
    """
    # Settings from the environment would change findings, and no key would tell.
    settings = {
        key: value for key, value in environment(top).items() if not key.startswith("RUFF_")
    }
    try:
        command = [find_ruff_bin(), *_OPTIONS, "--", *names]
        done = subprocess.run(command, cwd=top, env=settings, capture_output=True, check=False)
    except OSError as error:  # FileNotFoundError where the package came without its program
        raise RepodocError(f"ruff can't be run: {error}; reinstall the package 'ruff'") from error
    if done.returncode < 0 or done.returncode in _CRASHES:
        return None
    try:
        return _DECODER.decode(done.stdout)
    except msgspec.MsgspecError as error:
        said = " ".join(done.stderr.decode(errors="replace").split())
        reason = said[:300] or f"exit status {done.returncode}"
        raise RepodocError(f"ruff failed: {reason}") from error
