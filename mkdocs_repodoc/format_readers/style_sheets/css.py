"""CSS: selectors, custom properties, imports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import tree_sitter_css
from tree_sitter import Language, Node

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.style_sheets.style_sheet import StyleSheet, is_readable
from mkdocs_repodoc.text.english import one_line
from mkdocs_repodoc.text.syntax_trees import parse_bounded

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCKS = frozenset({"block", "keyframe_block_list"})
_WRAPPERS = frozenset({"media_statement", "supports_statement", "at_rule", "ERROR"})


def read_css(draft: RecordBuilder) -> None:
    """Read a style sheet: what stands at its top level and in its media queries."""
    if not is_readable(draft):
        return
    tree = parse_bounded(_grammar(), draft.source.text.encode("utf-8", "replace"))
    if tree is None:
        draft.problem(0, "Skipped: the style sheet is nested too deeply.", "info")
        return
    sheet = StyleSheet(draft)
    for node in _statements(tree.root_node):
        _read(sheet, node)
    draft.imports = tuple(sheet.imports)


@cache
def _grammar() -> Language:
    return Language(tree_sitter_css.language())


def _statements(node: Node) -> Iterator[Node]:
    """Yield the statements at the top and in what only wraps them, those between errors too."""
    stack = list(reversed(node.named_children))
    while stack:
        child = stack.pop()
        if child.type != "ERROR":
            yield child
        if child.type in _WRAPPERS:
            block = _block(child)
            inner = block or child if child.type == "ERROR" else block
            stack += reversed(inner.named_children if inner else ())


def _read(sheet: StyleSheet, node: Node) -> None:
    line = node.start_point.row + 1
    block = _block(node)
    if block is None:
        sheet.take_statement(_text(node).rstrip("; \n"), line)
        return
    prelude = (node.text or b"")[: block.start_byte - node.start_byte]
    sheet.take_block(_one_line(prelude), line)
    for child in block.named_children if node.type == "rule_set" else ():
        if child.type == "declaration":
            sheet.take_statement(_text(child).rstrip("; \n"), child.start_point.row + 1)


def _block(node: Node) -> Node | None:
    return next((child for child in node.named_children if child.type in _BLOCKS), None)


def _text(node: Node) -> str:
    return _one_line(node.text or b"")


def _one_line(code: bytes) -> str:
    return one_line(_COMMENT.sub("", code.decode("utf-8", "replace")))
