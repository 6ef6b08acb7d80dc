"""Identifiers in C#'s expressions with what they mean, and what the expressions are."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_call_finder import ACCESSES, CallFinder
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_creation_finder import CreationFinder
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_operator_finder import OperatorFinder
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_finder import DOTTED
from mkdocs_repodoc.languages.c_sharp.resolution.lambdas import FUNCTIONS, arity_of
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_TYPES = frozenset(("predefined_type", "nullable_type", "array_type", "tuple_type"))


class ExpressionFinder(CallFinder):
    """One file's pass over expressions.

    A lambda holds statements, and those hold expressions again: who visits statements inherits from
    it.
    """

    def expression(self, node: Node | None, expected: Target | None = None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known.

        Args:
            node: The expression.
            expected: A value of the type that is wanted here, for what has none of its own.
        """
        if node is None:
            return None
        if visit := self._VISITS.get(node.type):
            return visit(self, node, expected)
        if node.type in DOTTED or node.type in _TYPES:
            return self.type_of(node, "name")
        for child in node.named_children:
            self.expression(child)
        kind = self.literal(node)
        return value_of(kind) if kind is not None else None

    @abstractmethod
    def declare_parameters(self, node: Node | None) -> list[tuple[str, Target | None]]:
        """Visit parameters, and declare those that have types; return their names and types."""

    @abstractmethod
    def pattern(self, node: Node | None, value: Target | None) -> None:
        """Visit a pattern that a value is held against."""

    # Names

    def _name(self, node: Node, _expected: Target | None) -> Target | None:
        return self.simple_name(node, "")

    def _this(self, _node: Node, _expected: Target | None) -> Target | None:
        return terms.this(self.around)

    def _base(self, _node: Node, _expected: Target | None) -> Target | None:
        return terms.parent(self.around)

    def _access(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `value.Name` or `value?.Name`."""
        value, name = self.receiver(node)
        if name is None:
            return value
        identifier, arguments = self.name_parts(name)
        written = c_sharp_terms.with_arity(self.text(identifier), len(arguments))
        target = c_sharp_terms.member(value, written, self.around)
        if identifier is not None:
            self.note(identifier, target, "name")
        return target

    def _index(self, node: Node, _expected: Target | None) -> Target | None:
        value = self.expression(node.child_by_field_name("expression"))
        subscript = node.child_by_field_name("subscript")
        given = [self.expression(self.argument(one)[1]) for one in listed(subscript)]
        return c_sharp_terms.indexed(value, given, self.around)

    # Functions

    def _lambda(self, node: Node, expected: Target | None) -> Target | None:
        return self.function(node, lambda index: terms.passed_to(expected, index))

    def function(self, node: Node, passed: Callable[[int], Target | None]) -> Target:
        """Visit a lambda; `passed` returns what is passed for each of its parameters."""
        parameters = node.child_by_field_name("parameters")
        with self.scopes.block():
            if parameters is not None and parameters.type != "parameter_list":
                self.scopes.declare(self.text(parameters), passed(0))
            else:
                for index, (name, kind) in enumerate(self.declare_parameters(parameters)):
                    if kind is None:
                        self.scopes.declare(name, passed(index))
            body = node.child_by_field_name("body") or child_of_type(node, "block")
            if body is not None and body.type == "block":
                returned = self.function_body(body, None)
            else:
                returned = self.expression(body)
        is_async = any(self.text(child) == "async" for child in node.children)
        return terms.function(arity_of(node), None if is_async else returned)

    # Patterns

    def _is_pattern(self, node: Node, _expected: Target | None) -> Target | None:
        value = self.expression(node.child_by_field_name("expression"))
        self.pattern(node.child_by_field_name("pattern"), value)
        return value_of(terms.primitive("bool"))

    def _switch(self, node: Node, expected: Target | None) -> Target | None:
        """Visit a `switch` expression; return the first known value of its arms."""
        value: Target | None = None
        selector: Target | None = None
        for child in listed(node):
            if child.type != "switch_expression_arm":
                selector = self.expression(child)
                continue
            with self.scopes.block():
                pattern, *rest = listed(child)
                self.pattern(pattern, selector)
                for one in rest:
                    found = self.expression(one, expected)
                value = value or (found if rest else None)
        return value

    def thrown(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `throw` as an expression or a statement."""
        for child in listed(node):
            if child.type == "object_creation_expression":
                self.creation(child, kind="raise")
            else:
                self.expression(child)
        return None

    @abstractmethod
    def query(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit a query; return what the calls give that it stands for, if that is known."""

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node, Target | None], Target | None]]] = {
        "identifier": _name,
        "generic_name": _name,
        "this": _this,
        "base": _base,
        **dict.fromkeys(ACCESSES, _access),
        **dict.fromkeys(FUNCTIONS, _lambda),
        "invocation_expression": CallFinder.invocation,
        "object_creation_expression": CreationFinder.creation,
        "implicit_object_creation_expression": CreationFinder.implicit_creation,
        "anonymous_object_creation_expression": CreationFinder.anonymous_object,
        "with_expression": CreationFinder.with_changes,
        "element_access_expression": _index,
        "declaration_expression": CallFinder.declared_variable,
        "is_pattern_expression": _is_pattern,
        "switch_expression": _switch,
        "throw_expression": thrown,
        "query_expression": lambda self, node, expected: self.query(node, expected),
        "parenthesized_expression": OperatorFinder.wrapped,
        "checked_expression": OperatorFinder.wrapped,
        "ref_expression": OperatorFinder.wrapped,
        "prefix_unary_expression": OperatorFinder.unary,
        "postfix_unary_expression": OperatorFinder.unary,
        "binary_expression": OperatorFinder.binary,
        "assignment_expression": OperatorFinder.assignment,
        "conditional_expression": OperatorFinder.conditional,
        "cast_expression": OperatorFinder.cast,
        "as_expression": OperatorFinder.as_type,
        "is_expression": OperatorFinder.is_type,
        "default_expression": OperatorFinder.default,
        "typeof_expression": OperatorFinder.type_object,
        "sizeof_expression": OperatorFinder.size,
        "await_expression": OperatorFinder.awaited,
        "tuple_expression": OperatorFinder.tuple_of,
        "array_creation_expression": OperatorFinder.array_creation,
        "implicit_array_creation_expression": OperatorFinder.implicit_array,
    }
