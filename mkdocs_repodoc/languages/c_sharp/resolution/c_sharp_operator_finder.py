"""Identifiers in C#'s operators, literals and the like with what they mean, and what these are."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_finder import TypeFinder
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_TEXTS = frozenset(
    ("string_literal", "verbatim_string_literal", "raw_string_literal", "interpolated_string")
)
_LITERALS = {
    "boolean_literal": "bool",
    "character_literal": "char",
    "null_literal": "null",
    "interpolated_string_expression": "string",
}
_SUFFIXES = {"l": "long", "u": "uint", "ul": "ulong", "f": "float", "d": "double", "m": "decimal"}
_ARITHMETIC = frozenset(("+", "-", "*", "/", "%"))
_TYPE = terms.named_type(terms.FILE, ("System", "Type"))


class OperatorFinder(TypeFinder):
    """One file's pass over what joins expressions."""

    def literal(self, node: Node) -> Target | None:
        """Return the type of a literal; `None` for other nodes."""
        if node.type in _TEXTS:
            return terms.primitive("string")
        if node.type in _LITERALS:
            return terms.primitive(_LITERALS[node.type])
        if node.type not in ("integer_literal", "real_literal"):
            return None
        written = self.text(node).lower()
        suffix = "" if written.startswith("0x") else written.lstrip("0123456789._")
        default = "int" if node.type == "integer_literal" else "double"
        return terms.primitive(_SUFFIXES.get(suffix, default))

    def wrapped(self, node: Node, expected: Target | None) -> Target | None:
        """Visit what stands in parentheses, or behind `ref` or `checked`."""
        value: Target | None = None
        for child in listed(node):
            value = self.expression(child, expected)
        return value

    def unary(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit a prefix or postfix operator."""
        value = self.wrapped(node, None)
        return value_of(terms.primitive("bool")) if node.children[0].type == "!" else value

    def binary(self, node: Node, expected: Target | None) -> Target | None:
        """Visit a binary operator."""
        operator = self.text(node.child_by_field_name("operator"))
        left = self.expression(node.child_by_field_name("left"), expected)
        right = self.expression(node.child_by_field_name("right"), expected or left)
        if operator == "??":
            return left or right
        if operator in _ARITHMETIC:
            return terms.arithmetic((left, right))
        if operator in ("&", "|", "^"):
            return left
        return value_of(terms.primitive("bool"))

    def assignment(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit an assignment."""
        left = self.expression(node.child_by_field_name("left"))
        value = self.expression(node.child_by_field_name("right"), left)
        return left or value

    def conditional(self, node: Node, expected: Target | None) -> Target | None:
        """Visit `a ? b : c`."""
        self.expression(node.child_by_field_name("condition"))
        one = self.expression(node.child_by_field_name("consequence"), expected)
        other = self.expression(node.child_by_field_name("alternative"), expected)
        return terms.either(one, other) or expected

    def cast(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `(Type) value`."""
        kind = value_of(self.type_of(node.child_by_field_name("type"), "name"))
        self.expression(node.child_by_field_name("value"), kind)
        return kind

    def as_type(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `value as Type`."""
        self.expression(node.child_by_field_name("left"))
        return value_of(self.type_of(node.child_by_field_name("right"), "name"))

    def is_type(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `value is Type`."""
        self.expression(node.child_by_field_name("left"))
        self.type_of(node.child_by_field_name("right"), "name")
        return value_of(terms.primitive("bool"))

    def default(self, node: Node, expected: Target | None) -> Target | None:
        """Visit `default(Type)`, or `default` alone."""
        kind = node.child_by_field_name("type")
        return value_of(self.type_of(kind, "name")) if kind is not None else expected

    def type_object(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `typeof(Type)`."""
        self.type_of(node.child_by_field_name("type"), "name")
        return value_of(_TYPE)

    def size(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `sizeof(Type)`."""
        self.type_of(node.child_by_field_name("type"), "name")
        return value_of(terms.primitive("int"))

    def awaited(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `await`."""
        return c_sharp_terms.awaited(self.wrapped(node, None))

    def tuple_of(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit a tuple, or the variables that one is taken apart into."""
        values = []
        for child in listed(node):
            name = child.child_by_field_name("name") if child.type == "argument" else None
            parts = [one for one in listed(child) if name is None or one.id != name.id]
            values.append(self.expression(parts[-1]) if parts else None)
        return c_sharp_terms.tuple_value(values)

    def array_creation(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `new Type[…] { … }`."""
        kind = self.type_of(node.child_by_field_name("type"), "name")
        element = kind.of if kind is not None and kind.base == "many" else None
        for child in listed(node):
            if child.type == "initializer_expression":
                self.elements(child, value_of(element))
        return value_of(kind)

    def implicit_array(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `new[] { … }`, whose first element tells what it holds."""
        values = self.elements(child_of_type(node, "initializer_expression"), None)
        first = next((one for one in values if one is not None), None)
        return value_of(terms.array_of(c_sharp_terms.type_of_value(first))) if first else None

    def elements(self, node: Node | None, expected: Target | None) -> list[Target | None]:
        """Visit the elements that braces hold; return what they are."""
        found: list[Target | None] = []
        for child in listed(node):
            if child.type == "initializer_expression":
                self.elements(child, expected)
            else:
                found.append(self.expression(child, expected))
        return found
