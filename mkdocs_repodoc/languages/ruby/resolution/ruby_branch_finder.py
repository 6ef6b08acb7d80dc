"""Identifiers in Ruby's branches and loops with what they mean, and the values of these."""

from __future__ import annotations

from abc import abstractmethod

from tree_sitter import Node

from mkdocs_repodoc.languages.ruby.resolution import ruby_terms as terms
from mkdocs_repodoc.languages.ruby.resolution.ruby_terms import Around
from mkdocs_repodoc.languages.treesitter.identifiers.flowing_variables import (
    FlowingVariables,
    Values,
)
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import (
    NotedIdentifiers,
    listed,
)
from mkdocs_repodoc.model.references import ReferenceKind, Target

_CONSTANTS = frozenset(("constant", "scope_resolution"))


class BranchFinder(NotedIdentifiers):
    """One file's pass over what decides which code runs.

    Args:
        code: The file.

    Attributes:
        nesting: Full names of the modules around, the innermost first.
        around: What `self` is.
        in_block: Whether a block is around that may have another `self`.
        method_name: Name of the method around; empty for none.
        locals: Local variables that have been met.
        variables: What they are.
    """

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self.nesting: tuple[str, ...] = ()
        self.around = Around()
        self.in_block = False
        self.method_name = ""
        self.locals: set[str] = set()
        self.variables = FlowingVariables()
        self.returns: list[Target | None] = []

    @abstractmethod
    def expression(self, node: Node | None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known."""

    @abstractmethod
    def constant(self, node: Node, kind: ReferenceKind = "name") -> Target | None:
        """Visit a constant; return it."""

    @abstractmethod
    def assign(self, left: Node | None, value: Target | None) -> None:
        """Visit what is assigned to."""

    @abstractmethod
    def anonymous_function(self, node: Node) -> None:
        """Visit a lambda."""

    def itself(self) -> Target | None:
        """Return the object around."""
        return terms.object_of(self.around) if self.in_block else terms.itself(self.around)

    # Sequences

    def sequence(self, node: Node) -> Target | None:
        """Visit statements; return the value of the last one."""
        value: Target | None = None
        for child in listed(node):
            value = self.expression(child)
        return value

    def returned(self, node: Node) -> None:
        """Visit `return`."""
        parts = [part for one in listed(node) for part in listed(one)]
        values = [self.expression(part) for part in parts]
        if values:
            self.returns.append(values[0] if len(values) == 1 else None)

    # Branches

    def condition(self, node: Node) -> Target | None:
        """Visit `if` and its like; return the value of its branches."""
        self.expression(node.child_by_field_name("condition"))
        start = self.variables.kept()
        ends: list[Values] = []
        values: list[Target | None] = []
        for field in ("consequence", "alternative"):
            self.variables.put_back(start)
            branch = node.child_by_field_name(field)
            if branch is not None:
                value = self.expression(branch)
                if not _leaves(branch):
                    values.append(value)
                    ends.append(self.variables.kept())
            else:
                ends.append(start)
        self.variables.join(ends or [start])
        return terms.either(values)

    def modified(self, node: Node) -> Target | None:
        """Visit a statement with `if` or `unless` behind it."""
        self.expression(node.child_by_field_name("condition"))
        start = self.variables.kept()
        body = node.child_by_field_name("body")
        value = self.expression(body)
        is_left = body is not None and body.type in ("return", "next", "break")
        self.variables.join((start,) if is_left else (start, self.variables.kept()))
        return value

    def loop(self, node: Node) -> None:
        """Visit a loop, whose body may never run."""
        start = self.variables.kept()
        for child in listed(node):
            self.expression(child)
        self.variables.join((start, self.variables.kept()))

    def for_loop(self, node: Node) -> None:
        """Visit `for`."""
        self.expression(node.child_by_field_name("value"))
        self.assign(node.child_by_field_name("pattern"), None)
        self.expression(node.child_by_field_name("body"))

    def case(self, node: Node) -> Target | None:
        """Visit `case`; return the value of its branches."""
        selector = node.child_by_field_name("value")
        self.expression(selector)
        start = self.variables.kept()
        ends: list[Values] = [start]
        values: list[Target | None] = []
        for clause in listed(node):
            if clause == selector:
                continue
            self.variables.put_back(start)
            values.append(self._clause(clause, selector))
            ends.append(self.variables.kept())
        self.variables.join(ends)
        return terms.either(values)

    def _clause(self, clause: Node, selector: Node | None) -> Target | None:
        """Visit a branch of `case`; the only constant of a `when` is the class of a variable."""
        if clause.type == "else":
            return self.sequence(clause)
        value: Target | None = None
        parts = listed(clause)
        patterns = [one for one in parts if one.type in ("pattern", "in_clause")]
        for part in parts:
            if part.type == "pattern":
                found = [self.expression(one) for one in listed(part)]
                is_class = len(patterns) == 1 and listed(part)[0].type in _CONSTANTS
                if selector is not None and selector.type == "identifier" and is_class:
                    self.assign(selector, terms.instance(found[0]))
            elif part.type.endswith("_pattern") or part == clause.child_by_field_name("pattern"):
                self.pattern(part)
            else:
                value = self.expression(part)
        return value

    def pattern(self, node: Node) -> None:
        """Visit a pattern, whose names are variables."""
        if node.type == "identifier":
            self.assign(node, None)
        elif node.type in _CONSTANTS:
            self.constant(node)
        else:
            for child in listed(node):
                self.pattern(child)

    def begin(self, node: Node) -> Target | None:
        """Visit statements with what rescues them; return the value of the last one."""
        value: Target | None = None
        start = self.variables.kept()
        ends: list[Values] = []
        rescued: list[Target | None] = []
        for child in listed(node):
            if child.type == "rescue":
                after = self.variables.kept()
                ends.append(after)
                self.variables.join((start, after))
                rescued.append(self.expression(child))
                ends.append(self.variables.kept())
            else:
                found = self.expression(child)
                value = value if child.type == "ensure" else found
        if ends:
            self.variables.join((*ends, self.variables.kept()))
        return terms.either((value, *rescued)) if rescued else value

    def rescue(self, node: Node) -> Target | None:
        """Visit `rescue`."""
        kinds = listed(node.child_by_field_name("exceptions"))
        found = [
            self.constant(one, "except") if one.type in _CONSTANTS else self.expression(one)
            for one in kinds
        ]
        variable = node.child_by_field_name("variable")
        if variable is not None and listed(variable):
            value = terms.instance(found[0]) if len(found) == 1 else None
            self.assign(listed(variable)[0], value)
        return self.expression(node.child_by_field_name("body"))

    def either_side(self, node: Node) -> Target | None:
        """Visit `a rescue b`."""
        return terms.either([self.expression(child) for child in listed(node)])


def _leaves(branch: Node) -> bool:
    """Whether what stands behind a branch is not reached from its end."""
    last = listed(branch)[-1:] if branch.type in ("then", "else") else [branch]
    return bool(last) and last[0].type in ("return", "next", "break")
