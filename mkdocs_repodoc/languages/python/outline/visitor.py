"""One pass over the syntax tree that collects all we want to know of it.

Griffe's own visitor keeps the last of several definitions of a name, and leaves out what functions
define and import, so that what exists, and where, is decided here. Statements are visited by
recursion, which Python's limit on indentation bounds; expressions by `expression_search`.
"""

from __future__ import annotations

import ast
from typing import ClassVar

from mkdocs_repodoc.languages.python.outline.definition_visitor import DefinitionVisitor, Handler
from mkdocs_repodoc.languages.python.outline.expression_search import ExpressionSearch
from mkdocs_repodoc.languages.python.outline.structure import (
    Guard,
    ImportPlace,
    LoopNode,
    OutlineScope,
    Structure,
)
from mkdocs_repodoc.languages.python.parse.docstring_nodes import (
    docstring,
)
from mkdocs_repodoc.languages.python.parse.guards import asks_type_checking, is_main_guard

_ALL_METHODS = {"append", "extend", "remove"}


class Visitor(DefinitionVisitor):
    """Collects the structure of one module.

    Args:
        call_names: Last names of the functions whose calls are kept.
    """

    def __init__(self, call_names: frozenset[str]) -> None:
        self._call_names = call_names
        self._branches = 0

    def visit(self, tree: ast.Module) -> Structure:
        """Return what stands in the tree."""
        module = OutlineScope("", tree)
        self._found = Structure(module, docstring(tree.body), [module])
        self._search = ExpressionSearch(self._call_names, self._found).search
        self._block(tree.body, module, Guard())
        return self._found

    # Branches and loops

    def _branch(self, guard: Guard, *, type_checking: bool = False, main: bool = False) -> Guard:
        self._branches += 1
        return Guard(
            conditional=True,
            type_checking=guard.type_checking or type_checking,
            main=guard.main or main,
            branch=(*guard.branch, self._branches),
        )

    def _if(
        self, node: ast.If, scope: OutlineScope, guard: Guard, _follower: ast.stmt | None
    ) -> None:
        while True:
            scope.complexity += 1
            self._search(node.test, scope)
            checking, inverse = asks_type_checking(node.test)
            main = not scope.name and is_main_guard(node.test)
            if main and not self._found.main_line:
                self._found.main_line = node.lineno
            inside = self._branch(guard, type_checking=checking and not inverse, main=main)
            self._block(node.body, scope, inside)
            # An `elif` is an `if` in the `else`: a loop, since there may be thousands.
            if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
                node = node.orelse[0]
                continue
            if node.orelse:
                outside = self._branch(guard, type_checking=checking and inverse)
                self._block(node.orelse, scope, outside)
            return

    def _loop(
        self, node: LoopNode, scope: OutlineScope, guard: Guard, _follower: ast.stmt | None
    ) -> None:
        scope.complexity += 1
        if isinstance(node, ast.While):
            self._search(node.test, scope)
        else:
            self._search(node.iter, scope)
        inside = self._branch(guard)
        self._block(node.body, scope, inside)
        self._block(node.orelse, scope, inside)

    def _try(
        self, node: ast.Try, scope: OutlineScope, guard: Guard, _follower: ast.stmt | None
    ) -> None:
        inside = self._branch(guard)
        self._block(node.body, scope, inside)
        for handler in node.handlers:
            scope.complexity += 1
            if handler.name:
                scope.caught.add(handler.name)
            if handler.type is not None:
                self._search(handler.type, scope)
            self._block(handler.body, scope, self._branch(guard))
        self._block(node.orelse, scope, inside)
        self._block(node.finalbody, scope, guard)

    def _with(
        self,
        node: ast.With | ast.AsyncWith,
        scope: OutlineScope,
        guard: Guard,
        _follower: ast.stmt | None,
    ) -> None:
        for item in node.items:
            self._search(item.context_expr, scope)
        self._block(node.body, scope, guard)

    def _match(
        self, node: ast.Match, scope: OutlineScope, guard: Guard, _follower: ast.stmt | None
    ) -> None:
        self._search(node.subject, scope)
        for case in node.cases:
            if not (isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None):
                scope.complexity += 1
            if case.guard is not None:
                self._search(case.guard, scope)
            self._block(case.body, scope, self._branch(guard))

    # Statements that one rule or another asks for

    def _raise(
        self, node: ast.Raise, scope: OutlineScope, _guard: Guard, _follower: ast.stmt | None
    ) -> None:
        if node.exc is not None:
            scope.raises.append(node)
        self._search(node, scope)

    def _import(
        self,
        node: ast.Import | ast.ImportFrom,
        scope: OutlineScope,
        guard: Guard,
        _follower: ast.stmt | None,
    ) -> None:
        self._found.imports.append(ImportPlace(node, scope, guard))

    def _expression(
        self, node: ast.Expr, scope: OutlineScope, _guard: Guard, _follower: ast.stmt | None
    ) -> None:
        value = node.value
        if isinstance(value, ast.Constant):
            if isinstance(value.value, str):
                self._found.strings.append(value)
            return
        if (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Attribute)
            and value.func.attr in _ALL_METHODS
            and isinstance(value.func.value, ast.Name)
            and value.func.value.id == "__all__"
        ):
            self._found.exports.append(node)
        self._search(value, scope)

    def _augmented(
        self, node: ast.AugAssign, scope: OutlineScope, _guard: Guard, _follower: ast.stmt | None
    ) -> None:
        if isinstance(node.target, ast.Name) and node.target.id == "__all__" and not scope.name:
            self._found.exports.append(node)
        self._search(node, scope)

    def _return(
        self, node: ast.Return, scope: OutlineScope, _guard: Guard, _follower: ast.stmt | None
    ) -> None:
        if node.value is not None:
            scope.returns.append(node)
            self._search(node.value, scope)

    handlers: ClassVar[dict[type[ast.stmt], Handler]] = {
        **DefinitionVisitor.handlers,
        ast.AugAssign: _augmented,
        ast.If: _if,
        ast.For: _loop,
        ast.AsyncFor: _loop,
        ast.While: _loop,
        ast.Try: _try,
        ast.TryStar: _try,
        ast.With: _with,
        ast.AsyncWith: _with,
        ast.Match: _match,
        ast.Raise: _raise,
        ast.Import: _import,
        ast.ImportFrom: _import,
        ast.Return: _return,
        ast.Expr: _expression,
    }
