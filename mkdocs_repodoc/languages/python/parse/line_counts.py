"""Code, comment and blank lines, and the comments themselves, exact without a tokenizer.

One pattern finds every string and comment in the order in which they start, which is all that it
takes to tell a `#` that starts a comment from one inside a string.

A string that is a statement of its own (a docstring, or a string that stands where a comment could)
counts as comment, with its blank lines: they are text, too. A blank line in any other string is
code, for it is part of a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_repodoc.model.records import LineCounts

_TOKEN = re.compile(
    r"""
    \#[^\n]*
    | \"{3}[^"\\]*(?:(?:\\[\s\S]|\"(?!\"\"))[^"\\]*)*(?:\"{3}|\Z)
    | '{3}[^'\\]*(?:(?:\\[\s\S]|'(?!''))[^'\\]*)*(?:'{3}|\Z)
    | "[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?
    | '[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?
    """,
    re.VERBOSE,
)
"""A string that never ends is one, too, so that no text is read twice. Groups are repeated without
possessive quantifiers, which Python 3.11.0 to 3.11.4 get wrong (gh-106052)."""

_TRIPLE = {'"""', "'''"}
_STRING = re.compile(r"\s*[rRuU]?[\"'(\\]")


class SourceComment(NamedTuple):
    """One comment, without its `#`."""

    text: str
    line: int
    whole_line: bool
    """Whether nothing else stands on the line."""


class Lines(NamedTuple):
    """What a file's lines are."""

    counts: LineCounts
    comments: tuple[SourceComment, ...]


def read_lines(text: str, lines: list[str], statements: Iterable[tuple[int, int]] | None) -> Lines:
    r"""Count the lines of a module and collect its comments.

    Args:
        text: The whole text.
        lines: The same, split at `\n`.
        statements: First and last line of each string that is a statement; `None` if no syntax
            tree can tell, which takes every triple-quoted string at the start of a line for one.
    """
    total = len(lines) - (not lines[-1])
    blank = sum(not line or line.isspace() for line in lines[:total])
    comments: list[SourceComment] = []
    standing: list[tuple[int, int]] = []
    line, offset = 1, 0
    for token in _TOKEN.finditer(text):
        found = token[0]
        if found[0] == "#":
            line += text.count("\n", offset, token.start())
            offset = token.start()
            comments.append(SourceComment(found[1:].strip(), line, _starts_line(text, offset)))
        elif "\n" in found or (statements is None and found[:3] in _TRIPLE):
            line += text.count("\n", offset, token.start())
            offset = token.end()
            rows = found.split("\n")
            blank -= sum(not row or row.isspace() for row in rows[1:-1])
            if statements is None and _is_alone(text, token):
                standing.append((line, line + len(rows) - 1))
            line += len(rows) - 1
    documented = {comment.line for comment in comments if comment.whole_line}
    for first, last in standing if statements is None else statements:
        # What shares its first line with code, as in `def f(): "…"`, leaves that line to the code.
        documented.update(range(first + (not _STRING.match(lines[first - 1])), last + 1))
    counts = LineCounts(total - blank - len(documented), len(documented), blank)
    return Lines(counts, tuple(comments))


def _is_alone(text: str, token: re.Match[str]) -> bool:
    """Whether a triple-quoted string has its lines to itself."""
    end = text.find("\n", token.end())
    rest = text[token.end() : end if end >= 0 else len(text)]
    return token[0][:3] in _TRIPLE and _starts_line(text, token.start()) and not rest.strip()


def _starts_line(text: str, offset: int) -> bool:
    start = text.rfind("\n", 0, offset) + 1
    return start == offset or text[start:offset].isspace()
