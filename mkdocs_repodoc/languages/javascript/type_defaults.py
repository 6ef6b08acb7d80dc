"""Defaults that TypeScript gives to types that hold settings: objects written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.option_reads import option_reads
from mkdocs_repodoc.languages.treesitter.runtime.default_declarations import (
    DEFAULTING,
    LISTING,
    SETTINGS_TYPE,
    Field,
    settings_list,
    type_defaults,
)
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import SettingsList, TypeDefaults

_CASTS = ("satisfies_expression", "as_expression")
_TYPE = rb"\b\w{0,100}?(?:Options|Config|Configuration|Settings)\b"
_SIGNS = (
    Sign(re.compile(rb"\b(?:satisfies|as)\b[^;{}()]{0,200}?" + _TYPE), _CASTS),
    Sign(
        re.compile(
            rb":[^;{}()=]{0,200}?" + _TYPE + rb"[^;{}()=]{0,200}=\s*\{"
            rb"|\b\w{0,100}?(?:default|DEFAULT|Default)\w{0,100}\s*"
            rb"(?::[^;{}()=]{0,200})?=\s*(?:[\w.]{1,100}\(\s*)?\{"
        ),
        ("variable_declarator",),
    ),
)
_MERGES = re.compile(
    r"(?:[\w.]*\.)?(?:defu|createDefu|assign|(?:deep)?merge\w*|defaults(?:Deep)?|extend|with_?Defaults)$",
    re.IGNORECASE,
)
"""Functions that lay settings over one another."""
_DERIVED = re.compile(r"(?:Readonly|Required|Partial|Omit|Pick) ?<")
"""Types with the fields of the first type that they are given."""
_OBJECT = frozenset({"object"})


def find_defaults(root: Node, code: bytes) -> Iterator[TypeDefaults | SettingsList]:
    """Yield what is laid under other settings, or is named after defaults, and options read."""
    yield from option_reads(root, code)
    nodes = signed_nodes(root, code, _SIGNS)
    for kind in _CASTS:
        for node in nodes[kind]:
            parts = node.named_children
            if len(parts) == 2 and _is_laid_under(node, code):  # noqa: PLR2004 - value and type
                yield from _read(parts[1], parts[0], code)
    for node in nodes["variable_declarator"]:
        annotation, value = (node.child_by_field_name(each) for each in ("type", "value"))
        holder = written(node.child_by_field_name("name"), code)
        named = DEFAULTING.match(holder) or LISTING.match(holder)
        if value is None or not named:
            continue
        given = annotation.named_children[0] if annotation and annotation.named_children else None
        typed = list(_read(given, value, code)) if given is not None else []
        yield from typed
        if not typed:
            yield from settings_list(
                node.child_by_field_name("name"), _frozen(value), code, _fields
            )


def _read(kind: Node, value: Node, code: bytes) -> Iterator[TypeDefaults]:
    """Yield the defaults of an object; of `Partial<Options>` those of `Options`."""
    inner = kind
    if _DERIVED.match(written(kind, code)):
        listed = next((each for each in kind.named_children if each.type == "type_arguments"), None)
        inner = listed.named_children[0] if listed is not None else kind
    if value.type in _OBJECT and SETTINGS_TYPE.match(written(inner, code)):
        yield from type_defaults(inner, value, code, _fields)


def _frozen(value: Node) -> Node:
    """Return what a call such as `Object.freeze({…})` is given; any other value itself."""
    passed = value.child_by_field_name("arguments") if value.type == "call_expression" else None
    if passed is not None and len(passed.named_children) == 1:
        return passed.named_children[0]
    return value


def _is_laid_under(node: Node, code: bytes) -> bool:
    """Tell whether a value is given to a function that merges, or is named after defaults."""
    around = node.parent
    if around is not None and around.type == "arguments" and around.parent is not None:
        return bool(_MERGES.match(written(around.parent.child_by_field_name("function"), code)))
    name = around.child_by_field_name("name") if around is not None else None
    return DEFAULTING.match(written(name, code)) is not None


def _fields(value: Node) -> Iterator[Field]:
    for each in value.named_children if value.type in _OBJECT else ():
        key, given = each.child_by_field_name("key"), each.child_by_field_name("value")
        if each.type == "pair" and key is not None and given is not None:
            yield key, given
