"""Identifiers in C++'s types and parameters with what they mean, and the type of a function."""

from __future__ import annotations

from abc import ABC, abstractmethod

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarators import CppDeclarator, declared
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_path_finder import (
    CppPathFinder,
    has_constant,
)
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

CLASSES = frozenset(("class_specifier", "struct_specifier", "union_specifier"))
PATHS = frozenset(
    ("type_identifier", "qualified_identifier", "template_type", "dependent_type", "dependent_name")
)
_PACKS = frozenset(("variadic_parameter_declaration", "variadic_parameter", "..."))
_OPTIONAL = "optional_parameter_declaration"


class CppTypeFinder(CppPathFinder, ABC):
    """One file's pass over types; who visits declarations inherits from it."""

    # Types

    def type_of(self, node: Node | None) -> Target | None:
        """Visit a type; return it, `None` if nothing of a repository can be behind it."""
        if node is None:
            return None
        if node.type in PATHS:
            return self.named(node, "annotation", is_type=True)
        if node.type in CLASSES or node.type == "enum_specifier":
            name = node.child_by_field_name("name")
            if node.child_by_field_name("body") is None and name is not None:
                return self.named(name, "annotation", is_type=True)
            self.visit(node)
            return self.path(name, self.text(name)) if name is not None else None
        self._visit_parts(node)
        return None

    def _visit_parts(self, node: Node) -> None:
        for child in node.named_children:
            self.visit(child)

    def described_type(self, node: Node) -> Target | None:
        """Visit a type without a name, as a cast has it; return it."""
        if node.type != "type_descriptor":
            return self.type_of(node)
        kind = self.type_of(node.child_by_field_name("type"))
        declarator = node.child_by_field_name("declarator")
        while declarator is not None:
            if declarator.type == "abstract_function_declarator":
                kind = terms.function(kind, "0", terms.ANY_NUMBER, "")
                self._parameter_types(declarator)
            declarator = declarator.child_by_field_name("declarator") or next(
                (one for one in declarator.named_children if one.type.startswith("abstract_")), None
            )
        return terms.constant(kind) if has_constant(node) else kind

    # Functions

    def function_type(self, function: Node, kind: Target | None) -> Target:
        """Visit the parameters of what has no body; return the type of the function.

        Args:
            function: The node with its parameters.
            kind: What is in front of its name.
        """
        self.scopes.open()
        term = self.parameters(function, kind)
        self.scopes.close()
        return term

    def _parameter_types(self, function: Node) -> None:
        self.scopes.open()
        self.parameters(function, None)
        self.scopes.close()

    def parameters(self, function: Node, kind: Target | None) -> Target:
        """Visit the parameters of a function, and declare them in the open block.

        Returns:
            The type of the function.
        """
        fewest = most = 0
        has_pack = False
        written = []
        nodes = function.child_by_field_name("parameters")
        for one in nodes.children if nodes is not None else ():
            if one.type in _PACKS:
                has_pack = True
            if not one.is_named or one.type == "comment":
                continue
            own = self.type_of(one.child_by_field_name("type"))
            own = terms.constant(own) if has_constant(one) else own
            declarator = one.child_by_field_name("declarator")
            found = declared(declarator) if declarator is not None else None
            written.append(self._written_type(one, found))
            if written[-1] == "void" and found is None:
                return terms.function(kind, "0", "0", self._suffix(function))
            most += one.type != "variadic_parameter"
            fewest += one.type not in (*_PACKS, _OPTIONAL)
            if found is not None:
                if found.function is not None:
                    own = self.function_type(found.function, own)
                is_pack = one.type in _PACKS
                self.scopes.declare(self.text(found.name), None if is_pack else value_of(own))
            if (value := one.child_by_field_name("default_value")) is not None:
                self.visit(value)
        trailing = child_of_type(function, "trailing_return_type")
        if trailing is not None:
            kind = self.described_type(trailing.named_children[0])
        return terms.function(
            kind,
            str(fewest),
            terms.ANY_NUMBER if has_pack else str(most),
            ",".join(written) + self._suffix(function),
        )

    def _suffix(self, function: Node) -> str:
        return " const" if has_constant(function) else ""

    def _written_type(self, parameter: Node, found: CppDeclarator | None) -> str:
        """Return the type of a parameter as text that is the same in all declarations."""
        default = parameter.child_by_field_name("default_value")
        end = default.start_byte if default is not None else parameter.end_byte
        start, stop = parameter.start_byte, end
        if found is not None:
            before = self.code[start : found.name.start_byte]
            text = before + b" " + self.code[found.name.end_byte : stop]
        else:
            text = self.code[start:stop]
        return "".join(text.decode("utf-8", "replace").replace("=", " ").split())

    # Spaces

    def note_spaces(self, name: Node) -> None:
        """Note the names in front of the last one of what is declared, such as `Shop::open`."""
        written = ""
        while name.type == "qualified_identifier":
            scope = name.child_by_field_name("scope")
            following = name.child_by_field_name("name")
            if scope is not None:
                self._around(scope, written)
                written += f"{self._plain(scope)}::"
            if following is None:
                return
            name = following

    def space_of(self, name: Node) -> str:
        """Return the space in which a declared name with a path in front stands."""
        space = self.space
        while name.type == "qualified_identifier":
            scope = name.child_by_field_name("scope")
            following = name.child_by_field_name("name")
            if scope is not None:
                plain = self._plain(scope)
                space = f"{space}::{plain}" if space else plain
            if following is None:
                break
            name = following
        return space

    def _plain(self, node: Node) -> str:
        return self.text(node.child_by_field_name("name") or node)

    @abstractmethod
    def class_body(self, node: Node, owner: Node | None = None) -> None:
        """Visit a class with its members.

        Args:
            node: The specifier.
            owner: The name that a class without one goes by, if a declarator gives it one.
        """
