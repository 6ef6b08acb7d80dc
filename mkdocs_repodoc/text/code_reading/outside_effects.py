"""Calls by which code reaches outside of its program: what it opens, prints, starts, sends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, zip_longest
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.early_returns import is_of_function
from mkdocs_repodoc.text.code_reading.masked_code import OPEN_TEXT, TEXT, masked
from mkdocs_repodoc.text.comments import CommentSyntax

_OPEN = re.compile(f"{OPEN_TEXT}+")
_TEXTS = re.compile(f"{TEXT}+|{OPEN_TEXT}+")
WRITES = re.compile(
    r"(?<![\w.])[A-Za-z_][\w.]*\.(?:write|save|dump|export)"
    r"(?:_?(?:to|as|all|file|text|bytes|lines|disk))+\(",
    re.IGNORECASE,
)
"""A method that by its name writes something, whoever's it is: `doc.WriteToFile(`."""
_CALLED = re.compile(r"(\w+)!?\s*[(\[{]")
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
    lines: Sequence[str], first: int, last: int, starts: re.Pattern[str], syntax: CommentSyntax
) -> Iterator[Effect]:
    """Yield the expressions of a function that reach outside, one a line.

    What a function inside of it does, its callers decide: a handler of signals may never run.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        last: Its last line.
        starts: Matches the beginning of such an expression, its opening bracket included.
        syntax: How the language writes comments.
    """
    written = lines[max(first - 1, 0) : last]
    code = masked("\n".join(written), syntax).split("\n")
    for index, text in enumerate(written[1:], 1):
        match = next(filter(partial(_is_code, code[index]), starts.finditer(text)), None)
        if match is not None and is_of_function(lines, first, first + index):
            shown = slice(index, index + _LINES)
            said = _expression(written[shown], code[shown], match.start())
            yield Effect(first + index, said)


def called_name(said: str) -> str:
    """Return the last name of what an expression calls first; empty if that can't be told.

    Args:
        said: The expression as written: `std::process::exit(3)`.
    """
    match = _CALLED.search(said)
    return match[1] if match is not None else ""


def _is_code(code: str, match: re.Match[str]) -> bool:
    """Tell whether a match in a line begins neither in a text nor in a comment."""
    start = match.end() - len(match[0].lstrip())
    return code[start : start + 1] == match.string[start : start + 1]


def _expression(written: Sequence[str], code: Sequence[str], start: int) -> str:
    """Return a call up to the bracket that closes it, as far as it is told.

    Args:
        written: Its line and some below.
        code: The same with texts and comments masked.
        start: Where it begins in its line.
    """
    masks, whole = "\n".join(code), "\n".join(written)
    end = _end(masks, start)
    said, is_whole = _tidied(whole[start : end or None], masks[start : end or None])
    if end and is_whole and len(said) <= _LONGEST:
        return said
    return f"{said[:_LONGEST].rstrip(' ,({[')} …"


def _end(code: str, start: int) -> int:
    """Return where the call that begins at a place ends; 0 where no bracket closes it."""
    depth = 0
    for place in range(start, len(code)):
        depth += (code[place] in "([{") - (code[place] in ")]}")
        if code[place] in ")]}" and depth <= 0:
            return place + 1 if not depth else 0
    return 0


def _tidied(call: str, code: str) -> tuple[str, bool]:
    """Return a call that runs over lines as it would stand on one, its texts as they are.

    Returns:
        The call up to the end of the line in which a text begins that runs over lines, and whether
        that is all of it.
    """
    opened = _OPEN.search(code)
    end = opened.end() if opened is not None else len(code)
    texts = [call[match.start() : match.end()] for match in _TEXTS.finditer(code, 0, end)]
    marked = re.sub(r"\s+", _gap, _TEXTS.sub(TEXT, code[:end]))
    joined = re.sub(r"(?<=[(\[{])\n|,?\n(?=[)\]])|\n(?=\})", "", marked).replace("\n", " ")
    parts = zip_longest(joined.split(TEXT), texts, fillvalue="")
    return "".join(chain.from_iterable(parts)).strip(), opened is None


def _gap(match: re.Match[str]) -> str:
    return "\n" if "\n" in match[0] else " "
