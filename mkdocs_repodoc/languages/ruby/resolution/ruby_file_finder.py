"""Identifiers of a Ruby file with what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.ruby.resolution.ruby_class_finder import ClassFinder
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import FileNames, with_definitions
from mkdocs_repodoc.model.records import Import, Symbol


def find_names(
    root: Node,
    code: bytes,
    symbols: Sequence[Symbol],
    imports: Sequence[Import],  # noqa: ARG001 - they lead to files, and bring no names
) -> FileNames:
    """Find what the identifiers of a file mean.

    Args:
        root: The file's tree.
        code: The file.
        symbols: What the file defines.
        imports: What it requires.
    """
    finder = ClassFinder(code, symbols)
    finder.whole_file(root)
    references = with_definitions(dict.fromkeys(finder.references), symbols)
    return FileNames(tuple(finder.targets), references, tuple(finder.types), tuple(finder.offers))
