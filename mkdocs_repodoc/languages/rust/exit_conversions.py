"""Exit statuses that a conversion gives to the variants of an enumeration, arm by arm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    line_of,
    nodes_of,
    written,
)
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import ExitStatus

_SIGN = (
    rb"\b(?:From<\w*(?:Exit|Status)\w*> for (?:i32|u8|i64|(?:\w+::)*ExitCode)"
    rb"|Termination for \w+)\b"
)
_SIGNS = (Sign(re.compile(_SIGN), ("impl_item",)),)
_NUMBER = re.compile(r"(?:ExitCode::from\()?(-?\d{1,3})(?:_?[iu]\d+)?\)?$")
_VARIANT = re.compile(r"[\w:]+")
_NAMED = {"ExitCode::SUCCESS": "0", "ExitCode::FAILURE": "1"}


def find_exits(root: Node, code: bytes) -> Iterator[ExitStatus]:
    """Yield the status of each variant that such a conversion has an arm for."""
    for conversion in signed_nodes(root, code, _SIGNS)["impl_item"]:
        for arm in nodes_of(conversion, ("match_arm",)):
            pattern, value = (arm.child_by_field_name(each) for each in ("pattern", "value"))
            given = written(value, code)
            number = _NUMBER.match(given)
            status = _NAMED.get(given) or (number[1] if number is not None else given)
            name = _VARIANT.match(written(pattern, code))
            meaning = name[0] if name is not None else ""
            yield ExitStatus(status, line_of(arm), meaning=meaning)
