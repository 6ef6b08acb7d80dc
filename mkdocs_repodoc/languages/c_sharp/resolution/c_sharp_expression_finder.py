"""Identifiers in C#'s expressions with what they mean, and what the expressions are."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_creation_finder import (
    Called,
    CreationFinder,
)
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_operator_finder import OperatorFinder
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_finder import DOTTED, NAMES
from mkdocs_repodoc.languages.c_sharp.resolution.lambdas import FUNCTIONS, arity_of, function_of
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_ACCESSES = frozenset(("member_access_expression", "conditional_access_expression"))
_TYPES = frozenset(("predefined_type", "nullable_type", "array_type", "tuple_type"))
_OUT = "declaration_expression"


class ExpressionFinder(CreationFinder):
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
        return self._simple_name(node, "")

    def _simple_name(self, node: Node, member: str, call: Node | None = None) -> Target | None:
        """Visit a simple name; `member` is what is looked up on it, `call` what calls it."""
        name, arguments = self.name_parts(node)
        written = self.text(name)
        if name is None or written == "_":
            return None
        if self.scopes.has(written):
            value = self.scopes.value(written)
            if value is not None and value.base == "symbol":  # a local function
                self.note(name, value, "name" if call is None else "call", call)
            return value
        if self.scopes.has_type(written):
            return self.scopes.type(written)
        written = c_sharp_terms.with_arity(written, len(arguments))
        target = c_sharp_terms.name(self.around, written, member)
        self.note(name, target, "name")
        return target

    def _this(self, _node: Node, _expected: Target | None) -> Target | None:
        return terms.this(self.around)

    def _base(self, _node: Node, _expected: Target | None) -> Target | None:
        return terms.parent(self.around)

    def _access(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `value.Name` or `value?.Name`."""
        value, name = self._receiver(node)
        if name is None:
            return value
        identifier, arguments = self.name_parts(name)
        written = c_sharp_terms.with_arity(self.text(identifier), len(arguments))
        target = c_sharp_terms.member(value, written, self.around)
        if identifier is not None:
            self.note(identifier, target, "name")
        return target

    def _receiver(self, node: Node) -> tuple[Target | None, Node | None]:
        """Visit what stands in front of the last dot; return it and the name behind the dot.

        Without such a name the value is that of the whole.
        """
        if node.type == "member_access_expression":
            name = node.child_by_field_name("name")
            owner = node.child_by_field_name("expression")
            if owner is not None and owner.type in NAMES:
                identifier = child_of_type(name, "identifier") if name is not None else None
                return self._simple_name(owner, self.text(identifier or name)), name
            return self.expression(owner), name
        value = self.expression(node.child_by_field_name("condition"))
        binding = node.named_children[-1] if node.named_children else None
        if binding is not None and binding.type == "member_binding_expression":
            return value, binding.child_by_field_name("name")
        given = [self.expression(one) for one in listed(binding)]
        return c_sharp_terms.indexed(value, given, self.around), None

    # Calls

    def _invocation(self, node: Node, _expected: Target | None) -> Target | None:
        function = node.child_by_field_name("function")
        listing = node.child_by_field_name("arguments")
        if function is None:
            return None
        if function.type == "identifier" and self.text(function) == "nameof":
            for one in listed(listing):
                self.expression(one)
            return value_of(terms.primitive("string"))
        if function.type in _ACCESSES:
            value, name = self._receiver(function)
        elif function.type in NAMES and not self._is_variable(function):
            value, name = None, function
        elif function.type in NAMES:
            value, name = self._simple_name(function, "", node), None
        else:
            value, name = self.expression(function), None
        if name is None or (function.type in _ACCESSES and value is None):
            return self._call_of_value(value, name, listing)
        return self._call_of_name(node, value, name)

    def _is_variable(self, node: Node) -> bool:
        return self.scopes.has(self.text(child_of_type(node, "identifier") or node))

    def _call_of_value(
        self, value: Target | None, name: Node | None, listing: Node | None
    ) -> Target | None:
        """Visit a call of a value, or of a member of something that is not known."""
        if name is not None:
            self.name_parts(name)
            value = None
        self.arguments(listing, lambda _: None)
        return terms.made(Target("call", ("invoke",), value)) if value is not None else None

    def _call_of_name(self, node: Node, value: Target | None, name: Node) -> Target | None:
        identifier, type_arguments = self.name_parts(name)
        written = self.text(identifier)

        def called(arguments: Sequence[Target | None]) -> Target | None:
            return c_sharp_terms.method(value, written, self.around, type_arguments, arguments)

        target = self.arguments(node.child_by_field_name("arguments"), called)
        if identifier is not None:
            self.note(identifier, target, "call", node)
        return terms.result(target)

    def arguments(self, node: Node | None, called: Called) -> Target | None:
        """Visit the arguments of a call; return what is called.

        Args:
            node: The list of arguments.
            called: Takes the arguments, and returns what is called with them.
        """
        parts = [self.argument(one) for one in listed(node)]
        values = [self._first_look(part) for _, part in parts]
        names = [name for name, _ in parts]
        target = called(_named(names, values))
        for number, (_, part) in enumerate(parts):
            if part is not None and part.type == _OUT:
                self._out_variable(part, c_sharp_terms.given_out(target, number))
        functions = [function_of(part) for _, part in parts]
        if not any(functions):
            return target
        for number, function in enumerate(functions):
            if function is not None:
                values[number] = self.function(function, partial(terms.passed, target, number))
        return called(_named(names, values))

    def argument(self, node: Node) -> tuple[str, Node | None]:
        """Return the name that an argument states, and its value."""
        name = node.child_by_field_name("name") if node.type == "argument" else None
        parts = [one for one in listed(node) if name is None or one.id != name.id]
        if node.type != "argument":
            return "", node
        return self.text(name), parts[-1] if parts else None

    def _first_look(self, node: Node | None) -> Target | None:
        """Visit an argument, functions excepted, for which what is called has to be known."""
        function = function_of(node)
        if function is not None:
            return terms.function(arity_of(function), None)
        if node is not None and node.type == _OUT:
            return self._declaration(node, None)
        return self.expression(node)

    def _out_variable(self, node: Node, given: Target | None) -> None:
        written = node.child_by_field_name("type")
        if written is not None and written.type != "implicit_type":
            return  # declared with the type that is written
        self.scopes.declare(self.text(node.child_by_field_name("name")), given)

    def _declaration(self, node: Node, expected: Target | None) -> Target | None:
        """Visit a variable that an expression declares."""
        kind = value_of(self.type_of(node.child_by_field_name("type")))
        self.scopes.declare(self.text(node.child_by_field_name("name")), kind or expected)
        return kind or expected

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
        """Visit a query; return nothing, since its elements may be anything."""

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node, Target | None], Target | None]]] = {
        "identifier": _name,
        "generic_name": _name,
        "this": _this,
        "base": _base,
        **dict.fromkeys(_ACCESSES, _access),
        **dict.fromkeys(FUNCTIONS, _lambda),
        "invocation_expression": _invocation,
        "object_creation_expression": CreationFinder.creation,
        "implicit_object_creation_expression": CreationFinder.implicit_creation,
        "anonymous_object_creation_expression": CreationFinder.anonymous_object,
        "with_expression": CreationFinder.with_changes,
        "element_access_expression": _index,
        "declaration_expression": _declaration,
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


def _named(names: Sequence[str], values: Sequence[Target | None]) -> list[Target | None]:
    """Return arguments with the names of the parameters that they say they are for."""
    return [
        c_sharp_terms.named_argument(name, value) if name else value
        for name, value in zip(names, values, strict=True)
    ]
