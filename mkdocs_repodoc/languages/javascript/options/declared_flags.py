"""Command-line options that a script declares as an object: citty, meow, cleye, `parseArgs`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.options.choices import CHOICES, choices_in
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    default_in,
    line_of,
    nodes_of,
    string_in,
    written,
)
from mkdocs_repodoc.model.name_parts import WORD_START
from mkdocs_repodoc.model.records import Import, Option

_PACKAGES = frozenset({"citty", "meow", "cleye", "gunshi", "util", "node:util"})
_HOLDERS = frozenset({"args", "flags", "options"})
_DECLARING = b"type:"
_ABOUT = ("description", "describe")
_SHORT = ("alias", "short", "shortFlag")
_ALIASES = "aliases"
_HYPHENED = frozenset({"meow"})
"""Packages that take `--dry-run` for what code calls `dryRun`."""
_USAGE = re.compile(
    rb"^[ \t]+(?:-\w,?[ \t]+)?--(?P<name>[\w-]+)(?:[ =][<\[]?[\w|.-]+[>\]]?)?(?:,[ \t]+-\w)?"
    rb"(?:[ \t]{2,}|\t)(?P<said>\S[^\n`]*?)[ \t]*$",
    re.MULTILINE,
)
"""A line of a text that tells how the program is used."""


class _Usage(NamedTuple):
    """What a file says of its flags beside the object that declares them."""

    said: Mapping[str, str]
    """Name of a flag, without its hyphens → what the text on the program's use says of it."""
    is_hyphened: bool

    def flag(self, name: str) -> tuple[str, str]:
        """Return a flag as one gives it, and what is said of it."""
        shown = WORD_START.sub("-", name).lower() if self.is_hyphened else name
        turned_off = f"no-{shown}"
        if shown not in self.said and turned_off in self.said:
            return turned_off, self.said[turned_off]
        return shown, self.said.get(shown, "")


def find_declared_flags(root: Node, code: bytes, imports: Sequence[Import]) -> Iterator[Option]:
    """Yield the options of objects such as `args: { port: { type: "string" } }`."""
    if _DECLARING not in code or not any(each.module in _PACKAGES for each in imports):
        return
    usage = _Usage(
        {
            match["name"].decode(): match["said"].decode("utf-8", "replace")
            for match in reversed(list(_USAGE.finditer(code)))
        },
        any(each.module in _HYPHENED for each in imports),
    )
    for holder in nodes_of(root, ("pair",)):
        value = holder.child_by_field_name("value")
        key = written(holder.child_by_field_name("key"), code)
        if key not in _HOLDERS or value is None or value.type != "object":
            continue
        declared = [
            (each, _pairs(each.child_by_field_name("value"), code))
            for each in value.named_children
            if each.type == "pair"
        ]
        if declared and all("type" in pairs for _, pairs in declared):
            command = _command(holder, code)
            for each, pairs in declared:
                yield _option(each, pairs, code, command, usage)


def _option(node: Node, pairs: dict[str, Node], code: bytes, command: str, usage: _Usage) -> Option:
    name = written(node.child_by_field_name("key"), code).strip("\"'")
    about = next((_text(pairs[key], code) for key in _ABOUT if key in pairs), "")
    default = default_in(pairs.get("default"), code)
    if string_in(pairs["type"], code) == "positional":
        return Option((f"<{name}>",), about, line_of(node), default, command=command)
    shown, said = usage.flag(name)
    given = next((pairs[key] for key in _SHORT if key in pairs), None)
    others = _strings(given, code)
    flags = [f"-{each}" if len(each) == 1 else f"--{each}" for each in (*others, shown) if each]
    flags += [f"--{each}" for each in _strings(pairs.get(_ALIASES), code)]
    given = next((pairs[key] for key in CHOICES if key in pairs), None)
    choices = choices_in(given, code)
    return Option(
        tuple(flags),
        about or said,
        line_of(node),
        default,
        command=command,
        values=choices.values,
        value_type=choices.held_by,
    )


def _strings(node: Node | None, code: bytes) -> list[str]:
    return [string_in(each, code) for each in nodes_of(node, ("string",))] if node else []


def _command(holder: Node, code: bytes) -> str:
    """Return the name in the `meta` beside the options of a command; empty without a literal."""
    around = holder.parent
    meta = _pairs(around, code).get("meta") if around is not None else None
    return string_in(_pairs(meta, code).get("name"), code) if meta is not None else ""


def _text(node: Node, code: bytes) -> str:
    """Return a description, be it a string or the joined strings of an array."""
    if said := string_in(node, code):
        return said
    texts = [string_in(each, code) for each in nodes_of(node, ("string",))]
    return " ".join(" ".join(texts).split())


def _pairs(node: Node | None, code: bytes) -> dict[str, Node]:
    if node is None or node.type != "object":
        return {}
    return {
        written(pair.child_by_field_name("key"), code).strip("\"'"): value
        for pair in node.named_children
        if pair.type == "pair" and (value := pair.child_by_field_name("value")) is not None
    }
