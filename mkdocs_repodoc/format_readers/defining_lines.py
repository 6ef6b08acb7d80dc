"""Lines of definitions in formats that have no syntax tree."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.text.terms import LONGEST_LINE

_MOST_BLANK = 100


def last_line(lines: Sequence[str], line: int, end_line: int) -> int:
    """Return the last line of a definition from `line` on, without the blank ones below it."""
    blank = 0
    while end_line > line and blank < _MOST_BLANK and not _has_text(lines, end_line):
        end_line -= 1
        blank += 1
    return max(end_line, line)


def _has_text(lines: Sequence[str], line: int) -> bool:
    return line <= len(lines) and bool(lines[line - 1].strip())


def columns_of_name(lines: Sequence[str], line: int, name: str, after: int) -> tuple[int, int]:
    """Return where a name stands in its line, in UTF-8 bytes; -1 if it does not.

    Args:
        lines: Those of the file.
        line: Number of the line.
        name: As it stands there.
        after: Character of the line from which to look for it.
    """
    if not 0 < line <= len(lines):
        return -1, -1
    row = lines[line - 1]
    if len(row) > LONGEST_LINE:  # all names stand in one line: no one could find them there
        return -1, -1
    start = row.find(name, after)
    if start < 0:
        return -1, -1
    column = len(row[:start].encode("utf-8", "replace"))
    return column, column + len(name.encode("utf-8", "replace"))
