"""Identifiers in Kotlin's expressions with what they mean, and what the expressions are."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_branch_finder import BranchFinder
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_call_finder import CallFinder
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_terms import Argument
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import Reference, Target

_SKIPPED = frozenset(("label", "string_content", "escape_sequence", "shebang", "annotation"))
_ARITHMETIC = {"+": "plus", "-": "minus", "*": "times", "/": "div", "%": "rem"}


class ExpressionFinder(BranchFinder):
    """One file's pass over expressions.

    Args:
        code: The file.
    """

    def expression(self, node: Node | None, expected: Target | None = None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known."""
        if node is None or node.type in _SKIPPED or node.type.endswith("comment"):
            return None
        if node.type == "lambda_literal":
            return self.lambda_literal(node, expected)
        if visit := self._VISITS.get(node.type):
            return visit(self, node)
        for child in node.named_children:
            self.expression(child)
        return None

    def statement(self, node: Node | None) -> None:
        """Visit a statement, or whatever else holds statements."""
        self.expression(node)

    @abstractmethod
    def object_literal(self, node: Node) -> Target | None:
        """Visit a class without a name; return its object."""

    @abstractmethod
    def anonymous_function(self, node: Node) -> Target | None:
        """Visit a function without a name."""

    # Operators

    def _binary(self, node: Node) -> Target | None:
        """Visit operands from left to right, without a call for each of a long sum."""
        rights: list[tuple[str, Node, Node | None]] = []
        inner: Node | None = node
        while inner is not None and inner.type == "binary_expression":
            left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
            if right is not None:
                rights.append((_operator(inner), right, left))
            inner = left
        value = self.expression(inner)
        for operator, right, left in reversed(rights):
            value = self._with_operand(value, operator, right, left)
        return value

    def _with_operand(
        self, value: Target | None, operator: str, right: Node, left: Node | None
    ) -> Target | None:
        if operator in ("&&", "||"):
            with self.scopes.block():
                self.assume(self.conditions(left, holds=operator == "&&"))
                self.expression(right)
            return terms.literal("Boolean")
        other = self.expression(right)
        if operator == "?:":
            if self.leaves(right) or self.text(right) == "null":
                return value
            return terms.either((self.shared(value), self.shared(other)))
        if operator in _ARITHMETIC:
            given = [Argument("", self.shared(other))]
            owner = self.shared(value)
            if owner is None:
                return None
            return terms.result(terms.call(owner, _ARITHMETIC[operator], self.around, given))
        return terms.literal("Boolean")

    def _infix(self, node: Node) -> Target | None:
        parts = listed(node)
        if len(parts) != 3:  # noqa: PLR2004 - two operands and a name
            return None
        owner, name, right = parts
        value = self.shared(self.expression(owner))
        given = [Argument("", self.shared(self.expression(right)))]
        if value is None:
            return None
        called = terms.call(value, self.text(name).strip("`"), self.around, given)
        self.note(name, called, "call", node)
        return terms.result(called)

    def _unary(self, node: Node) -> Target | None:
        value = self.expression(node.child_by_field_name("argument") or listed(node)[0])
        return terms.literal("Boolean") if node.children[0].type == "!" else value

    def _wrapped(self, node: Node) -> Target | None:
        value: Target | None = None
        for child in listed(node):
            value = self.expression(child)
        return value

    def _test(self, node: Node) -> Target | None:
        self.expression(node.child_by_field_name("left"))
        right = node.child_by_field_name("right")
        if node.type == "is_expression":
            self.type_of(right)
        else:
            self.expression(right)
        return terms.literal("Boolean")

    def _cast(self, node: Node) -> Target | None:
        self.expression(node.child_by_field_name("left"))
        return value_of(self.type_of(node.child_by_field_name("right")))

    def _index(self, node: Node) -> Target | None:
        value, *others = listed(node)
        found = self.expression(value)
        for one in others:
            self.expression(one)
        return terms.indexed(self.shared(found))

    def _range(self, node: Node) -> Target | None:
        for one in listed(node):
            self.expression(one)
        return terms.literal("IntRange") if node.type == "range_expression" else None

    def _assignment(self, node: Node) -> None:
        left = node.child_by_field_name("left")
        self.expression(left)
        key = self.key_of(left)
        expected = None
        right = node.child_by_field_name("right")
        if right is not None and right.type == "lambda_literal":
            expected = self.expression(left)
        self.expression(right, expected)
        if key and self.scopes.has(f"?{key}"):
            self.scopes.declare(f"?{key}", None)

    # Literals

    def _number(self, node: Node) -> Target | None:
        written = self.text(node).lower()
        if node.type == "float_literal" or ("." in written and not written.startswith("0x")):
            return terms.literal("Float" if written.endswith("f") else "Double")
        if written.endswith(("u", "ul")):
            return terms.literal("ULong" if written.endswith("l") else "UInt")
        return terms.literal("Long") if written.endswith("l") else Target("type", ("#int",))

    def _character(self, _node: Node) -> Target | None:
        return terms.literal("Char")

    def _string(self, node: Node) -> Target | None:
        children = node.named_children
        for before, child in zip((None, *children), children, strict=False):
            if child.type == "interpolation":
                for one in listed(child):
                    self.expression(one)
            elif before is not None and self.text(before) == "$":
                self._name_in_text(child)
        return terms.literal("String")

    def _name_in_text(self, node: Node) -> None:
        """Note the name behind a `$`, which is a part of a longer text for the grammar."""
        text = self.text(node)
        count = next(
            (at for at, one in enumerate(text) if not (one.isalnum() or one == "_")), len(text)
        )
        written = text[:count]
        if not written or written[0].isdigit() or written == "this" or self.scopes.has(written):
            return
        row, column = node.start_point
        target = self.targets.setdefault(terms.name(self.around, written), len(self.targets))
        end = column + len(written.encode())
        self.references.append(Reference(row + 1, column, end, target, "name", self.scope))

    def _throw(self, node: Node) -> None:
        for child in listed(node):
            if child.type == "call_expression":
                self.call(child, "raise")
            else:
                self.expression(child)

    def _return(self, node: Node) -> None:
        if any(child.type == "label" for child in node.named_children):
            for child in listed(node):
                self.expression(child)
        else:
            self.return_statement(node)

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = {
        "identifier": CallFinder.identifier,
        "this_expression": CallFinder.this_expression,
        "super_expression": CallFinder.super_expression,
        "navigation_expression": CallFinder.navigation,
        "callable_reference": CallFinder.callable_reference,
        "call_expression": CallFinder.call,
        "binary_expression": _binary,
        "infix_expression": _infix,
        "unary_expression": _unary,
        "parenthesized_expression": _wrapped,
        "labeled_expression": _wrapped,
        "annotated_expression": _wrapped,
        "is_expression": _test,
        "in_expression": _test,
        "as_expression": _cast,
        "index_expression": _index,
        "range_expression": _range,
        "assignment": _assignment,
        "number_literal": _number,
        "float_literal": _number,
        "character_literal": _character,
        "string_literal": _string,
        "multiline_string_literal": _string,
        "throw_expression": _throw,
        "return_expression": _return,
        **BranchFinder.BRANCHES,
        "object_literal": lambda finder, node: finder.object_literal(node),
        "anonymous_function": lambda finder, node: finder.anonymous_function(node),
    }


def _operator(node: Node) -> str:
    found = node.child_by_field_name("operator")
    return found.type if found is not None else node.children[1].type
