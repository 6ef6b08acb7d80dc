"""Defaults that a Go function or variable gives to a type that holds settings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.default_declarations import (
    DEFAULTING,
    Field,
    type_defaults,
)
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import TypeDefaults

_SIGNS = (
    Sign(
        re.compile(rb"\b\w*(?:Options|Config|Configuration|Settings)\{"),
        ("composite_literal",),
    ),
)
_OWNERS = frozenset({"function_declaration", "method_declaration", "var_spec"})
_MAKES = re.compile(r"New(?:[A-Z]\w*)?$")


def find_defaults(root: Node, code: bytes) -> Iterator[TypeDefaults]:
    """Yield what functions and variables named after defaults give, and constructors."""
    for node in signed_nodes(root, code, _SIGNS)["composite_literal"]:
        if _is_default(node, code):
            yield from type_defaults(node.child_by_field_name("type"), node, code, _fields)


def _is_default(node: Node, code: bytes) -> bool:
    owner = node.parent
    while owner is not None and owner.type not in _OWNERS:
        owner = owner.parent
    name = written(owner.child_by_field_name("name"), code) if owner is not None else ""
    return bool(DEFAULTING.match(name) or _MAKES.match(name))


def _fields(value: Node) -> Iterator[Field]:
    body = value.child_by_field_name("body") if value.type == "composite_literal" else None
    for each in body.named_children if body is not None else ():
        parts = each.named_children
        if each.type == "keyed_element" and len(parts) == 2:  # noqa: PLR2004 - key and value
            key, given = parts
            yield key, given.named_children[0] if given.named_children else given
