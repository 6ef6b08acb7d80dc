"""Identifiers in Java's expressions with what they mean, and what the expressions are."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.java.resolution.java_lambda_nodes import arity_of, lambda_in
from mkdocs_repodoc.languages.java.resolution.java_operator_finder import OperatorFinder
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target

_TYPE_NODES = frozenset(
    ("type_identifier", "scoped_type_identifier", "generic_type", "array_type", "annotated_type")
)


class ExpressionFinder(OperatorFinder):
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
        if node.type in _TYPE_NODES:
            return self.type_of(node, "name")
        if (kind := self.literal(node)) is not None:
            return value_of(kind)
        self.annotation(node)
        for child in node.named_children:
            self.expression(child)
        return None

    @abstractmethod
    def switch(self, node: Node, expected: Target | None) -> Target | None:
        """Visit a `switch`; return its value."""

    @abstractmethod
    def declare_parameters(self, node: Node | None) -> list[Target | None]:
        """Visit parameters that have types, and declare them; return the types."""

    @abstractmethod
    def anonymous(self, body: Node, kind: Target | None) -> Target | None:
        """Visit the body of a class without a name, made from a type; return the class."""

    # Names

    def _name(self, node: Node, _expected: Target | None) -> Target | None:
        written = self.text(node)
        if self.scopes.has(written):
            local = self.scopes.value(written)
            if local is not terms.HIDDEN:
                return local
        elif self.scopes.has_type(written):
            return self.type_of(node, "name")
        target = terms.name(self.around, written)
        self.note(node, target, "name")
        return target

    def _this(self, _node: Node, _expected: Target | None) -> Target | None:
        return terms.this(self.around)

    def _super(self, _node: Node, _expected: Target | None) -> Target | None:
        return terms.parent(self.around)

    def _field_access(self, node: Node, _expected: Target | None) -> Target | None:
        owner, field = node.child_by_field_name("object"), node.child_by_field_name("field")
        if owner is None or field is None:
            return None
        if field.type == "this":
            return terms.this(self.around, self._named_class(owner))
        value = self._receiver(node, owner)
        target = terms.field(value, self.text(field))
        self.note(field, target, "name")
        return target

    def _named_class(self, node: Node) -> Target | None:
        """Visit the class in front of `.this` or `.super`."""
        written = self.dotted(node)
        if node.type == "identifier":
            return self.type_of(node, "name")
        self.expression(node)
        return terms.named_type(self.around, written.split("."))

    def _receiver(self, node: Node, owner: Node) -> Target | None:
        """Visit what stands in front of the last dot, which may end in `super`."""
        has_super = any(child.type == "super" and child != owner for child in node.named_children)
        if has_super:
            return terms.parent(self.around, self._named_class(owner))
        return self.expression(owner)

    # Calls

    def _invocation(self, node: Node, _expected: Target | None) -> Target | None:
        owner, name = node.child_by_field_name("object"), node.child_by_field_name("name")
        written = self.text(name)
        value = self._receiver(node, owner) if owner is not None else None
        self.type_arguments(child_of_type(node, "type_arguments"))

        def called(arguments: Sequence[Target | None]) -> Target | None:
            if owner is not None and value is None:
                return None
            return terms.method(value, written, self.around, arguments)

        target = self.arguments(node.child_by_field_name("arguments"), called)
        if name is not None:
            self.note(name, target, "call", node)
        return terms.result(target)

    def arguments(
        self, node: Node | None, called: Callable[[Sequence[Target | None]], Target | None]
    ) -> Target | None:
        """Visit the arguments of a call; return what is called.

        Args:
            node: The list of arguments.
            called: Takes the arguments, and returns what is called with them.
        """
        parts = listed(node)
        functions = [lambda_in(part) for part in parts]
        values = [
            self.expression(part) if function is None else terms.function(arity_of(function), None)
            for part, function in zip(parts, functions, strict=True)
        ]
        target = called(values)
        if not any(functions):
            return target
        for number, function in enumerate(functions):
            if function is not None:
                values[number] = self._function(function, partial(terms.passed, target, number))
        return called(values)

    def creation(
        self, node: Node, _expected: Target | None = None, kind: ReferenceKind = "annotation"
    ) -> Target | None:
        """Visit `new`; return the object that it makes."""
        written, new = node.child_by_field_name("type"), child_of_type(node, "new")
        outer: Target | None = None
        body: Node | None = child_of_type(node, "class_body")
        for child in node.named_children:
            if new is not None and child.start_byte < new.start_byte:
                outer = self.expression(child)
            elif child.type == "type_arguments":
                self.type_arguments(child)
            else:
                self.annotation(child)
        if outer is not None and written is not None and written.type == "type_identifier":
            made = terms.field(outer, self.text(written))
            self.note(written, made, kind)
        else:
            made = self.type_of(written, kind)
        target = self.arguments(
            node.child_by_field_name("arguments"),
            lambda arguments: terms.constructor(made, arguments),
        )
        if new is not None:
            self.note(new, target, "call", node)
        if body is not None:
            made = self.anonymous(body, made)
        return value_of(made)

    def _other_constructor(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `this(…)` or `super(…)`."""
        name = node.child_by_field_name("constructor")
        self.expression(node.child_by_field_name("object"))
        is_super = name is not None and name.type == "super"
        value = terms.parent(self.around) if is_super else terms.this(self.around)
        target = self.arguments(
            node.child_by_field_name("arguments"),
            lambda arguments: terms.constructor(value, arguments),
        )
        if name is not None:
            self.note(name, target, "call", node)
        return None

    def _reference(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `Type::method`, `value::method` or `Type::new`."""
        if not node.named_children:
            return None
        first, last = node.named_children[0], node.children[-1]
        if last.type == "new" and first.type == "identifier":
            value = self.type_of(first, "name")
        else:
            value = self.expression(first)
        self.type_arguments(child_of_type(node, "type_arguments"))
        target = terms.method_reference(value, self.text(last))
        self.note(last, target, "name")
        return target

    def _lambda(self, node: Node, expected: Target | None) -> Target | None:
        return self._function(node, lambda index: terms.passed_to(expected, index))

    def _function(self, node: Node, passed: Callable[[int], Target | None]) -> Target:
        """Visit a lambda; `passed` returns what is passed for each of its parameters."""
        parameters = node.child_by_field_name("parameters")
        with self.scopes.block():
            if parameters is not None and parameters.type == "formal_parameters":
                self.declare_parameters(parameters)
            elif parameters is not None:
                names = [parameters] if parameters.type == "identifier" else listed(parameters)
                for index, name in enumerate(names):
                    self.scopes.declare(self.text(name), passed(index))
            body = node.child_by_field_name("body")
            if body is not None and body.type == "block":
                returned = self.function_body(body, None)
            else:
                returned = self.expression(body)
        return terms.function(arity_of(node), returned)

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node, Target | None], Target | None]]] = {
        "identifier": _name,
        "this": _this,
        "super": _super,
        "field_access": _field_access,
        "method_invocation": _invocation,
        "object_creation_expression": creation,
        "explicit_constructor_invocation": _other_constructor,
        "method_reference": _reference,
        "lambda_expression": _lambda,
        "parenthesized_expression": OperatorFinder.wrapped,
        "binary_expression": OperatorFinder.binary,
        "unary_expression": OperatorFinder.unary,
        "assignment_expression": OperatorFinder.assignment,
        "ternary_expression": OperatorFinder.ternary,
        "cast_expression": OperatorFinder.cast,
        "array_access": OperatorFinder.index,
        "array_creation_expression": OperatorFinder.array_creation,
        "class_literal": OperatorFinder.class_literal,
        "instanceof_expression": OperatorFinder.instance_of,
        "switch_expression": lambda self, node, expected: self.switch(node, expected),
    }
