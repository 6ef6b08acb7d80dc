"""Comments in the lines before what they are about."""

from __future__ import annotations

import re

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder


def comment_above(draft: RecordBuilder, line: int) -> str:
    """Return the text of the `#` comment that ends on the line before, if there is one."""
    rows = _rows_above(draft, line, "#", but="#!")
    if len(rows) >= line - 1 and draft.header_is_about_file:
        return ""
    text = " ".join(row.lstrip("#").strip() for row in rows).strip()
    words = re.findall(r"[^\W\d_]{2,}", text)
    is_code = bool(re.search(r"^[\w.\-\"']+\s*[:=]|[{}\[\];]|^-\s", text))
    return text if len(words) > 1 and not is_code else ""


def prose_above(draft: RecordBuilder, line: int, mark: str) -> str:
    """Return the text of the line comments that end on the line before.

    Args:
        draft: The record of the file.
        line: Line of what they are about.
        mark: What begins a comment, such as `//`.

    Returns:
        Their text on one line; empty for those at the top, which are about the file.
    """
    rows = _rows_above(draft, line, mark)
    if len(rows) >= line - 1:
        return ""
    return " ".join(row.lstrip(f"{mark} ") for row in rows)


def _rows_above(draft: RecordBuilder, line: int, mark: str, but: str = "\n") -> list[str]:
    """Return the lines right above that begin with a mark, and with no longer one."""
    rows: list[str] = []
    for number in range(line - 2, -1, -1):
        row = draft.lines[number].strip()
        if not row.startswith(mark) or row.startswith(but):
            break
        rows.append(row)
    rows.reverse()
    return rows
