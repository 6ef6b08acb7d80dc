"""Declarations of command-line options in syntax trees: what the languages' readers share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tree_sitter import Node

from mkdocs_repodoc.model.records import Import, Option
from mkdocs_repodoc.text.english import one_line, shortened

OptionFinder = Callable[[Node, bytes, Sequence[Import]], Iterable[Option]]
"""Reads the options that a file declares from its tree, its code and its imports."""

_LONGEST_DEFAULT = 60
_BLANKS = re.compile(r" {2,}")
_ESCAPES = re.compile(r"\\(?:([\"'`\\])|[nrt]| )")
"""In a literal on one line, where a backslash before a blank has continued the literal."""


def nodes_of(root: Node, types: Iterable[str]) -> Iterator[Node]:
    """Yield the nodes of some types below a node, in source order."""
    wanted = frozenset(types)
    stack = [root]
    while stack:
        node = stack.pop()
        if node.type in wanted:
            yield node
        stack += reversed(node.named_children)


def written(node: Node | None, code: bytes) -> str:
    """Return the code of a node on one line; empty without a node."""
    if node is None:
        return ""
    return one_line(code[node.start_byte : node.end_byte].decode("utf-8", "replace"))


def string_in(node: Node | None, code: bytes) -> str:
    """Return what a string literal holds; empty for any other node.

    Strings that are added to one another are one.
    """
    if node is not None and node.type == "binary_expression":
        return "".join(string_in(part, code) for part in node.named_children)
    if node is None or "string" not in node.type:
        return ""
    return _BLANKS.sub(" ", _ESCAPES.sub(_unescaped, _unquoted(written(node, code))))


def _unquoted(literal: str) -> str:
    """Return a literal without its own quotation marks; those in it may stand at its ends."""
    for quote in ('"""', "'''", '"', "'", "`"):
        if literal.startswith(quote) and literal.endswith(quote) and len(literal) > len(quote):
            return literal[len(quote) : -len(quote)]
    return literal.strip("\"'`")


def _unescaped(escape: re.Match[str]) -> str:
    """Return what an escape stands for, a break of the line or none as a blank."""
    return escape[1] or " "


def default_in(node: Node | None, code: bytes) -> str:
    """Return a default as the code has it, shortened."""
    return shortened(written(node, code), _LONGEST_DEFAULT)


def first_word(text: str) -> str:
    """Return the name of a command from how it is used: `serve` of `serve <dir>`."""
    return text.split(maxsplit=1)[0] if text.strip() else ""


def line_of(node: Node) -> int:
    """Return the line on which a node begins, from 1 on."""
    return int(node.start_point.row) + 1
