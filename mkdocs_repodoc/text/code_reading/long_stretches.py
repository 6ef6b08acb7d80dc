"""Long stretches of a function of which nothing is told, each by its longest statements."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from mkdocs_repodoc.text.code_reading.code_words import FINAL_WORD, HANDLER_WORD, IF_WORD
from mkdocs_repodoc.text.code_reading.masked_code import OPEN_TEXT, TEXT, masked
from mkdocs_repodoc.text.comments import CommentSyntax

_STRETCH = 40
"""Lines without a word from which on a stretch is long."""
_LONG = 8
"""Lines of a statement that a stretch is told by, at least."""
_MOST = 2
"""Statements that one stretch is told by."""
_NO_START = re.compile(
    rf"[)\]}}#@'\"{TEXT}]|(?:else|(?!if\b){IF_WORD}|{HANDLER_WORD}|{FINAL_WORD})\b|//|/?\*|--"
)
"""What no statement begins with: what closes or continues one, comments, texts, attributes."""

_BRACKETS = re.compile(r"[()\[\]{}]")


def long_stretches(
    lines: Sequence[str], first: int, last: int, told: Collection[int], syntax: CommentSyntax
) -> Iterator[int]:
    """Yield the lines on which the longest statements of long stretches begin.

    Args:
        lines: The lines of a file.
        first: The first line of a function, from 1 on.
        last: Its last line.
        told: The lines of it that are told.
        syntax: How the language writes comments.
    """
    inside = [each for each in told if first <= each <= last]
    marks = sorted({first, *inside, last + 1})
    if all(end - start <= _STRETCH for start, end in pairwise(marks)):
        return
    code = masked("\n".join(lines[first - 1 : last]), syntax).split("\n")
    for start, end in pairwise(marks):
        if end - start > _STRETCH:
            yield from _longest(code, start - first + 1, end - first, first)


def _longest(code: Sequence[str], start: int, end: int, first: int) -> list[int]:
    """Return the first lines of the longest statements between two lines of some code."""
    head = _indent(code[0])
    is_inside = _inside_brackets(code)
    starts = [
        (_indent(text), number)
        for number, text in enumerate(code[start:end], start)
        if text.strip()
        and not is_inside[number]
        and _indent(text) > head
        and not text.lstrip().startswith(OPEN_TEXT)
        and not _NO_START.match(text.lstrip())
    ]
    depth = min(starts, default=(0, 0))[0]
    outermost = [number for indent, number in starts if indent == depth]
    spans = [(after - number, number) for number, after in pairwise([*outermost, end])]
    longest = sorted((each for each in spans if each[0] >= _LONG), reverse=True)[:_MOST]
    return sorted(number + first for _, number in longest)


def _inside_brackets(code: Sequence[str]) -> Sequence[bool]:
    """Tell of each line of some code whether it begins as a parameter, an argument or an entry.

    What is in braces is not: a function that is an argument has statements.
    """
    opened: list[str] = []
    found = []
    for text in code:
        found.append(bool(opened) and opened[-1] != "{")
        for bracket in _BRACKETS.findall(text):
            if bracket in "([{":
                opened.append(bracket)
            elif opened:
                opened.pop()
    return found


def _indent(text: str) -> int:
    return len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip())
