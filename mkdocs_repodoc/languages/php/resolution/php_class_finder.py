"""Identifiers in PHP's classes with what they mean, and what other files need of the members."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.php_statement_finder import StatementFinder
from mkdocs_repodoc.languages.php.resolution.php_type_finder import NAMES
from mkdocs_repodoc.languages.php.resolution.phpdoc_comments import NOTHING, DocComment
from mkdocs_repodoc.languages.resolution.class_terms import FILE
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.identifiers.told_symbols import ToldSymbols
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Target

_BASES = frozenset(("base_clause", "class_interface_clause"))


class ClassFinder(ToldSymbols, StatementFinder):
    """One file's pass over classes and functions.

    Args:
        code: The file.
        symbols: What it defines.

    Attributes:
        types: Position of a symbol → what it is.
        offers: Number of a class → what it is if it is not listed, and what only documentation
            says that it has.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol]) -> None:
        super().__init__(code)
        self.types: list[tuple[int, Target]] = []
        self.offers: list[tuple[str, Target]] = []
        self._positions = SymbolPositions(symbols)
        self._unlisted = 0
        self._untyped: dict[str, int] = {}
        """The properties of the class around that say no type, with their positions."""
        self._assigned: dict[str, list[Target | None]] = {}
        """Name of a property of the class around → what is assigned to it."""

    # Classes

    def _class(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        position = self._positions.of(name)
        doc = self.doc_of(node)
        with self.inside_symbol(position):
            if not is_listed(position):
                self.anonymous_class(node)
                return
            number = str(position)
            self.attributes(node)
            entry = self._entry(node, number, self.names.own(self.text(name)))
            self.tell(position, entry)
            self.offers += [(number, one) for one in doc.members]
            self._members(node, number, entry, doc)

    def anonymous_class(self, node: Node) -> Target:
        """Visit a class without a name; return it."""
        self._unlisted += 1
        number = str(-1 - self._unlisted)
        self.attributes(node)
        self.arguments(child_of_type(node, "arguments"))
        entry = self._entry(node, number, "")
        body = node.child_by_field_name("body")
        own = [f"{kind}{name}={position}" for kind, name, position in self._own_members(body)]
        listed_too = terms.with_members(entry, own)
        self.offers.append((number, listed_too))
        self._members(node, number, entry, NOTHING)
        return terms.class_here(number)

    def _own_members(self, body: Node | None) -> Iterator[tuple[str, str, int]]:
        """Yield kind, name and position of each member of a class that is not listed."""
        for one in listed(body):
            holder: Node | None = one
            if one.type == "method_declaration":
                name = one.child_by_field_name("name")
                yield terms.METHOD, self.text(name).lower(), self._positions.of(name)
                holder = one.child_by_field_name("parameters")
            for part in listed(holder):
                if part.type in ("property_element", "property_promotion_parameter"):
                    name = part.child_by_field_name("name")
                    plain = self.text(name).removeprefix("$")
                    yield terms.PROPERTY, plain, self._positions.of(name)

    def _entry(self, node: Node, number: str, full: str) -> Target:
        """Visit what a class is made from; return what is known of it."""
        bases: list[Target | None] = []
        for clause in listed(node):
            if clause.type in _BASES:
                bases += [self.type_of(one, "base") for one in listed(clause)]
        traits: list[Target | None] = []
        rules: list[str] = []
        around, self.around = self.around, number
        for one in listed(node.child_by_field_name("body")):
            if one.type == "use_declaration":
                traits += [self.type_of(each, "base") for each in listed(one) if each.type in NAMES]
                rules += self._rules(child_of_type(one, "use_list"))
        self.around = around
        return terms.class_entry(full, bases, traits, rules)

    def _rules(self, node: Node | None) -> Iterator[str]:
        """Yield what a class says of its traits' methods."""
        for rule in listed(node):
            named, *others = listed(rule)
            parts = listed(named) if named.type == "class_constant_access_expression" else [named]
            trait = self.type_of(parts[0], "name") if len(parts) > 1 else None
            method = self.text(parts[-1])
            if trait is not None:
                self.note(parts[-1], terms.member(trait, terms.METHOD, method), "name")
            for other in others:
                if other.type not in NAMES:
                    continue
                if rule.type == "use_instead_of_clause":
                    left = self.type_of(other, "name")
                    yield terms.left_out(left.names[1] if left else "", method)
                else:
                    full = trait.names[1] if trait is not None else ""
                    yield terms.renamed(full, method, self.text(other))

    def _members(self, node: Node, number: str, entry: Target, doc: DocComment) -> None:
        before = self.around, self.parent, self.bounds
        properties, self._untyped, self._assigned = (self._untyped, self._assigned), {}, {}
        is_class = node.type in ("class_declaration", "anonymous_class")
        has_parent = is_class and child_of_type(node, "base_clause") is not None
        self.around, self.bounds = number, doc.bounds
        self.parent = entry.also[0] if has_parent and entry.also else None
        with self.variables.function():
            for member in listed(node.child_by_field_name("body")):
                if visit := self._MEMBERS.get(member.type):
                    visit(self, member)
        for name, position in self._untyped.items():
            self.tell(position, terms.either(*self._assigned.get(name, ())))
        self._untyped, self._assigned = properties
        self.around, self.parent, self.bounds = before

    def property_assigned(self, name: str, value: Target | None) -> None:
        """Note what is assigned to a property of the object around."""
        self._assigned.setdefault(name, []).append(value)

    # Members

    def _method(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        self.overridden = (self.around, self.text(name).lower())
        self._callable(node, "")

    def _function(self, node: Node) -> None:
        self._callable(node, self.names.own(self.text(node.child_by_field_name("name"))))

    def _callable(self, node: Node, full: str) -> None:
        """Visit a function or method; `full` is the full name of a function."""
        position = self._positions.of(node.child_by_field_name("name"))
        doc = self.doc_of(node)
        bounds = self.bounds
        with self.inside_symbol(position), self.variables.function():
            self.bounds = {**bounds, **doc.bounds}
            self.attributes(node)
            parameters = self.declare_parameters(node.child_by_field_name("parameters"), doc)
            self.overridden = None
            written = self.type_of(node.child_by_field_name("return_type"))
            body = node.child_by_field_name("body")
            value = self.function_body(body) if body is not None else None
            returned = doc.returned or written
            is_told = returned is not None or node.child_by_field_name("return_type") is not None
            value = None if is_told else value
            self.tell(position, terms.function_entry(full, returned, value, parameters))
            self.bounds = bounds

    def declared_parameter(self, node: Node, kind: Target | None) -> None:
        """Note a parameter of which a property is made."""
        if node.type == "property_promotion_parameter":
            self.tell(self._positions.of(node.child_by_field_name("name")), value_of(kind))

    def _property(self, node: Node) -> None:
        self.attributes(node)
        doc = self.doc_of(node)
        written = self.type_of(node.child_by_field_name("type"))
        for one in listed(node):
            if one.type != "property_element":
                continue
            name = one.child_by_field_name("name")
            own = doc.variables.get(self.text(name).removeprefix("$"))
            kind = doc.variables.get("") or own or written
            position = self._positions.of(name)
            self.tell(position, value_of(kind))
            if kind is None and written is None:
                self._untyped[self.text(name).removeprefix("$")] = position
            with self.inside_symbol(position):
                self.expression(one.child_by_field_name("default_value"))

    def _constants(self, node: Node) -> None:
        """Visit constants, of a class or of a namespace."""
        self.attributes(node)
        self.type_of(node.child_by_field_name("type"))
        is_global = node.parent is not None and node.parent.type != "declaration_list"
        for one in listed(node):
            if one.type != "const_element" or not one.named_children:
                continue
            name, *values = listed(one)
            position = self._positions.of(name)
            with self.inside_symbol(position):
                found = [self.expression(value) for value in values]
            if is_global and self.around == FILE:
                self.tell(position, terms.named_value(self.names.own(self.text(name))))
            elif found:
                self.tell(position, found[-1])

    def _case(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("name"))
        self.attributes(node)
        self.tell(position, value_of(terms.class_here(self.around)))
        with self.inside_symbol(position):
            self.expression(node.child_by_field_name("value"))

    def define(self, node: Node) -> None:
        """Note the constant that the arguments of `define` name."""
        first = next(iter(listed(node)), None)
        string = next(iter(listed(first)), None)
        content = child_of_type(string, "string_content") if string is not None else None
        if content is not None:
            full = self.text(content).lstrip("\\")
            self.tell(self._positions.of(content), terms.named_value(full))

    _MEMBERS: ClassVar[Mapping[str, Callable[[Any, Node], object]]] = {
        "method_declaration": _method,
        "property_declaration": _property,
        "const_declaration": _constants,
        "enum_case": _case,
    }
    _STATEMENTS: ClassVar[Mapping[str, Callable[[Any, Node], object]]] = {
        **StatementFinder._STATEMENTS,  # noqa: SLF001 - the table of its base
        **dict.fromkeys(
            ("class_declaration", "interface_declaration", "trait_declaration", "enum_declaration"),
            _class,
        ),
        "function_definition": _function,
        "const_declaration": _constants,
    }
