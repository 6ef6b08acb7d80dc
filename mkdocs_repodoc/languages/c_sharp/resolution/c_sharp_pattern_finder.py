"""Identifiers in C#'s patterns with what they mean, and the variables of these."""

from __future__ import annotations

from abc import ABC

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import Target

_JOINED = frozenset(
    ("negated_pattern", "and_pattern", "or_pattern", "parenthesized_pattern", "list_pattern")
)


class PatternFinder(ExpressionFinder, ABC):
    """One file's pass over patterns."""

    def pattern(self, node: Node | None, value: Target | None) -> None:
        """Visit a pattern that a value is held against; declare its variables."""
        if node is None:
            return
        if node.type in _JOINED:
            for child in listed(node):
                self.pattern(child, None if node.type == "list_pattern" else value)
        elif node.type in ("declaration_pattern", "var_pattern"):
            written = node.child_by_field_name("type")
            kind = value_of(self.type_of(written, "name")) if written is not None else None
            self.variables_of(node, kind or value)
        elif node.type == "recursive_pattern":
            self._recursive(node, value)
        elif node.type == "type_pattern":
            self.type_of(node.child_by_field_name("type"), "name")
        elif node.type == "constant_pattern":
            for child in listed(node):
                self.expression(child)
        elif node.type != "discard":
            self.expression(node)

    def _recursive(self, node: Node, value: Target | None) -> None:
        written = node.child_by_field_name("type")
        kind = value_of(self.type_of(written, "name")) if written is not None else value
        for clause in listed(node):
            if clause.type == "property_pattern_clause":
                for one in listed(clause):
                    self._subpattern(one, kind)
            elif clause.type == "positional_pattern_clause":
                for number, one in enumerate(listed(clause)):
                    parts = listed(one)
                    component = c_sharp_terms.component(kind, number)
                    self.pattern(parts[-1] if parts else None, component)
        self.variables_of(node, kind)

    def _subpattern(self, node: Node, value: Target | None) -> None:
        """Visit `Name: pattern`, where the name may be `Name.Name`."""
        parts = listed(node)
        if len(parts) > 1:
            value = self._member_path(parts[0], value)
        self.pattern(parts[-1] if parts else None, value)

    def _member_path(self, node: Node, value: Target | None) -> Target | None:
        names = [node] if node.type == "identifier" else listed(node)
        for name in names:
            if name.type != "identifier":
                value = self._member_path(name, value)
                continue
            value = c_sharp_terms.member(value, self.text(name), self.around)
            self.note(name, value, "name")
        return value

    def variables_of(self, node: Node, value: Target | None) -> None:
        """Declare the variables that a node names, those in brackets as parts of a tuple."""
        for name in node.children_by_field_name("name"):
            if name.type == "identifier":
                self.scopes.declare(self.text(name), value)
        for child in listed(node):
            if child.type in ("tuple_pattern", "parenthesized_variable_designation"):
                self.tuple_variables(child, value)

    def tuple_variables(self, node: Node, value: Target | None) -> None:
        """Declare the variables that a tuple is taken apart into."""
        for number, name in enumerate(listed(node)):
            component = c_sharp_terms.component(value, number)
            if name.type == "identifier":
                self.scopes.declare(self.text(name), component)
            elif name.type == "tuple_pattern":
                self.tuple_variables(name, component)
