"""Identifiers of a Java file with what they mean: its imports and classes.

`java_resolver` follows what is left of them over all files.
"""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.java.resolution.java_class_finder import ClassFinder
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.languages.treesitter.walk import child_of_type


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = ClassFinder(file.code, file.symbols)
    with finder.scopes.block():
        for node in file.root.named_children:
            if node.type == "import_declaration":
                _import(finder, node)
            elif node.type == "package_declaration":
                for child in node.named_children:
                    finder.annotation(child)
            elif node.type.endswith("_declaration") and node.type != "module_declaration":
                finder.top_level_class(node)
            elif node.type != "module_declaration":
                finder.statement(node)
    return names_of(finder, file.symbols, finder.types, finder.unlisted)


def _import(finder: ClassFinder, node: Node) -> None:
    """Note the classes that an import names, and the member if it takes one."""
    path = child_of_type(node, "scoped_identifier")
    is_static = child_of_type(node, "static") is not None
    is_whole = child_of_type(node, "asterisk") is not None
    takes_member = is_static and not is_whole
    while path is not None and path.type == "scoped_identifier":
        name = path.child_by_field_name("name")
        if name is None:
            return
        names = finder.dotted(path).split(".")
        kind = terms.named_type(terms.FILE, names)
        target = terms.imported_member(names) if takes_member else kind
        if takes_member or finder.text(name)[:1].isupper():
            finder.note(name, target, "import")
        takes_member = False
        path = path.child_by_field_name("scope")
