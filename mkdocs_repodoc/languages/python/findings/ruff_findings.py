"""Security and performance findings for many Python files, by one quick run of ruff.

Which rules, and why:

- Security: those of flake8-bandit (`S`) that point at a call or an argument which deserves a second
  look: code from data (`exec`, `eval`, `pickle`, `marshal`, YAML), weak hashes and ciphers,
  unverified certificates, shells, SQL put together from strings, XML parsers, permissions,
  unescaped HTML. Left out are those that most code trips over without being wrong (`assert`,
  `random`, a subprocess at all, an exception that is passed over) and those that judge a string by
  how it reads (passwords, addresses, temporary folders): documentation that cries wolf is not read.
- Performance: Perflint's rules (`PERF`) but the one on `try` in loops, which costs nothing since
  Python 3.11; lists that are built only to be thrown away (C419, RUF015); caches on methods, which
  keep instances alive (B019); calls that block an event loop (`ASYNC`).

The repository's own ruff configuration is not used, so that the same code gets the same findings
everywhere; its `# noqa` comments are, for they are a judgement about that line.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]  # ruff ships no types

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.isolation import environment
from mkdocs_repodoc.model.records import Finding, FindingArea

SECURITY_RULES = (
    *("S102", "S103", "S113", "S201", "S202"),
    *("S301", "S302", "S303", "S304", "S305", "S306", "S307", "S308", "S310", "S312"),
    *("S313", "S314", "S315", "S316", "S317", "S318", "S319", "S321", "S323", "S324"),
    *("S501", "S502", "S503", "S504", "S505", "S506", "S507", "S508", "S509"),
    *("S601", "S602", "S604", "S605", "S608", "S609", "S610", "S611", "S612"),
    *("S701", "S702", "S704"),
)
PERFORMANCE_RULES = (
    *("PERF101", "PERF102", "PERF401", "PERF402", "PERF403"),
    *("C419", "RUF015", "B019"),
    *("ASYNC210", "ASYNC220", "ASYNC221", "ASYNC222", "ASYNC230", "ASYNC251"),
)
_AREAS: dict[str, FindingArea] = {
    **dict.fromkeys(SECURITY_RULES, "security"),
    **dict.fromkeys(PERFORMANCE_RULES, "performance"),
}
_OPTIONS = (
    "check",
    "--isolated",
    "--no-cache",
    "--quiet",
    "--exit-zero",
    "--target-version=py313",
    "--output-format=json",
    f"--select={','.join(_AREAS)}",
)
_LONGEST_COMMAND = 24_000 if os.name == "nt" else 100_000
"""Characters of paths in one call; Windows takes 32,767 in a command line, Linux 2 MB."""

_CRASHES = (134, 0xC00000FD)
"""Exit statuses of an overflowed stack where it is no signal: through a shell, and on Windows."""


class _Place(msgspec.Struct):
    row: int


class _Message(msgspec.Struct):
    code: str | None
    """Also the name of what is no rule, such as a syntax error; the analyser reports those."""
    filename: str
    location: _Place
    end_location: _Place
    message: str
    url: str | None = None


_DECODER = msgspec.json.Decoder(list[_Message])


def find(root: Path, paths: Sequence[str]) -> dict[str, tuple[Finding, ...]]:
    """Check Python files.

    Args:
        root: The repository's top folder.
        paths: Files relative to it.

    Returns:
        The findings of each file that has any, in source order.

    Raises:
        RepodocError: ruff is missing, or can't be run.
    """
    if not paths:
        return {}
    top = root.resolve()
    # An absolute path can't be taken for an option.
    by_name = {str(top / path): path for path in paths}
    plain = [name for name in by_name if _is_plain(name)]
    found: dict[str, list[Finding]] = {}
    for chunk in _chunks(plain):
        for message in _check(top, chunk):
            _add(found, by_name.get(message.filename), message)
    for name, path in by_name.items():
        if not _is_plain(name):
            # What ruff makes of such a name in its answer could not be matched.
            options = ["--stdin-filename=stdin.py", "-"]
            for message in _run(top, options, _content(name)) or ():
                _add(found, path, message)
    return {
        path: tuple(sorted(messages, key=lambda finding: (finding.line, finding.rule)))
        for path, messages in found.items()
    }


def _add(found: dict[str, list[Finding]], path: str | None, message: _Message) -> None:
    area = _AREAS.get(message.code or "")
    if path is not None and area is not None and message.code:
        found.setdefault(path, []).append(
            Finding(
                area,
                message.code,
                message.location.row,
                max(message.location.row, message.end_location.row),
                f"{message.message.strip().rstrip('.')}.",
                url=message.url or "",
            )
        )


def _is_plain(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes of the file system that are no UTF-8
        return False
    return name.isprintable()


def _content(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError:
        return b""  # it went away since discovery; the analyser has what it was


def _chunks(names: Sequence[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    length = 0
    for name in names:
        if chunk and length + len(name) > _LONGEST_COMMAND:
            yield chunk
            chunk, length = [], 0
        chunk.append(name)
        length += len(name.encode()) + 3
    if chunk:
        yield chunk


def _check(top: Path, names: Sequence[str]) -> Iterator[_Message]:
    """Yield what ruff says of files; those that it crashes on are left out, and no others."""
    messages = _run(top, ["--", *names])
    if messages is not None:
        yield from messages
    elif len(names) > 1:
        middle = len(names) // 2
        yield from _check(top, names[:middle])
        yield from _check(top, names[middle:])


def _run(top: Path, arguments: Sequence[str], content: bytes = b"") -> list[_Message] | None:
    """Return ruff's messages; `None` if it crashed: code nested too deeply overflows its stack."""
    try:
        program = Path(find_ruff_bin())
        done = subprocess.run(
            [program, *_OPTIONS, *arguments],
            input=content,
            capture_output=True,
            check=False,
            cwd=program.parent,
            env=environment(top),
        )
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
