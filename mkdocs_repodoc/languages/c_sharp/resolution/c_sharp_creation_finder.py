"""Identifiers in C#'s `new`, and in what braces behind it set, with what they mean."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_operator_finder import OperatorFinder
from mkdocs_repodoc.languages.c_sharp.resolution.lambdas import arity_of, function_of
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target

Called = Callable[[Sequence["Target | None"]], "Target | None"]


class CreationFinder(OperatorFinder):
    """One file's pass over what makes objects."""

    @abstractmethod
    def arguments(self, node: Node | None, called: Called) -> Target | None:
        """Visit the arguments of a call; return what is called."""

    @abstractmethod
    def function(self, node: Node, passed: Callable[[int], Target | None]) -> Target:
        """Visit a lambda; `passed` returns what is passed for each of its parameters."""

    def creation(
        self, node: Node, _expected: Target | None = None, kind: ReferenceKind = "annotation"
    ) -> Target | None:
        """Visit `new Type(…) { … }`; return the object that it makes."""
        made = self.type_of(node.child_by_field_name("type"), kind)
        self._construction(node, made)
        return value_of(made)

    def implicit_creation(self, node: Node, expected: Target | None) -> Target | None:
        """Visit `new(…)`, whose type is the one that is wanted."""
        made = c_sharp_terms.type_of_value(expected)
        if expected is not None and expected.base == "instance":
            made = expected.of
        self._construction(node, made)
        return expected

    def _construction(self, node: Node, made: Target | None) -> None:
        listing = node.child_by_field_name("arguments") or child_of_type(node, "argument_list")
        target = self.arguments(listing, lambda given: c_sharp_terms.constructor(made, given))
        new = child_of_type(node, "new")
        if new is not None:
            self.note(new, target, "call", node)
        self._initializer(child_of_type(node, "initializer_expression"), value_of(made))

    def _initializer(self, node: Node | None, value: Target | None) -> None:
        """Visit what braces set on an object, or put into it."""
        for child in listed(node):
            left = child.child_by_field_name("left")
            if child.type != "assignment_expression" or left is None:
                self._added(child, value)
                continue
            if left.type == "identifier":
                member = c_sharp_terms.member(value, self.text(left), self.around)
                self.note(left, member, "name")
            else:
                member = self.expression(left)
            right = child.child_by_field_name("right")
            if right is not None and right.type == "initializer_expression":
                self._initializer(right, member)
            else:
                self.expression(right, member)

    def _added(self, node: Node, value: Target | None) -> None:
        """Visit what braces put into a collection: a call of `Add`."""
        function = function_of(node)
        if function is None:
            self.expression(node, terms.element(value))
            return
        given = [terms.function(arity_of(function), None)]
        target = c_sharp_terms.method(value, "Add", self.around, (), given)
        self.function(function, partial(terms.passed, target, 0))

    def with_changes(self, node: Node, expected: Target | None) -> Target | None:
        """Visit `value with { Name = … }`; return the changed value."""
        value: Target | None = None
        for child in listed(node):
            if child.type != "with_initializer":
                value = self.expression(child, expected)
                continue
            name, *values = listed(child)
            member = c_sharp_terms.member(value, self.text(name), self.around)
            self.note(name, member, "name")
            for one in values:
                self.expression(one, member)
        return value

    def anonymous_object(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `new { Name = …, value.Other }`; return nothing, since it has no type to name."""
        for child, after in zip(node.children, (*node.children[1:], None), strict=True):
            if child.is_named and (after is None or after.type != "="):
                self.expression(child)
        return None
