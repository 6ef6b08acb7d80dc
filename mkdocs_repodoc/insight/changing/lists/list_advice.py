"""Comments beside a list that tell those who extend it what else to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.text.comments import CommentSyntax

_ALSO = (
    r"also (?:\w+ ){0,2}(?:update|add|change|adjust|list|edit|register|document|mention|extend)\w*"
    r"|(?:must|should|needs? to|ha(?:s|ve) to|please|to) also"
)
_CUE = re.compile(
    rf"\b(?:{_ALSO}|in sync|remember|do(?:n't| not) forget|make sure|be sure|update|"
    r"alphabetical\w*|must be (?:added|updated|listed|kept)|"
    r"(?:if|when(?:ever)?) (?:you |we )?add\w*|"
    r"new (?:\w+ ){1,2}(?:are|is|get) added|to add a)\b",
    re.IGNORECASE,
)
"""Words by which a comment tells those who extend a list what to do."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LEAST_SPACES = 2
"""Between the words of a sentence; a heading has fewer."""
_ABOVE = 8
_BELOW = 3
"""Lines around the first entry in which such a comment stands."""


def advice_at(lines: Sequence[str], line: int, syntax: CommentSyntax) -> str:
    """Return the comment beside a line that tells those who add something what to do.

    Args:
        lines: The lines of the file.
        line: Where a list begins, from 1 on.
        syntax: How its language writes comments.

    Returns:
        The sentences that tell it; empty without any.
    """
    said: list[str] = []
    best = ""
    for text in (*lines[max(0, line - 1 - _ABOVE) : line + _BELOW], ""):
        row = text.strip()
        mark = next((each for each in syntax.line if row.startswith(each)), "")
        if mark:
            said.append(row.removeprefix(mark).lstrip("#/!*").strip())
            continue
        comment = " ".join(filter(None, said))
        if _CUE.search(comment) and comment.count(" ") >= _LEAST_SPACES:
            best = " ".join(each for each in _SENTENCE.split(comment) if _CUE.search(each))
        said = []
    return best
