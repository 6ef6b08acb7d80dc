"""Brackets in code, and what stands between them, comments left out."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_repodoc.text.comments import CommentSyntax

PAIRS = {"(": ")", "[": "]", "{": "}"}
_STRING = re.compile(
    r'"""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\'(?:\\.|[^\'\\\n])*\''
)
_SIGN = re.compile(rf"{_STRING.pattern}|[()\[\]{{}},|]")
"""A string, or a sign that opens, closes or divides something."""


def without_comments(text: str, syntax: CommentSyntax) -> str:
    """Return code without its comments; strings stay."""
    kept: list[str] = []
    position = 0
    opener = _opener(syntax)
    while (match := opener.search(text, position)) is not None:
        kept.append(text[position : match.start()])
        position = match.end()
        if match.lastgroup == "string":
            kept.append(match[0])
            continue
        closer = next((close for start, close in syntax.blocks if start == match["block"]), "")
        end = text.find(closer or "\n", position)
        position = len(text) if end < 0 else end + len(closer)
    return "".join((*kept, text[position:]))


@lru_cache
def _opener(syntax: CommentSyntax) -> re.Pattern[str]:
    """Return what finds the next string or comment."""
    blocks, lines = (
        "|".join(map(re.escape, marks)) or "(?!)"
        for marks in ([start for start, _ in syntax.blocks], syntax.line)
    )
    return re.compile(f"(?P<string>{_STRING.pattern})|(?P<block>{blocks})|(?P<line>{lines})")


def longest_brackets(code: str) -> str:
    """Return what stands in the longest brackets that stand in no others."""
    best = ""
    closers: list[str] = []
    start = 0
    for match in _SIGN.finditer(code):
        sign = match[0]
        if sign in PAIRS:
            if not closers:
                start = match.end()
            closers.append(PAIRS[sign])
        elif closers and sign == closers[-1]:
            closers.pop()
            if not closers and match.start() - start > len(best):
                best = code[start : match.start()]
    return best


def split_code(code: str, separator: str = ",") -> list[str]:
    """Return the parts of code between separators that stand in no brackets and no string."""
    parts: list[str] = []
    depth = start = 0
    for match in _SIGN.finditer(code):
        sign = match[0]
        depth += (sign in PAIRS) - (sign in PAIRS.values())
        if sign == separator and depth == 0:
            parts.append(code[start : match.start()])
            start = match.end()
    return [part for part in (*parts, code[start:]) if part.strip(" \t\r\n;")]
