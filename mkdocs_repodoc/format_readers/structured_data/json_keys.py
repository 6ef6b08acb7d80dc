"""JSON: keys as symbols, with their lines; comments and trailing commas are let through.

The standard library's parser gives no lines and stops at the first error, so that the keys are read
off the syntax tree of the grammar that colours the file too. The parser says whether it is valid.
JSON5 is read as what it is a part of: an expression of JavaScript.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

import tree_sitter_javascript
import tree_sitter_json
from tree_sitter import Language, Node, Query, QueryCursor

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.json_values import load_json
from mkdocs_repodoc.format_readers.structured_data.nested_keys import (
    DEPTH,
    MOST_BELOW_TOP,
    Key,
    add_keys,
)
from mkdocs_repodoc.text.syntax_trees import parse_bounded

LARGEST = 1_000_000
"""Characters of a file that is read in full; of a larger one its beginning is scanned."""

_TRAILING = re.compile(rb",(?=\s*[}\]])")
_CONTAINERS = frozenset({"object", "array"})
_KEYS = frozenset({"string", "property_identifier"})
_VALUES = frozenset({"string", "number", "true", "false", "null"})


def read_json(draft: RecordBuilder) -> object:
    """Read a JSON file, or one with comments.

    Args:
        draft: The record to fill in.

    Returns:
        The parsed document; `None` where it is broken or too large.
    """
    text = draft.source.text[:LARGEST]
    code = text.encode("utf-8", "replace")
    is_script = draft.language == "json5"
    # At the beginning of a statement, braces would be a block.
    tree = parse_bounded(_grammar(is_script=is_script), b"(%s)" % code if is_script else code)
    document = None
    if len(draft.source.text) > LARGEST:
        draft.problem(
            0, "The file is too large to be read in full; its first keys are listed.", "info"
        )
    elif text.strip():
        document = _parse(draft, text, tree.root_node if tree and not is_script else None)
    if tree is None and is_script:
        draft.problem(0, "The file is nested too deeply; its keys are not listed.")
    if tree is not None:
        add_keys(draft, _worth_naming(list(_members(tree.root_node, ()))))
    return document


def _parse(draft: RecordBuilder, text: str, root: Node | None) -> object:
    try:
        return load_json(text)
    except json.JSONDecodeError as error:
        try:
            return load_json(_strict(text, root))
        except ValueError:
            if draft.language == "json":
                draft.problem(error.lineno, f"Invalid JSON: {error.msg}.")
    except ValueError:  # the interpreter's limit for the digits of an integer
        draft.problem(0, "A number in the file has too many digits; only its keys are listed.")
    return None


def _strict(text: str, root: Node | None) -> str:
    """Return a text without comments and trailing commas."""
    code = text.encode("utf-8", "replace")
    if root is None and (tree := parse_bounded(_grammar(is_script=False), code)) is not None:
        root = tree.root_node
    if root is not None:
        found = QueryCursor(_comments()).captures(root).get("comment", ())
        for node in sorted(found, key=lambda node: node.start_byte, reverse=True):
            code = code[: node.start_byte] + code[node.end_byte :]
    return _TRAILING.sub(b"", code).decode("utf-8", "replace")


@cache
def _grammar(*, is_script: bool) -> Language:
    module = tree_sitter_javascript if is_script else tree_sitter_json
    return Language(module.language())


@cache
def _comments() -> Query:
    return Query(_grammar(is_script=False), "(comment) @comment")


def _members(node: Node, path: tuple[str, ...]) -> Iterator[Key]:
    """Yield the keys of the top levels of objects, not of objects in arrays."""
    for child in node.children:
        if child.type == "pair":
            yield from _pair(child, path)
        elif child.type == "ERROR":
            yield from _remains(child, path)
        elif not path and child.type not in {"array", "comment"} and child.is_named:
            yield from _members(child, path)  # the document's object, and what is around it


def _pair(pair: Node, path: tuple[str, ...]) -> Iterator[Key]:
    key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
    if key is None or value is None:
        return
    name = (*path, _name(key))
    line, last = key.start_point.row + 1, value.end_point.row + 1
    if value.type in _CONTAINERS:
        yield Key(name, line, last)
        if value.type == "object" and len(name) < DEPTH:
            yield from _members(value, name)
    elif not value.is_missing:
        yield Key(name, line, last, _text(value))


def _remains(error: Node, path: tuple[str, ...]) -> Iterator[Key]:
    """Yield the keys of what the grammar could not put together: an object without an end.

    Its tokens and those of the objects in it stand in one row.
    """
    around: list[tuple[str, ...] | None] = [path]  # None for an array, and for what is too deep
    before: Node | None = None
    key: Node | None = None
    for child in error.children:
        here = around[-1] if around else None
        if child.type == ":":
            key = before if before is not None and before.type in _KEYS else None
        elif child.type in ("}", "]"):
            del around[-1:]
        elif child.type in ("{", "["):
            name = _named(here, key)
            if name and key is not None:
                yield Key(name, key.start_point.row + 1, error.end_point.row + 1)
            around.append(path if before is None else name if child.type == "{" else None)
            key = None
        elif here is not None and len(here) < DEPTH:
            yield from _remainder(child, here, key)
            key = None
        before = child


def _named(around: tuple[str, ...] | None, key: Node | None) -> tuple[str, ...] | None:
    if around is None or key is None or len(around) >= DEPTH:
        return None
    return (*around, _name(key))


def _remainder(node: Node, around: tuple[str, ...], key: Node | None) -> Iterator[Key]:
    if node.type == "pair":
        yield from _pair(node, around)
    elif node.type == "ERROR":
        yield from _remains(node, around)
    elif key is not None and node.type in _VALUES:
        line = key.start_point.row + 1
        yield Key((*around, _name(key)), line, node.end_point.row + 1, _text(node))


def _name(key: Node) -> str:
    text = _text(key)
    return text[1:-1] if key.type == "string" else text


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")


def _worth_naming(keys: list[Key]) -> Iterator[Key]:
    """Leave out the keys of large mappings below the top: those are data."""
    sizes: dict[tuple[str, ...], int] = {}
    for key in keys:
        sizes[key.path[:-1]] = sizes.get(key.path[:-1], 0) + 1
    for key in keys:
        around = [key.path[:depth] for depth in range(1, len(key.path))]
        if all(sizes.get(parent, 0) <= MOST_BELOW_TOP for parent in around):
            yield key
