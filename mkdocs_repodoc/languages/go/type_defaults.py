"""Defaults that a Go function or variable gives to a type that holds settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tree_sitter import Node

from mkdocs_repodoc.languages.go.zero_defaults import zero_defaults
from mkdocs_repodoc.languages.treesitter.runtime.default_declarations import (
    DEFAULTING,
    SETTINGS_TYPE,
    Field,
    type_defaults,
)
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import FallbackValue, TypeDefaults
from mkdocs_repodoc.text.starting_values import is_telling

_SIGNS = (Sign(re.compile(rb"\b[A-Za-z]\w*\{\s*[A-Za-z]\w*:"), ("composite_literal",)),)
_OWNERS = frozenset({"function_declaration", "method_declaration", "var_spec"})
_MAKES = re.compile(r"New(?:[A-Z]\w*)?$")


def find_defaults(root: Node, code: bytes) -> Iterator[TypeDefaults | FallbackValue]:
    """Yield what functions and variables named after defaults give, constructors and conditions.

    Of a type that holds no settings, a constructor tells what doesn't depend on what it is given.
    """
    yield from zero_defaults(code)
    for node in signed_nodes(root, code, _SIGNS)["composite_literal"]:
        kind = node.child_by_field_name("type")
        name, owner = written(kind, code).rpartition(".")[2], _owner(node, code)
        if SETTINGS_TYPE.match(name):
            if DEFAULTING.match(owner) or _MAKES.match(owner):
                yield from type_defaults(kind, node, code, _fields)
        elif owner.removeprefix("New").lower() in {"", name.lower()} and owner.startswith("New"):
            yield from type_defaults(kind, node, code, partial(_telling_fields, code))


def _owner(node: Node, code: bytes) -> str:
    """Return the name of the function or variable around a node; empty if there is none."""
    owner = node.parent
    while owner is not None and owner.type not in _OWNERS:
        owner = owner.parent
    return written(owner.child_by_field_name("name"), code) if owner is not None else ""


def _telling_fields(code: bytes, value: Node) -> Iterator[Field]:
    return (each for each in _fields(value) if is_telling(written(each[1], code)))


def _fields(value: Node) -> Iterator[Field]:
    body = value.child_by_field_name("body") if value.type == "composite_literal" else None
    for each in body.named_children if body is not None else ():
        parts = each.named_children
        if each.type == "keyed_element" and len(parts) == 2:  # noqa: PLR2004 - key and value
            key, given = parts
            yield key, given.named_children[0] if given.named_children else given
