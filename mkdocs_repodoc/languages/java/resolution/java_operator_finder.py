"""Identifiers in Java's operators and patterns, and the types of what operators give."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.java.resolution.java_type_finder import TypeFinder
from mkdocs_repodoc.languages.java.resolution.jdk_terms import STRING, library_type
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_BOOLEAN = frozenset(("==", "!=", "<", "<=", ">", ">=", "&&", "||"))
_LITERALS = {
    "string_literal": STRING,
    "character_literal": terms.primitive("char"),
    "true": terms.primitive("boolean"),
    "false": terms.primitive("boolean"),
    "null_literal": terms.primitive("null"),
    "class_literal": None,
}
_INTEGERS = frozenset(f"{base}_integer_literal" for base in ("decimal", "hex", "octal", "binary"))
_FLOATS = frozenset(("decimal_floating_point_literal", "hex_floating_point_literal"))


class OperatorFinder(TypeFinder):
    """One file's pass over literals, operators and patterns."""

    def literal(self, node: Node) -> Target | None:
        """Return the type of a literal; `None` for other nodes."""
        if node.type in _LITERALS:
            return _LITERALS[node.type]
        if node.type in _INTEGERS:
            return terms.primitive("long" if self.text(node)[-1:] in "lL" else "int")
        if node.type in _FLOATS:
            is_float = self.text(node)[-1:] in "fF" and node.type.startswith("decimal")
            return terms.primitive("float" if is_float else "double")
        return None

    # Operators

    def wrapped(self, node: Node, expected: Target | None) -> Target | None:
        """Visit what stands in brackets."""
        parts = listed(node)
        return self.expression(parts[0], expected) if parts else None

    def binary(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit operands from left to right, without a call for each of a long sum."""
        operators: list[str] = []
        operands: list[Node | None] = []
        inner: Node | None = node
        while inner is not None and inner.type == "binary_expression":
            operators.append(self.text(inner.child_by_field_name("operator")))
            operands.append(inner.child_by_field_name("right"))
            inner = inner.child_by_field_name("left")
        values = [self.expression(inner), *(self.expression(one) for one in reversed(operands))]
        if operators[0] in _BOOLEAN:
            return value_of(terms.primitive("boolean"))
        text = value_of(STRING)
        if "+" in operators and text in values:
            return text
        return values[0] if len(set(values)) == 1 else terms.arithmetic(values)

    def unary(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit an operator with one operand."""
        value = self.expression(node.child_by_field_name("operand"))
        negates = self.text(node.child_by_field_name("operator")) == "!"
        return value_of(terms.primitive("boolean")) if negates else value

    def assignment(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit an assignment, whose value is what is assigned to."""
        left = self.expression(node.child_by_field_name("left"))
        self.expression(node.child_by_field_name("right"), left)
        return left

    def ternary(self, node: Node, expected: Target | None) -> Target | None:
        """Visit a choice between two values."""
        self.expression(node.child_by_field_name("condition"))
        one = self.expression(node.child_by_field_name("consequence"), expected)
        return terms.either(one, self.expression(node.child_by_field_name("alternative"), expected))

    def cast(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit a cast; the first of several types counts."""
        kinds = [self.type_of(one) for one in node.children_by_field_name("type")]
        value = value_of(kinds[0]) if kinds else None
        self.expression(node.child_by_field_name("value"), value)
        return value

    def index(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit an element of an array."""
        array = self.expression(node.child_by_field_name("array"))
        self.expression(node.child_by_field_name("index"))
        return terms.indexed(array)

    def array_creation(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `new` of an array."""
        kind = self.type_of(node.child_by_field_name("type"))
        count = 0
        for child in node.named_children:
            if child.type.startswith("dimensions"):
                count += self.text(child).count("[") if child.type == "dimensions" else 1
                self.expression(child)
        self.expression(node.child_by_field_name("value"))
        return value_of(terms.array_of(kind, count)) if kind is not None else None

    def class_literal(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `Type.class`."""
        kind = self.type_of(node.named_children[0], "name") if node.named_children else None
        return value_of(library_type("java", "lang", "Class", arguments=(kind,)))

    # Patterns

    def instance_of(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `instanceof`, which may declare variables."""
        value = self.expression(node.child_by_field_name("left"))
        kind = self.type_of(node.child_by_field_name("right"))
        name = node.child_by_field_name("name")
        if name is not None:
            self.scopes.declare(self.text(name), value_of(kind))
        self.pattern(node.child_by_field_name("pattern"), value)
        return value_of(terms.primitive("boolean"))

    def pattern(self, node: Node | None, value: Target | None) -> None:
        """Visit a pattern that a value is compared with, and declare its variables."""
        parts = [one for one in listed(node) if one.type != "modifiers"]
        if node is None or not parts:
            return
        if node.type == "pattern":
            self.pattern(parts[0], value)
        elif node.type in ("type_pattern", "record_pattern_component") and len(parts) > 1:
            is_var = self.text(parts[0]) == "var"
            kind = None if is_var else value_of(self.type_of(parts[0]))
            self.scopes.declare(self.text(parts[-1]), value if is_var else kind)
        elif node.type == "record_pattern":
            kind = self.type_of(parts[0])
            for number, one in enumerate(listed(child_of_type(node, "record_pattern_body"))):
                self.pattern(one, terms.component(kind, number))
        elif node.type == "record_pattern_component":
            self.pattern(parts[0], value)
