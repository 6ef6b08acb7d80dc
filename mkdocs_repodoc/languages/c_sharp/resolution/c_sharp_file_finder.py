"""Identifiers of a C# file with what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_class_finder import ClassFinder
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import FileNames, names_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.records import Import, Symbol


def find_names(
    root: Node,
    code: bytes,
    symbols: Sequence[Symbol],
    imports: Sequence[Import],  # noqa: ARG001 - resolving reads them from the outline
) -> FileNames:
    """Find what the identifiers of a file mean.

    Args:
        root: The file's tree.
        code: The file.
        symbols: What the file defines.
        imports: What it imports.
    """
    finder = ClassFinder(code, symbols)
    with finder.scopes.block():
        parts = listed(root)
        for node in parts:  # statements of a program see its functions
            if node.type == "global_statement":
                for child in listed(node):
                    if child.type == "local_function_statement":
                        finder.declare_function(child)
        for node in parts:
            if node.type == "global_statement":
                for child in listed(node):
                    finder.statement(child)
            else:
                finder.declaration(node)
    return names_of(finder, symbols, finder.types)
