"""Lines of code without comments, and with or without what stands in texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mkdocs_repodoc.text.comments import CommentSyntax

_STRING = (
    r"\"{3}[\s\S]*?\"{3}|'{3}[\s\S]*?'{3}|\"(?:\\[\s\S]|[^\"\\\n])*\"|`(?:\\[\s\S]|[^`\\])*`"
    r"|(?<![<&\w])'(?:\\.|[^'\\\n])*'"
)
_SEEN = re.compile(r"[^\n]")
TEXT = "0"
"""Stands for each character of a text; further lines of it are left empty."""


class BareLine(NamedTuple):
    """A line; in both ways of writing it, columns are those of the file."""

    code: str
    """Without comments."""
    shape: str
    """Without comments, and with a `0` for each character of a text."""


def bare_lines(text: str, syntax: CommentSyntax) -> list[BareLine]:
    """Return the lines of a file without comments.

    Args:
        text: The file.
        syntax: How its language writes comments.
    """
    code: list[str] = []
    shape: list[str] = []
    position = 0
    while (match := _token(syntax).search(text, position)) is not None:
        between = text[position : match.start()]
        position = match.end()
        if match.lastgroup == "string":
            code += between, match[0]
            row, *others = match[0].split("\n")
            shape += between, "\n".join([TEXT * len(row), *(" " * len(each) for each in others)])
            continue
        closer = next((close for start, close in syntax.blocks if start == match["block"]), "")
        end = text.find(closer or "\n", position)
        position = len(text) if end < 0 else end + len(closer)
        blank = _SEEN.sub(" ", text[match.start() : position])
        code += between, blank
        shape += between, blank
    lines = ("".join((*each, text[position:])).split("\n") for each in (code, shape))
    return [BareLine(*map(str.rstrip, each)) for each in zip(*lines, strict=True)]


def is_closed(lines: Sequence[BareLine]) -> bool:
    """Tell whether no quote is left in lines: one that opens a text which can't be told apart."""
    return not any('"' in each.shape or "`" in each.shape for each in lines)


@lru_cache
def _token(syntax: CommentSyntax) -> re.Pattern[str]:
    """Return what finds the next text or comment."""
    blocks = "|".join(re.escape(start) for start, _ in syntax.blocks) or "(?!)"
    marks = "|".join(map(re.escape, syntax.line)) or "(?!)"
    strings = f"{syntax.raw_texts()}|{_STRING}"
    return re.compile(
        f"(?P<string>{strings})|(?P<block>{blocks})|(?P<line>(?<![$\\w{{\\\\])(?:{marks}))"
    )
