"""Lines on which a function returns before its end: under a condition, as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.code_words import FUNCTION_WORD
from mkdocs_repodoc.text.code_reading.line_conditions import decided_line, is_balanced
from mkdocs_repodoc.text.comments import BEHIND_CODE

_RETURN = re.compile(r"return\b(?P<said>[^;]*)(?P<ends>;)?\s*(?:\}\s*)?$")
_GOES_ON = re.compile(r"\s*(?:[.?]|->|::|&&|\|\||(?:and|or)\b|[=!<>]=|[<>+*/%&|^:-]\s)")
"""What the next line begins with where it goes on with what is returned."""
_IS_OPEN = re.compile(r"(?:[-+*/%&|^<>=:,.\\]|\s\?|\b(?:and|or|not))$")
"""What is returned and goes on in the next line."""
_OTHER_FUNCTION = re.compile(
    r"[(=:,]\s*(?:async\s+)?(?:\([^()]*\)|\w+)\s*=>\s*\{?$|->\s*(?:\{|do)?$|"
    rf"\b(?:{FUNCTION_WORD}|lambda|delegate|proc)\b|\|[^|]*\|\s*\{{?$"
)
"""On the head of a block that is a function of its own."""
_STOPS = "{};"
"""Signs that no head of a lambda with a type runs over: `[](int x) -> int {`."""
_QUOTE = re.compile(r"[\"'`]")
_OPENS = re.compile(r"(?P<said>.*\w[!>]?\s?)[({]")
"""The name of what is called or made, as far as the last bracket behind it."""
_LONGEST = 60
_WIDEST = 400
"""Letters of a line that are read."""


class EarlyReturn(NamedTuple):
    """A line that ends a function.

    Attributes:
        line: Its number, from 1 on.
        said: What is returned; empty for nothing, and where that is too long to be told. It ends
            in `…` where that is the name of what makes a longer value.
    """

    line: int
    said: str


def early_returns(lines: Sequence[str], first: int, last: int) -> Iterator[EarlyReturn]:
    """Yield the lines of a function that return, its last statement aside.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        last: Its last line.
    """
    for number in range(first + 1, min(last, len(lines)) + 1):
        if len(lines[number - 1]) > _WIDEST:
            continue
        text = BEHIND_CODE.sub("", lines[number - 1]).strip()
        decided = decided_line(text)
        match = _RETURN.match(decided.decided.strip() if decided is not None else text)
        if match is None or (decided is None and _depth(lines, first, number) is None):
            continue
        if is_of_function(lines, first, number):
            below = "" if match["ends"] else next(filter(str.strip, lines[number:last]), "")
            yield EarlyReturn(number, _shown(match["said"].strip(), below))


def returns_call(text: str, name: str) -> bool:
    """Tell whether a line returns what a call gives, and nothing made of it.

    Args:
        text: The line.
        name: What it calls, without what it is a member of.
    """
    decided = decided_line(text)
    said = decided.decided if decided is not None else text
    found = re.match(rf"\s*return\s+(?:await\s+)?[\w.:>$-]*\b{re.escape(name)}\(", said)
    if found is None:
        return False
    rest = said[found.end() - 1 :].rstrip(" ;}")
    if not (rest.endswith(")") and is_balanced(rest)):
        return False
    depths = accumulate((letter == "(") - (letter == ")") for letter in rest)
    return next(at for at, depth in enumerate(depths) if not depth) == len(rest) - 1


def _depth(lines: Sequence[str], first: int, line: int) -> int | None:
    """Return how far a line is indented, if that is further than the function's own statements."""
    own = next(
        (text for text in lines[first:line] if _indent(text) > _indent(lines[first - 1])), ""
    )
    depth = _indent(lines[line - 1])
    return depth if own and depth > _indent(own) else None


def is_of_function(lines: Sequence[str], first: int, line: int) -> bool:
    """Tell whether a line is not in a function inside of the function.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        line: The line.
    """
    depth = _indent(lines[line - 1])
    for number in range(line - 1, first, -1):
        text = lines[number - 1]
        if text.strip() and _indent(text) < depth:
            depth = _indent(text)
            if _opens_function(text[-_WIDEST:]):
                return False
    return True


def _opens_function(head: str) -> bool:
    """Tell whether a block is a function of its own, by the end of its head."""
    if _OTHER_FUNCTION.search(head):
        return True
    said = head.rstrip().removesuffix("{")
    said = said[max(map(said.rfind, _STOPS)) + 1 :]
    arrow = said.rfind("->")
    return arrow >= 0 and said.find("]", 0, arrow) >= 0


def _shown(said: str, below: str) -> str:
    """Return what is returned, or the name of what makes a longer value: `Err(TooManyTurns …`."""
    if _GOES_ON.match(below) or _IS_OPEN.search(said):
        return ""
    if len(said) <= _LONGEST and is_balanced(said):
        return said
    before = _QUOTE.split(said[:_LONGEST], maxsplit=1)[0]
    made = _OPENS.match(before)
    return f"{made['said'].rstrip()} …" if made is not None else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 0
