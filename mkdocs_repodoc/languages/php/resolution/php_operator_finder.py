"""Identifiers in PHP's operators with what they mean, and what conditions tell of variables."""

from __future__ import annotations

from abc import abstractmethod

from tree_sitter import Node

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.php_condition_finder import (
    AND,
    OR,
    Assumed,
    ConditionFinder,
)
from mkdocs_repodoc.languages.php.resolution.php_type_finder import NAMES
from mkdocs_repodoc.languages.php.resolution.phpdoc_comments import DocComment
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import Target

_FALLBACKS = frozenset(("??", "?:"))
_NOTHING = frozenset(("null", "throw_expression"))
_LISTS = frozenset(("list_literal", "array_creation_expression"))


class OperatorFinder(ConditionFinder):
    """One file's pass over operators.

    Args:
        code: The file.

    Attributes:
        variables: Those of the function around.
        makes_generator: Whether that has a `yield`.
    """

    @abstractmethod
    def statement(self, node: Node) -> None:
        """Visit a statement, or whatever else holds statements."""

    @abstractmethod
    def function_body(self, node: Node) -> Target | None:
        """Visit the body of a function; return what it returns, as far as that is known."""

    @abstractmethod
    def declare_parameters(self, node: Node | None, doc: DocComment) -> list[Target | None]:
        """Visit parameters and declare them; return the types that they say they have."""

    @abstractmethod
    def property_assigned(self, name: str, value: Target | None) -> None:
        """Note what is assigned to a property of the object around."""

    @abstractmethod
    def define(self, node: Node) -> None:
        """Note the constant that the arguments of `define` name."""

    @abstractmethod
    def anonymous_class(self, node: Node) -> Target:
        """Visit a class without a name; return it."""

    def variable(self, node: Node) -> Target | None:
        """Return what a variable is."""
        name = self.text(node)
        if name == "$this":
            return terms.this(self.around)
        return self.variables.value(name)

    # Operators

    def wrapped(self, node: Node) -> Target | None:
        """Visit what stands in brackets, or behind a word."""
        parts = listed(node)
        return self.expression(parts[0]) if parts else None

    def binary(self, node: Node) -> Target | None:
        """Visit operands from left to right, without a call for each of a long sum."""
        rights: list[tuple[str, Node, Node]] = []
        inner: Node | None = node
        while inner is not None and inner.type == "binary_expression":
            right = inner.child_by_field_name("right")
            if right is not None:
                operator = self.text(inner.child_by_field_name("operator")).lower()
                rights.append((operator, right, inner))
            inner = inner.child_by_field_name("left")
        value, left = self.expression(inner), inner
        saved: Assumed = []
        for operator, right, whole in reversed(rights):
            if operator in AND or operator in OR:
                saved += self.assume(self.when(left, holds=operator in AND))
            other = self._right_operand(operator, right)
            if operator not in _FALLBACKS:
                value = None
            elif right.type not in _NOTHING:
                value = terms.either(value, other)
            left = whole
        self.take_back(saved)
        return value

    def _right_operand(self, operator: str, node: Node) -> Target | None:
        if operator == "instanceof" and node.type in NAMES:
            self.class_reference(node, "name")
            return None
        return self.expression(node)

    def conditional(self, node: Node) -> Target | None:
        """Visit `a ? b : c` or `a ?: c`."""
        condition = node.child_by_field_name("condition")
        value = self.expression(condition)
        body = node.child_by_field_name("body")
        if body is not None:
            saved = self.assume(self.when(condition, holds=True))
            value = self.expression(body)
            self.take_back(saved)
        saved = self.assume(self.when(condition, holds=False))
        alternative = node.child_by_field_name("alternative")
        other = self.expression(alternative)
        self.take_back(saved)
        if body is not None and body.type == "null":
            return other
        is_nothing = alternative is not None and alternative.type in _NOTHING
        return value if is_nothing else terms.either(value, other)

    def match(self, node: Node) -> Target | None:
        """Visit `match`; return the value of its arms if they are of one kind."""
        self.expression(node.child_by_field_name("condition"))
        values: list[Target | None] = []
        for arm in listed(node.child_by_field_name("body")):
            saved: Assumed = []
            conditions = listed(arm.child_by_field_name("conditional_expressions"))
            for condition in conditions:
                self.expression(condition)
            if len(conditions) == 1:
                saved = self.assume(self.when(conditions[0], holds=True))
            returned = arm.child_by_field_name("return_expression")
            value = self.expression(returned)
            self.take_back(saved)
            if returned is not None and returned.type not in _NOTHING:
                values.append(value)
        return terms.either(*values) if values else None

    def array(self, node: Node) -> Target | None:
        """Visit an array; return one of values of one kind."""
        values: list[Target | None] = []
        for part in listed(node):
            found = [self.expression(child) for child in listed(part)]
            values.append(found[-1] if found else None)
        return terms.list_of(values)

    def index(self, node: Node) -> Target | None:
        """Visit an element of an array."""
        parts = listed(node)
        array = self.expression(parts[0]) if parts else None
        for part in parts[1:]:
            self.expression(part)
        return terms.element(array)

    def yielded(self, node: Node) -> None:
        """Visit `yield`, after which a function returns what nothing here tells."""
        self.makes_generator = True
        for child in listed(node):
            self.statement(child)

    # Assignments

    def assignment(self, node: Node) -> Target | None:
        """Visit an assignment; return its value."""
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        value = self.expression(right)
        self.assign(left, value)
        if "->" in (key := self.key_of(left)) and right is not None and right.type != "null":
            self.property_assigned(key.partition("->")[2], value)
        return value

    def augmented(self, node: Node) -> Target | None:
        """Visit `a ??= b` and its like."""
        left = node.child_by_field_name("left")
        value = self.expression(left)
        other = self.expression(node.child_by_field_name("right"))
        if self.text(node.child_by_field_name("operator")) == "??=":
            value = terms.either(value, other) if value is not None else other
        else:
            value = None
        if key := self.key_of(left):
            self.variables.assign(key, value)
        return value

    def assign(self, left: Node | None, value: Target | None) -> None:
        """Visit what is assigned to, a variable, a property or several of them."""
        if left is None:
            return
        if left.type in _LISTS:
            for part in listed(left):
                targets = listed(part) if part.type == "array_element_initializer" else [part]
                if targets and targets[-1].type != "string":
                    self.assign(targets[-1], terms.element(value))
            return
        if left.type == "variable_name":
            self.variables.assign(self.text(left), value)
            return
        key = self.key_of(left)
        if key:
            self.variables.forget(key)
        self.expression(left)
        if key and value is not None and value.base == "instance":
            self.variables.assign(key, value)
        if left.type == "subscript_expression" and listed(left):
            array = self.key_of(listed(left)[0])
            if array and self.variables.value(array) == value_of(terms.array_of(None)):
                self.variables.assign(array, terms.list_of([value]))

    # Conditions
