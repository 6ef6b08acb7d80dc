"""TOML: tables and keys as symbols."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import tree_sitter_toml
from tree_sitter import Language, Node

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.nested_keys import DEPTH, Key, add_keys
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.text.syntax_trees import parse_bounded

_LARGEST = 1_000_000
_MOST_PARTS = 100
"""Parts of a dotted key; for each, the parser keeps a copy of those before it."""
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_ERROR_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")
_TABLES = frozenset({"table", "table_array_element"})
_OPENING = frozenset({"[", "[["})
_CLOSING = frozenset({"]", "]]"})
_KEYS = frozenset({"bare_key", "quoted_key", "dotted_key"})


def read_toml(draft: RecordBuilder) -> dict[str, Any]:
    """Read a TOML file.

    Args:
        draft: The record to fill in.

    Returns:
        The parsed document; empty where it is broken or too large to be worth it.
    """
    keys = _keys(draft.lines)
    document: dict[str, Any] = {}
    if len(draft.source.text) <= _LARGEST:
        document = _parse(draft, keys)
    else:
        draft.problem(0, "The file is too large to be read in full; its keys are listed.", "info")
    add_keys(draft, _without_repeats(keys))
    return document


def key_lines(lines: list[str]) -> dict[tuple[str, ...], int]:
    """Return the lines of the tables and keys of a TOML file, the first of each."""
    found: dict[tuple[str, ...], int] = {}
    for key in _keys(lines):
        found.setdefault(key.path, key.line)
    return found


def _parse(draft: RecordBuilder, keys: list[Key]) -> dict[str, Any]:
    if any(len(key.path) > _MOST_PARTS for key in keys):
        draft.problem(0, f"The file has a key of more than {_MOST_PARTS} parts; it is not read.")
        return {}
    try:
        return tomllib.loads(draft.source.text)
    except tomllib.TOMLDecodeError as error:
        where = _ERROR_LINE.search(str(error))
        line = int(where[1] or len(draft.lines)) if where else 0
        reason = _ERROR_LINE.sub("", str(error)).rstrip(".")
        draft.problem(line, f"Invalid TOML: {reason}.")
    except ValueError:  # the interpreter's limit for the digits of an integer
        draft.problem(0, "A number in the file has too many digits; only its keys are listed.")
    return {}


def _without_repeats(keys: Iterable[Key]) -> Iterator[Key]:
    """Leave out what an array of tables says again: the second `[[package]]` and its keys."""
    seen: set[tuple[str, ...]] = set()
    for key in keys:
        if key.path not in seen and len(key.path) <= DEPTH:
            seen.add(key.path)
            yield key


@cache
def _grammar() -> Language:
    return Language(tree_sitter_toml.language())


def _keys(lines: list[str]) -> list[Key]:
    code = "\n".join((*lines, "")).encode("utf-8", "replace")
    tree = parse_bounded(_grammar(), code)
    found: list[Key] = []
    table = -1
    for key, value in _entries(tree.root_node) if tree is not None else ():
        line = key.start_point.row + 1
        if value is None:
            if table >= 0:
                found[table] = found[table]._replace(end_line=line - 1)
            table = len(found)
            found.append(Key(_parts(_text(key)), line, len(lines), kind=Kind.SECTION))
            continue
        last = value.end_point.row + 1
        around = found[table].path if table >= 0 else ()
        is_lost = value.type == "="  # nothing that can be read follows it
        text = _text(value) if last == line and not is_lost else ""
        found.append(Key((*around, *_parts(_text(key))), line, last, text))
    return found


def _entries(node: Node) -> Iterator[tuple[Node, Node | None]]:
    """Yield the keys of tables, and of pairs with their values, in source order.

    Those in errors are among them, where a key may have lost its value to what is broken.
    """
    before: Node | None = None
    for child in node.children:
        if child.type == "pair":
            parts = [each for each in child.children if each.type != "comment"]
            yield parts[0], parts[-1]
        elif child.type in _TABLES:
            key = next((each for each in child.children if each.type in _KEYS), None)
            if key is not None:
                yield key, None
            yield from _entries(child)
        elif child.type == "ERROR":
            yield from _entries(child)
        elif child.type == "=" and before is not None and before.type in _KEYS:
            yield before, child
        elif child.type in _CLOSING and before is not None and _is_header(before):
            yield before, None
        before = child


def _is_header(key: Node) -> bool:
    """Return whether a key in an error is a table's: its bracket begins a line, not a value."""
    bracket = key.prev_sibling
    if key.type not in _KEYS or bracket is None or bracket.type not in _OPENING:
        return False
    return key.parent is not None and key.parent.type == "ERROR" and not _follows_equals(bracket)


def _follows_equals(node: Node) -> bool:
    return node.prev_sibling is not None and node.prev_sibling.type == "="


def _parts(dotted_key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted_key)) or (dotted_key,)


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")
