"""Defaults that Rust types have by implementing `Default`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.fallback_values import fallback_values
from mkdocs_repodoc.languages.treesitter.runtime.default_declarations import Field, type_defaults
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import nodes_of
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import FallbackValue, TypeDefaults

_SIGNS = (Sign(re.compile(rb"\bDefault for \w"), ("impl_item",)),)


def find_defaults(root: Node, code: bytes) -> Iterator[TypeDefaults | FallbackValue]:
    """Yield the defaults that the types of a file write out, and what stands in for none."""
    yield from fallback_values(code)
    for node in signed_nodes(root, code, _SIGNS)["impl_item"]:
        value = next(nodes_of(node, ("struct_expression",)), None)
        if value is not None:
            yield from type_defaults(node.child_by_field_name("type"), value, code, _fields)


def _fields(value: Node) -> Iterator[Field]:
    body = value.child_by_field_name("body") if value.type == "struct_expression" else None
    for each in body.named_children if body is not None else ():
        name, given = each.child_by_field_name("field"), each.child_by_field_name("value")
        if each.type == "field_initializer" and name is not None and given is not None:
            yield name, given
