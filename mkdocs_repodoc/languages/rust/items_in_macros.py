"""Items in what a macro of Rust is given, where it stands between other items.

`cfg_net! { pub fn bind() {} }` is given whole items, which are listed as if they stood alone. Of
what has a notation of its own, `proptest! { #[test] fn sinks(depth in 0..9) {} }`, only tests and
the names of modules are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import tree_sitter_rust
from tree_sitter import Language, Node, Range

from mkdocs_repodoc.languages.rust.attributes import TEST, read_body
from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.text.syntax_trees import parse_bounded

_MARK = re.compile(rb"^[ \t]*@[^\n;(){}\[\]]*$", re.MULTILINE)
"""A line among items that only the macro itself reads: `@section type`."""
_LANGUAGE = Language(tree_sitter_rust.language())
_ITEMS = frozenset(
    """
    const_item enum_item function_item function_signature_item impl_item mod_item static_item
    struct_item trait_item type_item union_item
    """.split()  # noqa: SIM905 - reads better
)
_BESIDE = frozenset(
    """
    attribute_item block_comment empty_statement extern_crate_declaration foreign_mod_item
    line_comment macro_definition macro_invocation use_declaration
    """.split()  # noqa: SIM905 - reads better
)
"""What may stand between items without being a sign of them."""
_STARTS = frozenset(
    {"const", "enum", "fn", "impl", "mod", "static", "struct", "trait", "type", "union"}
)
_DEEPER = 20
"""As many symbols a macro counts for: what stands in macros in macros is read for each of them."""
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
    items = next(filter(None, (items_of(walk.code, each) for each in waiting)), None)
    if items is not None:
        inner = replace(scope, start=-1, prefix="", labels=(), names=())
        read_body(walk, items, replace(inner, depth=scope.depth + _DEEPER))
        return
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


def items_of(code: bytes, tree: Node) -> Node | None:
    """Read the tokens that a macro is given as items, if that is all they are.

    Args:
        code: The file.
        tree: The tokens with their brackets.

    Returns:
        What holds the items, with their places in the file.
    """
    if _STARTS.isdisjoint(each.type for each in tree.children):
        return None
    ranges = list(_without_marks(code, tree))
    read = parse_bounded(_LANGUAGE, code, ranges) if ranges else None
    if read is None or read.root_node.has_error:
        return None
    kinds = {each.type for each in read.root_node.named_children}
    return read.root_node if kinds & _ITEMS and kinds <= _ITEMS | _BESIDE else None


def _without_marks(code: bytes, tree: Node) -> Iterator[Range]:
    """Yield the parts of what is between a macro's brackets, which end where a mark begins."""
    first, (row, column) = tree.start_byte + 1, tree.start_point
    point = (row, column + 1)
    for mark in _MARK.finditer(code, first, tree.end_byte - 1):
        row += code.count(b"\n", first, mark.start())
        yield Range(point, (row, 0), first, mark.start())
        first, point = mark.end(), (row, mark.end() - mark.start())
    last = tree.end_point
    if first < tree.end_byte - 1:
        yield Range(point, (last.row, last.column - 1), first, tree.end_byte - 1)


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
