"""Lines that blocks by indentation stumble over: braces alone, directives at the margin.

Most code in C# has braces on lines of their own, and some in C++ and PHP.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_DIRECTIVE = re.compile(r"\s*#\s*(?:if|ifdef|ifndef|elif|else|endif|region|endregion|pragma)\b")
_COMMENT = re.compile(r"(?:(?<!\s)\s+|(?<=\)))(?P<opens>//|/\*)")
_LINE_COMMENT = "//"
_CLOSER = "*/"
_OPENERS = (_LINE_COMMENT, "/*")
_BRACE = "{"
_NO_HEAD = (";", "{", "}")


def braces_at_heads(lines: Sequence[str]) -> list[str]:
    """Return lines with each brace on a line of its own at the end of the head in front of it.

    Args:
        lines: Lines of code.

    Returns:
        As many lines; the brace's own is empty then, as those of directives such as `#if` are.
    """
    found = ["" if _DIRECTIVE.match(text) else text for text in lines]
    head = -1
    for number, text in enumerate(found):
        written = text.strip()
        if written == _BRACE and head >= 0:
            before = _without_comment(found[head]).rstrip()
            if not before.endswith(_NO_HEAD):
                found[head] = f"{before} {_BRACE}"
                found[number] = ""
        if written and not (written.startswith(_OPENERS) and not _without_comment(text).strip()):
            head = number
    return found


def _without_comment(line: str) -> str:
    """Return a line without the comments between and behind its code."""
    position = 0
    while (match := _COMMENT.search(line, position)) is not None:
        before = line[: match.start()]
        position = match.end()
        if before.count('"') % 2 or before.count("'") % 2:
            continue
        _, closer, rest = line[position:].partition(_CLOSER)
        if match["opens"] == _LINE_COMMENT or not closer:
            return before
        line, position = before + rest, len(before)
    return line


def function_lines(lines: Sequence[str], first: int, line: int) -> list[str]:
    """Return the lines of a function up to one, with braces at the heads of their blocks.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on; 0 for the code of the module.
        line: The last one to return.
    """
    return braces_at_heads(lines[max(first - 1, 0) : line])
