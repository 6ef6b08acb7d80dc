"""Calls by which a function ends: methods of objects on lines of their own, as `tab.Render()`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.line_conditions import is_balanced

_CALL = re.compile(
    r"(?:await\s+)?(?!(?:super|self|this|super\(\))\.)[A-Za-z_$][\w$]*"
    r"(?:(?:\.|->)[A-Za-z_$][\w$]*)+\([^\"'`]*\)\??;?$"
)
"""A call of a method that is a whole line, without texts in it."""
_LOGS = re.compile(
    r"\b(?:log|logger|logging|console|debug|fmt|t|assert\w*|expect)\b", re.IGNORECASE
)
_CLOSES = re.compile(r"[})\]]+;?$|end$")
_GOES_ON = re.compile(r"[,(\[{=.+\\:|&]\s*$|^\s*@")
"""The end of a line that goes on in the next one, or whose block is that."""
_LEAST_LINES = 6
"""Lines of a function whose end says something of it."""
_MOST = 2
_LONGEST = 100


class EndingCall(NamedTuple):
    """A line at the end of a function, from 1 on, and what it calls, as written."""

    line: int
    said: str


def ending_calls(lines: Sequence[str], first: int, last: int) -> Sequence[EndingCall]:
    """Return the last calls of a function, if it ends with any.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        last: Its last line.
    """
    body = [number for number in range(first + 1, last + 1) if lines[number - 1 : number]]
    body = [number for number in body if lines[number - 1].strip()]
    outer = _indent(lines[first - 1]) if first <= len(lines) else 0
    if len(body) < _LEAST_LINES:
        return ()
    if _indent(lines[body[-1] - 1]) <= outer and _CLOSES.match(lines[body[-1] - 1].strip()):
        body.pop()
    depth = next((deep for each in body if (deep := _indent(lines[each - 1])) > outer), -1)
    found: list[EndingCall] = []
    while body and len(found) < _MOST and _is_call(lines[body[-1] - 1], depth):
        found.insert(0, EndingCall(body[-1], lines[body[-1] - 1].strip().rstrip(";")))
        body.pop()
    goes_on = bool(body) and _GOES_ON.search(lines[body[-1] - 1]) is not None
    return () if goes_on else found


def _is_call(text: str, depth: int) -> bool:
    """Tell whether a line is a call of a method, and no report, at the depth of a function."""
    said = text.strip()
    is_whole = len(said) <= _LONGEST and _CALL.match(said) is not None and is_balanced(said)
    return is_whole and _indent(text) == depth and not _LOGS.search(said.partition("(")[0])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
