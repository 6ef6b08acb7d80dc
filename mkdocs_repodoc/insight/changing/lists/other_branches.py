"""The branch of a decision that takes all without one of their own: a new entry may end there."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BRANCH = re.compile(r"=>|->|\bcase\b|:\s*$|^\s*\|")
"""What shows that a line is the head of a branch."""
_FOR_OTHERS = re.compile(r"\s*(?:_\s*=>|else\s*->|default\s*(?::|->)|case\s+_\s*(?::|=>))")


def branch_for_others(lines: Sequence[str], first: int, last: int) -> int:
    """Return the line of the branch for all others, beside the branch on a line; 0 if none is.

    Args:
        lines: The lines of the file.
        first: The line of the first branch.
        last: The last line of the function.
    """
    if not _BRANCH.search(lines[first - 1]):
        return 0
    indent = _indent(lines[first - 1])
    for number, line in enumerate(lines[first:last], first + 1):
        if _indent(line) == indent and _FOR_OTHERS.match(line):
            return number
        if line.strip() and _indent(line) < indent:
            return 0
    return 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
