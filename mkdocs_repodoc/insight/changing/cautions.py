"""Cautions in comments: sentences that say what must not be, in which order, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.masked_code import OPEN_TEXT, masked
from mkdocs_repodoc.text.code_reading.put_aside_code import is_put_aside
from mkdocs_repodoc.text.comments import CommentSyntax
from mkdocs_repodoc.text.tool_comments import FOR_TOOLS

_COMMENT = re.compile(r"\s*(?P<mark>//|#+|--)(?![/!#:\[])\s?(?P<said>.*?)\s*$")
"""A line that is a comment for readers of the code; documentation is read elsewhere."""
_FOR_OTHERS = re.compile(rf"(?:TODO|FIXME|XXX|{FOR_TOOLS})", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\b\d\.)\s+(?=[A-Z])"
)
_WORDS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for weight, words in (
        (
            3,
            r"must(?:n[’']t)?|never|careful(?:ly)?|beware|is important|important:|order matters",
        ),
        (
            3,
            r"speed|optimi[sz]ations?|performance|hot (?:path|loop)|races?|in[- ]place|in sync",
        ),
        (
            2,
            r"do(?:n[’']t| not)|does(?:n[’']t| not)|can(?:not|[’']t)|should(?: not|n[’']t)|avoids?",
        ),
        (2, r"because|otherwise|so that|or else|prevents?|work-?arounds?|hacks?|caveat"),
        (
            2,
            r"deadlocks?|hangs?|crash\w*|corrupt\w*|leaks?|breaks?|unsafe|security|attack\w*",
        ),
        (1, r"before|after|first|order|only|unless|even (?:if|though)|until|instead"),
    )
)
_ROW = re.compile(r"(?:->|=>|→)")
"""In a row of a list, which says what stands for what."""
_LEAST = 2
_LEAST_WORDS = 5
_LONGEST = 220
_MOST_LINES = 16
"""Lines of a comment that is read; a longer one is a text of its own, such as a licence."""


class Caution(NamedTuple):
    """A sentence of a comment."""

    line: int
    """The first line of the comment."""
    said: str
    weight: int


def cautions_in(lines: Sequence[str], syntax: CommentSyntax) -> list[Caution]:
    """Return the sentences in the comments of a file that warn of something, in their order.

    Args:
        lines: The lines of the file.
        syntax: How its language writes comments.
    """
    found = []
    for number, said in _comments(lines, syntax):
        for sentence in _SENTENCE_END.split(said):
            weight = sum(each for each, words in _WORDS if words.search(sentence))
            is_whole = len(sentence.split()) >= _LEAST_WORDS and len(sentence) <= _LONGEST
            is_whole = is_whole and sentence.count("(") == sentence.count(")")
            if weight >= _LEAST and is_whole and not _ROW.search(sentence):
                found.append(Caution(number, sentence.strip(), weight))
    return found


def _comments(lines: Sequence[str], syntax: CommentSyntax) -> Iterator[tuple[int, str]]:
    """Yield the comments that stand on lines of their own, each with its first line."""
    code = masked("\n".join(lines), syntax).split("\n")
    held: list[str] = []
    first, depth = 0, -1
    for number, line in enumerate([*lines, ""], 1):
        match = _COMMENT.match(line)
        is_text = number <= len(code) and code[number - 1].startswith(OPEN_TEXT)
        is_comment = match is not None and match["mark"].startswith(syntax.line) and not is_text
        indent = len(line) - len(line.lstrip())
        if held and (not is_comment or indent != depth):
            if len(held) <= _MOST_LINES and not any(map(is_put_aside, held)):
                said = " ".join(held).strip()
                if not _FOR_OTHERS.match(said):
                    yield first, said
            held = []
        if match is not None and is_comment:
            first, depth = (first, depth) if held else (number, indent)
            held.append(match["said"])
