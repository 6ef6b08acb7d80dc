"""Identifiers of a C# file with what they mean.

`c_sharp_resolver` follows what is left of them over all files.
"""

from __future__ import annotations

from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_class_finder import ClassFinder
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = ClassFinder(file.code, file.symbols)
    with finder.scopes.block():
        parts = listed(file.root)
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
    return names_of(finder, file.symbols, finder.types)
