"""Identifiers in Kotlin's classes with what they mean, and what others need of these."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.declaration_parts import base_types
from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_function_finder import FunctionFinder
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_terms import LOCAL, Declared
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_BODIES = ("class_body", "enum_class_body")
_INITIALISERS = ("property_declaration", "anonymous_initializer")


class ClassFinder(FunctionFinder):
    """One file's pass over classes and what is in them.

    Args:
        code: The file.
        symbols: What it defines.
    """

    def expression(self, node: Node | None, expected: Target | None = None) -> Target | None:
        """Visit an expression or a declaration; return what it is."""
        if node is not None and (visit := self._DECLARATIONS.get(node.type)):
            visit(self, node)
            return None
        return super().expression(node, expected)

    # Classes

    def _class(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        position = self._positions.of(name)
        if not is_listed(position):
            return
        number, around, owner = str(position), self.around, self.owner
        written = self.text(name).strip("`")
        if owner == LOCAL:
            self.scopes.declare_type(written, Target("symbol", (number,)))
            self.scopes.declare(written, Target("symbol", (number,)))
        before, self.scope = self.scope, position
        self.annotations(node)
        with self.inside(number, written):
            self.around = around
            variables = self.declare_type_parameters(node)
            specifiers = child_of_type(node, "delegation_specifiers")
            bases = [self.type_of(one, "base") for one in base_types(specifiers)]
            is_functional = any(child.type == "fun" for child in node.children)
            self.tell(
                position,
                terms.class_entry(around, owner, variables, bases, is_functional=is_functional),
            )
            self.around = number
            self._members(node, number, bases)
        self.scope = before

    def _members(self, node: Node, number: str, bases: Sequence[Target | None]) -> None:
        """Visit the constructor, the calls of those above, and the body of a class."""
        before = self.owner, self._in_companion
        self.owner, self._in_companion = number, False
        constructor = child_of_type(node, "primary_constructor")
        plain: list[tuple[str, Target | None]] = []
        taken: list[tuple[str, Target | None]] = []
        if constructor is not None:
            self.annotations(constructor)
            taken, plain = self.parameters(child_of_type(constructor, "class_parameters"))
        if node.type == "class_declaration":
            made = Declared(number).function(taken, value_of(Target("symbol", (number,))))
            self.offers.append((f"{number}()", made))
        with self.scopes.block():
            self.declare_all(plain)
            self._base_calls(child_of_type(node, "delegation_specifiers"), bases)
        for member in listed(child_of_type(node, *_BODIES)):
            with self.scopes.block():
                if member.type in _INITIALISERS:
                    self.declare_all(plain)
                self.expression(member)
        self.owner, self._in_companion = before

    def _base_calls(self, node: Node | None, bases: Sequence[Target | None]) -> None:
        """Visit the arguments for the constructors of those above, and what is delegated to."""
        for one, base in zip(listed(node), bases, strict=False):
            for child in listed(one):
                if child.type == "constructor_invocation":
                    given = self.arguments(child_of_type(child, "value_arguments"))
                    self.name_arguments(child, terms.base_call(base, given))
                elif child.type == "explicit_delegation":
                    self.expression(listed(child)[-1])

    def _companion(self, node: Node) -> None:
        before, self._in_companion = self._in_companion, True
        specifiers = child_of_type(node, "delegation_specifiers")
        bases = [self.type_of(one, "base") for one in base_types(specifiers)]
        self._base_calls(specifiers, bases)
        for member in listed(child_of_type(node, *_BODIES)):
            self.expression(member)
        self._in_companion = before

    def object_literal(self, node: Node) -> Target | None:
        """Visit a class without a name; return its object."""
        specifiers = child_of_type(node, "delegation_specifiers")
        number = self.new_number()
        bases = [self.type_of(one, "base") for one in base_types(specifiers)]
        self.offers.append((number, terms.class_entry(self.around, LOCAL, (), bases)))
        with self.inside(number):
            self._members(node, number, bases)
        return value_of(Target("symbol", (number,)))

    def _enum_entry(self, node: Node) -> None:
        name = child_of_type(node, "identifier")
        position = self._positions.of(name)
        kind = Target("symbol", (self.owner,))
        self.annotations(node)
        self.tell(position, Declared(self.owner, of_companion=True).property(value_of(kind)))
        with self.inside_symbol(position):
            given = self.arguments(child_of_type(node, "value_arguments"))
            self.name_arguments(node, terms.base_call(kind, given))
            body = child_of_type(node, *_BODIES)
            if body is not None:
                number = self.new_number()
                entry = terms.class_entry(self.around, LOCAL, (), (kind,))
                self.offers.append((number, entry))
                with self.inside(number):
                    self._members(node, number, ())

    # Others

    def _alias(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("type"))
        with self.inside_symbol(position), self.scopes.block():
            variables = self.declare_type_parameters(node)
            kind = self.type_of(self.type_in(node))
            self.tell(position, terms.alias_entry(self.owner, variables, kind))

    def _initialiser(self, node: Node) -> None:
        before, self.owner = self.owner, LOCAL
        self.function_body(child_of_type(node, "block"), None)
        self.owner = before

    _DECLARATIONS: ClassVar[Mapping[str, Callable[[Any, Node], object]]] = {
        "class_declaration": _class,
        "object_declaration": _class,
        "companion_object": _companion,
        "enum_entry": _enum_entry,
        "function_declaration": FunctionFinder.function,
        "secondary_constructor": FunctionFinder.constructor,
        "property_declaration": FunctionFinder.property,
        "type_alias": _alias,
        "anonymous_initializer": _initialiser,
    }
