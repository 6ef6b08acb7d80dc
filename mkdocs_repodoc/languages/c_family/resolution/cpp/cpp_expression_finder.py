"""Identifiers in C++'s expressions with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.resolution import c_terms
from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_class_finder import CppClassFinder
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_path_finder import (
    argument_count,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_type_finder import PATHS
from mkdocs_repodoc.languages.c_family.resolution.file_pass import FilePass
from mkdocs_repodoc.languages.resolution.value_terms import member, value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import Target

_CASTS = frozenset(("static_cast", "dynamic_cast", "const_cast", "reinterpret_cast"))
_PASSED_ON = frozenset(("std::move", "std::forward", "move", "std::as_const"))
"""Functions that return what they are given."""
_ARITHMETIC = frozenset(("+", "-"))


class CppExpressionFinder(CppClassFinder):
    """One file's pass over expressions; who visits statements inherits from it."""

    def _skip(self, _node: Node) -> None:
        """Leave out what declares or names nothing of the repository."""

    # Names

    def _name(self, node: Node) -> Target | None:
        return self.named(node, "name")

    def _type(self, node: Node) -> None:
        self.type_of(node)

    def _described(self, node: Node) -> None:
        self.described_type(node)

    def _this(self, _node: Node) -> Target:
        return terms.this(terms.constant_space(self.space) if self.is_constant else self.space)

    def _member(self, node: Node, call: Node | None = None) -> Target | None:
        value = self.visit(node.child_by_field_name("argument"))
        field = node.child_by_field_name("field")
        while field is not None and field.type in ("dependent_name", "template_method"):
            self._visit_arguments(field)
            field = field.child_by_field_name("name") or (
                field.named_children[0] if field.named_children else None
            )
        if field is None or field.type != "field_identifier":
            return None
        through = any(child.type == "->" for child in node.children)
        name = terms.with_count(self.text(field), argument_count(call))
        target = member(value, f"->{name}" if through else name)
        self.note(field, target, "call" if call is not None else "name", call)
        return target

    def _call(self, node: Node) -> Target | None:
        called = node.child_by_field_name("function")
        arguments = node.child_by_field_name("arguments")
        if called is None:
            return None
        if called.type == "field_expression":
            value = self._member(called, node)
        elif called.type in ("identifier", "qualified_identifier", "template_function"):
            if called.type == "template_function" and self._head(called) in _CASTS:
                kinds = self._visit_arguments(called)
                self.visit(arguments)
                return value_of(kinds[0]) if kinds else None
            value = self.named(called, "call", node)
        else:
            value = self.visit(called)
        given = [self.visit(one) for one in listed(arguments)]
        if len(given) == 1 and self._head(called) in _PASSED_ON:
            return given[0]
        return c_terms.result(value)

    def _head(self, node: Node) -> str:
        return self.text(node).partition("<")[0]

    # Expressions

    def _wrapped(self, node: Node) -> Target | None:
        found = [self.visit(child) for child in listed(node)]
        return found[0] if len(found) == 1 else None

    def _pointer(self, node: Node) -> Target | None:
        value = self._wrapped(node)
        is_followed = node.children[0].type == "*"
        return member(value, "*") if is_followed else value

    def _indexed(self, node: Node) -> Target | None:
        value = self.visit(node.child_by_field_name("argument"))
        self.visit(node.child_by_field_name("indices"))
        return member(value, "[]")

    def _assigned(self, node: Node) -> Target | None:
        value = self.visit(node.child_by_field_name("left"))
        right = node.child_by_field_name("right")
        if right is not None:
            self.initialiser(right, value)
        return value

    def _binary(self, node: Node) -> Target | None:
        value, operations = self.operations(node)
        for one in operations:
            self.visit(one.child_by_field_name("right"))
            if self.text(one.child_by_field_name("operator")) not in _ARITHMETIC:
                value = None
        return value

    def _conditional(self, node: Node) -> Target | None:
        self.visit(node.child_by_field_name("condition"))
        value = self.visit(node.child_by_field_name("consequence"))
        other = self.visit(node.child_by_field_name("alternative"))
        return value if value is not None and value.base != "unknown" else other

    def _cast(self, node: Node) -> Target | None:
        written = node.child_by_field_name("type")
        kind = self.described_type(written) if written is not None else None
        self.visit(node.child_by_field_name("value"))
        return value_of(kind)

    def _new(self, node: Node) -> Target | None:
        kind = self.type_of(node.child_by_field_name("type"))
        for child in node.named_children:
            if child.type in ("argument_list", "initializer_list", "new_declarator"):
                self.visit(child)
        return value_of(kind)

    def _compound_literal(self, node: Node) -> Target | None:
        written = node.child_by_field_name("type")
        value = value_of(self.described_type(written) if written is not None else None)
        if (given := node.child_by_field_name("value")) is not None:
            self.initialiser(given, value)
        return value

    def _field_initialiser(self, node: Node) -> None:
        first, *rest = listed(node)
        if first.type != "field_identifier":
            self.named(first, "name", is_type=True)
        elif self.text(first) not in self.unlisted:
            self.note(first, self.path(first, self.text(first)), "assign")
        for one in rest:
            self.visit(one)

    def _lambda(self, node: Node) -> None:
        self.scopes.open()
        for one in listed(node.child_by_field_name("captures")):
            if one.type == "lambda_capture_initializer":
                value = self.visit(one.child_by_field_name("right"))
                self.scopes.declare(self.text(one.child_by_field_name("left")), value)
            else:
                self.visit(one)
        declarator = node.child_by_field_name("declarator")
        if declarator is not None:
            self.parameters(declarator, None)
        self.visit(node.child_by_field_name("body"))
        self.scopes.close()

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = {
        **dict.fromkeys(("identifier", "qualified_identifier", "template_function"), _name),
        **dict.fromkeys(PATHS - {"qualified_identifier"}, _type),
        "this": _this,
        "type_descriptor": _described,
        "field_expression": _member,
        "call_expression": _call,
        "pointer_expression": _pointer,
        "parenthesized_expression": _wrapped,
        "update_expression": _wrapped,
        "subscript_expression": _indexed,
        "assignment_expression": _assigned,
        "binary_expression": _binary,
        "comma_expression": FilePass.comma,
        "conditional_expression": _conditional,
        "cast_expression": _cast,
        "new_expression": _new,
        "compound_literal_expression": _compound_literal,
        "field_initializer": _field_initialiser,
        "lambda_expression": _lambda,
        **dict.fromkeys(
            ("statement_identifier", "field_identifier", "namespace_identifier", "comment",
             "attribute_declaration", "attribute_specifier", "access_specifier"),
            _skip,
        ),
    }  # fmt: skip
