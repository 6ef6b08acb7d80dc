"""Conditions around a line, as its indentation shows them in any language that has blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.text.code_reading.brace_lines import function_lines
from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD
from mkdocs_repodoc.text.code_reading.line_conditions import before_block

_CONDITION = re.compile(
    rf"\s*(?:[}})\]]+\s*)?(?:{CONDITION_WORD}|when)\b\s*(?P<said>\S.*)$",
    re.IGNORECASE,
)
_LONGEST = 90


def enclosing_condition(lines: Sequence[str], first: int, line: int) -> str:
    """Return the condition of the innermost block around a line; empty without one.

    Args:
        lines: The lines of the file.
        first: The first line of the function around it, from 1 on.
        line: The line, from 1 on; a file that has become shorter since has none.

    Returns:
        The condition as written, if its block opens in one line; nothing if it is longer than a
        sentence has room for, or goes on in the next line.
    """
    if line > len(lines):
        return ""
    lines = function_lines(lines, first, line)
    line, first = len(lines), min(first, 1)
    depth = _indent(lines[line - 1])
    for number in range(line - 1, first, -1):
        text = lines[number - 1]
        if not text.strip() or _indent(text) >= depth:
            continue
        depth = _indent(text)
        match = _CONDITION.match(text)
        if match is not None:
            shown = (before_block(match["said"]) or "").strip()
            return shown if len(shown) <= _LONGEST else ""
    return ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
