"""CSV and TSV: the columns that the first row names."""

from __future__ import annotations

import csv

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind

_SAMPLE = 8_192
_LONGEST_NAME = 80


def read_delimited(draft: RecordBuilder) -> None:
    """Read a file of delimited values."""
    sample = draft.source.text[:_SAMPLE]
    draft.words = []
    try:
        dialect = csv.Sniffer().sniff(sample, delimiters=",;\t|")
        rows = csv.reader(draft.lines[:50], dialect)
        header = next(rows, [])
        width = next((len(row) for row in rows if row), len(header))
    except csv.Error:  # one column, or nothing like a table
        return
    names = [name.strip() for name in header]
    if width != len(names) or not all(_is_name(name) for name in names):
        return
    for name in dict.fromkeys(names):
        draft.add(name, Kind.COLUMN, 1)


def _is_name(text: str) -> bool:
    """A header names things; a cell that is a number says that the file has none."""
    return 0 < len(text) <= _LONGEST_NAME and any(letter.isalpha() for letter in text)
