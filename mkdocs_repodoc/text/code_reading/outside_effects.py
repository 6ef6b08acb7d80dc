"""Calls by which code reaches outside of its program: what it opens, prints, starts, sends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.early_returns import is_of_function

_COMMENT = re.compile(r"\s*(?://|#|\*|/\*|--\s)")
_BEHIND = re.compile(r"\s+(?://|#)\s.*$")
"""A comment behind code."""
_TEXT = re.compile(r"\"\"\"|'''")
_QUOTES = "\"'`"
_LONGEST = 90
_LINES = 4
"""Lines over which a call may run."""


class Effect(NamedTuple):
    """An expression that reaches outside.

    Attributes:
        line: Its line, from 1 on.
        said: The expression as written, on one line; `…` for the rest of a long one.
    """

    line: int
    said: str


def outside_effects(
    lines: Sequence[str], first: int, last: int, starts: re.Pattern[str]
) -> Iterator[Effect]:
    """Yield the expressions of a function that reach outside, one a line.

    What a function inside of it does, its callers decide: a handler of signals may never run.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        last: Its last line.
        starts: Matches the beginning of such an expression, its opening bracket included.
    """
    is_text = False
    for number in range(first, min(last, len(lines)) + 1):
        text = lines[number - 1]
        was_text = is_text
        is_text ^= len(_TEXT.findall(text)) % 2 == 1
        if was_text or number == first or _COMMENT.match(text):
            continue
        match = starts.search(text)
        is_code = match is not None and not _is_quoted(text, match.start())
        if match is not None and is_code and is_of_function(lines, first, number):
            yield Effect(number, _expression(lines, number, match))


def _is_quoted(text: str, column: int) -> bool:
    """Tell whether a column is inside of a string that begins on its line."""
    open_quote = ""
    for letter in text[:column]:
        if open_quote:
            open_quote = "" if letter == open_quote else open_quote
        elif letter in _QUOTES:
            open_quote = letter
    return bool(open_quote)


def _expression(lines: Sequence[str], number: int, match: re.Match[str]) -> str:
    """Return a call up to the bracket that closes it, as far as it is told."""
    rest = [match.string[match.start() :], *lines[number : number + _LINES - 1]]
    text = " ".join(_BEHIND.sub("", each).strip() for each in rest)
    depth = 0
    for column, letter in enumerate(text[: _LONGEST + 1]):
        depth += (letter in "([{") - (letter in ")]}")
        if letter in ")]}" and not depth:
            return _tidied(text[: column + 1])
    return f"{_tidied(text[:_LONGEST]).rstrip(' ,({[')} …"


def _tidied(call: str) -> str:
    """Return a call that ran over several lines as it would stand on one."""
    said = re.sub(r"(?<=[(\[{]) | (?=[)\]}])|,(?= ?[)\]])", "", call)
    return re.sub(r"\s+", " ", said)
