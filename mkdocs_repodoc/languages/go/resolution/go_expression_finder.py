"""Identifiers in Go's expressions with what they mean, and what the expressions are."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.go.resolution import go_terms as terms
from mkdocs_repodoc.languages.go.resolution.go_block_scopes import PREDECLARED
from mkdocs_repodoc.languages.go.resolution.go_type_finder import TypeFinder
from mkdocs_repodoc.languages.resolution.value_terms import member, value_of
from mkdocs_repodoc.model.references import Target

_COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">=", "&&", "||"))
_TYPES = frozenset(
    """
    type_identifier qualified_type pointer_type slice_type array_type map_type channel_type
    function_type struct_type interface_type generic_type parenthesized_type
    implicit_length_array_type type_elem negated_type type_constraint union_type
    """.split()  # noqa: SIM905 - reads better
)


class ExpressionFinder(TypeFinder, ABC):
    """One file's pass over expressions.

    An expression may hold a function with statements, and those hold expressions again: who visits
    statements inherits from it.
    """

    def expression(self, node: Node | None, call: Node | None = None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known.

        Args:
            node: The expression.
            call: The call whose function it is.
        """
        if node is None:
            return None
        if visit := self._EXPRESSION_VISITS.get(node.type):
            return visit(self, node, call)
        if node.type in _TYPES:
            return value_of(self.type_of(node))
        for child in node.named_children:
            self.expression(child)
        return None

    def _wrapped(self, node: Node, call: Node | None) -> Target | None:
        return self.expression(node.named_children[0], call) if node.named_children else None

    def _unary(self, node: Node, _call: Node | None) -> Target | None:
        operand = self.expression(node.child_by_field_name("operand"))
        received = self.text(node.child_by_field_name("operator")) == "<-"
        return terms.element(operand) if received else operand

    def _binary(self, node: Node, _call: Node | None) -> Target | None:
        left = self.expression(node.child_by_field_name("left"))
        right = self.expression(node.child_by_field_name("right"))
        compares = self.text(node.child_by_field_name("operator")) in _COMPARISONS
        return None if compares else left or right

    def _index(self, node: Node, call: Node | None) -> Target | None:
        operand = self.expression(node.child_by_field_name("operand"), call)
        self.expression(node.child_by_field_name("index"))
        return terms.element(operand)

    def _slice(self, node: Node, _call: Node | None) -> Target | None:
        found = [self.expression(child) for child in node.named_children]
        return found[0] if found else None

    def _composite(self, node: Node, _call: Node | None) -> Target | None:
        kind = self.type_of(node.child_by_field_name("type"), "name")
        self._literal(node.child_by_field_name("body"), kind)
        return value_of(kind)

    def _assertion(self, node: Node, _call: Node | None) -> Target | None:
        self.expression(node.child_by_field_name("operand"))
        return value_of(self.type_of(node.child_by_field_name("type")))

    def _conversion(self, node: Node, _call: Node | None) -> Target | None:
        kind = self.type_of(node.child_by_field_name("type"), "call")
        self.expression(node.child_by_field_name("operand"))
        return value_of(kind)

    def _function_literal(self, node: Node, _call: Node | None) -> Target | None:
        """Visit a function without a name; return it."""
        self.scopes.open()
        if (listed := node.child_by_field_name("parameters")) is not None:
            self.declare_parameters(listed)
        returned = self.results(node.child_by_field_name("result"), declare=True)
        self.statement(node.child_by_field_name("body"))
        self.scopes.close()
        first = returned[0] if returned else None
        return value_of(terms.function(first.of if first is not None else None))

    @abstractmethod
    def statement(self, node: Node | None) -> None:
        """Visit a statement, or whatever else holds statements."""

    def _name(self, node: Node, call: Node | None) -> Target | None:
        name = self.text(node)
        local = self.scopes.find(name)
        if local is not None:
            return None if local.is_type else local.term
        if name == "_" or name in PREDECLARED:
            return None
        target = terms.named(name)
        self.note(node, target, "call" if call is not None else "name", call)
        return target

    def _selector(self, node: Node, call: Node | None) -> Target | None:
        operand = self.expression(node.child_by_field_name("operand"))
        name = self.text(field := node.child_by_field_name("field"))
        if (kind := terms.structure_of(operand)) is not None:
            target, is_listed = terms.field(kind, name)
            if not is_listed:  # the field of a struct without a name is no symbol
                return target
        else:
            target = member(operand, name)
        if target is not None and field is not None:
            self.note(field, target, "call" if call is not None else "name", call)
        return target

    def _call(self, node: Node, _call: Node | None) -> Target | None:
        called = node.child_by_field_name("function")
        listed = node.child_by_field_name("arguments")
        name = self.text(called)
        if name in PREDECLARED and self.scopes.find(name) is None:
            values = [
                self.expression(child)
                for child in (listed.named_children if listed is not None else ())
            ]
            return values[0] if values and name in ("new", "make", "append") else None
        function = self.expression(called, node)
        self.type_of(node.child_by_field_name("type_arguments"))
        for child in listed.named_children if listed is not None else ():
            self.expression(child)
        return terms.result(function)

    def _literal(self, node: Node | None, kind: Target | None) -> None:
        """Visit the elements of a composite literal of a type."""
        for child in node.named_children if node is not None else ():
            if child.type == "keyed_element":
                self._key(child.child_by_field_name("key"), kind)
                self._element(child.child_by_field_name("value"), kind)
            elif child.type != "comment":
                self._element(child, kind)

    def _key(self, node: Node | None, kind: Target | None) -> None:
        inner = node.named_children[0] if node is not None and node.named_children else None
        if inner is None:
            return
        if inner.type == "literal_value":
            self._literal(inner, None)
        elif inner.type != "identifier" or (kind is not None and kind.base == "many"):
            self.expression(inner)
        elif kind is not None and kind.base == "tuple":
            return
        elif (field := member(value_of(kind), self.text(inner))) is not None:
            self.note(inner, field, "name")

    def _element(self, node: Node | None, kind: Target | None) -> None:
        inner = node
        if inner is not None and inner.type == "literal_element":
            inner = inner.named_children[0] if inner.named_children else None
        if inner is not None and inner.type == "literal_value":
            self._literal(inner, terms.element_type(kind))
        else:
            self.expression(inner)

    _EXPRESSION_VISITS: ClassVar[
        Mapping[str, Callable[[Any, Node, Node | None], Target | None]]
    ] = {
        "identifier": _name,
        "selector_expression": _selector,
        "call_expression": _call,
        "parenthesized_expression": _wrapped,
        "literal_element": _wrapped,
        "unary_expression": _unary,
        "binary_expression": _binary,
        "index_expression": _index,
        "slice_expression": _slice,
        "composite_literal": _composite,
        "type_assertion_expression": _assertion,
        "type_conversion_expression": _conversion,
        "func_literal": _function_literal,
    }
