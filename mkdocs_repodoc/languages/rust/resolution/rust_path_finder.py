"""Paths of Rust as a file has them: their names, and what they mean as a whole."""

from __future__ import annotations

from abc import ABC, abstractmethod

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_terms import Namespace
from mkdocs_repodoc.languages.treesitter.identifiers.lexical_scopes import LexicalScopes
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import NotedIdentifiers
from mkdocs_repodoc.model.references import ReferenceKind, Target


class PathFinder(NotedIdentifiers, ABC):
    """One file's pass over paths; types and expressions are the subclasses' matter."""

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self.scopes = LexicalScopes()
        self.where = ""

    def note(
        self,
        node: Node,
        target: Target | None,
        kind: ReferenceKind = "name",
        call: Node | None = None,
    ) -> None:
        """Note what an identifier means; of the function of a call, also how it is called."""
        super().note(node, target, kind if call is None else "call", call)

    def path(
        self,
        node: Node,
        namespace: Namespace,
        kind: ReferenceKind = "name",
        call: Node | None = None,
    ) -> Target | None:
        """Visit a path, noting each of its names; return what it means as a whole.

        Args:
            node: An identifier, or names with `::` between them.
            namespace: In which its last name is looked up.
            kind: How the last name is used.
            call: The call whose function it is.
        """
        match node.type:
            case "scoped_identifier" | "scoped_type_identifier":
                return self._scoped(node, namespace, kind, call)
            case "generic_type" | "generic_type_with_turbofish" | "generic_function":
                return self._generic(node, namespace, kind, call)
            case "bracketed_type":
                return self.type_of(node.named_children[0]) if node.named_children else None
            case "identifier" | "type_identifier" | "shorthand_field_identifier":
                return self._name(node, namespace, kind, call)
            case "self" | "super" | "crate" | "metavariable" | "primitive_type":
                return terms.path(namespace, self.where, (self.text(node),))
        return self.type_of(node)

    def _name(
        self, node: Node, namespace: Namespace, kind: ReferenceKind, call: Node | None
    ) -> Target | None:
        name = self.text(node)
        if name == "_":
            return None
        if namespace == "type" and self.scopes.has_type(name):
            kept = self.scopes.type(name)
            if name == "Self":
                self.note(node, kept, kind, call)
            return kept
        if name == "Self":  # `Self(…)`
            kept = self.scopes.type(name)
            self.note(node, kept, kind, call)
            return kept
        target = terms.path(namespace, self.where, (name,))
        self.note(node, target, kind, call)
        return target

    def _scoped(
        self, node: Node, namespace: Namespace, kind: ReferenceKind, call: Node | None
    ) -> Target | None:
        name, before = node.child_by_field_name("name"), node.child_by_field_name("path")
        if name is None:
            return None
        if before is None:  # `::name`
            target: Target | None = terms.path(namespace, self.where, ("", self.text(name)))
        else:
            target = self.behind(self.path(before, "type"), self.text(name), namespace)
        self.note(name, target, kind, call)
        return target

    def behind(self, before: Target | None, name: str, namespace: Namespace) -> Target | None:
        """Return what a name behind `::` means."""
        if before is not None and before.base == "global" and not before.also:
            return terms.path(namespace, before.names[1], (*before.names[2:], name))
        return terms.associated(before, namespace, name)

    def _generic(
        self, node: Node, namespace: Namespace, kind: ReferenceKind, call: Node | None
    ) -> Target | None:
        inner = node.child_by_field_name("type") or node.child_by_field_name("function")
        found = self.path(inner, namespace, kind, call) if inner is not None else None
        arguments = self.arguments(node.child_by_field_name("type_arguments"))
        if found is None or found.base != "global":
            return found
        return terms.path(namespace, found.names[1], found.names[2:], arguments)

    def arguments(self, node: Node | None) -> list[Target | None]:
        """Visit the arguments of a generic type; return its types."""
        found: list[Target | None] = []
        for one in node.named_children if node is not None else ():
            if one.type == "type_binding":
                found.append(self.type_of(one.child_by_field_name("type")))
            elif one.type == "block":
                self.expression(one)
            elif one.type != "lifetime" and not one.type.endswith("literal"):
                found.append(self.type_of(one))
        return found

    @abstractmethod
    def expression(self, node: Node | None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known."""

    @abstractmethod
    def type_of(self, node: Node | None, kind: ReferenceKind = "annotation") -> Target | None:
        """Visit a type; return it, `None` if nothing is known of it."""
