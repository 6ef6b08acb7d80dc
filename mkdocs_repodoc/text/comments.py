"""Comments of all languages, as far as their delimiters tell: line counts and header comments.

This reads delimiters, not grammar: it serves every text file, also those that no parser
understands. Languages with a parser get their documentation from that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_repodoc.model.records import LineCounts

BEHIND_CODE = re.compile(r"(?<!\s)\s+(?://|#\s).*$")
"""A comment behind code, as most languages write one."""


@dataclass(frozen=True)
class CommentSyntax:
    """How a language writes comments.

    Attributes:
        line: What starts a comment that ends with its line.
        blocks: What opens and what closes a comment that may span lines.
        strings: Whether quotes hide comment delimiters; in markup they are apostrophes.
        docstring: Matches the quotes that open a string which documents the file, where the
            language has such strings; the first group of it closes the string.
        directive: Matches a comment that is for a tool, not for readers.
        raw: Quotes around texts in which a backslash is a letter like others.
    """

    line: tuple[str, ...] = ()
    blocks: tuple[tuple[str, str], ...] = ()
    strings: bool = True
    docstring: re.Pattern[str] | None = None
    directive: re.Pattern[str] | None = None
    raw: tuple[str, ...] = ()
    token: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the pattern that finds strings and comment openers in a line."""
        strings = [r'"(?:\\.|[^"\\])*"', r"'(?:\\.|[^'\\])*'"] if self.strings else []
        openers = [re.escape(start) for start, _ in self.blocks]
        rest = [re.escape(mark) for mark in self.line]
        parts = (f"(?P<block>{'|'.join(openers)})" if openers else "", *strings)
        pattern = "|".join([part for part in parts if part] + [f"(?P<rest>{'|'.join(rest)})"])
        object.__setattr__(
            self, "token", re.compile(pattern if rest else pattern.rsplit("|", 1)[0])
        )

    def raw_texts(self) -> str:
        """Return a pattern of texts between raw quotes; one that matches nothing without them."""
        return "|".join(f"{quote}[^{quote}]*{quote}" for quote in self.raw) or "(?!)"

    def close(self, opener: str) -> str:
        """Return what closes a block comment."""
        return dict(self.blocks)[opener]


C_COMMENTS = CommentSyntax(("//",), (("/*", "*/"),))
"""C's, and those of the many languages that took them over."""
HASH_COMMENTS = CommentSyntax(("#",))


def count_lines(lines: Sequence[str], syntax: CommentSyntax) -> LineCounts:
    """Count code, comment and blank lines.

    A line with both code and a comment is code; an empty line inside a comment is blank.
    """
    openers = tuple(opener for opener, _ in syntax.blocks)
    comment = blank = 0
    closer = ""
    for line in lines:
        row = line.strip()
        if not row:
            blank += 1
        elif not closer and syntax.line and row.startswith(syntax.line):
            if openers and row.startswith(openers):
                _, closer = _read_line(row, syntax, closer)
            comment += 1
        elif closer or any(opener in row for opener in openers):
            code, closer = _read_line(row, syntax, closer)
            comment += not code
    return LineCounts(len(lines) - comment - blank, comment, blank)


def _read_line(row: str, syntax: CommentSyntax, closer: str) -> tuple[bool, str]:
    """Return whether a line has code, and what closes the comment that is open at its end."""
    code = False
    position = 0
    while position < len(row):
        if closer:
            end = row.find(closer, position)
            if end < 0:
                return code, closer
            position = end + len(closer)
            closer = ""
            continue
        match = syntax.token.search(row, position)
        until = match.start() if match else len(row)
        code = code or bool(row[position:until].strip())
        if not match or match.lastgroup == "rest":
            return code, ""
        if match.lastgroup == "block":
            closer = syntax.close(match[0])
        else:
            code = True  # a string
        position = match.end()
    return code, closer


class Comment(NamedTuple):
    """One comment, or several whole-line comments on end, without their delimiters."""

    line: int
    """First line."""
    text: str
    """Dedented; as many lines as the comment has in the source."""


_PREAMBLE = re.compile(r"#!|<\?xml|<\?php|<!doctype|['\"]use strict['\"]|---$|%YAML", re.IGNORECASE)
_MARGIN = re.compile(r"^\s*\*+(?!/)\s?|^[ \t]*")
_DOC_MARK = re.compile(r"^[/!*#;%\"-]*[ \t]?")


def header_comments(lines: Sequence[str], syntax: CommentSyntax) -> tuple[Comment, ...]:
    """Return the comments that stand before the first line of code.

    Args:
        lines: The file's lines.
        syntax: How its language writes comments; a string that documents the file counts as one.

    Returns:
        In source order; blank lines and uncommented lines separate them.
    """
    comments: list[Comment] = []
    rows: list[str] = []
    number = 0
    while number < len(lines):
        row = lines[number].strip()
        block = _block_opener(row, syntax)
        if block and not rows:
            end, text = _block_text(lines, number, *block)
            comments.append(Comment(number + 1, text))
            number = end
        elif syntax.directive and not rows and syntax.directive.match(row):
            pass
        elif row.startswith(syntax.line) and syntax.line and not (number == 0 and row[:2] == "#!"):
            mark = next(mark for mark in syntax.line if row.startswith(mark))
            rows.append(_DOC_MARK.sub("", row[len(mark) :]))
        else:
            if rows:
                comments.append(Comment(number + 1 - len(rows), "\n".join(rows)))
                rows = []
                continue
            if row and not _PREAMBLE.match(row):
                break
        number += 1
    if rows:
        comments.append(Comment(number + 1 - len(rows), "\n".join(rows)))
    return tuple(comment for comment in comments if comment.text.strip())


def _block_opener(row: str, syntax: CommentSyntax) -> tuple[str, str] | None:
    for opener, closer in syntax.blocks:
        if row.startswith(opener):
            return opener, closer
    if syntax.docstring and (match := syntax.docstring.match(row)):
        return match[0], match[1]
    return None


def _block_text(lines: Sequence[str], number: int, opener: str, closer: str) -> tuple[int, str]:
    """Return the index of a block comment's last line and the text between the delimiters."""
    first = lines[number].strip()[len(opener) :]
    rows = []
    for index in range(number, len(lines)):
        row = first if index == number else lines[index]
        end = row.find(closer)
        row = row[:end] if end >= 0 else row
        rows.append((_DOC_MARK if index == number else _MARGIN).sub("", row, count=1).rstrip())
        if end >= 0:
            return index, "\n".join(rows)
    return len(lines) - 1, "\n".join(rows)
