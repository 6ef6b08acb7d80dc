"""Identifiers in PHP's functions with what they mean: branches, loops and variables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.php_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.php.resolution.php_operator_finder import Assumed
from mkdocs_repodoc.languages.php.resolution.phpdoc_comments import DocComment
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.flowing_variables import Values
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_JUMPS = frozenset(("return_statement", "break_statement", "continue_statement", "exit_statement"))


class StatementFinder(ExpressionFinder):
    """One file's pass over what stands in functions.

    Args:
        code: The file.
    """

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self._returned: list[list[Target | None]] = []
        """For each function around: what it returns."""
        self._documented: Mapping[str, Target | None] = {}
        """Variables of which the comment in front of the statement says what they are."""
        self.overridden: tuple[str, str] | None = None
        """Number of the class and name of the method whose parameters are declared."""

    def statement(self, node: Node) -> None:
        """Visit a statement, or whatever else holds statements."""
        if visit := self._STATEMENTS.get(node.type):
            visit(self, node)
        else:
            self.expression(node)

    def each(self, node: Node | None) -> None:
        """Visit the statements in a node, with what comments in front of them say."""
        if node is None:
            return
        for child in node.named_children:
            if child.type == "comment":
                doc = self.doc(child)
                self._documented = {**self._documented, **doc.variables}
                self._declare_documented()
            else:
                self.statement(child)
                if self._documented:
                    self._documented = {}

    def _declare_documented(self, left: Node | None = None) -> None:
        """Declare variables as the comment in front says; `left` is what is assigned to."""
        for name, kind in self._documented.items():
            if name:
                self.variables.assign(f"${name}", value_of(kind))
            elif left is not None and (key := self.key_of(left)) and kind is not None:
                self.variables.assign(key, value_of(kind))

    def _expression_statement(self, node: Node) -> None:
        documented, self._documented = self._documented, {}
        parts = listed(node)
        for child in parts:
            self.expression(child)
        if documented:
            self._documented = documented
            left = parts[0].child_by_field_name("left") if parts else None
            self._declare_documented(left)

    def function_body(self, node: Node) -> Target | None:
        """Visit the body of a function; return what it returns, as far as that is known."""
        was_generator, self.makes_generator = self.makes_generator, False
        self._returned.append([])
        self.statement(node)
        values = self._returned.pop()
        is_generator, self.makes_generator = self.makes_generator, was_generator
        return terms.either(*values) if values and not is_generator else None

    def _return(self, node: Node) -> None:
        for child in listed(node):
            value = self.expression(child)
            if self._returned and child.type != "null":
                self._returned[-1].append(value)

    def declare_parameters(self, node: Node | None, doc: DocComment) -> list[Target | None]:
        """Visit parameters and declare them; return the types that they say they have."""
        found: list[Target | None] = []
        for index, one in enumerate(listed(node)):
            self.attributes(one)
            name = self.text(one.child_by_field_name("name"))
            written = self.type_of(one.child_by_field_name("type"))
            kind = doc.parameters.get(name.removeprefix("$")) or written
            if one.type == "variadic_parameter":
                kind = terms.array_of(kind)
            self.expression(one.child_by_field_name("default_value"))
            found.append(kind)
            value = value_of(kind)
            is_open = kind is None or kind == terms.array_of(None)
            if is_open and self.overridden is not None:
                value = terms.inherited_parameter(*self.overridden, index)
            self.variables.assign(name, value)
            self.declared_parameter(one, kind)
        return found

    def declared_parameter(self, node: Node, kind: Target | None) -> None:
        """Note a parameter of which a property is made."""

    # Branches

    def _if(self, node: Node) -> None:
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

    def _loop(self, node: Node) -> None:
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

    def _for_each(self, node: Node) -> None:
        parts = listed(node)
        body = node.child_by_field_name("body")
        documented, self._documented = self._documented, {}
        values = self.expression(parts[0]) if parts else None
        before = self.variables.kept()
        for part in parts[1:]:
            if part == body:
                continue
            targets = listed(part) if part.type == "pair" else [part]
            if len(targets) > 1:
                self.assign(targets[0], None)
            last = targets[-1] if targets else None
            if last is not None and last.type == "by_ref":
                last = next(iter(listed(last)), None)
            self.assign(last, terms.element(values))
        self._documented = documented
        self._declare_documented()
        if body is not None:
            self.statement(body)
        self.variables.join((before, self.variables.kept()))

    def _switch(self, node: Node) -> None:
        self.expression(node.child_by_field_name("condition"))
        start = self.variables.kept()
        ends = [start]
        for case in listed(node.child_by_field_name("body")):
            self.variables.put_back(start)
            self.each(case)
            ends.append(self.variables.kept())
        self.variables.join(ends)

    def _try(self, node: Node) -> None:
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

    # Variables

    def _static_variable(self, node: Node) -> None:
        value = self.expression(node.child_by_field_name("value"))
        self.variables.assign(self.text(node.child_by_field_name("name")), value)

    def _global(self, node: Node) -> None:
        for one in listed(node):
            self.variables.assign(self.text(one), None)

    def _unset(self, node: Node) -> None:
        for one in listed(node):
            self.expression(one)
            if key := self.key_of(one):
                self.variables.forget(key)

    _STATEMENTS: ClassVar[Mapping[str, Callable[[Any, Node], object]]] = {
        "compound_statement": each,
        "expression_statement": _expression_statement,
        "return_statement": _return,
        "if_statement": _if,
        "while_statement": _loop,
        "do_statement": _loop,
        "for_statement": _loop,
        "foreach_statement": _for_each,
        "switch_statement": _switch,
        "try_statement": _try,
        "static_variable_declaration": _static_variable,
        "global_declaration": _global,
        "unset_statement": _unset,
        "throw_statement": ExpressionFinder.throwing,
    }


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
