"""The pass over the tree of one file, in a language whose types have members and bodies."""

from __future__ import annotations

from abc import ABC, abstractmethod

from tree_sitter import Node

from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.treesitter.identifiers.lexical_scopes import LexicalScopes
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import (
    NotedIdentifiers,
    listed,
)
from mkdocs_repodoc.model.references import Target


class ClassPass(NotedIdentifiers, ABC):
    """Base of one file's pass.

    Args:
        code: The file.

    Attributes:
        scopes: The blocks around.
        around: Position of the type or namespace around.
    """

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self.scopes = LexicalScopes()
        self.around = terms.FILE
        self._returned: list[tuple[Target | None, list[Target | None]]] = []
        """For each method and lambda around: what it should return, and what it returns."""

    @abstractmethod
    def expression(self, node: Node | None, expected: Target | None = None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known.

        Args:
            node: The expression.
            expected: A value of the type that is wanted here, for what has none of its own.
        """

    @abstractmethod
    def statement(self, node: Node | None) -> None:
        """Visit a statement, or whatever else holds statements."""

    def function_body(self, node: Node | None, expected: Target | None) -> Target | None:
        """Visit the body of a method or lambda; return the first known value that it returns."""
        self._returned.append((expected, []))
        self.statement(node)
        _, values = self._returned.pop()
        return next((one for one in values if one is not None), None)

    def return_statement(self, node: Node) -> None:
        """Visit a `return`, whose value is one of the function around."""
        expected, values = self._returned[-1] if self._returned else (None, [])
        for child in listed(node):
            values.append(self.expression(child, expected))
