"""Identifiers in PHP's types and attributes with what they mean."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

from tree_sitter import Node

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.namespace_names import NamespaceNames
from mkdocs_repodoc.languages.php.resolution.phpdoc_comments import NOTHING, DocComment, read_doc
from mkdocs_repodoc.languages.php.resolution.phpdoc_types import DocTypes
from mkdocs_repodoc.languages.resolution.class_terms import FILE
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import (
    NotedIdentifiers,
    listed,
)
from mkdocs_repodoc.model.references import ReferenceKind, Target

NAMES = frozenset(("name", "qualified_name", "relative_name"))
_UNIONS = frozenset(("union_type", "intersection_type", "disjunctive_normal_form_type"))
_ARRAYS = frozenset(("array", "iterable"))


class TypeFinder(NotedIdentifiers, ABC):
    """One file's pass over types.

    Args:
        code: The file.

    Attributes:
        names: The names of the namespace around.
        around: Number of the class around.
        parent: What the class around extends.
        bounds: Type parameters that PHPDoc declares around, with what bounds them.
    """

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self.names = NamespaceNames()
        self.around = FILE
        self.parent: Target | None = None
        self.bounds: Mapping[str, Target | None] = {}
        self._doc_types = DocTypes(self._documented_class, self.own_type)

    @abstractmethod
    def expression(self, node: Node | None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known."""

    # Types

    def type_of(self, node: Node | None, kind: ReferenceKind = "annotation") -> Target | None:
        """Visit a type; return it, `None` if nothing is known of it."""
        if node is None:
            return None
        if node.type in NAMES or node.type == "relative_scope":
            return self.class_reference(node, kind)
        if node.type == "primitive_type":
            return terms.array_of(None) if self.text(node).lower() in _ARRAYS else None
        if node.type in _UNIONS or node.type in ("named_type", "optional_type", "type_list"):
            return terms.one_type_of([self.type_of(one, kind) for one in listed(node)])
        return None

    def class_reference(self, node: Node, kind: ReferenceKind) -> Target | None:
        """Visit the name of a class; return the class."""
        written = self.text(node)
        if written.lower() in ("self", "static", "parent"):
            return self.own_type(written.lower())
        target = terms.class_named(self.names.class_name(written))
        self.note(last_name(node), target, kind)
        return target

    def own_type(self, word: str) -> Target | None:
        """Return what `self`, `static`, `$this` or `parent` means."""
        if self.around == FILE:
            return None
        if word == "parent":
            return self.parent
        return terms.class_here(self.around) if word == "self" else terms.own_kind(self.around)

    def _documented_class(self, written: str) -> Target:
        return terms.class_named(self.names.class_name(written))

    # Documentation

    def doc_of(self, node: Node) -> DocComment:
        """Return what the comment in front of a declaration or statement says."""
        before = node.prev_named_sibling
        while before is not None and before.type == "attribute_list":
            before = before.prev_named_sibling
        if before is None or before.type != "comment":
            return NOTHING
        return self.doc(before)

    def doc(self, comment: Node) -> DocComment:
        """Return what a comment says."""
        text = self.text(comment)
        if not text.startswith("/**"):
            return NOTHING
        return read_doc(text, self._doc_types, self.bounds)

    # Attributes

    def attributes(self, node: Node) -> None:
        """Visit the attributes of a declaration."""
        for group in listed(node.child_by_field_name("attributes")):
            for attribute in listed(group):
                for child in listed(attribute):
                    if child.type in NAMES:
                        self.class_reference(child, "decorator")
                    else:
                        self.expression(child)


def last_name(node: Node) -> Node:
    """Return the last part of a qualified name."""
    return node if node.type == "name" or not node.named_children else node.named_children[-1]
