"""TOML: tables and keys as symbols."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_repodoc.formats.nested_keys import DEPTH, Key, add_keys
from mkdocs_repodoc.formats.record_builder import RecordBuilder

_LARGEST = 1_000_000
_TABLE = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_PAIR = re.compile(
    r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*(.*)$"""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|#.*")
_MULTILINE = ('"""', "'''")
_ERROR_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")


def read_toml(draft: RecordBuilder) -> dict[str, Any]:
    """Read a TOML file.

    Args:
        draft: The record to fill in.

    Returns:
        The parsed document; empty where it is broken or too large to be worth it.
    """
    document: dict[str, Any] = {}
    if len(draft.source.text) <= _LARGEST:
        try:
            document = tomllib.loads(draft.source.text)
        except tomllib.TOMLDecodeError as error:
            where = _ERROR_LINE.search(str(error))
            line = int(where[1] or len(draft.lines)) if where else 0
            reason = _ERROR_LINE.sub("", str(error)).rstrip(".")
            draft.problem(line, f"The file is no valid TOML: {reason}.")
    add_keys(draft, _without_repeats(_keys(draft.lines)))
    return document


def key_line(lines: list[str], *path: str) -> int:
    """Return the line of a key in a TOML file; 0 if it is not there."""
    return next((key.line for key in _keys(lines) if key.path == path), 0)


def _without_repeats(keys: Iterable[Key]) -> Iterator[Key]:
    """Leave out what an array of tables says again: the second `[[package]]` and its keys."""
    seen: set[tuple[str, ...]] = set()
    for key in keys:
        if key.path not in seen and len(key.path) <= DEPTH:
            seen.add(key.path)
            yield key


def _keys(lines: list[str]) -> list[Key]:
    found: list[Key] = []
    table = -1
    number = 0
    while number < len(lines):
        row = lines[number]
        if match := _TABLE.match(row):
            if table >= 0:
                found[table] = found[table]._replace(end_line=number)
            table = len(found)
            found.append(Key(_parts(match[2]), number + 1, len(lines), kind="section"))
        elif match := _PAIR.match(row):
            end = _end_of_value(lines, number, match[2])
            value = match[2] if end == number else ""
            around = found[table].path if table >= 0 else ()
            found.append(Key((*around, *_parts(match[1])), number + 1, end + 1, value))
            number = end
        number += 1
    return found


def _parts(dotted_key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted_key)) or (dotted_key,)


def _end_of_value(lines: list[str], number: int, value: str) -> int:
    """Return the index of the line on which a value ends: an array or a long string goes on."""
    for quotes in _MULTILINE:
        if value.startswith(quotes):
            if quotes in value[3:]:
                return number
            return next(
                (n for n in range(number + 1, len(lines)) if quotes in lines[n]), len(lines) - 1
            )
    if not value.startswith(("[", "{")):
        return number
    depth = 0
    for index in range(number, len(lines)):
        row = _STRING.sub("", value if index == number else lines[index])
        depth += row.count("[") + row.count("{") - row.count("]") - row.count("}")
        if depth <= 0:
            return index
    return number
