"""Branches of PHP: what is known of variables in them and behind them."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.php.resolution.php_condition_finder import Assumed
from mkdocs_repodoc.languages.php.resolution.php_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.flowing_variables import Values
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type

_JUMPS = frozenset(("return_statement", "break_statement", "continue_statement", "exit_statement"))


class BranchFinder(ExpressionFinder):
    """Follows identifiers in branches."""

    def if_statement(self, node: Node) -> None:
        """Visit an `if` with all its branches."""
        ends: list[Values] = []
        told = self._branch(node, ends)
        has_else = False
        for one in listed(node):
            if one.type == "else_if_clause":
                told += self._branch(one, ends)
            elif one.type == "else_clause":
                has_else = True
                self.each_branch(one)
                if not _leaves(one):
                    ends.append(self.variables.kept())
        if ends:
            if not has_else:
                self.take_back(told)
                ends.append(self.variables.kept())
            self.variables.join(ends)

    def _branch(self, node: Node, ends: list[Values]) -> Assumed:
        """Visit a condition and what it guards; go on where it does not hold."""
        condition = node.child_by_field_name("condition")
        self.expression(condition)
        start = self.variables.kept()
        saved = self.assume(self.when(condition, holds=True))
        body = node.child_by_field_name("body")
        if body is not None:
            self.statement(body)
        if not _leaves(node):
            self.take_back(saved)
            ends.append(self.variables.kept())
        self.variables.put_back(start)
        return self.assume(self.when(condition, holds=False))

    def each_branch(self, node: Node) -> None:
        """Visit what an `else` guards."""
        for child in listed(node):
            self.statement(child)

    def loop(self, node: Node) -> None:
        """Visit a loop, whose body may never run."""
        condition = node.child_by_field_name("condition")
        before = self.variables.kept()
        saved: Assumed = []
        for child in listed(node):
            if child == condition and node.type == "while_statement":
                self.expression(child)
                before = self.variables.kept()
                saved = self.assume(self.when(child, holds=True))
            else:
                self.statement(child)
        self.take_back(saved)
        self.variables.join((before, self.variables.kept()))

    def try_statement(self, node: Node) -> None:
        """Visit a `try` with what handles its errors."""
        start = self.variables.kept()
        body = node.child_by_field_name("body")
        if body is not None:
            self.statement(body)
        after = self.variables.kept()
        ends = [after]
        for child in listed(node):
            if child.type == "catch_clause":
                self.variables.join((start, after))
                self._catch(child)
                if not _leaves(child):
                    ends.append(self.variables.kept())
        self.variables.join(ends)
        for child in listed(node):
            if child.type == "finally_clause":
                self.each_branch(child)

    def _catch(self, node: Node) -> None:
        kind = self.type_of(node.child_by_field_name("type"), "except")
        name = node.child_by_field_name("name")
        if name is not None:
            self.variables.assign(self.text(name), value_of(kind))
        self.each_branch_body(node)

    def each_branch_body(self, node: Node) -> None:
        """Visit the body of a clause."""
        body = node.child_by_field_name("body")
        if body is not None:
            self.statement(body)


def _leaves(node: Node) -> bool:
    """Whether what stands behind a branch is not reached from its end."""
    body = node.child_by_field_name("body") or next(iter(listed(node)), None)
    if body is None:
        return False
    last = listed(body)[-1:] if body.type in ("compound_statement", "colon_block") else [body]
    if not last:
        return False
    if last[0].type == "expression_statement":
        return child_of_type(last[0], "throw_expression", "exit_statement") is not None
    return last[0].type in _JUMPS or last[0].type == "throw_statement"
