"""Arms of a `match` or a `when`: which case of what a line begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

ARM_ENDS = re.compile(r"\s*\}\)*\s*=>\s*\{\s*$")
"""The end of such an arm that takes a value apart over several lines."""
_ARM_OPENS = re.compile(r"\s*(?P<said>[\w:]+(?:\([\w:]+)*)\s*\{\s*$")
_GOES_ON = re.compile(r"\s*(?:&&|\|\|?|if\b)")
"""The beginning of a line that goes on with the head of an arm."""
_ENDS = (";", "{", "}", ",")
_HEAD_LINES = 8
"""Lines over which the head of an arm may run."""
_COMPARES = re.compile(r"[=!<>.]=|==")
_GUARD = re.compile(r"\sif\s")
_SIGNS = ("=>", "->")
_QUOTES = "\"'`"
_MATCH = re.compile(r"(?<![^=(\s])(?:match|when|switch)\b")
"""What arms are cases of."""
_WORD = re.compile(r"(?:match|when|switch)\b")
_JOINS = " { "
"""What stands between a match and its arm where both are told."""
_CUT = " …"
_REST = frozenset({"_", "else", "default"})
_STOPS = ";{}"
"""Signs that it does not run over."""


class MatchArm(NamedTuple):
    """An arm as it is told: what it is a case of, and which."""

    matched: str
    """With the word of the match."""
    case: str

    @property
    def subject(self) -> str:
        """What is told apart; empty where each arm is a condition of its own."""
        said = _WORD.sub("", self.matched).strip()
        return said[1:-1] if said.startswith("(") and said.endswith(")") else said

    @property
    def is_rest(self) -> bool:
        """Whether it is taken where no other is."""
        return self.case in _REST


class Arm(NamedTuple):
    """An arm as its line has it."""

    said: str
    """The case, with its guard."""
    does: str
    """What stands behind the arrow: `{` where a block is opened."""


def arm_in(text: str) -> Arm | None:
    """Return the arm that a line begins, or a line put together from its head; else `None`.

    A function that is set or handed on (`run = (a) => {`) is none.
    """
    depth, quote = 0, ""
    for position, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote and text[position - 1] != "\\" else quote
        elif letter in _QUOTES:
            # A quote that nothing closes is the mark of a lifetime.
            quote = letter if text.find(letter, position + 1) >= 0 else ""
        else:
            depth += (letter in "([{") - (letter in ")]}")
            if depth < 0:
                return None
            if not depth and text.startswith(_SIGNS, position):
                said, does = text[:position].strip(), text[position + 2 :].strip()
                return Arm(said, does) if said and does and not _sets(said) else None
    return None


def arm_on(lines: Sequence[str], first: int, line: int) -> str:
    """Return the arm of a match that begins on a line, with what it is a case of, or nothing.

    A line in the middle of its head has it as well.
    """
    if ARM_ENDS.match(lines[line - 1]):
        depth = _indent(lines[line - 1])
        outer = (each for each in range(line - 1, first, -1) if _indent(lines[each - 1]) <= depth)
        opening = next(outer, line)
        match = _ARM_OPENS.match(lines[opening - 1])
        if match is None:
            return ""
        said, inside = match["said"], match["said"].count("(")
        arm = f"{said} {{ … }}{')' * inside}" if inside else said
        return _of_match(lines, first, line, arm)
    opening = _opening(lines, first, line)
    arm = arm_in(_head(lines, opening))
    is_block = arm is not None and arm.does == "{"
    return _of_match(lines, first, opening, arm.said) if arm is not None and is_block else ""


def told_arm(said: str) -> MatchArm | None:
    """Return what an arm says that `arm_on` or `short_arm` has given; `None` for another text."""
    matched, sign, case = said.partition(_JOINS)
    if not sign or not _WORD.match(matched):
        return None
    return MatchArm(matched, case.removesuffix(_CUT))


def short_arm(lines: Sequence[str], first: int, line: int, name: str) -> str:
    """Return the arm of a match that is one line and calls something, or nothing."""
    arm = arm_in(lines[line - 1])
    if arm is None or not re.search(rf"\b{re.escape(name)}\b", arm.does):
        return ""
    return _of_match(lines, first, line, arm.said)


def _sets(said: str) -> bool:
    """Tell whether something is set in what stands before an arrow: no case does but its guard."""
    return "=" in _COMPARES.sub("", _GUARD.split(said, maxsplit=1)[0])


def _opening(lines: Sequence[str], first: int, line: int) -> int:
    """Return the line on which the head of an arm begins that a line goes on with."""
    opening = line
    while opening - 1 > max(first, line - _HEAD_LINES) and _GOES_ON.match(lines[opening - 1]):
        opening -= 1
    return opening


def _head(lines: Sequence[str], opening: int) -> str:
    """Return the line of a head with those below that go on with it, on one line."""
    said = lines[opening - 1]
    for text in lines[opening : opening + _HEAD_LINES]:
        is_over = said.rstrip().endswith(_ENDS) or arm_in(said) is not None
        if is_over or not _GOES_ON.match(text):
            break
        said = f"{said.rstrip()} {text.strip()}"
    return said


def _of_match(lines: Sequence[str], first: int, line: int, arm: str) -> str:
    """Return an arm with what it is a case of; empty if it is no arm of a match."""
    for number in range(line - 1, first - 1, -1):
        text = lines[number - 1]
        if text.strip() and _indent(text) < _indent(lines[line - 1]):
            matched = _matched(text.rstrip())
            return f"{matched}{_JOINS}{arm.rstrip()}{_CUT}" if matched else ""
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
