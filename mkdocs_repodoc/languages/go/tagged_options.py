"""Options in the tags of a struct's fields: go-flags, Kong, go-arg."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import line_of, written
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.text.english import one_line

_TAG = re.compile(r'(\w[\w-]*):"((?:[^"\\]|\\.)*)"')
_TOLD = re.compile(rb'`[^`\n]*\bhelp:"')
"""A tag of Kong or go-arg, whose structs stand in files that need not import the library."""
_PART = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Between the words of a name of Go."""


def has_tags(code: bytes) -> bool:
    """Tell whether a file has tags by which one knows options without an import."""
    return _TOLD.search(code) is not None


def tagged_option(node: Node, code: bytes) -> Option | None:
    """Return the option or command that the tag of a field declares; nothing if it has none."""
    tag = node.child_by_field_name("tag")
    if tag is None or tag.type != "raw_string_literal":
        return None
    said = {
        key: _given(value) if key == "default" else _unquoted(value)
        for key, value in _TAG.findall(written(tag, code))
    }
    if "embed" in said or "${" in said.get("default", ""):
        said.pop("default", None)  # what variables of the program make of it isn't known here
    if "embed" in said:  # its own options are what counts
        return None
    if "help" in said:
        return _told(node, code, said)
    about = said.get("description", "")
    if "command" in said:
        return Option((said["command"],), about, line_of(node), is_command=True)
    flags = dashed([said.get("short", ""), said.get("long", "")])
    return Option(flags, about, line_of(node), said.get("default", "")) if flags else None


def _told(node: Node, code: bytes, said: dict[str, str]) -> Option:
    """Read `help:"…" short:"q" default:"all"`, whose option is named after the field."""
    field = written(node.child_by_field_name("name"), code)
    name = said.get("name") or _PART.sub("-", field).lower()
    about, line, default = said["help"], line_of(node), said.get("default", "")
    if "cmd" in said:
        return Option((name,), about, line, is_command=True)
    listed = [each.strip() for each in said.get("arg", "").split(",")]
    given = tuple(each for each in listed if each.startswith("-"))
    if given:  # go-arg
        return Option(given, about, line, default)
    if "arg" in said:
        return Option((f"<{name}>",), about, line, default)
    return Option(dashed([said.get("short", ""), name]), about, line, default)


def _unquoted(value: str) -> str:
    """Return what a value of a tag says, on one line."""
    return one_line(value.replace("\\n", " ").replace('\\"', '"').replace("\\\\", "\\"))


def _given(value: str) -> str:
    """Return a default as it is given, with the blanks around it."""
    return value if value != value.strip() else _unquoted(value)


def dashed(names: list[str]) -> tuple[str, ...]:
    """Return names as one gives them on the command line: `-q` for a letter, `--query` else."""
    return tuple(f"-{name}" if len(name) == 1 else f"--{name}" for name in names if name)
