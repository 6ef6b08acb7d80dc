"""Identifiers in the bodies of Java's methods with what they mean: blocks and variables."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.java.resolution.java_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.java.resolution.java_type_finder import ANNOTATIONS
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.class_pass import ClassPass
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_BLOCKS = frozenset(
    """
    block constructor_body for_statement switch_block_statement_group switch_rule
    """.split()  # noqa: SIM905 - reads better
)
_CLASSES = frozenset(
    """
    class_declaration interface_declaration enum_declaration record_declaration
    annotation_type_declaration
    """.split()  # noqa: SIM905 - reads better
)
_JUMPS = frozenset(("break_statement", "continue_statement"))


class StatementFinder(ExpressionFinder):
    """One file's pass over what stands in methods."""

    @abstractmethod
    def class_like(self, node: Node) -> None:
        """Visit the declaration of a class, interface, enumeration, record or annotation."""

    def statement(self, node: Node | None) -> None:
        """Visit a statement, or whatever else holds statements."""
        if node is None or node.type in _JUMPS:
            return
        if node.type in _BLOCKS:
            with self.scopes.block():
                self._each(node)
        elif visit := self._STATEMENTS.get(node.type):
            visit(self, node)
        elif node.type in _CLASSES:
            self.class_like(node)
        elif node.type.endswith(("_statement", "_clause")):
            self._each(node)
        else:
            self.expression(node)

    def _each(self, node: Node) -> None:
        for child in node.named_children:
            self.statement(child)

    def _throw(self, node: Node) -> None:
        for child in listed(node):
            if child.type == "object_creation_expression":
                self.creation(child, kind="raise")
            else:
                self.expression(child)

    def _labeled(self, node: Node) -> None:
        self.statement(node.named_children[-1])

    # Variables

    def variables(self, node: Node) -> None:
        """Visit a declaration of variables, and declare them."""
        self.modifiers(node)
        written = node.child_by_field_name("type")
        is_var = self.text(written) == "var"
        kind = None if is_var else self.type_of(written)
        for one in node.children_by_field_name("declarator"):
            declared = value_of(self.dimensions_of(one, kind))
            value = self.expression(one.child_by_field_name("value"), declared)
            name = one.child_by_field_name("name")
            self.scopes.declare(self.text(name), value if is_var else declared)

    def declare_parameters(self, node: Node | None) -> list[Target | None]:
        """Visit parameters that have types, and declare them; return the types."""
        found: list[Target | None] = []
        for one in listed(node):
            if one.type == "formal_parameter":
                self.modifiers(one)
                written = one.child_by_field_name("type")
                kind = None if self.text(written) == "var" else self.type_of(written)
                kind = self.dimensions_of(one, kind)
                name = one.child_by_field_name("name")
            elif one.type == "spread_parameter":
                kind, name = self._spread_parameter(one)
            else:
                continue  # `this`, of which only annotations matter
            found.append(kind)
            self.scopes.declare(self.text(name), value_of(kind))
        return found

    def _spread_parameter(self, node: Node) -> tuple[Target | None, Node | None]:
        self.modifiers(node)
        kind: Target | None = None
        name: Node | None = None
        for child in node.named_children:
            if child.type == "variable_declarator":
                name = child.child_by_field_name("name")
            elif child.type in ANNOTATIONS:
                self.annotation(child)
            elif child.type != "modifiers":
                kind = self.type_of(child)
        return terms.array_of(kind), name

    def _for_each(self, node: Node) -> None:
        with self.scopes.block():
            self.modifiers(node)
            value = self.expression(node.child_by_field_name("value"))
            written = node.child_by_field_name("type")
            if self.text(written) == "var":
                one = terms.element(value)
            else:
                one = value_of(self.dimensions_of(node, self.type_of(written)))
            self.scopes.declare(self.text(node.child_by_field_name("name")), one)
            self.statement(node.child_by_field_name("body"))

    def _try(self, node: Node) -> None:
        with self.scopes.block():
            for resource in listed(node.child_by_field_name("resources")):
                self._resource(resource)
            self.statement(node.child_by_field_name("body"))
        for child in node.named_children:
            if child.type in ("catch_clause", "finally_clause"):
                self.statement(child)

    def _resource(self, node: Node) -> None:
        written = node.child_by_field_name("type")
        if written is None:
            for child in listed(node):
                self.expression(child)
            return
        self.modifiers(node)
        kind = None if self.text(written) == "var" else self.type_of(written)
        value = self.expression(node.child_by_field_name("value"), value_of(kind))
        name = self.text(node.child_by_field_name("name"))
        self.scopes.declare(name, value if kind is None else value_of(kind))

    def _catch(self, node: Node) -> None:
        with self.scopes.block():
            if (caught := child_of_type(node, "catch_formal_parameter")) is not None:
                self.modifiers(caught)
                written = child_of_type(caught, "catch_type")
                kinds = [self.type_of(one, "except") for one in listed(written)]
                value = value_of(kinds[0]) if len(kinds) == 1 else None
                self.scopes.declare(self.text(caught.child_by_field_name("name")), value)
            self.statement(node.child_by_field_name("body"))

    # Switches

    def switch(self, node: Node, expected: Target | None) -> Target | None:
        """Visit a `switch`; return the first known value of its cases."""
        selector = self.expression(node.child_by_field_name("condition"))
        value: Target | None = None
        with self.scopes.block():
            for group in listed(node.child_by_field_name("body")):
                with self.scopes.block():
                    found = self._group(group, selector, expected)
                value = value or found
        return value

    def _group(
        self, group: Node, selector: Target | None, expected: Target | None
    ) -> Target | None:
        """Visit the labels and statements of a case; return its value, if it is an expression."""
        value: Target | None = None
        for child in listed(group):
            if child.type == "switch_label":
                self._label(child, selector)
            elif child.type == "expression_statement" and group.type == "switch_rule":
                value = self.expression(next(iter(listed(child)), None), expected)
            elif child.type == "local_variable_declaration":
                self.variables(child)
            else:
                self.statement(child)
        return value

    def _label(self, node: Node, selector: Target | None) -> None:
        for one in listed(node):
            if one.type == "identifier":
                written = self.text(one)
                if not self.scopes.has(written) and written != "default":
                    self.note(one, terms.case(selector, self.around, written), "name")
            elif one.type in ("pattern", "type_pattern", "record_pattern"):
                self.pattern(one, selector)
            else:
                self.expression(one)

    _STATEMENTS: ClassVar[Mapping[str, Callable[[Any, Node], None]]] = {
        "local_variable_declaration": variables,
        "return_statement": ClassPass.return_statement,
        "throw_statement": _throw,
        "labeled_statement": _labeled,
        "enhanced_for_statement": _for_each,
        "try_statement": _try,
        "try_with_resources_statement": _try,
        "catch_clause": _catch,
    }
