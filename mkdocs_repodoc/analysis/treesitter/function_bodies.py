"""Bodies of C and C++ functions, emptied before the grammar reads a file.

Nothing in a body is documented, but whatever the grammar can't read in one (a macro that is no
expression, a rare form of lambda) may cost it the class around it. What a body is can be told
from the text in front of its brace. The paths through it are counted on the way.
"""

from __future__ import annotations

import re

from mkdocs_repodoc.analysis.treesitter.preprocessor import Preprocessed, blank

_TOKEN = re.compile(rb"[{};]")
_BRACE = re.compile(rb"[{}]")
_PARENTHESES = re.compile(rb"\([^()]*\)")
_ANGLES = re.compile(rb"<[^<>]*>")
_TYPE = re.compile(
    rb"(?:^|[\s:;}>@])(?:class|struct|union|enum|namespace)\b"
    rb"(?:[^@:=]|::)*(?::(?!:)[^=]*)?$|(?:^|\s)extern\s*\"\s*\"\s*$"
)
"""No parentheses in front of the bases: `struct S f(int) {` is a function."""
_ALIGNMENT = re.compile(rb"\balignas\s*@")
_REQUIRES = re.compile(rb"\brequires\s*@?\s*$")
_DECISION = re.compile(rb"\b(?:if|for|while|case|catch)\b|(?<=\s)(?:&&|\|\|)(?=\s)|\?(?!\?)")
_INSTANTIATION = re.compile(
    rb"(?:\A|(?<=[;{}]))\s*((?:extern\s+)?template\s+(?![<\s])[^;{}]*;)"
)
"""`template class Vector<int>;` defines no name, and not all forms of it are in the grammar."""
_LONGEST_HEADER = 10_000
_DEEPEST = 20


def empty_bodies(source: Preprocessed) -> list[int]:
    """Blank what stands between the braces of functions.

    Args:
        source: The file without directives and macros; its buffers are changed.

    Returns:
        Where the code branches in the bodies, ascending.
    """
    bare = source.bare
    decisions: list[int] = []
    position = header = 0
    while match := _TOKEN.search(bare, position):
        position = match.end()
        if match[0] != b"{":
            header = position
            continue
        form = _form(bare[max(header, position - _LONGEST_HEADER) : position - 1])
        if form != "type":
            end = _closing(bare, position)
            if form == "function":
                decisions += [
                    found.start() for found in _DECISION.finditer(bare, position, end)
                ]
                blank(source.code, position, end)
                blank(bare, position, end)
            position = end
            continue
        header = position
    for match in _INSTANTIATION.finditer(bare):
        blank(source.code, *match.span(1))
        blank(bare, *match.span(1))
    return decisions


def _form(header: bytearray) -> str:
    """Tell what a brace opens, from the text since the last statement."""
    text = bytes(header)
    for _ in range(_DEEPEST):  # `(…)` becomes `@`, template arguments go
        shorter = _PARENTHESES.sub(b"@", text)
        if shorter == text:
            break
        text = shorter
    for _ in range(_DEEPEST):
        shorter = _ANGLES.sub(b" ", text)
        if shorter == text:
            break
        text = shorter
    found = _TYPE.search(_ALIGNMENT.sub(b" ", text))
    if found:
        return "type"
    if b"@" not in text or _REQUIRES.search(text):
        return "value"
    return "function"


def _closing(bare: bytearray, position: int) -> int:
    """Return where the brace that opens before a position closes; the end if it never does."""
    depth = 1
    for match in _BRACE.finditer(bare, position):
        depth += 1 if match[0] == b"{" else -1
        if not depth:
            return match.start()
    return len(bare)
