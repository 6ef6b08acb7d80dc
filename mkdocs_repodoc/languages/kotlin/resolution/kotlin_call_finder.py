"""Identifiers in Kotlin's calls and lambdas with what they mean, and what the calls return."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.lambda_nodes import (
    lambda_in,
    parameter_count,
    taken_apart,
    value_node,
)
from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_name_finder import NameFinder
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_terms import LOCAL, TRAILING, Argument
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_finder import label_of
from mkdocs_repodoc.languages.kotlin.resolution.lambdas import kotlin_lambda_terms as lambda_terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target


class _Given(NamedTuple):
    """An argument as it stands in the source."""

    label: str
    node: Node
    number: str
    """Of the scope that a lambda is; empty for other arguments."""


class CallFinder(NameFinder):
    """One file's pass over calls.

    Args:
        code: The file.
    """

    # Calls

    def call(self, node: Node, kind: ReferenceKind = "call") -> Target | None:
        """Visit a call; return what it returns."""
        callee, parts = taken_apart(node)
        types = [
            Argument(terms.TYPE_ARGUMENT, value_of(one))
            for part in parts
            if part.type == "type_arguments"
            for one in self.type_arguments(part)
        ]
        if callee.type == "identifier" and not self.scopes.has(self.text(callee)):
            return self._named_call(node, None, callee, types, parts, kind)
        if callee.type == "navigation_expression" and len(listed(callee)) > 1:
            value, *_, name = listed(callee)
            if name.type == "identifier":
                owner = self.shared(self.expression(value))
                if owner is not None:
                    return self._named_call(node, owner, name, types, parts, kind)
                self._visit_unknown(parts)
                return None
        found = self.expression(callee)
        is_function = found is not None and found.base == "symbol"
        returned = terms.result(found) if is_function else terms.invoked(found)
        self._visit_given(self._given(parts), returned, ())
        return returned

    def _named_call(  # noqa: PLR0917 - the parts of a call
        self,
        node: Node,
        owner: Target | None,
        name: Node,
        types: Sequence[Argument],
        parts: Sequence[Node],
        kind: ReferenceKind,
    ) -> Target | None:
        written = self.text(name).strip("`")
        given = self._given(parts)
        values = [self._early(one) for one in given]
        called = terms.call(owner, written, self.around, [*types, *values])
        values = self._visit_given(given, called, values, written)
        self.note(name, called, kind, node)
        for one in given:
            if (label := label_of(one.node)) is not None:
                self.note(label, terms.argument_name(called, self.text(label)), "name")
        return terms.result(terms.call(owner, written, self.around, [*types, *values]))

    def _visit_unknown(self, parts: Sequence[Node]) -> None:
        self._visit_given(self._given(parts), None, ())

    def _given(self, parts: Sequence[Node]) -> list[_Given]:
        found: list[_Given] = []
        for part in parts:
            if part.type == "annotated_lambda":
                found.append(_Given(TRAILING, part, self.new_number()))
            elif part.type == "value_arguments":
                for one in listed(part):
                    value = value_node(one)
                    is_lambda = value is not None and value.type == "lambda_literal"
                    number = self.new_number() if is_lambda else ""
                    found.append(_Given(self.text(label_of(one)), one, number))
        return found

    def _early(self, given: _Given) -> Argument:
        """Visit an argument; a lambda only as far as that it is one."""
        if given.number:
            counted = parameter_count(lambda_in(given.node))
            return Argument(given.label, lambda_terms.lambda_value(given.number, counted, None))
        return Argument(given.label, self.shared(self.expression(value_node(given.node))))

    def _visit_given(
        self,
        given: Sequence[_Given],
        called: Target | None,
        values: Sequence[Argument],
        label: str = "",
    ) -> list[Argument]:
        """Visit the lambdas among arguments; return all arguments with what the lambdas return."""
        found: list[Argument] = []
        for index, one in enumerate(given):
            if one.number:
                place = lambda_terms.ArgumentPlace(index, one.label)
                node = lambda_in(one.node)
                self.offers.append(
                    (one.number, lambda_terms.argument_scope(self.around, called, place))
                )
                returned = self.lambda_body(node, one.number, label)
                value = lambda_terms.lambda_value(one.number, parameter_count(node), returned)
                found.append(Argument(one.label, value))
            elif values:
                found.append(values[index])
            else:
                found.append(self._early(one))
        return found

    def arguments(self, node: Node | None) -> list[Argument]:
        """Visit the arguments of a call; return them."""
        return self._visit_given(self._given([node] if node is not None else []), None, ())

    # Lambdas

    def lambda_literal(self, node: Node, expected: Target | None = None) -> Target | None:
        """Visit a lambda that is no argument; `expected` is a value of the type it should have."""
        number = self.new_number()
        self.offers.append((number, lambda_terms.lambda_scope(self.around, expected)))
        returned = self.lambda_body(node, number, "")
        return lambda_terms.lambda_value(number, parameter_count(node), returned)

    def lambda_body(self, node: Node | None, number: str, label: str) -> Target | None:
        """Visit a lambda; return what it returns."""
        outer = self.scopes.value("it")
        before, self.owner = self.owner, LOCAL
        value: Target | None = None
        with self.inside(number, label):
            parameters = child_of_type(node, "lambda_parameters") if node is not None else None
            if parameters is None and not any(
                child.type == "->" for child in (node.children if node is not None else ())
            ):
                self.declare_local("it", lambda_terms.it(number, outer))
            for index, one in enumerate(listed(parameters)):
                self.declare_variables(one, lambda_terms.lambda_parameter(number, index))
            for child in listed(node):
                if child != parameters:
                    value = self.expression(child)
            value = self.shared(value)
        self.owner = before
        return value

    def declare_variables(self, node: Node, value: Target | None) -> None:
        """Declare the variable, or those into which a value is taken apart."""
        if node.type == "multi_variable_declaration":
            whole = self.shared(value)
            for number, one in enumerate(listed(node), 1):
                self.declare_variables(one, terms.component(whole, number))
            return
        name = child_of_type(node, "identifier")
        stated = self.type_of(self.type_in(node))
        if name is not None and self.text(name) != "_":
            self.declare_local(self.text(name).strip("`"), value_of(stated) or value)
