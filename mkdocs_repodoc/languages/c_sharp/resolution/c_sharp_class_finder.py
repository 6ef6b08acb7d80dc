"""Identifiers in C#'s types with what they mean, and what other files need of the members."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_statement_finder import StatementFinder
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_TYPES = frozenset(
    """
    class_declaration struct_declaration interface_declaration enum_declaration record_declaration
    record_struct_declaration
    """.split()  # noqa: SIM905 - reads better
)
_METHODS = frozenset(
    """
    method_declaration constructor_declaration destructor_declaration operator_declaration
    conversion_operator_declaration
    """.split()  # noqa: SIM905 - reads better
)
_FIELDS = frozenset(("field_declaration", "event_field_declaration"))
_PROPERTIES = frozenset(("property_declaration", "event_declaration", "indexer_declaration"))
_NAMESPACES = frozenset(("namespace_declaration", "file_scoped_namespace_declaration"))
_HOLDERS = frozenset(("declaration_list", "enum_member_declaration_list", "ERROR"))
_CONDITIONS = ("preproc_if", "preproc_elif", "preproc_else")
_ATTRIBUTES = frozenset(("attribute_list", "global_attribute"))


class ClassFinder(StatementFinder):
    """One file's pass over namespaces, types and their members.

    Args:
        code: The file.
        symbols: What it defines.

    Attributes:
        types: Position of a symbol → what it is.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol]) -> None:
        super().__init__(code)
        self.types: list[tuple[int, Target]] = []
        self._positions = SymbolPositions(symbols)
        self._is_conditional = False

    def _add(self, position: int, entry: Target | None) -> None:
        if position != FILE_SCOPE and entry is not None:
            self.types.append((position, entry))

    @contextmanager
    def _inside(self, position: int, *, as_scope: bool = False) -> Iterator[None]:
        """Visit what belongs to a symbol; `as_scope` is for those that have members."""
        before = self.scope, self.around
        if position != FILE_SCOPE:
            self.scope = position
            if as_scope:
                self.around = str(position)
        with self.scopes.block():
            yield
        self.scope, self.around = before

    # Namespaces and types

    def declaration(self, node: Node) -> None:
        """Visit a namespace, a type or a member; anything else holds such, or statements."""
        if visit := self._DECLARATIONS.get(node.type):
            visit(self, node)
        elif node.type.startswith("preproc_") or node.type in _HOLDERS:
            before = self._is_conditional
            self._is_conditional = before or node.type.startswith(_CONDITIONS)
            for child in listed(node):
                self.declaration(child)
            self._is_conditional = before
        elif node.type in _ATTRIBUTES:
            self.attribute_list(node)
        else:
            self.statement(node)

    def using(self, node: Node) -> None:
        """Visit a directive; its names are looked up from the namespace around."""
        alias = node.child_by_field_name("name")
        for child in listed(node):
            if alias is None or child.id != alias.id:
                self.type_of(child, "import")

    def _namespace(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("name"))
        if node.type == "file_scoped_namespace_declaration":  # what follows belongs to it
            self.around = str(position) if position != FILE_SCOPE else self.around
            for child in listed(node):
                if child.type not in ("identifier", "qualified_name"):
                    self.declaration(child)
            return
        around, self.around = self.around, str(position) if position != FILE_SCOPE else self.around
        self._members(node.child_by_field_name("body"))
        self.around = around

    def _members(self, body: Node | None) -> None:
        for child in listed(body):
            self.declaration(child)

    def _type(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("name"))
        around = self.around
        with self._inside(position):
            self.attributes(node)
            variables = self.type_parameters(node, str(position))
            parameters = child_of_type(node, "parameter_list")
            bases = self._bases(node)
            entry = terms.class_entry(around, variables, bases)
            if self._is_conditional:
                entry = Target("types", (around, c_sharp_terms.CONDITIONAL), entry.of, entry.also)
            self._add(position, entry)
        with self._inside(position, as_scope=True):
            self._declare_again(node, variables)
            self.declare_parameters(parameters)
            self._base_arguments(node)
            self._members(node.child_by_field_name("body"))

    def _declare_again(self, node: Node, variables: Sequence[Target | None]) -> None:
        """Declare the type parameters of a type, which its members see."""
        listing = child_of_type(node, "type_parameter_list")
        for one, variable in zip(listed(listing), variables, strict=False):
            self.scopes.declare_type(self.text(one.child_by_field_name("name")), variable)

    def _bases(self, node: Node) -> list[Target | None]:
        found: list[Target | None] = []
        for one in listed(child_of_type(node, "base_list")):
            if one.type == "primary_constructor_base_type":
                found.append(self.type_of(one.child_by_field_name("type"), "base"))
            elif one.type not in ("argument_list", "predefined_type"):
                found.append(self.type_of(one, "base"))
        return found

    def _base_arguments(self, node: Node) -> None:
        for one in listed(child_of_type(node, "base_list")):
            listing = one if one.type == "argument_list" else child_of_type(one, "argument_list")
            for argument in listed(listing):
                self.expression(self.argument(argument)[1])

    # Members

    def _method(self, node: Node) -> None:
        name = node.child_by_field_name("name") or child_of_type(node, "operator")
        position = self._positions.of(name)
        with self._inside(position):
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
        self._add(position, entry)
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
        return [*flags, c_sharp_terms.CONDITIONAL] if self._is_conditional else flags

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

    def _field(self, node: Node) -> None:
        declaration = child_of_type(node, "variable_declaration")
        ones = [one for one in listed(declaration) if one.type == "variable_declarator"]
        if declaration is None or not ones:
            return
        with self._inside(self._positions.of(ones[0].child_by_field_name("name"))):
            self.attributes(node)
            value = value_of(self.type_of(declaration.child_by_field_name("type")))
            for one in ones:
                self._add(self._positions.of(one.child_by_field_name("name")), value)
                self._initial(one, value)

    def _property(self, node: Node) -> None:
        name = node.child_by_field_name("name") or child_of_type(node, "this")
        position = self._positions.of(name)
        with self._inside(position):
            if node.type == "indexer_declaration":
                value = value_of(self._signature(node, position, "type"))
            else:
                self.attributes(node)
                self._explicit_interface(node)
                kind = self.type_of(node.child_by_field_name("type"))
                value = value_of(kind)
                entry = Target("instance", (",".join(self._flags(node)),), kind)
                self._add(position, entry if kind is not None else None)
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

    def _delegate(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("name"))
        around = self.around
        with self._inside(position):
            variables = self.type_parameters(node, str(position))
            self._add(position, terms.class_entry(around, variables, ()))
            self.attributes(node)
            returned = self.type_of(node.child_by_field_name("type"))
            listing = node.child_by_field_name("parameters")
            parameters = self.declare_parameters(listing)
            flags = self._parameter_flags(listing)
            required = self._required(listing)
            entry = c_sharp_terms.method_entry(returned, parameters, (), required, flags)
            self._add(position, entry)

    def _enum_member(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("name"))
        self._add(position, value_of(terms.class_type(self.around)))
        with self._inside(position):
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
        with self._inside(position):
            returned = self._signature(node, position, "type")
            self.function_body(node.child_by_field_name("body"), self._result(node, returned))

    _DECLARATIONS: ClassVar[Mapping[str, Callable[[Any, Node], None]]] = {
        **dict.fromkeys(_NAMESPACES, _namespace),
        **dict.fromkeys(_TYPES, _type),
        **dict.fromkeys(_METHODS, _method),
        **dict.fromkeys(_FIELDS, _field),
        **dict.fromkeys(_PROPERTIES, _property),
        "delegate_declaration": _delegate,
        "enum_member_declaration": _enum_member,
        "using_directive": using,
    }
