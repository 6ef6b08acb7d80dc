"""The common part of the walk over a syntax tree that notes every identifier that is used.

What an identifier means can only be said once its scope is complete (a function's names are local
before they are bound), so that the walk notes and `references` judges. `bound_names`,
`match_cases`, `expressions`, `definitions` and `statements` add what to do with each kind of node.

The walk is a dispatch on the node's class, kept flat on purpose: together with the parser it is
what a cold build of a large repository waits for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import ClassVar

from mkdocs_repodoc.languages.python.names.fixture_requests import DirectNames
from mkdocs_repodoc.languages.python.names.node_dispatch import NodeDispatch, Visit
from mkdocs_repodoc.languages.python.names.outline_index import OutlineIndex
from mkdocs_repodoc.languages.python.names.python_scopes import (
    NameScope,
    ScopeKind,
)
from mkdocs_repodoc.languages.python.names.spelled import Spelled, end_of
from mkdocs_repodoc.languages.python.names.statement_sites import Spelling
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.model.references import FILE_SCOPE, ReferenceKind

Identifier = tuple[NameScope, int, ast.Name | ast.Attribute, ReferenceKind, ast.Call | None]
"""A name or chain of attributes that is used: the scope in which it is looked up, the index of the
innermost symbol around it, the node, how its last part is used (what comes before it is a plain
name), and the call whose function it is. There are hundreds of thousands: a plain tuple."""


class Walker:
    """State of the walk over one file, and what it does with names.

    Attributes:
        METHODS: Node class → name of the method that visits it; other nodes are looked into.
        module: The module's scope; the others hang below it only through what they resolve.
        identifiers: Uses of names, roughly in source order.
        spelled: Names in import statements, and those of fixtures that are asked for.
        functions: Symbol, scope and node of the functions that have a symbol.
        classes: The module's scope and those of all classes, in source order.
        stars: Whether a star import may bind names that nothing else does.
    """

    METHODS: ClassVar[dict[type[ast.AST], str]] = {
        ast.Attribute: "_attribute",
        ast.Constant: "_nothing",
        ast.Pass: "_nothing",
        ast.Break: "_nothing",
        ast.Continue: "_nothing",
    }

    def __init__(self, sites: OutlineIndex) -> None:
        self.module = NameScope("module", None, "", FILE_SCOPE, None)
        self._scopes = [self.module]
        self.identifiers: list[Identifier] = []
        self.spelled: list[Spelled] = []
        self.functions: list[tuple[int, NameScope, FunctionNode]] = []
        self.classes: list[NameScope] = [self.module]
        self.stars = False
        self._sites = sites
        self._scope = self.module
        self._symbol = FILE_SCOPE
        self._until = (0, 0)
        self._direct = DirectNames()
        methods = {kind: getattr(self, name) for kind, name in self.METHODS.items()}
        self._visit: dict[type[ast.AST], Visit] = NodeDispatch(methods, self.generic)

    def release(self) -> None:
        """Undo the cycles that hold the tree, so that it goes away without a collection."""
        for scope in self._scopes:
            scope.release()
        self._visit = {}

    def _open(
        self, kind: ScopeKind, around: NameScope, name: str, owner: NameScope | None
    ) -> NameScope:
        """Return a new scope, in which what follows is visited."""
        scope = self._scope = NameScope(kind, around, name, self._symbol, owner)
        self._scopes.append(scope)
        return scope

    def _block(self, body: Sequence[ast.stmt]) -> None:
        """Visit statements that run together if they run at all."""
        if body:
            until = self._until
            self._until = end_of(body[-1])
            self._body(body)
            self._until = until

    def _body(self, body: Sequence[ast.stmt]) -> None:
        visit, scope, symbol = self._visit, self._scope, self._symbol
        for statement in body:
            try:
                visit[statement.__class__](statement)
            except RecursionError:
                # An expression hundreds of levels deep: what was noted so far stands, and the
                # rest of this one statement has no links.
                self._scope, self._symbol = scope, symbol

    def _all(self, nodes: Iterable[ast.AST | None]) -> None:
        visit = self._visit
        for node in nodes:
            if node is not None:
                visit[node.__class__](node)

    def generic(self, node: ast.AST) -> None:
        """Visit whatever a node holds."""
        visit = self._visit
        for child in ast.iter_child_nodes(node):
            visit[child.__class__](child)

    def _nothing(self, node: ast.AST) -> None:
        """Pass over a node that holds no names."""

    def _attribute(self, node: ast.Attribute) -> None:
        self._used(node, "name" if node.ctx.__class__ is ast.Load else "assign")

    def _used(self, node: ast.expr, kind: ReferenceKind, call: ast.Call | None = None) -> None:
        """Note an expression whose last identifier is used in a way of its own."""
        root = node
        while root.__class__ is ast.Attribute:
            root = root.value
        if node.__class__ is ast.Name or node.__class__ is ast.Attribute:
            self.identifiers.append((self._scope, self._symbol, node, kind, call))
            if root.__class__ is ast.Name:
                return
        self._visit[root.__class__](root)

    def _spell(self, names: Iterable[Spelling]) -> None:
        for line, column, end_column, meaning in names:
            self.spelled.append(Spelled(line, column, end_column, meaning, self._symbol))
