"""Identifiers of a Rust file with what they mean: its items, and what other files need of them.

`rust_resolver` follows what is left of them over all files.
"""

from __future__ import annotations

from mkdocs_repodoc.languages.rust.resolution.rust_item_finder import ItemFinder
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = ItemFinder(file.code, file.symbols, file.imports)
    finder.items(file.root)
    return names_of(finder, file.symbols, finder.types, finder.offers)
