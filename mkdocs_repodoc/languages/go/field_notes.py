"""Notes on the fields of Go's structures in their tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.record_parts.noted_fields import FieldNote
from mkdocs_repodoc.text.english import one_line

_TAG = re.compile(r"\b(?P<key>\w+):\"(?P<value>(?:[^\"\\]|\\.)*)\"")
_SCHEMA = "jsonschema"
"""The tag that has several entries, with commas between them: `description=…,default=…`."""
_ENTRY = re.compile(r"(?<!\\),")
_ABOUT = {
    "meaning": ("description", "jsonschema_description", "desc", "usage", "help", "doc"),
    "default": ("default", "envDefault"),
    "value": ("enum",),
}
"""What a note is about → keys that say so, those that count most first."""


def field_notes(code: str, _attributes: Sequence[str]) -> Iterator[FieldNote]:
    """Yield what the tag behind a field notes of it."""
    entries = list(_entries(code))
    for about, keys in _ABOUT.items():
        for key in keys:
            found = (value for said, value in entries if said == key and value)
            yield from (FieldNote(about, value) for value in found)


def _entries(code: str) -> Iterator[tuple[str, str]]:
    start = code.find("`")
    for match in _TAG.finditer(code, start) if start >= 0 else ():
        if match["key"] != _SCHEMA:
            yield match["key"], one_line(match["value"])
            continue
        for entry in _ENTRY.split(match["value"].replace("\\\\,", "\\,")):
            key, _, value = entry.partition("=")
            yield key.strip(), one_line(value.replace("\\,", ","))
