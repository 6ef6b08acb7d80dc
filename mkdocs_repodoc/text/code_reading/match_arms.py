"""Arms of a `match` or a `when`: which case of what a line begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ARM = re.compile(
    r"\s*(?P<said>[^\s=()\]}][^={}]*|\([^={}]*\)\s*|[\w:]+\s*\{[^={}]*\}\s*)(?:=>|->)\s*\{\s*$"
)
"""An arm of a `match` that is a block."""
ARM_ENDS = re.compile(r"\s*\}\s*=>\s*\{\s*$")
"""The end of such an arm that takes a value apart over several lines."""
_ARM_OPENS = re.compile(r"\s*(?P<said>[\w:]+)\s*\{\s*$")
_SHORT_ARM = re.compile(
    r"\s*(?P<said>[^\s=(][^={}]*?|\([^={}]*\)\s*)(?:=>|->)\s*(?P<does>[^\s{].*)$"
)
"""An arm on one line."""
_MATCH = re.compile(r"(?<![^=(\s])(?:match|when|switch)\b")
"""What arms are cases of."""
_STOPS = ";{}"
"""Signs that it does not run over."""


def arm_on(lines: Sequence[str], first: int, line: int) -> str:
    """Return the arm of a match that begins on a line, with what it is a case of, or nothing."""
    opening = line
    if ARM_ENDS.match(lines[line - 1]):
        depth = _indent(lines[line - 1])
        outer = (each for each in range(line - 1, first, -1) if _indent(lines[each - 1]) <= depth)
        opening = next(outer, line)
    arm = (_ARM if opening == line else _ARM_OPENS).match(lines[opening - 1])
    return _of_match(lines, first, line, arm["said"]) if arm is not None else ""


def short_arm(lines: Sequence[str], first: int, line: int, name: str) -> str:
    """Return the arm of a match that is one line and calls something, or nothing."""
    arm = _SHORT_ARM.match(lines[line - 1])
    if arm is None or not re.search(rf"\b{re.escape(name)}\b", arm["does"]):
        return ""
    return _of_match(lines, first, line, arm["said"])


def _of_match(lines: Sequence[str], first: int, line: int, arm: str) -> str:
    """Return an arm with what it is a case of; empty if it is no arm of a match."""
    for number in range(line - 1, first - 1, -1):
        text = lines[number - 1]
        if text.strip() and _indent(text) < _indent(lines[line - 1]):
            matched = _matched(text.rstrip())
            return f"{matched} {{ {arm.rstrip()} …" if matched else ""
    return ""


def _matched(text: str) -> str:
    """Return what a line that opens a block of arms tells apart; empty for any other line."""
    if not text.endswith("{"):
        return ""
    said = text[:-1].rstrip()
    start = max(map(said.rfind, _STOPS)) + 1
    *_, last = (-1, *(match.start() for match in _MATCH.finditer(said, start)))
    return said[last:] if last >= 0 else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
