"""Statements as a reader may skim them: a line each, what stands in brackets joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_BRACKETS = re.compile(r"([(\[{]) +|,? +([)\]])")
"""Blanks that lines become inside brackets."""
_MOST_LINES = 8
"""Lines of a statement that are joined."""
_COMMENT = re.compile(r"\s*(?://|#|\*|--|/\*)")


def statement_lines(code: str) -> Iterator[str]:
    """Yield the lines of code without their indentation; those inside parentheses are one.

    Args:
        code: One or more statements, with or without a body.
    """
    held: list[str] = []
    for line in code.split("\n"):
        held.append(line.strip())
        joined = " ".join(held)
        if joined.count("(") <= joined.count(")") or joined.endswith("{"):
            yield without_breaks(joined)
            held = []
    if held:
        yield without_breaks(" ".join(held))


def headed(lines: Iterable[str]) -> list[str]:
    """Return lines of code with the head of each block in front of the block's first statement."""
    joined: list[str] = []
    for line in lines:
        if joined and joined[-1].endswith((":", "{")):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def without_breaks(code: str) -> str:
    """Return code on one line as if it had been written on one."""
    return _BRACKETS.sub(lambda each: each[1] or each[2], code)


def statement_at(lines: Sequence[str], line: int) -> tuple[str, int]:
    """Return the statement that begins on a line, with the lines on which its brackets close.

    Args:
        lines: The lines of the file.
        line: The line, from 1 on.

    Returns:
        The statement on one line, and its last line; where the brackets do not close soon, its
        beginning, and the first line.
    """
    first = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    if _opens_block(first):
        return first, line
    held: list[str] = []
    for last, each in enumerate(lines[line - 1 : line - 1 + _MOST_LINES], line):
        held.append(each.strip())
        joined = " ".join(held)
        if sum(map(joined.count, "([{")) <= sum(map(joined.count, ")]}")):
            return without_breaks(joined), last
    is_cut = first.endswith(("(", "[", ","))
    return (without_breaks(" ".join(held)), line) if is_cut else (first, line)


def _opens_block(line: str) -> bool:
    """Tell whether a line ends with a brace, and closes all other brackets."""
    return line.endswith("{") and line.count("(") == line.count(")")


def later_line(lines: Sequence[str], after: int, end: int, name: str) -> int:
    """Return the first line behind another one that has a name in its code; 0 without one.

    Args:
        lines: The lines of the file.
        after: The line behind which it is looked for, from 1 on.
        end: The last line that may be it.
        name: The name of a variable.
    """
    mentions = re.compile(rf"(?<![\w.\"'-]){re.escape(name)}(?![\w\"'-])")
    for number in range(after + 1, min(end, len(lines)) + 1):
        text = lines[number - 1]
        if mentions.search(text) and not _COMMENT.match(text):
            return number
    return 0
