"""Scripts of the shell, command line by command line.

What stands on several lines is one line: behind a backslash, and within quotation marks. Bodies of
here-documents and remarks are none. After `cd` the lines are in another folder.
"""

from __future__ import annotations

import posixpath
import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_HEREDOC = re.compile(r"<<-?\s*([\"']?)(\w+)\1")
_MOVE = re.compile(r"(?:cd|pushd)\s+(?P<folder>\S+)$")
_BACK = re.compile(r"popd\b|cd(?:\s+-)?$")
_LITERAL = re.compile(r"(?!-|/)[\w./@+-]+$")
_MOST_QUOTED = 40
"""Lines that a quotation mark may reach over; else it is none of the shell's."""
_LONGEST_QUOTED = 4_000
"""Characters likewise."""


class CommandLine(NamedTuple):
    """A line of a script and where it stands."""

    text: str
    line: int


def joined_lines(rows: Iterable[CommandLine]) -> Iterator[CommandLine]:
    """Join lines that end in a backslash, and leave out here-documents."""
    parts: list[str] = []
    first = 0
    end_mark = ""
    for text, line in rows:
        if end_mark:
            end_mark = "" if text.strip() == end_mark else end_mark
            continue
        first = first if parts else line
        if text.rstrip().endswith("\\"):
            parts.append(text.rstrip()[:-1])
            continue
        whole = " ".join([*parts, text])
        parts = []
        if match := _HEREDOC.search(whole):
            end_mark = match[2]
            whole = whole[: match.start()]
        yield CommandLine(whole, first)
    if parts:
        yield CommandLine(" ".join(parts), first)


def script_commands(script: str, folder: str = "") -> Iterator[str]:
    """Yield the command lines of a script as they run at the top of the repository.

    Args:
        script: The script.
        folder: Where it starts, from the top.

    Yields:
        Each line with the folder that it runs in; none after a change into an unknown one.
    """
    current: str | None = folder if folder.strip("./") else ""
    rows = [CommandLine(row, number) for number, row in enumerate(script.split("\n"), 1)]
    for line in _with_whole_quotes([each.text.strip() for each in joined_lines(rows)]):
        if match := _MOVE.match(line):
            target = match["folder"].strip("'\"")
            is_known = current is not None and _LITERAL.match(target)
            current = _below(current or "", target) if is_known else None
        elif _BACK.match(line):
            current = None
        elif current is not None:
            told = " ".join(line.split()) if "\n" not in line and "'" not in line else line
            yield f"cd {current} && {told}" if current else told


def _below(folder: str, target: str) -> str:
    joined = posixpath.normpath(posixpath.join(folder, target))
    return "" if joined == "." else joined


def _with_whole_quotes(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines without remarks, those that a quotation mark reaches over as one."""
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if not line or line.startswith("#"):
            continue
        for end in range(number, min(len(lines), number + _MOST_QUOTED) + 1):
            whole = "\n".join((line, *lines[number:end]))
            if len(whole) > _LONGEST_QUOTED:
                break
            if _is_closed(whole):
                line, number = whole, end
                break
        yield line


def _is_closed(text: str) -> bool:
    try:
        shlex.split(text, comments=True)
    except ValueError:
        return False
    return True
