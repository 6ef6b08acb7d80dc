"""Assignments of Ruby: what variables, fields and constants get."""

from __future__ import annotations

from abc import abstractmethod

from tree_sitter import Node

from mkdocs_repodoc.languages.ruby.resolution import ruby_terms as terms
from mkdocs_repodoc.languages.ruby.resolution.ruby_branch_finder import BranchFinder
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import Target

_SEVERAL = frozenset(
    """
    left_assignment_list destructured_left_assignment splat_parameter rest_assignment
    splat_argument
    """.split()  # noqa: SIM905 - reads better
)


class AssignmentFinder(BranchFinder):
    """Follows identifiers in assignments."""

    def assignment(self, node: Node) -> Target | None:
        """Visit an assignment; return its value."""
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is not None and left.type in ("constant", "scope_resolution"):
            return self.constant_assignment(left, right)
        if left is not None and left.type == "identifier":
            self.locals.add(self.text(left))
        value = self.expression(right)
        if left is not None and left.type == "left_assignment_list":
            values: list[Target | None] = []
            for part in listed(left):
                values.append(None)
                self.assign(part, None)
        else:
            self.assign(left, value)
        return value

    @abstractmethod
    def constant_assignment(self, left: Node, right: Node | None) -> Target | None:
        """Visit what is assigned to a constant."""

    @abstractmethod
    def field_assignment(self, name: str, value: Target | None) -> None:
        """Note what is assigned to an instance variable."""

    def assign(self, left: Node | None, value: Target | None) -> None:
        """Visit what is assigned to."""
        if left is None:
            return
        if left.type == "identifier":
            name = self.text(left)
            self.locals.add(name)
            self.variables.assign(name, value)
        elif left.type == "instance_variable":
            self._assign_field(left, value)
        elif left.type == "call":
            owner = self.expression(left.child_by_field_name("receiver"))
            name_node = left.child_by_field_name("method")
            if name_node is not None:
                target = terms.method(owner, f"{self.text(name_node)}=")
                self.note(name_node, target, "call")
        elif left.type in _SEVERAL:
            for part in listed(left):
                self.assign(part, None)
        else:
            self.expression(left)

    def _assign_field(self, node: Node, value: Target | None) -> None:
        name = self.text(node)
        self.note(node, terms.variable(self.itself(), name), "name")
        self.field_assignment(name, value)
        if value is not None and value.base == "call":
            self.variables.assign(name, value)
        else:
            self.variables.forget(name)

    def operator_assignment(self, node: Node) -> Target | None:
        """Visit `a += b`; return the value."""
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = self.text(node.child_by_field_name("operator"))
        if left is not None and left.type in ("constant", "scope_resolution"):
            return self.constant_assignment(left, right)
        before: Target | None = None
        if left is not None and left.type == "identifier":
            before = self.variables.value(self.text(left))
            self.locals.add(self.text(left))
        elif left is not None:
            self.expression(left)
        value = self.expression(right)
        if operator != "||=":
            value = None
        elif before is not None:
            value = terms.either((before, value))
        if left is not None and left.type in ("identifier", "instance_variable"):
            if left.type == "instance_variable":
                self.field_assignment(self.text(left), value)
            if value is not None or left.type == "identifier":
                self.variables.assign(self.text(left), value)
        return value
