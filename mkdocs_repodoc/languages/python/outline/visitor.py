"""One pass over the syntax tree that collects all we want to know of it.

Griffe's own visitor keeps the last of several definitions of a name, and leaves out what functions
define and import, so that what exists, and where, is decided here. Statements are visited by
recursion, which Python's limit on indentation bounds; expressions by `expression_search`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, ClassVar

from mkdocs_repodoc.languages.python.outline.expression_search import ExpressionSearch
from mkdocs_repodoc.languages.python.outline.structure import (
    FunctionNode,
    Guard,
    ImportPlace,
    LoopNode,
    NameDefinition,
    OutlineScope,
    Structure,
)
from mkdocs_repodoc.languages.python.parse.docstring_nodes import (
    docstring,
    string,
    written_docstring,
)
from mkdocs_repodoc.languages.python.parse.guards import asks_type_checking, is_main_guard
from mkdocs_repodoc.languages.python.parse.string_annotations import last_name

_ALL_METHODS = {"append", "extend", "remove"}
_OF_OBJECTS = {"__class__", "__dict__"}
"""What every object has: to assign it defines nothing."""
_Handler = Callable[["Visitor", Any, OutlineScope, Guard, ast.stmt | None], None]


class Visitor:
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

    def _block(self, body: list[ast.stmt], scope: OutlineScope, guard: Guard) -> None:
        last = len(body) - 1
        for position, statement in enumerate(body):
            handler = self._handlers.get(type(statement))
            if handler is None:
                self._search(statement, scope)
            else:
                follower = body[position + 1] if position < last else None
                handler(self, statement, scope, guard, follower)

    # Definitions

    def _function(
        self, node: FunctionNode, scope: OutlineScope, guard: Guard, _follower: ast.stmt | None
    ) -> None:
        for decorator in node.decorator_list:
            self._search(decorator, scope)
        self._search(node.args, scope)
        body = OutlineScope(scope.path(node.name), node, scope)
        if isinstance(scope.node, ast.ClassDef) and (positional := _positional(node)):
            static = any(last_name(part) == "staticmethod" for part in node.decorator_list)
            body.receiver = "" if static else positional[0].arg
        self._open(node, scope, body, guard)

    def _class(
        self, node: ast.ClassDef, scope: OutlineScope, guard: Guard, _follower: ast.stmt | None
    ) -> None:
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self._search(part, scope)
        self._open(node, scope, OutlineScope(scope.path(node.name), node, scope), guard)

    def _open(
        self,
        node: FunctionNode | ast.ClassDef,
        scope: OutlineScope,
        body: OutlineScope,
        guard: Guard,
    ) -> None:
        definition = NameDefinition(node.name, node, scope, guard, body=body)
        is_class = isinstance(node, ast.ClassDef)
        definition.docstring = docstring(node.body) if is_class else string(node.body[0])
        self._found.definitions.append(definition)
        self._found.scopes.append(body)
        scope.inner.append(body)
        self._block(node.body, body, Guard(type_checking=guard.type_checking))

    def _assign(
        self, node: ast.Assign, scope: OutlineScope, guard: Guard, follower: ast.stmt | None
    ) -> None:
        for target in node.targets:
            single = isinstance(target, ast.Name | ast.Attribute)
            value = node.value if single else None
            for name in _names(target):
                found = NameDefinition("", node, scope, guard, target=name, value=value)
                self._define(found, follower)
            if not single:
                self._search(target, scope)
        self._search(node.value, scope)

    def _annotated(
        self, node: ast.AnnAssign, scope: OutlineScope, guard: Guard, follower: ast.stmt | None
    ) -> None:
        found = NameDefinition("", node, scope, guard, target=node.target, value=node.value)
        found.annotation = node.annotation
        self._define(found, follower)
        if node.value is not None:
            self._search(node.value, scope)

    def _define(self, found: NameDefinition, follower: ast.stmt | None) -> None:
        """Keep an assignment if it makes an attribute of the module or of a class."""
        target, scope = found.target, found.scope
        if isinstance(target, ast.Name):
            if isinstance(scope.node, FunctionNode):
                return
            found.name = target.id
            if found.name == "__all__" and not scope.name:
                self._found.exports.append(found.node)
        elif isinstance(target, ast.Attribute) and scope.receiver and scope.parent is not None:
            receiver = target.value
            if not (isinstance(receiver, ast.Name) and receiver.id == scope.receiver):
                return
            if target.attr in _OF_OBJECTS:
                return
            found.name, found.method, found.scope = target.attr, scope, scope.parent
        else:
            self._documentation(target, found)
            return
        is_own = isinstance(target, ast.Name) and found.name == "__doc__"
        if is_own and found.value and written_docstring(found.value):
            return
        found.docstring = string(follower)
        self._found.definitions.append(found)

    def _documentation(self, target: ast.expr | None, assigned: NameDefinition) -> None:
        """Take `f.__doc__ = "…"` for the docstring of what was defined before in the same scope."""
        if not (isinstance(target, ast.Attribute) and target.attr == "__doc__"):
            return
        if assigned.value is None or not isinstance(target.value, ast.Name):
            return
        for known in reversed(self._found.definitions):
            if known.name == target.value.id and known.scope is assigned.scope:
                known.docstring = known.docstring or written_docstring(assigned.value)
                return

    def _type_alias(
        self,
        node: Any,  # noqa: ANN401 - `ast.TypeAlias`, which Python 3.11 does not have
        scope: OutlineScope,
        guard: Guard,
        follower: ast.stmt | None,
    ) -> None:
        self._found.definitions.append(
            NameDefinition(
                node.name.id,
                node,
                scope,
                guard,
                target=node.name,
                docstring=string(follower),
                value=node.value,
            )
        )

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

    _handlers: ClassVar[dict[type[ast.stmt], _Handler]] = {
        ast.FunctionDef: _function,
        ast.AsyncFunctionDef: _function,
        ast.ClassDef: _class,
        ast.Assign: _assign,
        ast.AnnAssign: _annotated,
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
    if hasattr(ast, "TypeAlias"):
        _handlers[ast.TypeAlias] = _type_alias


def _names(target: ast.expr) -> list[ast.expr]:
    """Return the names and attributes that an assignment target binds, in order."""
    if isinstance(target, ast.Tuple | ast.List):
        return [name for element in target.elts for name in _names(element)]
    if isinstance(target, ast.Starred):
        return _names(target.value)
    return [target]


def _positional(node: FunctionNode) -> list[ast.arg]:
    return [*node.args.posonlyargs, *node.args.args]
