"""Identifiers of a Ruby file with what they mean.

`ruby_resolver` follows what is left of them over all files.
"""

from __future__ import annotations

from mkdocs_repodoc.languages.ruby.resolution.ruby_class_finder import ClassFinder
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    with_definitions,
)


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = ClassFinder(file.code, file.symbols)
    finder.whole_file(file.root)
    references = with_definitions(dict.fromkeys(finder.references), file.symbols)
    return FileNames(tuple(finder.targets), references, tuple(finder.types), tuple(finder.offers))
