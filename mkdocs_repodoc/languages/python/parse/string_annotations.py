"""Annotations that are written as strings, as expressions with places in the file; dotted names."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Sequence
from typing import NamedTuple

_LONGEST = 1000
"""Longer strings in the place of an annotation are texts, not types."""


class ParsedString(NamedTuple):
    """The expression in a string, and whether its nodes' places are those in the file."""

    node: ast.expr
    placed: bool


def annotation_in_string(constant: ast.Constant, lines: Sequence[str]) -> ParsedString | None:
    """Parse a string constant that stands where an annotation may stand.

    Args:
        constant: The string.
        lines: The lines of its file.

    Returns:
        `None` if the string is no expression. Places are known for strings in one piece on one
        line and without escapes.
    """
    text = str(constant.value)
    stripped = text.strip()
    if not stripped or len(text) > _LONGEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            node = ast.parse(stripped, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    column = _content_column(constant, lines)
    if column < 0 or "\n" in text:
        return ParsedString(node, placed=False)
    shift = column + len(text) - len(text.lstrip())
    for part in ast.walk(node):
        if isinstance(part, ast.expr):
            part.lineno = part.end_lineno = constant.lineno
            part.col_offset += shift
            part.end_col_offset = (part.end_col_offset or 0) + shift
    return ParsedString(node, placed=True)


def _content_column(constant: ast.Constant, lines: Sequence[str]) -> int:
    """Return where the string's content starts, in bytes; -1 if it is not there as it stands."""
    if constant.lineno != constant.end_lineno:
        return -1
    line = lines[constant.lineno - 1].encode()
    literal = line[constant.col_offset : constant.end_col_offset]
    content = str(constant.value).encode(errors="replace")
    for quote in (b'"""', b"'''", b'"', b"'"):
        start = literal.find(quote)
        if start >= 0 and literal[start + len(quote) :] == content + quote:
            return constant.col_offset + start + len(quote)
    return -1
