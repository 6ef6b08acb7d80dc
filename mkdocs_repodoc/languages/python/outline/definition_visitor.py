"""Definitions of a module: functions, classes, variables and aliases of types."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, ClassVar

from mkdocs_repodoc.languages.python.outline.structure import (
    Guard,
    NameDefinition,
    OutlineScope,
    Structure,
)
from mkdocs_repodoc.languages.python.parse.docstring_nodes import (
    docstring,
    string,
    written_docstring,
)
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.plain_expressions import last_name

_OF_OBJECTS = {"__class__", "__dict__"}
"""What every object has: to assign it defines nothing."""
Handler = Callable[[Any, Any, OutlineScope, Guard, ast.stmt | None], None]
"""Takes a visitor, a statement, where and under which conditions it stands, and what follows it."""


class DefinitionVisitor:
    """Visits blocks of statements and collects what they define.

    Attributes:
        handlers: Type of a statement → what visits it; all others are searched for expressions.
    """

    _found: Structure
    _search: Callable[[ast.AST, OutlineScope], None]

    def _block(self, body: list[ast.stmt], scope: OutlineScope, guard: Guard) -> None:
        last = len(body) - 1
        for position, statement in enumerate(body):
            handler = self.handlers.get(type(statement))
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

    handlers: ClassVar[dict[type[ast.stmt], Handler]] = {
        ast.FunctionDef: _function,
        ast.AsyncFunctionDef: _function,
        ast.ClassDef: _class,
        ast.Assign: _assign,
        ast.AnnAssign: _annotated,
    }
    if hasattr(ast, "TypeAlias"):
        handlers[ast.TypeAlias] = _type_alias


def _names(target: ast.expr) -> list[ast.expr]:
    """Return the names and attributes that an assignment target binds, in order."""
    if isinstance(target, ast.Tuple | ast.List):
        return [name for element in target.elts for name in _names(element)]
    if isinstance(target, ast.Starred):
        return _names(target.value)
    return [target]


def _positional(node: FunctionNode) -> list[ast.arg]:
    return [*node.args.posonlyargs, *node.args.args]
