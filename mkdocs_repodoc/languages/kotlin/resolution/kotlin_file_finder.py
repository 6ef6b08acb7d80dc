"""Identifiers of a Kotlin file with what they mean: its imports and all that it declares.

`kotlin_resolver` follows what is left of them over all files.
"""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.resolution.kotlin_class_finder import ClassFinder
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = _FileFinder(file.code, file.symbols)
    for child in listed(file.root):
        finder.top_level(child)
    return names_of(finder, file.symbols, finder.types, finder.offers)


class _FileFinder(ClassFinder):
    """One file's pass over all of it."""

    def top_level(self, node: Node) -> None:
        """Visit what stands at the top of the file."""
        if node.type == "import":
            self._import(node)
        elif node.type == "file_annotation":
            for child in listed(node):
                if child.type == "constructor_invocation":
                    self.type_of(child_of_type(child, "user_type"), "decorator")
        elif node.type != "package_header":
            self.expression(node)

    def _import(self, node: Node) -> None:
        """Note the parts of an import's path."""
        path = child_of_type(node, "qualified_identifier")
        names = listed(path)
        written = [self.text(one).strip("`") for one in names]
        for count, one in enumerate(names, 1):
            self.note(one, Target("import", tuple(written[:count])), "import")
        alias = child_of_type(node, "identifier")
        if alias is not None:
            self.note(alias, Target("import", tuple(written)), "import")
