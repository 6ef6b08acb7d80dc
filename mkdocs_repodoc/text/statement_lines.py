"""Statements as a reader may skim them: a line each, what stands in brackets joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BRACKETS = re.compile(r"([(\[{]) +|,? +([)\]])")
"""Blanks that lines become inside brackets."""


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
