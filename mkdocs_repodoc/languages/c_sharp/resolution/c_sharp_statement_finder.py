"""Identifiers in C#'s statements with what they mean: blocks, variables and local functions."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_query_finder import QueryFinder
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.class_pass import ClassPass
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_BLOCKS = frozenset(
    """
    block for_statement using_statement fixed_statement switch_section lock_statement
    """.split()  # noqa: SIM905 - reads better
)
_PATTERNS = ("_pattern", "discard")


class StatementFinder(QueryFinder):
    """One file's pass over what stands in methods.

    Args:
        code: The file.
    """

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self._selectors: list[Target | None] = []
        """What the `switch` statements around select by."""

    @abstractmethod
    def local_function(self, node: Node) -> None:
        """Visit a function that a block declares."""

    @abstractmethod
    def declare_function(self, node: Node) -> None:
        """Declare a function that is visible in its whole block."""

    def statement(self, node: Node | None) -> None:
        """Visit a statement, or whatever else holds statements."""
        if node is None:
            return
        if visit := self._STATEMENTS.get(node.type):
            visit(self, node)
        elif node.type in _BLOCKS:
            with self.scopes.block():
                self._each(node)
        elif node.type.endswith(("_statement", "_clause", "switch_body")) or (
            node.type.startswith("preproc_")
        ):
            self._each(node)
        elif node.type.endswith(_PATTERNS):
            self.pattern(node, self._selectors[-1] if self._selectors else None)
        elif node.type == "variable_declaration":
            self.variables(node)
        else:
            self.expression(node)

    def _each(self, node: Node) -> None:
        parts = listed(node)
        for child in parts:
            if child.type == "local_function_statement":
                self.declare_function(child)
        for child in parts:
            self.statement(child)

    def function_body(self, node: Node | None, expected: Target | None) -> Target | None:
        """Visit a body as others do, or one that is an expression."""
        if node is None or node.type != "arrow_expression_clause":
            return super().function_body(node, expected)
        value: Target | None = None
        for child in listed(node):
            value = self.expression(child, expected)
        return value

    def _yield(self, node: Node) -> None:
        for child in listed(node):
            self.expression(child)

    def _labelled(self, node: Node) -> None:
        for child in listed(node)[1:]:
            self.statement(child)

    def _goto(self, node: Node) -> None:
        if any(child.type == "case" for child in node.children):
            for child in listed(node):
                self.expression(child)

    # Variables

    def variables(self, node: Node) -> None:
        """Visit a declaration of variables, and declare them."""
        written = node.child_by_field_name("type")
        kind = value_of(self.type_of(written))
        for one in listed(node):
            if one.type != "variable_declarator":
                continue
            name, value = one.child_by_field_name("name"), self._initial(one, kind)
            pattern = child_of_type(one, "tuple_pattern")
            if pattern is not None:
                self.tuple_variables(pattern, value)
            self.scopes.declare(self.text(name), kind or value)

    def _initial(self, node: Node, kind: Target | None) -> Target | None:
        """Visit the value that a variable begins with."""
        name = node.child_by_field_name("name")
        value: Target | None = None
        for child in listed(node):
            if child.type == "initializer_expression":
                self.elements(child, terms.indexed(kind))
            elif child.type == "bracketed_argument_list":
                self.expression(child)
            elif (name is None or child.id != name.id) and child.type != "tuple_pattern":
                value = self.expression(child, kind)
        return value

    def declare_parameters(self, node: Node | None) -> list[tuple[str, Target | None]]:
        """Visit parameters, and declare those that have types; return their names and types."""
        found: list[tuple[str, Target | None]] = []
        for one in listed(node):
            if one.type == "parameter":
                self.attributes(one)
                kind = self.type_of(one.child_by_field_name("type"))
                found.append((self.text(one.child_by_field_name("name")), kind))
                for child in self._default(one):
                    self.expression(child, value_of(kind))
        rest = node.child_by_field_name("name") if node is not None else None
        if node is not None and rest is not None and rest.type == "identifier":
            # `params`, which is no node of its own
            found.append((self.text(rest), self.type_of(node.child_by_field_name("type"))))
        for name, kind in found:
            self.scopes.declare(name, value_of(kind))
        return found

    @staticmethod
    def _default(node: Node) -> list[Node]:
        equals = child_of_type(node, "=")
        if equals is None:
            return []
        return [one for one in listed(node) if one.start_byte > equals.start_byte]

    def _for_each(self, node: Node) -> None:
        with self.scopes.block():
            value = self.expression(node.child_by_field_name("right"))
            one = terms.element(value)
            left = node.child_by_field_name("left")
            kind = value_of(self.type_of(node.child_by_field_name("type")))
            if left is not None and left.type == "tuple_pattern":
                self.tuple_variables(left, one)
            elif left is not None and left.type == "identifier":
                self.scopes.declare(self.text(left), kind or one)
            else:
                self.expression(left)
            self.statement(node.child_by_field_name("body"))

    def _catch(self, node: Node) -> None:
        with self.scopes.block():
            caught = child_of_type(node, "catch_declaration")
            if caught is not None:
                kind = self.type_of(caught.child_by_field_name("type"), "except")
                self.scopes.declare(self.text(caught.child_by_field_name("name")), value_of(kind))
            for child in listed(node):
                if child.type != "catch_declaration":
                    self.statement(child)

    def _switch_statement(self, node: Node) -> None:
        selector = self.expression(node.child_by_field_name("value"))
        self._selectors.append(selector)
        self.statement(node.child_by_field_name("body"))
        self._selectors.pop()

    _STATEMENTS: ClassVar[Mapping[str, Callable[[Any, Node], None]]] = {
        "local_declaration_statement": _each,
        "return_statement": ClassPass.return_statement,
        "yield_statement": _yield,
        "throw_statement": lambda self, node: self.thrown(node, None),
        "labeled_statement": _labelled,
        "goto_statement": _goto,
        "foreach_statement": _for_each,
        "catch_clause": _catch,
        "switch_statement": _switch_statement,
        "local_function_statement": lambda self, node: self.local_function(node),
        "arrow_expression_clause": lambda self, node: self.expression(
            next(iter(listed(node)), None)
        ),
    }
