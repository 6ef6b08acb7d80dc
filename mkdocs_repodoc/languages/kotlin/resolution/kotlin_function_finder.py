"""Identifiers in Kotlin's functions and properties with what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.declaration_parts import (
    TYPES,
    default_of,
    first_identifier,
)
from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_terms import LOCAL, Declared
from mkdocs_repodoc.languages.resolution.class_terms import array_of
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.identifiers.told_symbols import ToldSymbols
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Target

_PARAMETERS = frozenset(("parameter", "class_parameter"))


class FunctionFinder(ToldSymbols, ExpressionFinder):
    """One file's pass over functions and properties; who visits classes inherits from it.

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

    def declare_all(self, values: Sequence[tuple[str, Target | None]]) -> None:
        """Declare names with their values in the open block."""
        for name, value in values:
            self.declare_local(name, value)

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
            default: Node | None = child
            if child.type in _PARAMETERS:
                taken.append(self._parameter(child, plain, is_variable=is_variable))
                default = default_of(child)
                is_variable = False
            if default is not None and taken:
                self._default(default, taken)
        return taken, plain

    def _parameter(
        self, node: Node, plain: list[tuple[str, Target | None]], *, is_variable: bool
    ) -> tuple[str, Target | None]:
        """Visit a parameter, and add it to the plain ones if it is no property."""
        self.annotations(node)
        identifier = child_of_type(node, "identifier")
        name = self.text(identifier).strip("`")
        modifiers = self.text(child_of_type(node, "modifiers", "parameter_modifiers"))
        is_variable = is_variable or "vararg" in modifiers.split()
        kind = self.type_of(self.type_in(node))
        value = value_of(array_of(kind) if is_variable else kind)
        written = f"{name}{terms.VARIABLE if is_variable else ''}"
        if any(one.type in ("val", "var") for one in node.children):
            position = self._positions.of(identifier)
            self.tell(position, Declared(self.owner).property(value))
            if is_listed(position):
                written += f"@{position}"
        else:
            plain.append((name, value))
        return written, kind

    def _default(self, node: Node, taken: list[tuple[str, Target | None]]) -> None:
        """Visit a default, which is that of the last parameter."""
        written, kind = taken[-1]
        self.expression(node, value_of(kind))
        taken[-1] = (f"{written}{terms.DEFAULT}", kind)

    def function(self, node: Node) -> None:
        """Visit a function with a name."""
        name = node.child_by_field_name("name")
        position = self._positions.of(name)
        written = self.text(name).strip("`")
        if self.owner == LOCAL and is_listed(position):
            self.scopes.declare(written, Target("symbol", (str(position),)))
        before = self.owner
        with self.inside_symbol(position), self.scopes.block():
            self.annotations(node)
            variables = self.declare_type_parameters(node)
            receiver = self._receiver(node, name)
            listed_here = child_of_type(node, "function_value_parameters")
            taken, plain = self.parameters(listed_here)
            returned = self.type_of(self.type_in(node, after=listed_here))
            declared = Declared(self.owner, self._in_companion, receiver, tuple(variables))
            self.owner = LOCAL
            value = self._body_in_scope(node, receiver, written, plain, value_of(returned))
            self.tell(position, declared.function(taken, value_of(returned) or value))
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
            self.declare_all(plain)
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

    def constructor(self, node: Node) -> None:
        """Visit a constructor beside the first one of a class."""
        position = self._positions.of(child_of_type(node, "constructor"))
        with self.inside_symbol(position), self.scopes.block():
            self.annotations(node)
            taken, plain = self.parameters(child_of_type(node, "function_value_parameters"))
            made = value_of(Target("symbol", (self.owner,)))
            self.tell(position, Declared(self.owner, of_companion=True).function(taken, made))
            self.declare_all(plain)
            before, self.owner = self.owner, LOCAL
            for child in listed(node):
                if child.type == "constructor_delegation_call":
                    self.arguments(child_of_type(child, "value_arguments"))
                elif child.type == "block":
                    self.function_body(child, None)
            self.owner = before

    # Properties

    def property(self, node: Node) -> None:
        """Visit a property, or a variable of a function."""
        self.annotations(node)
        declared = child_of_type(node, "variable_declaration", "multi_variable_declaration")
        if declared is None:
            return
        if self.owner == LOCAL:
            self.declare_variables(declared, self._initial(node, declared))
            return
        name = child_of_type(declared, "identifier")
        position = self._positions.of(name)
        with self.inside_symbol(position), self.scopes.block():
            variables = self.declare_type_parameters(node)
            receiver = self._receiver(node, declared)
            stated = self.type_of(self.type_in(declared))
            before, self.owner = self.owner, LOCAL
            value = self._initial(node, declared, stated)
            accessed = self._accessors(node, receiver, value_of(stated))
            self.owner = before
            member = Declared(self.owner, self._in_companion, receiver, tuple(variables))
            self.tell(position, member.property(value_of(stated) or value or accessed))

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
