"""Identifiers of a C++ file with what they mean, directives included."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Tree

from mkdocs_repodoc.languages.c_family.preparation import NamedCode
from mkdocs_repodoc.languages.c_family.resolution.c_file_finder import (
    add_directives,
    only_used,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_expression_finder import (
    CppExpressionFinder,
)
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import FileNames, with_definitions
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.model.records import Symbol


def find_names(
    tree: Tree | None, source: Source, named: NamedCode, symbols: Sequence[Symbol]
) -> FileNames:
    """Find what the identifiers of a file mean.

    Args:
        tree: The tree of what names are found in; `None` if the parser gave up.
        source: The file.
        named: What names are found in, and the words that were taken off.
        symbols: What the file defines.
    """
    finder = CppExpressionFinder(named.code, symbols, named.branches.unusual)
    if tree is not None:
        finder.visit(tree.root_node)
    types = finder.types + add_directives(finder, source, named, symbols)
    return FileNames(
        tuple(finder.targets),
        with_definitions(only_used(finder.references, symbols), symbols),
        tuple(types),
        tuple(finder.offers),
    )
