"""Identifiers in Kotlin's declarations with what they mean, and what others need of these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.declaration_parts import (
    base_types,
    default_of,
    first_identifier,
)
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_terms import LOCAL, Declared
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_finder import TYPES
from mkdocs_repodoc.languages.resolution.class_terms import array_of
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Target

_BODIES = ("class_body", "enum_class_body")
_INITIALISERS = ("property_declaration", "anonymous_initializer")
_PARAMETERS = frozenset(("parameter", "class_parameter"))


class ClassFinder(ExpressionFinder):
    """One file's pass over declarations.

    Args:
        code: The file.
        symbols: What it defines.

    Attributes:
        types: Position of a symbol → what is known of it.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol]) -> None:
        super().__init__(code)
        self.types: list[tuple[int, Target]] = []
        self._positions = SymbolPositions(symbols)
        self._in_companion = False

    def _add(self, position: int, entry: Target) -> None:
        if is_listed(position):
            self.types.append((position, entry))

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
            self._add(
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
            self._declare(plain)
            self._base_calls(child_of_type(node, "delegation_specifiers"), bases)
        for member in listed(child_of_type(node, *_BODIES)):
            with self.scopes.block():
                if member.type in _INITIALISERS:
                    self._declare(plain)
                self.expression(member)
        self.owner, self._in_companion = before

    def _declare(self, values: Sequence[tuple[str, Target | None]]) -> None:
        for name, value in values:
            self.declare_local(name, value)

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
        self._add(position, Declared(self.owner, of_companion=True).property(value_of(kind)))
        with self._symbol(position):
            given = self.arguments(child_of_type(node, "value_arguments"))
            self.name_arguments(node, terms.base_call(kind, given))
            body = child_of_type(node, *_BODIES)
            if body is not None:
                number = self.new_number()
                entry = terms.class_entry(self.around, LOCAL, (), (kind,))
                self.offers.append((number, entry))
                with self.inside(number):
                    self._members(node, number, ())

    @contextmanager
    def _symbol(self, position: int) -> Iterator[None]:
        """Visit what belongs to a symbol."""
        before = self.scope
        if is_listed(position):
            self.scope = position
        yield
        self.scope = before

    # Functions

    def parameters(
        self, node: Node | None
    ) -> tuple[list[tuple[str, Target | None]], list[tuple[str, Target | None]]]:
        """Visit parameters.

        Returns:
            Their names and types as `Declared.function` takes them, and names and values of those
            that are no properties.
        """
        taken: list[tuple[str, Target | None]] = []
        plain: list[tuple[str, Target | None]] = []
        is_variable = False
        for child in listed(node):
            if child.type == "parameter_modifiers":
                is_variable = any(self.text(one) == "vararg" for one in child.named_children)
                for one in listed(child):
                    if one.type == "annotation":
                        self.annotation(one)
                continue
            if child.type in _PARAMETERS:
                self.annotations(child)
                name = self.text(child_of_type(child, "identifier")).strip("`")
                modifiers = self.text(child_of_type(child, "modifiers", "parameter_modifiers"))
                is_variable = is_variable or "vararg" in modifiers.split()
                kind = self.type_of(self.type_in(child))
                value = value_of(array_of(kind) if is_variable else kind)
                written = f"{name}{terms.VARIABLE if is_variable else ''}"
                default = default_of(child)
                position = self._positions.of(child_of_type(child, "identifier"))
                if child.child_count and any(one.type in ("val", "var") for one in child.children):
                    self._add(position, Declared(self.owner).property(value))
                    if is_listed(position):
                        written += f"@{position}"
                else:
                    plain.append((name, value))
                taken.append((written, kind))
                is_variable = False
            else:
                default = child
            if default is not None and taken:
                self._default(default, taken)
        return taken, plain

    def _default(self, node: Node, taken: list[tuple[str, Target | None]]) -> None:
        """Visit a default, which is that of the last parameter."""
        written, kind = taken[-1]
        self.expression(node, value_of(kind))
        taken[-1] = (f"{written}{terms.DEFAULT}", kind)

    def _function(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        position = self._positions.of(name)
        written = self.text(name).strip("`")
        if self.owner == LOCAL and is_listed(position):
            self.scopes.declare(written, Target("symbol", (str(position),)))
        before = self.owner
        with self._symbol(position), self.scopes.block():
            self.annotations(node)
            variables = self.declare_type_parameters(node)
            receiver = self._receiver(node, name)
            listed_here = child_of_type(node, "function_value_parameters")
            taken, plain = self.parameters(listed_here)
            returned = self.type_of(self.type_in(node, after=listed_here))
            declared = Declared(self.owner, self._in_companion, receiver, tuple(variables))
            self.owner = LOCAL
            value = self._body_in_scope(node, receiver, written, plain, value_of(returned))
            self._add(position, declared.function(taken, value_of(returned) or value))
        self.owner = before

    def _receiver(self, node: Node, name: Node | None) -> Target | None:
        """Return the type that a declaration extends."""
        kind = self.type_in(node)
        is_receiver = kind is not None and name is not None and kind.end_byte <= name.start_byte
        return self.type_of(kind) if is_receiver else None

    def _body_in_scope(
        self,
        node: Node,
        receiver: Target | None,
        label: str,
        plain: Sequence[tuple[str, Target | None]],
        returned: Target | None,
    ) -> Target | None:
        """Visit the body of a function; return what it gives if it is a single expression."""
        number = self.around
        if receiver is not None:
            number = self.new_number()
            self.offers.append((number, terms.receiver_scope(self.around, receiver)))
        with self.inside(number, label if receiver is not None else ""):
            self._declare(plain)
            body = child_of_type(node, "function_body", "block")
            inner = listed(body)
            if body is not None and body.type == "function_body" and inner[:1]:
                if inner[0].type != "block":
                    return self.shared(self.expression(inner[0], returned))
                body = inner[0]
            self.function_body(body, returned)
            is_unit = returned is None and body is not None
            return terms.literal("Unit") if is_unit else None

    def anonymous_function(self, node: Node) -> Target | None:
        """Visit a function without a name."""
        listed_here = child_of_type(node, "function_value_parameters")
        with self.scopes.block():
            before, self.owner = self.owner, LOCAL
            taken, plain = self.parameters(listed_here)
            returned = self.type_of(self.type_in(node, after=listed_here))
            self._body_in_scope(node, None, "", plain, value_of(returned))
            self.owner = before
        return value_of(terms.function_type(None, [kind for _, kind in taken], returned))

    def _constructor(self, node: Node) -> None:
        position = self._positions.of(child_of_type(node, "constructor"))
        with self._symbol(position), self.scopes.block():
            self.annotations(node)
            taken, plain = self.parameters(child_of_type(node, "function_value_parameters"))
            made = value_of(Target("symbol", (self.owner,)))
            self._add(position, Declared(self.owner, of_companion=True).function(taken, made))
            self._declare(plain)
            before, self.owner = self.owner, LOCAL
            for child in listed(node):
                if child.type == "constructor_delegation_call":
                    self.arguments(child_of_type(child, "value_arguments"))
                elif child.type == "block":
                    self.function_body(child, None)
            self.owner = before

    # Properties

    def _property(self, node: Node) -> None:
        self.annotations(node)
        declared = child_of_type(node, "variable_declaration", "multi_variable_declaration")
        if declared is None:
            return
        if self.owner == LOCAL:
            self.declare_variables(declared, self._initial(node, declared))
            return
        name = child_of_type(declared, "identifier")
        position = self._positions.of(name)
        with self._symbol(position), self.scopes.block():
            variables = self.declare_type_parameters(node)
            receiver = self._receiver(node, declared)
            stated = self.type_of(self.type_in(declared))
            before, self.owner = self.owner, LOCAL
            value = self._initial(node, declared, stated)
            accessed = self._accessors(node, receiver, value_of(stated))
            self.owner = before
            member = Declared(self.owner, self._in_companion, receiver, tuple(variables))
            self._add(position, member.property(value_of(stated) or value or accessed))

    def _initial(self, node: Node, declared: Node, stated: Target | None = None) -> Target | None:
        """Visit what a property is set to; return it."""
        value: Target | None = None
        if stated is None:
            stated = self.type_of(self.type_in(declared))
        for child in listed(node):
            if child.start_byte < declared.end_byte or child.type in ("getter", "setter"):
                continue
            if child.type == "property_delegate":
                value = terms.delegated(self.shared(self.expression(listed(child)[-1])))
            elif child.type not in TYPES and child.type != "type_constraints":
                value = self.expression(child, value_of(stated))
        return value

    def _accessors(
        self, node: Node, receiver: Target | None, stated: Target | None
    ) -> Target | None:
        value: Target | None = None
        for child in listed(node):
            if child.type not in ("getter", "setter"):
                continue
            plain: list[tuple[str, Target | None]] = [("field", stated)]
            if child.type == "setter":
                parameter = child_of_type(child, "identifier", "parameter")
                named = child_of_type(child, "function_value_parameters") or parameter
                if named is not None:
                    inner = named if named.type == "identifier" else first_identifier(named)
                    plain.append((self.text(inner), stated))
            found = self._body_in_scope(child, receiver, "", plain, None)
            value = found if child.type == "getter" else value
        return value

    # Others

    def _alias(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("type"))
        with self._symbol(position), self.scopes.block():
            variables = self.declare_type_parameters(node)
            kind = self.type_of(self.type_in(node))
            self._add(position, terms.alias_entry(self.owner, variables, kind))

    def _initialiser(self, node: Node) -> None:
        before, self.owner = self.owner, LOCAL
        self.function_body(child_of_type(node, "block"), None)
        self.owner = before

    _DECLARATIONS: ClassVar[Mapping[str, Callable[[Any, Node], object]]] = {
        "class_declaration": _class,
        "object_declaration": _class,
        "companion_object": _companion,
        "enum_entry": _enum_entry,
        "function_declaration": _function,
        "secondary_constructor": _constructor,
        "property_declaration": _property,
        "type_alias": _alias,
        "anonymous_initializer": _initialiser,
    }
