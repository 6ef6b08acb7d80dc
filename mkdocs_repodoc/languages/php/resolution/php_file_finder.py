"""Identifiers of a PHP file with what they mean: its namespaces and what it takes from others.

`php_resolver` follows what is left of them over all files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.namespace_names import NamespaceNames
from mkdocs_repodoc.languages.php.resolution.php_class_finder import ClassFinder
from mkdocs_repodoc.languages.php.resolution.php_type_finder import NAMES, last_name
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    with_definitions,
)
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = _FileFinder(file.code, file.symbols)
    finder.each(file.root)
    references = with_definitions(dict.fromkeys(finder.references), file.symbols)
    return FileNames(tuple(finder.targets), references, tuple(finder.types), tuple(finder.offers))


class _FileFinder(ClassFinder):
    """One file's pass over all of it."""

    def _namespace(self, node: Node) -> None:
        self.names = NamespaceNames(self.text(node.child_by_field_name("name")))
        self.each(node.child_by_field_name("body"))

    def _use(self, node: Node) -> None:
        group = node.child_by_field_name("body")
        prefix = self.text(child_of_type(node, "namespace_name")) if group is not None else ""
        for_all = self._word(node)
        for clause in listed(group or node):
            if clause.type != "namespace_use_clause":
                continue
            alias = clause.child_by_field_name("alias")
            named = next((one for one in listed(clause) if one.type in NAMES), None)
            if named is None:
                continue
            written = self.text(named).lstrip("\\")
            full = f"{prefix}\\{written}" if prefix else written
            kind = self._word(clause) or for_all
            name = last_name(named)
            self.names.take(kind, self.text(alias or name), full)
            for one in (name, alias):
                if one is not None:
                    self.note(one, _taken(kind, full), "import")

    def _word(self, node: Node) -> str:
        """Return `function` or `const` behind `use`; empty for neither."""
        return self.text(node.child_by_field_name("type")) or self.text(
            child_of_type(node, "function", "const")
        )

    _STATEMENTS: ClassVar[Mapping[str, Callable[[Any, Node], object]]] = {
        **ClassFinder._STATEMENTS,  # noqa: SLF001 - the table of its base
        "namespace_definition": _namespace,
        "namespace_use_declaration": _use,
    }


def _taken(kind: str, full: str) -> Target:
    if kind == "function":
        return terms.function(full)
    return terms.constant(full) if kind == "const" else terms.class_named(full)
