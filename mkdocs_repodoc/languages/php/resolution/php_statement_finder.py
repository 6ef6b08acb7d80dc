"""Identifiers in PHP's functions with what they mean: branches, loops and variables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.php_branch_finder import BranchFinder
from mkdocs_repodoc.languages.php.resolution.php_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.php.resolution.phpdoc_comments import DocComment
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import Target


class StatementFinder(BranchFinder):
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
        "if_statement": BranchFinder.if_statement,
        "while_statement": BranchFinder.loop,
        "do_statement": BranchFinder.loop,
        "for_statement": BranchFinder.loop,
        "foreach_statement": _for_each,
        "switch_statement": _switch,
        "try_statement": BranchFinder.try_statement,
        "static_variable_declaration": _static_variable,
        "global_declaration": _global,
        "unset_statement": _unset,
        "throw_statement": ExpressionFinder.throwing,
    }
