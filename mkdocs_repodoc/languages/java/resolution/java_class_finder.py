"""Identifiers in Java's classes with what they mean, and what other files need of the members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tree_sitter import Node

from mkdocs_repodoc.languages.java.resolution.java_statement_finder import StatementFinder
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.identifiers.told_symbols import ToldSymbols
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_METHODS = frozenset(
    """
    method_declaration constructor_declaration compact_constructor_declaration
    annotation_type_element_declaration
    """.split()  # noqa: SIM905 - reads better
)
_FIELDS = frozenset(("field_declaration", "constant_declaration"))
_BASES = frozenset(("superclass", "super_interfaces", "extends_interfaces"))


class ClassFinder(ToldSymbols, StatementFinder):
    """One file's pass over classes and their members.

    Args:
        code: The file.
        symbols: What it defines.

    Attributes:
        types: Position of a symbol → what it is.
        unlisted: Number of a class that is not listed → what it is.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol]) -> None:
        super().__init__(code)
        self.types: list[tuple[int, Target]] = []
        self.unlisted: list[tuple[str, Target]] = []
        self._positions = SymbolPositions(symbols)
        self._components: dict[str, Target | None] = {}
        """Of the record around."""

    def _new_number(self) -> str:
        """Reserve the number of a class that is not listed."""
        number = str(-2 - len(self.unlisted))
        self.unlisted.append((number, terms.UNKNOWN))
        return number

    @contextmanager
    def _inside(self, position: int, number: str = "") -> Iterator[None]:
        """Visit what belongs to a symbol; `number` is that of a class."""
        before = self.scope, self.around
        if is_listed(position):
            self.scope = position
        self.around = number or self.around
        with self.scopes.block():
            yield
        self.scope, self.around = before

    # Classes

    def class_like(self, node: Node) -> None:
        """Visit a class that a block declares."""
        self._class(node, is_local=True)

    def top_level_class(self, node: Node) -> None:
        """Visit a class that no other is around."""
        self._class(node, is_local=False)

    def _class(self, node: Node, *, is_local: bool) -> None:
        name = node.child_by_field_name("name")
        position = self._positions.of(name)
        number = str(position) if is_listed(position) else self._new_number()
        if is_local or not is_listed(position):
            self.scopes.declare_type(self.text(name), terms.class_type(number))
        around, components = self.around, self._components
        body = node.child_by_field_name("body")
        with self._inside(position):
            self.modifiers(node)
            variables = self.type_variables(node.child_by_field_name("type_parameters"), number)
            bases = self._bases(node)
            entry = terms.class_entry(around, variables, bases)
            self.around = number  # the members are in scope from here on
            self._components = self._record_components(node.child_by_field_name("parameters"))
            if is_listed(position):
                self.tell(position, entry)
                if is_local:
                    self._hide_variables(body)
            else:
                self._add_unlisted(number, entry, body)
            self._members(body, skipped=_FIELDS if not is_listed(position) else frozenset())
        self._components = components

    def anonymous(self, body: Node, kind: Target | None) -> Target | None:
        """Visit the body of a class without a name, made from a type; return the class."""
        number = self._new_number()
        entry = terms.class_entry(self.around, (), (kind,))
        with self._inside(FILE_SCOPE, number):
            self._add_unlisted(number, entry, body)
            self._members(body, skipped=_FIELDS)
        return terms.class_type(number)

    def _add_unlisted(self, number: str, entry: Target, body: Node | None) -> None:
        """Note a class that is not listed, and declare its fields like variables."""
        names = []
        for member in listed(body):
            if member.type in _FIELDS:
                self.variables(member)
            else:
                names.append(self.text(member.child_by_field_name("name")))
        self.unlisted[-2 - int(number)] = (number, terms.unlisted_class(entry, names))

    def _hide_variables(self, body: Node | None) -> None:
        """Hide the variables around a class that have the name of a field."""
        for member in listed(body):
            if member.type in _FIELDS:
                for one in member.children_by_field_name("declarator"):
                    self.scopes.declare(self.text(one.child_by_field_name("name")), terms.HIDDEN)

    def _record_components(self, node: Node | None) -> dict[str, Target | None]:
        if node is None:
            return {}
        with self.scopes.block():
            kinds = self.declare_parameters(node)
        names = [
            child.child_by_field_name("name")
            for child in listed(node)
            if child.type in ("formal_parameter", "spread_parameter")
        ]
        for name, kind in zip(names, kinds, strict=True):
            self.tell(self._positions.of(name), value_of(kind))
        return {self.text(name): kind for name, kind in zip(names, kinds, strict=True)}

    def _bases(self, node: Node) -> list[Target | None]:
        bases: list[Target | None] = []
        for child in node.named_children:
            if child.type in _BASES:
                for part in listed(child):
                    parts = listed(part) if part.type == "type_list" else [part]
                    bases += [self.type_of(one, "base") for one in parts]
            elif child.type == "permits":
                for part in listed(child):
                    self.type_arguments(part)
        return bases

    # Members

    def _members(self, body: Node | None, skipped: frozenset[str] = frozenset()) -> None:
        for member in listed(body):
            if member.type in skipped:
                continue
            if member.type in _METHODS:
                self._method(member)
            elif member.type in _FIELDS:
                self._field(member)
            elif member.type == "enum_constant":
                self._enum_constant(member)
            elif member.type == "enum_body_declarations":
                self._members(member)
            elif member.type.endswith("_declaration"):
                self._class(member, is_local=False)
            else:
                self.function_body(member, None)

    def _method(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("name"))
        with self._inside(position):
            self.modifiers(node)
            variables = self.type_variables(
                node.child_by_field_name("type_parameters"), f"{self.around}#{position}"
            )
            written = node.child_by_field_name("type")
            returned = self.dimensions_of(node, self.type_of(written))
            parameters = node.child_by_field_name("parameters")
            if node.type.startswith("compact"):
                kinds: list[Target | None] = list(self._components.values())
                for name, kind in self._components.items():
                    self.scopes.declare(name, value_of(kind))
            else:
                kinds = self.declare_parameters(parameters)
            is_variable = any(one.type == "spread_parameter" for one in listed(parameters))
            entry = terms.method_entry(returned, kinds, variables, variable=is_variable)
            self.tell(position, entry)
            self.type_arguments(child_of_type(node, "throws"))
            self.expression(node.child_by_field_name("value"))
            self.function_body(node.child_by_field_name("body"), value_of(returned))

    def _field(self, node: Node) -> None:
        names = [one.child_by_field_name("name") for one in node.named_children]
        first = next((name for name in names if name is not None), None)
        with self._inside(self._positions.of(first)):
            self.modifiers(node)
            kind = self.type_of(node.child_by_field_name("type"))
            for one in node.children_by_field_name("declarator"):
                value = value_of(self.dimensions_of(one, kind))
                self.tell(self._positions.of(one.child_by_field_name("name")), value)
                self.expression(one.child_by_field_name("value"), value)

    def _enum_constant(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("name"))
        kind = terms.class_type(self.around)
        self.tell(position, value_of(kind))
        with self._inside(position):
            self.modifiers(node)
            self.arguments(
                node.child_by_field_name("arguments"), lambda given: terms.constructor(kind, given)
            )
        body = node.child_by_field_name("body")
        if body is not None and is_listed(position):
            around = self.around
            with self._inside(position, str(position)):
                self.tell(position, terms.class_entry(around, (), (kind,)))
                self._members(body)
