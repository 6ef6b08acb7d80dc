"""Command-line options that a file lists as objects of an array, for whatever parses them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    default_in,
    line_of,
    nodes_of,
    string_in,
    written,
)
from mkdocs_repodoc.model.records import Option

_LEAST = 3
_NAMES = ("long", "flag")
_LISTS = re.compile(r"\w*(?:options?|flags?|args|arguments)$", re.IGNORECASE)
_MENTIONED = (b"description:", b"describe:", b"desc:", b"help:")
_ABOUT = ("description", "describe", "desc", "help")


def find_listed_options(root: Node, code: bytes) -> Iterator[Option]:
    """Yield the options of arrays such as `options = [{ long: "port", description: "…" }]`."""
    is_named = any(b"%s:" % each.encode() in code for each in _NAMES)
    if not is_named or not any(each in code for each in _MENTIONED):
        return
    for declared in nodes_of(root, ("variable_declarator",)):
        value = declared.child_by_field_name("value")
        if value is None or value.type != "array":
            continue
        if not _LISTS.match(written(declared.child_by_field_name("name"), code)):
            continue
        options = [_option(each, code) for each in value.named_children if each.type == "object"]
        found = [each for each in options if each is not None]
        if len(found) == len(options) >= _LEAST:
            yield from found


def _option(node: Node, code: bytes) -> Option | None:
    pairs = {
        written(pair.child_by_field_name("key"), code).strip("\"'"): value
        for pair in node.named_children
        if pair.type == "pair" and (value := pair.child_by_field_name("value")) is not None
    }
    named = next((pairs[key] for key in _NAMES if key in pairs), None)
    long, short = string_in(named, code), string_in(pairs.get("short"), code)
    about = next((string_in(pairs[key], code) for key in _ABOUT if key in pairs), "")
    if not long or not any(key in pairs for key in _ABOUT):
        return None
    is_negative = written(pairs.get("negative"), code) == "true"
    shown = f"--{'no-' if is_negative else ''}{long.lstrip('-')}"
    flags = (*([f"-{short.lstrip('-')}"] if short else []), shown)
    metavar = string_in(pairs.get("arg") or pairs.get("positional"), code)
    return Option(flags, about, line_of(node), default_in(pairs.get("default"), code), metavar)
