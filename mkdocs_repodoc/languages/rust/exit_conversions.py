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
_METHOD = (
    rb"\bfn (?:exit_)?(?:code|status)\(&?self\)"
    rb"\s*->\s*(?:Option<)?(?:i32|u8|i64|(?:\w+::)*ExitCode)"
)
_SIGNS = (
    Sign(re.compile(_SIGN), ("impl_item",)),
    Sign(re.compile(_METHOD), ("function_item",)),
)
_OF_ERRORS = re.compile(r"\w*(?:Error|Exit\w*|Failure)\b")
"""Types whose own methods give a status that a program ends with."""
_SOME = re.compile(r"Some\((.*)\)$", re.DOTALL)
_NUMBER = re.compile(r"(?:ExitCode::from\()?(-?\d{1,3})(?:_?[iu]\d+)?\)?$")
_VARIANT = re.compile(r"[\w:]+")
_NAMED = {"ExitCode::SUCCESS": "0", "ExitCode::FAILURE": "1"}


def find_exits(root: Node, code: bytes) -> Iterator[ExitStatus]:
    """Yield the status of each variant that such a conversion has an arm for."""
    nodes = signed_nodes(root, code, _SIGNS)
    methods = [each for each in nodes["function_item"] if _is_of_error(each, code)]
    for conversion in (*nodes["impl_item"], *methods):
        for arm in nodes_of(conversion, ("match_arm",)):
            pattern, value = (arm.child_by_field_name(each) for each in ("pattern", "value"))
            given = written(value, code)
            given = given if (some := _SOME.match(given)) is None else some[1].lstrip("*")
            number = _NUMBER.match(given)
            status = _NAMED.get(given) or (number[1] if number is not None else given)
            name = _VARIANT.match(written(pattern, code))
            meaning = name[0] if name is not None else ""
            if given == "None" or not given:
                continue
            meaning = "all others" if meaning == "_" else meaning
            yield ExitStatus(status, line_of(arm), meaning=meaning)


def _is_of_error(method: Node, code: bytes) -> bool:
    """Tell whether a method belongs to a type of errors, or of ends of the program."""
    around = method.parent.parent if method.parent is not None else None
    owner = around.child_by_field_name("type") if around is not None else None
    return _OF_ERRORS.match(written(owner, code)) is not None
