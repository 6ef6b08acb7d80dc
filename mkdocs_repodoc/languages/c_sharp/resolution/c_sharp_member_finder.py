"""Identifiers in the members of C#'s types with what they mean, and what others need of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_statement_finder import StatementFinder
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.identifiers.told_symbols import ToldSymbols
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


class MemberFinder(ToldSymbols, StatementFinder):
    """One file's pass over members; who visits types inherits from it.

    Args:
        code: The file.
        symbols: What it defines.

    Attributes:
        types: Position of a symbol → what it is.
        is_conditional: Whether only some builds compile what is visited.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol]) -> None:
        super().__init__(code)
        self.types: list[tuple[int, Target]] = []
        self._positions = SymbolPositions(symbols)
        self.is_conditional = False

    @contextmanager
    def inside(self, position: int, *, as_scope: bool = False) -> Iterator[None]:
        """Visit what belongs to a symbol; `as_scope` is for those that have members."""
        before = self.scope, self.around
        if position != FILE_SCOPE:
            self.scope = position
            if as_scope:
                self.around = str(position)
        with self.scopes.block():
            yield
        self.scope, self.around = before

    # Members

    def method(self, node: Node) -> None:
        """Visit a method, a constructor or an operator."""
        name = node.child_by_field_name("name") or child_of_type(node, "operator")
        position = self._positions.of(name)
        with self.inside(position):
            returned = self._signature(node, position, "returns")
            for child in listed(node):
                if child.type == "constructor_initializer":
                    self._other_constructor(child)
            self.function_body(node.child_by_field_name("body"), self._result(node, returned))

    def _result(self, node: Node, returned: Target | None) -> Target | None:
        """Return what a body gives back: of an `async` method what its task is for."""
        is_async = any(self.text(one) == "async" for one in node.named_children)
        value = value_of(returned)
        return c_sharp_terms.awaited(value) if is_async else value

    def _signature(self, node: Node, position: int, returns: str) -> Target | None:
        """Visit what stands in front of a body; return the type of what is returned."""
        self.attributes(node)
        variables = self.type_parameters(node, f"{self.around}#{position}")
        self._explicit_interface(node)
        written = node.child_by_field_name(returns) or node.child_by_field_name("type")
        returned = self.type_of(written)
        listing = node.child_by_field_name("parameters") or child_of_type(node, "parameter_list")
        parameters = self.declare_parameters(listing)
        flags = [*self._flags(node), *self._parameter_flags(listing)]
        required = self._required(listing)
        entry = c_sharp_terms.method_entry(returned, parameters, variables, required, flags)
        self.tell(position, entry)
        return returned

    def _required(self, listing: Node | None) -> int:
        ones = [one for one in listed(listing) if one.type == "parameter"]
        return sum(1 for one in ones if child_of_type(one, "=") is None)

    def _explicit_interface(self, node: Node) -> None:
        specifier = child_of_type(node, "explicit_interface_specifier")
        for child in listed(specifier):
            self.type_of(child, "name")

    def _flags(self, node: Node) -> list[str]:
        is_explicit = child_of_type(node, "explicit_interface_specifier") is not None
        flags = [c_sharp_terms.EXPLICIT] if is_explicit else []
        return [*flags, c_sharp_terms.CONDITIONAL] if self.is_conditional else flags

    def _parameter_flags(self, listing: Node | None) -> list[str]:
        flags: list[str] = []
        if listing is None:
            return flags
        if child_of_type(listing, "params") is not None:
            flags.append(terms.VARIABLE)
        first = next((one for one in listed(listing) if one.type == "parameter"), None)
        words = [self.text(one) for one in first.children] if first is not None else []
        if "params" in words:
            flags.append(terms.VARIABLE)
        if "this" in words[:2]:
            flags.append(c_sharp_terms.EXTENSION)
        return flags

    def _other_constructor(self, node: Node) -> None:
        """Visit `: this(…)` or `: base(…)`."""
        word = child_of_type(node, "this", "base")
        is_base = word is not None and word.type == "base"
        value = terms.parent(self.around) if is_base else terms.this(self.around)
        listing = child_of_type(node, "argument_list")
        target = self.arguments(listing, lambda given: c_sharp_terms.constructor(value, given))
        if word is not None:
            self.note(word, target, "call", node)

    def field(self, node: Node) -> None:
        """Visit the fields or events of one declaration."""
        declaration = child_of_type(node, "variable_declaration")
        ones = [one for one in listed(declaration) if one.type == "variable_declarator"]
        if declaration is None or not ones:
            return
        with self.inside(self._positions.of(ones[0].child_by_field_name("name"))):
            self.attributes(node)
            value = value_of(self.type_of(declaration.child_by_field_name("type")))
            for one in ones:
                self.tell(self._positions.of(one.child_by_field_name("name")), value)
                self._initial(one, value)

    def property(self, node: Node) -> None:
        """Visit a property, an event with accessors, or an indexer."""
        name = node.child_by_field_name("name") or child_of_type(node, "this")
        position = self._positions.of(name)
        with self.inside(position):
            if node.type == "indexer_declaration":
                value = value_of(self._signature(node, position, "type"))
            else:
                self.attributes(node)
                self._explicit_interface(node)
                kind = self.type_of(node.child_by_field_name("type"))
                value = value_of(kind)
                entry = Target("instance", (",".join(self._flags(node)),), kind)
                self.tell(position, entry if kind is not None else None)
            for accessor in listed(node.child_by_field_name("accessors")):
                with self.scopes.block():
                    self.attributes(accessor)
                    if self.text(accessor.child_by_field_name("name")) != "get":
                        self.scopes.declare("value", value)
                    self.function_body(accessor.child_by_field_name("body"), value)
            self._value(node.child_by_field_name("value"), value)

    def _value(self, node: Node | None, expected: Target | None) -> None:
        """Visit what stands behind `=>` or `=`."""
        if node is not None and node.type == "arrow_expression_clause":
            self.function_body(node, expected)
        else:
            self.expression(node, expected)

    def delegate(self, node: Node) -> None:
        """Visit a delegate."""
        position = self._positions.of(node.child_by_field_name("name"))
        around = self.around
        with self.inside(position):
            variables = self.type_parameters(node, str(position))
            self.tell(position, terms.class_entry(around, variables, ()))
            self.attributes(node)
            returned = self.type_of(node.child_by_field_name("type"))
            listing = node.child_by_field_name("parameters")
            parameters = self.declare_parameters(listing)
            flags = self._parameter_flags(listing)
            required = self._required(listing)
            entry = c_sharp_terms.method_entry(returned, parameters, (), required, flags)
            self.tell(position, entry)

    def enum_member(self, node: Node) -> None:
        """Visit a name that an enum lists."""
        position = self._positions.of(node.child_by_field_name("name"))
        self.tell(position, value_of(terms.class_type(self.around)))
        with self.inside(position):
            self.attributes(node)
            self.expression(node.child_by_field_name("value"))

    # Local functions

    def declare_function(self, node: Node) -> None:
        """Declare a function that is visible in its whole block."""
        name = node.child_by_field_name("name")
        position = self._positions.of(name)
        term = terms.class_type(str(position)) if position != FILE_SCOPE else None
        self.scopes.declare(self.text(name), term)

    def local_function(self, node: Node) -> None:
        """Visit a function that a block declares."""
        position = self._positions.of(node.child_by_field_name("name"))
        with self.inside(position):
            returned = self._signature(node, position, "type")
            self.function_body(node.child_by_field_name("body"), self._result(node, returned))
