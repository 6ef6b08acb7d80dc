"""JSON: keys as symbols, with their lines; comments and trailing commas are let through.

The standard library's parser gives no lines, and a file that somebody writes by hand may be JSON
only nearly. So a scanner reads the tokens once; the parser then says whether the file is valid.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from mkdocs_repodoc.formats.nested_keys import DEPTH, MOST_BELOW_TOP, Key, add_keys
from mkdocs_repodoc.formats.record_builder import RecordBuilder

LARGEST = 1_000_000
"""Characters of a file that is read in full; of a larger one its beginning is scanned."""

_TOKEN = re.compile(
    r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\\n])*')|(?P<comment>//[^\n]*|/\*.*?\*/|\#[^\n]*)"""
    r"""|(?P<punctuation>[{}\[\],:])|(?P<word>[^\s{}\[\],:"'/#]+)|(?P<line>\n)""",
    re.DOTALL,
)
_TRAILING = re.compile(r",(?=\s*[}\]])")


def read_json(draft: RecordBuilder) -> Any:  # noqa: ANN401 - JSON can be anything
    """Read a JSON file, or one with comments.

    Args:
        draft: The record to fill in.

    Returns:
        The parsed document; `None` where it is broken or too large.
    """
    text = draft.source.text[:LARGEST]
    document = None
    if len(draft.source.text) > LARGEST:
        draft.problem(
            0, "The file is too large to be read in full; its first keys are listed.", "info"
        )
    elif text.strip():
        document = _parse(draft, text)
    add_keys(draft, _keys(text))
    return document


def _parse(draft: RecordBuilder, text: str) -> Any:  # noqa: ANN401 - JSON can be anything
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        try:
            return json.loads(_TRAILING.sub("", _without_comments(text)))
        except json.JSONDecodeError:
            if draft.language == "json":
                draft.problem(error.lineno, f"The file is no valid JSON: {error.msg}.")
    return None


def _without_comments(text: str) -> str:
    return _TOKEN.sub(lambda match: "" if match.lastgroup == "comment" else match[0], text)


class _Scan:
    """The scanner's place in the document."""

    def __init__(self) -> None:
        self.path: list[str | None] = []  # None for an array
        self.key = ""
        self.key_line = 0
        self.open: list[int] = []  # indices of keys whose value is an open object or array
        self.found: list[Key] = []


def _keys(text: str) -> Iterator[Key]:
    """Return the keys of the top levels of objects, not of objects in arrays."""
    scan = _Scan()
    line = 1
    last = ""
    for match in _TOKEN.finditer(text):
        piece = match[0]
        group = match.lastgroup
        if group in {"comment", "line"}:
            line += piece.count("\n")
            continue
        if group == "punctuation":
            _punctuation(scan, piece, last, line)
        elif scan.key:
            _value(scan, piece, line)
        else:
            last = piece
            scan.key_line = line
        line += piece.count("\n")
    return _worth_naming(scan.found)


def _punctuation(scan: _Scan, piece: str, last: str, line: int) -> None:
    if piece == ":" and not scan.key:
        scan.key = last[1:-1] if last[:1] in {'"', "'"} else last
    elif piece in "{[":
        opened = -1
        if scan.key and _is_near(scan):
            opened = len(scan.found)
            scan.found.append(Key((*_names(scan), scan.key), scan.key_line, line))
        scan.open.append(opened)
        scan.path.append(scan.key if piece == "{" else None)
        scan.key = ""
    elif piece in "}]" and scan.open:
        opened = scan.open.pop()
        scan.path.pop()
        if opened >= 0:
            scan.found[opened] = scan.found[opened]._replace(end_line=line)
        scan.key = ""
    elif piece == ",":
        scan.key = ""


def _value(scan: _Scan, piece: str, line: int) -> None:
    if _is_near(scan):
        scan.found.append(Key((*_names(scan), scan.key), scan.key_line, line, piece))
    scan.key = ""


def _is_near(scan: _Scan) -> bool:
    return 0 < len(scan.path) <= DEPTH and None not in scan.path


def _names(scan: _Scan) -> list[str]:
    return [part for part in scan.path[1:] if part is not None]


def _worth_naming(keys: list[Key]) -> Iterator[Key]:
    """Leave out the keys of large mappings below the top: those are data."""
    sizes: dict[tuple[str, ...], int] = {}
    for key in keys:
        sizes[key.path[:-1]] = sizes.get(key.path[:-1], 0) + 1
    for key in keys:
        around = [key.path[:depth] for depth in range(1, len(key.path))]
        if all(sizes.get(parent, 0) <= MOST_BELOW_TOP for parent in around):
            yield key
