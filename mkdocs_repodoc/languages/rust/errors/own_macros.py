"""Macros of a project that print what they are given, or return it as an error."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import line_of, written
from mkdocs_repodoc.model.facts import ReportingMacro

OWN_MACRO = re.compile(
    rb"\b(?:\w{1,60}::){0,6}(?!eprint(?:ln)?!|(?:warn|error|bail|panic)!|\w{0,40}assert|\w{0,40}_err!|try)"
    rb"\w{0,40}(?:err|warn|fail|die|fatal|abort|bail|report|hint|status)\w{0,40}!"
)
"""A macro whose name says that it reports something, and that none of the well-known ones is."""
_RETURNS = re.compile(r"\breturn\s+(?:\w+::)*Err\s*\(|\b(?:bail|panic)!")
_PRINTS = re.compile(r"\be(?:print|println)!|\bstderr\(\)|\berr(?:_mut)?\(\)|\b(?:error|warn)!")


def reporting_macro(node: Node, code: bytes) -> Iterator[ReportingMacro]:
    """Yield what a definition says of a macro, if it prints or returns errors."""
    text = code[node.start_byte : node.end_byte].decode("utf-8", "replace")
    name = written(node.child_by_field_name("name"), code)
    if _RETURNS.search(text):
        yield ReportingMacro(name, "raise", line_of(node))
    elif _PRINTS.search(text):
        yield ReportingMacro(name, "log", line_of(node))
