"""Code with its texts and comments blanked, so that brackets and names in it are code's own."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_repodoc.text.comments import CommentSyntax

TEXT = "\0"
"""What stands for each letter of a text, its quotes included."""
OPEN_TEXT = "\1"
"""Likewise of a text that goes on in the next line."""
_TEXTS = (
    r"\"{3}(?:.|\n)*?\"{3}|'{3}(?:.|\n)*?'{3}|`(?:\\.|[^`\\])*`"
    r"|\"(?:\\.|[^\"\\\n])*\"|(?!(?<=[<&])'[a-z_]\w*\b(?!'))'(?:\\.|[^'\\\n])*'"
)
"""A quote in front of the name of a lifetime opens no text."""


def masked(code: str, syntax: CommentSyntax) -> str:
    """Return code in which texts are `TEXT` or `OPEN_TEXT` and comments are blanks.

    Args:
        code: From outside of a text and a comment on.
        syntax: How its language writes comments.

    Returns:
        As many letters in as many lines; line breaks stay.
    """
    return _passed_over(syntax).sub(_mask, code.replace(TEXT, " ").replace(OPEN_TEXT, " "))


def _mask(match: re.Match[str]) -> str:
    if match.lastgroup == "escape":
        return match[0]
    text = OPEN_TEXT if match.lastgroup == "open" or "\n" in match[0] else TEXT
    sign = text if match.lastgroup in {"text", "open"} else " "
    return re.sub(r"[^\n]", sign, match[0])


@lru_cache
def _passed_over(syntax: CommentSyntax) -> re.Pattern[str]:
    """Return what finds the next text or comment, whichever begins first."""
    blocks = "|".join(
        f"{re.escape(opens)}(?:.|\\n)*?(?:{re.escape(closes)}|\\Z)"
        for opens, closes in syntax.blocks
    )
    lines = "|".join(f"{re.escape(mark)}.*" for mark in syntax.line)
    return re.compile(
        rf"(?P<escape>\\.)|(?P<block>{blocks or '(?!)'})|(?P<line>{lines or '(?!)'})"
        rf"|(?P<text>{syntax.raw_texts()}|{_TEXTS})|(?P<open>\"(?:\\.|[^\"\\\n])*)"
    )
