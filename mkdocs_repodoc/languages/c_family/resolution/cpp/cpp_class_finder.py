"""Identifiers in C++'s classes, enums, namespaces, aliases and templates with what they mean."""

from __future__ import annotations

from abc import ABC

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declaration_finder import (
    CppDeclarationFinder,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarators import declared
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_path_finder import taken
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_type_finder import CLASSES, PATHS
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.text.english import one_line


class CppClassFinder(CppDeclarationFinder, ABC):
    """One file's pass over all that declares a scope; who visits expressions inherits from it."""

    def namespace(self, node: Node) -> None:
        """Visit a namespace."""
        name = node.child_by_field_name("name")
        space = self.space
        if name is not None:
            self.space = self.inside("".join(self.text(name).split()))
        self._visit_children(node.child_by_field_name("body"))
        self.space = space

    def _visit_children(self, node: Node | None) -> None:
        for child in node.named_children if node is not None else ():
            self.visit(child)

    def namespace_alias(self, node: Node) -> None:
        """Visit another name for a namespace."""
        name = node.child_by_field_name("name")
        meant = self.path(node, "".join(self.text(node.named_children[-1]).split()))
        if self.is_local:
            self.scopes.declare(self.text(name), taken(meant))
        elif (position := self.position(name)) != FILE_SCOPE:
            self.types.append((position, meant))

    def using(self, node: Node) -> None:
        """Visit what takes a name, or all names, from another scope."""
        named = node.named_children[0] if node.named_children else None
        if named is None:
            return
        if any(child.type == "namespace" for child in node.children):
            self.offers.append((terms.DIRECTIVE, self.path(named, _plain(self.text(named)))))
            return
        meant = self.named(named, "name")
        last = named
        while last.type == "qualified_identifier" and last.child_by_field_name("name") is not None:
            last = last.child_by_field_name("name") or last
        if self.is_local:
            self.scopes.declare(self.text(last), taken(meant))
        elif meant is not None:
            self.offers.append((terms.DECLARATION, meant))

    def alias(self, node: Node) -> None:
        """Visit `using name = type`."""
        name = node.child_by_field_name("name")
        written = node.child_by_field_name("type")
        kind = self.described_type(written) if written is not None else None
        self._named_type(name, kind)

    def _named_type(self, name: Node | None, kind: Target | None) -> None:
        if self.is_local:
            self.scopes.declare(self.text(name), value_of(kind))
        elif kind is not None and (position := self.position(name)) != FILE_SCOPE:
            self.types.append((position, kind))

    def template(self, node: Node) -> None:
        """Visit a template: what its parameters stand for is not known."""
        self.scopes.open()
        for one in listed(node.child_by_field_name("parameters")):
            self._template_parameter(one)
        for child in node.named_children:
            if child.type != "template_parameter_list":
                self.visit(child)
        self.scopes.close()

    def _template_parameter(self, node: Node) -> None:
        """Declare what stands for a type, a template or a value."""
        if node.type.endswith("type_parameter_declaration"):
            default = node.child_by_field_name("default_type")
            names = [node.child_by_field_name("name"), *node.named_children]
            for name in names:
                if name is not None and name.type == "type_identifier" and name != default:
                    self.scopes.declare(self.text(name), None)
            self.visit(default)
        elif node.type == "template_template_parameter_declaration":
            for name in node.named_children[-1].named_children:
                self.scopes.declare(self.text(name), None)
        else:
            self.visit(node.child_by_field_name("type"))
            self.visit(node.child_by_field_name("default_value"))
            declarator = node.child_by_field_name("declarator")
            found = declared(declarator) if declarator is not None else None
            if found is not None:
                self.scopes.declare(self.text(found.name), None)

    def class_specifier(self, node: Node) -> None:
        """Visit a class, struct or union."""
        name = node.child_by_field_name("name")
        if node.child_by_field_name("body") is not None:
            self.class_body(node)
        elif name is not None:
            meant = self.named(name, "annotation", is_type=True)
            if meant is not None and not self.is_local:
                self.offers.append((terms.FORWARD, meant))

    def class_body(self, node: Node, owner: Node | None = None) -> None:
        """Visit a class with its members.

        Args:
            node: The specifier.
            owner: The name that a class without one goes by, if a declarator gives it one.
        """
        name = node.child_by_field_name("name") or owner
        place = name
        while place is not None and place.type in ("qualified_identifier", "template_type"):
            place = place.child_by_field_name("name")
        clause = child_of_type(node, "base_class_clause")
        kinds = [
            self.named(one, "base", is_type=True) for one in listed(clause) if one.type in PATHS
        ]
        position = self.position(place)
        if kinds and position != FILE_SCOPE:
            self.types.append((position, terms.bases(kinds)))
        around, space, was_local = self.scope, self.space, self.is_local
        was_constant, self.is_constant = self.is_constant, False
        body = node.child_by_field_name("body")
        if position != FILE_SCOPE and name is not None:
            self.scope = position
            self.space = self.inside(one_line(self.text(name)).replace(" ::", "::"))
            self.is_local = False
            unlisted, self.unlisted = self.unlisted, frozenset()
            self._visit_children(body)
            self.unlisted = unlisted
        elif self.is_local:
            self._local_class(name, body)
        else:
            self._visit_children(body)
        self.scope, self.space, self.is_local = around, space, was_local
        self.is_constant = was_constant

    def _local_class(self, name: Node | None, body: Node | None) -> None:
        """Visit a class in a function: neither it nor its members are listed."""
        if name is not None:
            self.scopes.declare(self.text(name), None)
        self.scopes.open()
        members = set()
        for one in listed(body):
            for inner in one.children_by_field_name("declarator"):
                if (found := declared(inner)) is not None:
                    members.add(self.text(found.name))
                    self.scopes.declare(self.text(found.name), None)
        around, self.unlisted = self.unlisted, frozenset(members)
        self._visit_children(body)
        self.unlisted = around
        self.scopes.close()

    def enum(self, node: Node) -> None:
        """Visit an enum with its values."""
        name = node.child_by_field_name("name")
        body = node.child_by_field_name("body")
        self.visit(node.child_by_field_name("base"))
        if body is None:
            return
        if self.is_local and name is not None:
            self.scopes.declare(self.text(name), None)
        space = self.space
        if name is not None:
            self.space = self.inside(self.text(name))
        for one in listed(body):
            self.visit(one.child_by_field_name("value"))
            if self.is_local:
                self.scopes.declare(self.text(one.child_by_field_name("name")), None)
        self.space = space

    def friend(self, node: Node) -> None:
        """Visit a class or function that may see all of the class around."""
        for child in node.named_children:
            if child.type in PATHS:
                self.named(child, "annotation", is_type=True)
            elif child.type not in CLASSES:
                self.visit(child)


def _plain(written: str) -> str:
    return "".join(written.split())
