"""Identifiers of a Rust file with what they mean: its items, and what other files need of them."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.resolution.rust_item_finder import ItemFinder
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import FileNames, names_of
from mkdocs_repodoc.model.records import Import, Symbol


def find_names(
    root: Node, code: bytes, symbols: Sequence[Symbol], imports: Sequence[Import]
) -> FileNames:
    """Find what the identifiers of a file mean.

    Args:
        root: The file's tree.
        code: The file.
        symbols: What the file defines.
        imports: What it imports.
    """
    finder = ItemFinder(code, symbols, imports)
    finder.items(root)
    return names_of(finder, symbols, finder.types, finder.offers)
