"""Ignore files and CODEOWNERS: nothing to name, but their words are patterns, not concepts."""

from __future__ import annotations

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder


def read_ignore(draft: RecordBuilder) -> None:
    """Take terms from the comments alone."""
    rows = [(row.strip(), number) for number, row in enumerate(draft.lines, 1) if row.strip()]
    draft.words = [(row, number) for row, number in rows if row.startswith("#")]
