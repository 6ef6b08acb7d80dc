"""Options in the tags of a struct's fields: go-flags, Kong, go-arg."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    line_of,
    nodes_of,
    written,
)
from mkdocs_repodoc.model.name_parts import INNER_CAPITAL
from mkdocs_repodoc.model.records import EMBEDDED, Option
from mkdocs_repodoc.text.english import one_line

_TAG = re.compile(r'(\w[\w-]*):"((?:[^"\\]|\\.)*)"')
_TOLD = re.compile(rb'`[^`\n]*\bhelp:"')
"""A tag of Kong or go-arg, whose structs stand in files that need not import the library."""
_DEEPEST = 4
_MOST_PREFIXES = 8


def has_tags(code: bytes) -> bool:
    """Tell whether a file has tags by which one knows options without an import."""
    return _TOLD.search(code) is not None


def prefixes_of_types(root: Node, code: bytes) -> dict[str, tuple[str, ...]]:
    """Return the types that fields embed, with what the names of their options then begin with.

    Kong has it in the tag of such a field: `embed:"" prefix:"font."`.
    """
    embedded: dict[str, list[tuple[str, str]]] = {}
    for node in nodes_of(root, ("field_declaration",)) if b"embed:" in code else ():
        said = _tag(node, code)
        if "embed" in said:
            kind = written(node.child_by_field_name("type"), code).lstrip("*")
            place = _holder(node, code), said.get("prefix", "")
            embedded.setdefault(kind, []).append(place)
    found: dict[str, tuple[str, ...]] = {}
    for _ in range(_DEEPEST):  # what is embedded embeds in turn
        found = {
            kind: tuple(islice(_joined(places, found), _MOST_PREFIXES))
            for kind, places in embedded.items()
        }
    return found


def _joined(places: Sequence[tuple[str, str]], known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the prefixes of a type behind those of the types that embed it."""
    for holder, prefix in places:
        for before in known.get(holder, ("",)):
            yield f"{before}{prefix}"


def tagged_options(
    node: Node, code: bytes, prefixes: Mapping[str, Sequence[str]]
) -> Iterator[Option]:
    """Yield the options or the command that the tag of a field declares.

    What embeds a type of another file has a name for all options of that.

    Args:
        node: The field.
        code: The whole file.
        prefixes: Name of a type → what the names of its options begin with, once for each field
            that embeds it.
    """
    said = _tag(node, code)
    if "embed" in said:  # its own options are what counts
        kind = written(node.child_by_field_name("type"), code).lstrip("*")
        if said.get("prefix") and b"type %s " % kind.encode() not in code:
            for prefix in prefixes.get(_holder(node, code), ("",)):
                flag = f"--{prefix}{said['prefix']}{EMBEDDED}"
                yield Option((flag,), "", line_of(node), metavar=kind)
        return
    if "${" in said.get("default", ""):
        said.pop("default")  # what variables of the program make of it isn't known here
    if "help" in said:
        for prefix in prefixes.get(_holder(node, code), ("",)):
            yield _told(node, code, {**said, "prefix": f"{prefix}{said.get('prefix', '')}"})
    elif said and (option := _described(node, said)):
        yield option


def _tag(node: Node, code: bytes) -> dict[str, str]:
    """Return what the tag of a field says by its keys."""
    tag = node.child_by_field_name("tag")
    if tag is None or tag.type != "raw_string_literal":
        return {}
    said: dict[str, str] = {}
    for key, value in _TAG.findall(written(tag, code)):
        told = _given(value) if key == "default" else _unquoted(value)
        # One of several values that each have a key of their own.
        said[key] = f"{said[key]},{told}" if key == "choice" and key in said else told
    return said


def _holder(node: Node, code: bytes) -> str:
    """Return the name of the type that has a field; empty where the struct has none."""
    around = node.parent.parent if node.parent is not None else None
    named = around.parent if around is not None else None
    if named is None or named.type != "type_spec":
        return ""
    return written(named.child_by_field_name("name"), code)


def _described(node: Node, said: Mapping[str, str]) -> Option | None:
    """Read `description:"…" short:"q" long:"query"`, as go-flags has it."""
    about = said.get("description", "")
    if "command" in said:
        return Option((said["command"],), about, line_of(node), is_command=True)
    flags = dashed([said.get("short", ""), said.get("long", "")])
    if not flags:
        return None
    variables, values = (_several(said.get(key, "")) for key in ("env", "choice"))
    default = said.get("default", "")
    return Option(flags, about, line_of(node), default, variables=variables, values=values)


def _told(node: Node, code: bytes, said: dict[str, str]) -> Option:
    """Read `help:"…" short:"q" default:"all"`, whose option is named after the field."""
    field = written(node.child_by_field_name("name"), code)
    name = said.get("prefix", "") + (said.get("name") or INNER_CAPITAL.sub("-", field).lower())
    about, line, default = said["help"], line_of(node), said.get("default", "")
    if "cmd" in said:
        return Option((name,), about, line, is_command=True)
    listed = [each.strip() for each in said.get("arg", "").split(",")]
    given = tuple(each for each in listed if each.startswith("-"))
    if given:  # go-arg
        return Option(given, about, line, default)
    if "arg" in said:
        return Option((f"<{name}>",), about, line, default)
    flags = [*dashed([said.get("short", "")]), f"--{name}"]
    flags += [f"--no-{name}"] if "negatable" in said else []
    variables, values = (_several(said.get(key, "")) for key in ("env", "enum"))
    return Option(tuple(flags), about, line, default, variables=variables, values=values)


def _several(value: str) -> tuple[str, ...]:
    """Return what commas separate, without what the program's own variables put in."""
    return tuple(each for each in value.split(",") if each and "${" not in each)


def _unquoted(value: str) -> str:
    """Return what a value of a tag says, on one line."""
    return one_line(value.replace("\\n", " ").replace('\\"', '"').replace("\\\\", "\\"))


def _given(value: str) -> str:
    """Return a default as it is given, with the blanks around it."""
    return value if value != value.strip() else _unquoted(value)


def dashed(names: list[str]) -> tuple[str, ...]:
    """Return names as one gives them on the command line: `-q` for a letter, `--query` else."""
    return tuple(f"-{name}" if len(name) == 1 else f"--{name}" for name in names if name)
