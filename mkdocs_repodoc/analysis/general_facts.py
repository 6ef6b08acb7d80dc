"""Facts that a text of any language may state: what it was made from, which tables it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from mkdocs_repodoc.format_readers.used_tables import limited, tables_of_strings
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import GeneratedFrom, UsedTable
from mkdocs_repodoc.model.records import FileRecord
from mkdocs_repodoc.text.source_text import SourceText

_TOP = 30
"""Lines at the top of a file among which generators say what they have read."""
_LONGEST_LINE = 400
_MADE_FROM = re.compile(
    r"^[ \t]*(?://|/?\*|#|--|;|%|<!--)\W*"
    r"(?:source|filename|generated from(?: [a-z]+)? file|generated from)\b:?\s*"
    r"[\"'`]?(?P<path>[\w@+-][\w./@+-]*\.[A-Za-z]\w{0,11})(?=[\"'`\s,;)]|$)",
    re.IGNORECASE,
)


def with_general_facts(record: FileRecord, language: str, text: SourceText) -> FileRecord:
    """Return a record with what any text may state.

    Args:
        record: The record.
        language: Language of the file.
        text: Its text.
    """
    is_code = not isinstance(language_named(language).outline, Absent)
    tables: tuple[UsedTable, ...] = limited(tables_of_strings(text.text)) if is_code else ()
    found = (*_made_from(text.text), *tables)
    if not found:
        return record
    outline = msgspec.structs.replace(record.outline, facts=(*record.outline.facts, *found))
    return FileRecord(outline, record.detail)


def _made_from(text: str) -> Iterator[GeneratedFrom]:
    """Yield the file that a comment at the top names as what this one was made from."""
    for number, line in enumerate(text.split("\n", _TOP)[:_TOP], 1):
        match = _MADE_FROM.match(line[:_LONGEST_LINE])
        if match is not None:
            yield GeneratedFrom(match["path"], number)
            return
