"""The text of a comment, without what marks it as one."""

from __future__ import annotations

import re
from inspect import cleandoc

_OPENING = re.compile(
    r"\A\s*(?:/\*+[!<]*|//+[!<]*|#+!?|--\[=*\[|(?:--+|\{-+)(?:[ \t]*[|^](?=\s))?|\(\*+)"
)
_STRING = re.compile(r"\s*(?:@\w+\s+)?(?:~[sS])?(\"{3}|\")")
_REPEATED_SIGNATURE = re.compile(r"\A(?: {4,}.*\n)+\s*")
_MARGIN = re.compile(r"\A\s*(?:\*(?![*/])|\*+(?=/))")
_CLOSING = re.compile(r"(?:(?<!\*)(?:\**/|\*+\))|\]=*\]|-\})\Z")
_RULE = re.compile(r"\s*([-=*_~#+/\\])\1{2,}\s*$")
_BANNER = re.compile(r"\s*([-=*~#])\1{2,}\s*")
FENCE = re.compile(r"\s*(```|~~~)")
"""The line before or behind a block of code in Markdown."""


def strip_comment(text: str) -> str:
    """Return a comment's text without delimiters and margin, dedented.

    Args:
        text: One comment, or line comments on end, as they stand in the source.
    """
    if string := _STRING.match(text):
        inner = cleandoc(text[string.end() :].removesuffix(string[1]))
        return _REPEATED_SIGNATURE.sub("", f"{inner}\n").strip()
    rows = text.split("\n")
    block = rows[0].lstrip().startswith(("/*", "--[", "(*", "{-"))
    result = []
    for number, row in enumerate(rows):
        opening = number == 0 or not block
        stripped = _OPENING.sub("", row, count=1) if opening else _MARGIN.sub("", row, count=1)
        if block and number == len(rows) - 1:
            stripped = _CLOSING.sub("", stripped.rstrip())
        if _RULE.match(stripped):
            stripped = ""
        elif (banner := _BANNER.match(stripped)) and not FENCE.match(stripped):
            stripped = _without_end(stripped[banner.end() :].rstrip(), banner[1])
        result.append(stripped.rstrip())
    return _dedent(result)


def _without_end(words: str, sign: str) -> str:
    """Return the words of a banner, whose sign may stand behind them, too."""
    without = words.rstrip(sign)
    return without if len(words) - len(without) > 1 else words


def _dedent(rows: list[str]) -> str:
    indents = [len(row) - len(row.lstrip()) for row in rows[1:] if row.strip()]
    first = rows[0].strip()
    margin = min(indents, default=0)
    return "\n".join([first, *(row[margin:] for row in rows[1:])]).strip("\n")
