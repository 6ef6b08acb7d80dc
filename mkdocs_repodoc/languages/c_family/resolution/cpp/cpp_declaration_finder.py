"""Identifiers in C++'s declarations with what they mean: variables, members, functions."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterator
from contextlib import contextmanager

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarators import (
    DECLARED_NAMES,
    CppDeclarator,
    declared,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_path_finder import has_constant
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_type_finder import CLASSES, CppTypeFinder
from mkdocs_repodoc.languages.resolution.value_terms import member, value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


class CppDeclarationFinder(CppTypeFinder, ABC):
    """One file's pass over declarations; who visits expressions inherits from it."""

    def declaration(self, node: Node) -> None:
        """Visit a declaration of variables, functions, members or names for types."""
        written = node.child_by_field_name("type")
        declarators = node.children_by_field_name("declarator")
        if written is None and not declarators:
            self._visit_parts(node)
            return
        kind = self._declared_type(written, declarators)
        kind = terms.constant(kind) if has_constant(node) else kind
        is_deduced = written is not None and written.type == "placeholder_type_specifier"
        values = node.children_by_field_name("default_value")
        values += node.children_by_field_name("value")
        for one in declarators:
            inner = one.child_by_field_name("declarator") if one.type == "init_declarator" else one
            found = declared(inner) if inner is not None else None
            if found is None:
                continue
            own = kind
            self._visit_sizes(one)
            value = one.child_by_field_name("value") if one.type == "init_declarator" else None
            with self._initialised(found):
                given = self.initialiser(value, value_of(kind)) if value is not None else None
                if is_deduced:
                    given = given or (self.visit(values.pop(0)) if values else None)
                    own = terms.type_of_value(given)
            self._bind(found, own)
        for value in values:
            self.visit(value)
        for child in node.named_children:
            if child.type in ("bitfield_clause", "ERROR"):
                self.visit(child)

    def initialiser(self, node: Node, value: Target | None) -> Target | None:
        """Visit what a variable, or a part of one, is set to."""
        if node.type == "initializer_list":
            for one in node.named_children:
                if one.type == "initializer_pair":
                    self._designated(one, value)
                else:
                    self.visit(one)
            return None
        return self.visit(node)

    def _designated(self, node: Node, value: Target | None) -> None:
        for designator in node.children_by_field_name("designator"):
            inner = designator.named_children[0] if designator.named_children else None
            if designator.type == "field_designator" and inner is not None:
                value = member(value, self.text(inner))
                self.note(inner, value, "assign")
            else:
                self.visit(inner)
        self.initialiser(node.named_children[-1], value)

    def _declared_type(self, written: Node | None, declarators: list[Node]) -> Target | None:
        """Visit the type of a declaration; one without a name is known by the first declarator."""
        if (
            written is None
            or written.type not in CLASSES
            or written.child_by_field_name("body") is None
            or written.child_by_field_name("name") is not None
        ):
            return self.type_of(written)
        first = declared(declarators[0]) if declarators else None
        owner = first.last if first is not None else None
        self.class_body(written, owner)
        return self.path(owner, self.text(owner)) if owner is not None else None

    @contextmanager
    def _initialised(self, found: CppDeclarator) -> Iterator[None]:
        """Book what a variable is set to on the variable, where it is a symbol."""
        around = self.scope
        space = self.space
        if not self.is_local:
            position = self.position(found.last)
            self.scope = position if position != FILE_SCOPE else around
            self.space = self.space_of(found.name)
        yield
        self.scope, self.space = around, space

    def _bind(self, found: CppDeclarator, kind: Target | None) -> None:
        space = self.space
        if not self.is_local:
            self.note_spaces(found.name)
            self.space = self.space_of(found.name)
        position = self.position(found.last)
        if found.function is not None and position == FILE_SCOPE and self.is_local:
            self._parameter_types(found.function)  # `Item it(price);` is no function
        elif found.function is not None:
            kind = self.function_type(found.function, kind)
        self.space = space
        if self.is_local:
            self._declare(found.name, kind)
        elif position != FILE_SCOPE and kind is not None:
            self.types.append((position, kind))

    def _visit_sizes(self, declarator: Node) -> None:
        """Visit the sizes of an array."""
        inner: Node | None = declarator
        while inner is not None and inner.type not in DECLARED_NAMES:
            if inner.type == "array_declarator":
                self.visit(inner.child_by_field_name("size"))
            inner = inner.child_by_field_name("declarator")

    def _declare(self, name: Node, kind: Target | None) -> None:
        value = kind.of if kind is not None and kind.base == "type" else value_of(kind)
        if name.type == "structured_binding_declarator":
            for part, one in zip(("first", "second"), listed(name), strict=False):
                self.scopes.declare(self.text(one), member(value, part))
            for one in listed(name)[2:]:
                self.scopes.declare(self.text(one), None)
        else:
            self.scopes.declare(self.text(name), value)

    def function_definition(self, node: Node) -> None:
        """Visit a function with its body."""
        kind = self.type_of(node.child_by_field_name("type"))
        kind = terms.constant(kind) if has_constant(node) else kind
        declarator = node.child_by_field_name("declarator")
        found = declared(declarator) if declarator is not None else None
        if found is None or found.function is None:
            self._visit_parts(node)
            return
        around, space, was_local = self.scope, self.space, self.is_local
        was_constant, self.is_constant = self.is_constant, has_constant(found.function)
        self.note_spaces(found.name)
        self.space = self.space_of(found.name)
        position = self.position(found.last)
        if node.child_by_field_name("type") is None and position == FILE_SCOPE:
            position = self._macro(found)
        self.scope = position if position != FILE_SCOPE else around
        self.scopes.open()
        term = self.parameters(found.function, kind)
        if position != FILE_SCOPE:
            self.types.append((position, term))
        self.is_local = True
        for child in node.named_children:
            if child.type in ("field_initializer_list", "try_statement", "ERROR"):
                self.visit(child)
        for child in found.function.named_children:
            if child.type in ("requires_clause", "noexcept"):
                self.visit(child)
        body = node.child_by_field_name("body") or child_of_type(node, "compound_statement")
        for child in body.named_children if body is not None else ():
            self.visit(child)
        self.scopes.close()
        self.scope, self.space, self.is_local = around, space, was_local
        self.is_constant = was_constant

    def _macro(self, found: CppDeclarator) -> int:
        """Visit the name of a macro that stands for a definition, such as `TEST_F(Suite, case)`.

        Returns:
            The symbol that it defines, or `FILE_SCOPE`.
        """
        function = found.function
        parameters = listed(function.child_by_field_name("parameters") if function else None)
        if found.name.type != "identifier" or not parameters:
            return FILE_SCOPE
        position = self.position(parameters[-1])
        if position != FILE_SCOPE:
            self.note(found.name, self.path(found.name, self.text(found.name)), "name")
            self.space = self.inside(self.text(parameters[0]))  # the test is a class below it
        return position
