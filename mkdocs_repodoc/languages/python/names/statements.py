"""The walk through statements."""

from __future__ import annotations

import ast
from typing import ClassVar

from mkdocs_repodoc.languages.python.names.definitions import DefinitionStatements
from mkdocs_repodoc.languages.python.names.fixture_requests import directly_given, marks_of
from mkdocs_repodoc.languages.python.names.narrowing import false_where, leaves, true_where
from mkdocs_repodoc.languages.python.names.redirected_names import declare_global, declare_nonlocal
from mkdocs_repodoc.languages.python.names.spelled import end_of
from mkdocs_repodoc.languages.python.parse.plain_expressions import last_name

_SAYING_NOTHING = {"ClassVar", "Final", "TypeAlias"}
"""Annotations that leave it to the value to say what the type is, unless they have an argument."""


class NameWalk(DefinitionStatements):
    """The whole walk: `NameWalk(sites).run(tree)` fills its attributes."""

    METHODS: ClassVar[dict[type[ast.AST], str]] = {
        **DefinitionStatements.METHODS,
        ast.Assign: "_assign",
        ast.AnnAssign: "_annotated_assign",
        ast.AugAssign: "_augmented_assign",
        ast.Delete: "_delete",
        ast.For: "_for",
        ast.AsyncFor: "_for",
        ast.With: "_with",
        ast.AsyncWith: "_with",
        ast.If: "_if",
        ast.While: "_while",
        ast.Try: "_try",
        ast.TryStar: "_try",
        ast.Assert: "_assert",
        ast.Raise: "_raise",
        ast.Return: "_return",
        ast.Global: "_global",
        ast.Nonlocal: "_nonlocal",
        ast.Import: "_import",
        ast.ImportFrom: "_import_from",
    }

    def run(self, tree: ast.Module) -> None:
        """Walk over a module."""
        self._direct = directly_given(marks_of(tree.body))
        self._body(tree.body)

    def _assign(self, node: ast.Assign) -> None:
        value = node.value
        self._visit[value.__class__](value)
        for target in node.targets:
            self._target(target, "assigned", value, node)

    def _annotated_assign(self, node: ast.AnnAssign) -> None:
        self._annotation(node.annotation)
        if node.value is not None:
            self._visit[node.value.__class__](node.value)
        if isinstance(node.target, (ast.Name, ast.Attribute)):
            if last_name(node.annotation) in _SAYING_NOTHING and node.value is not None:
                self._target(node.target, "assigned", node.value, node)
            else:
                self._target(node.target, "annotated", node.annotation, node)
        else:
            self._visit[node.target.__class__](node.target)

    def _augmented_assign(self, node: ast.AugAssign) -> None:
        self._visit[node.value.__class__](node.value)
        self._target(node.target, "opaque", None, node)

    def _delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if target.__class__ is ast.Name:
                self._deleted(target)
            else:
                self._visit[target.__class__](target)

    def _deleted(self, node: ast.Name) -> None:
        """`del x` makes `x` local but says nothing about what it was."""
        if self._scope.kind == "function" and node.id not in self._scope.bindings:
            self._bind(node, "opaque")
        else:
            self.identifiers.append((self._scope, self._symbol, node, "assign", None))

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        self._visit[node.iter.__class__](node.iter)
        self._target(node.target, "element", node.iter)
        self._loop(node)
        self._block(node.body)
        self._block(node.orelse)

    def _while(self, node: ast.While) -> None:
        self._loop(node)
        self._if(node)

    def _loop(self, node: ast.For | ast.AsyncFor | ast.While) -> None:
        scope = self._scope
        if scope.kind == "function":
            if scope.loops is None:
                scope.loops = []
            scope.loops.append((node.lineno, node.end_lineno or node.lineno))

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        for item in node.items:
            self._visit[item.context_expr.__class__](item.context_expr)
            if item.optional_vars is not None:
                self._target(item.optional_vars, "entered", item.context_expr)
        self._body(node.body)

    def _if(self, node: ast.If | ast.While) -> None:
        while True:
            test = node.test
            self._visit[test.__class__](test)
            inside = end_of(node.body[-1])
            self._narrow(true_where(test), end_of(test), inside)
            self._block(node.body)
            if len(node.orelse) != 1 or node.orelse[0].__class__ is not ast.If:
                if node.orelse:
                    self._narrow(false_where(test), inside, end_of(node.orelse[-1]))
                    self._block(node.orelse)
                elif leaves(node.body):
                    self._narrow(false_where(test), inside, self._until)
                return
            node = node.orelse[0]

    def _assert(self, node: ast.Assert) -> None:
        self._visit[node.test.__class__](node.test)
        if node.msg is not None:
            self._visit[node.msg.__class__](node.msg)
        self._narrow(true_where(node.test), end_of(node), self._until)

    def _try(self, node: ast.Try) -> None:
        self._block(node.body)
        for handler in node.handlers:
            if handler.type is not None:
                kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
                for kind in kinds:
                    self._used(kind, "except")
            until, self._until = self._until, end_of(handler)
            if handler.name:
                self._bind_word(handler.name, "caught", handler, handler.type)
            self._body(handler.body)
            self._until = until
        self._block(node.orelse)
        self._body(node.finalbody)

    def _raise(self, node: ast.Raise) -> None:
        raised = node.exc
        if isinstance(raised, ast.Call):
            self._used(raised.func, "raise", raised)
            self._arguments(raised)
        elif raised is not None:
            self._used(raised, "raise")
        if node.cause is not None:
            self._visit[node.cause.__class__](node.cause)

    def _return(self, node: ast.Return) -> None:
        scope = self._scope
        if scope.returns is not None:
            scope.returns.append(node.value)
        if node.value is not None:
            self._visit[node.value.__class__](node.value)

    def _global(self, node: ast.Global) -> None:
        for name in node.names:
            declare_global(self._scope, name)

    def _nonlocal(self, node: ast.Nonlocal) -> None:
        for name in node.names:
            declare_nonlocal(self._scope, name)

    def _import(self, node: ast.Import) -> None:
        for place in self._sites.imported(node):
            self._spell(place.names)
            self._bind_word(place.binding, "import", node, meaning=place.meaning)

    def _import_from(self, node: ast.ImportFrom) -> None:
        for place in self._sites.imported_from(node):
            self._spell(place.names)
            if place.binding == "*":
                self.stars = True
            elif place.binding:
                self._bind_word(place.binding, "import", node, meaning=place.meaning)
