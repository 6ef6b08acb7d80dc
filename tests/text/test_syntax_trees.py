"""Parsers that are stopped before they take the square of a file's length."""

from __future__ import annotations

import pytest
import tree_sitter_dart
import tree_sitter_ruby
from tree_sitter import Language

from mkdocs_repodoc.text.syntax_trees import parse_bounded

RUBY = Language(tree_sitter_ruby.language())
DART = Language(tree_sitter_dart.language())


@pytest.mark.parametrize(
    ("language", "code"),
    [
        (RUBY, b"=begin\n" * 3_000),
        (DART, b"? a : " * 1_500),
        (DART, b"/*" * 6_000),
    ],
)
def test_what_is_read_again_and_again_is_given_up(language: Language, code: bytes) -> None:
    assert parse_bounded(language, code) is None


def test_long_files_are_read() -> None:
    ruby = b"class A\n  def b; c.d(1) + e; end\nend\n" * 500
    tree = parse_bounded(RUBY, ruby)
    assert tree is not None
    assert not tree.root_node.has_error
