"""Tests and modules that stand in what a macro of Rust is given: `proptest! { #[test] fn … }`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.attributes import TEST
from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind

_MODIFIERS = frozenset({"async", "const", "unsafe", "pub"})
_LARGEST = 200_000
"""Bytes of a macro's argument that are looked through."""
_COMMENT = re.compile(r"(?:line|block)_comment")


def read_macro(walk: Walk, node: Node, scope: Scope) -> None:
    """Note what a macro between other items is given, as far as that is what it would be outside.

    Args:
        walk: The walk over the file.
        node: The use of the macro.
        scope: Where it stands; in a function nothing is looked for.
    """
    if is_local(scope) or node.end_byte - node.start_byte > _LARGEST:
        return
    waiting = [each for each in node.named_children if each.type == "token_tree"]
    while waiting:
        tokens = [each for each in waiting.pop().children if not _COMMENT.match(each.type)]
        for place, token in enumerate(tokens):
            following = [each.type for each in tokens[place + 1 : place + 3]]
            if token.type == "mod" and following == ["identifier", ";"]:
                name = tokens[place + 1]
                walk.add_import(f"self::{walk.text(name)}", token, name, name="")
            elif token.type == "fn" and following[:1] == ["identifier"]:
                _test(walk, tokens, place, scope)
            elif _is_body(walk, token):
                waiting.append(token)


def _test(walk: Walk, tokens: Sequence[Node], place: int, scope: Scope) -> None:
    """Note a function among tokens if its attributes make it a test."""
    first = place
    while first and tokens[first - 1].type in _MODIFIERS:
        first -= 1
    attributes: list[Node] = []
    while first > 1 and tokens[first - 1].type == "token_tree" and tokens[first - 2].type == "#":
        attributes.insert(0, tokens[first - 1])
        first -= 2
    texts = tuple(walk.line_of(each).strip("[]") for each in attributes)
    body = next((each for each in tokens[place + 1 :] if _is_body(walk, each)), None)
    if body is None or not any(map(TEST.match, texts)):
        return
    name = tokens[place + 1]
    written = scope.qualify(walk.text(name))
    around = scope.wrapped(tokens[first].start_byte)
    walk.add(
        Kind.FUNCTION,
        written,
        tokens[place],
        name,
        around,
        decorators=texts,
        labels=("test",),
        public=False,
        end=body.end_byte,
        body=True,
    )
    walk.tests.append(written)


def _is_body(walk: Walk, token: Node) -> bool:
    return token.type == "token_tree" and walk.code[token.start_byte : token.start_byte + 1] == b"{"
