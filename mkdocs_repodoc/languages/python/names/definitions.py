"""The walk through functions and classes: what is evaluated inside them, and what around them."""

from __future__ import annotations

import ast
from typing import Any, ClassVar

from mkdocs_repodoc.languages.python.names.expressions import Expressions
from mkdocs_repodoc.languages.python.names.fixture_requests import (
    DirectNames,
    directly_given,
    marks_of,
    requested_by,
)
from mkdocs_repodoc.languages.python.names.python_scopes import Binding, BindingKind, NameScope
from mkdocs_repodoc.languages.python.names.spelled import end_of
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode, parameters_of
from mkdocs_repodoc.languages.python.symbol_labels import FIXTURE
from mkdocs_repodoc.model.references import FILE_SCOPE


class DefinitionStatements(Expressions):
    """What the walk does with `def`, `class` and `type` statements."""

    METHODS: ClassVar[dict[type[ast.AST], str]] = {
        **Expressions.METHODS,
        ast.FunctionDef: "_function",
        ast.AsyncFunctionDef: "_function",
        ast.ClassDef: "_class",
    }
    if hasattr(ast, "TypeAlias"):  # Python 3.12
        METHODS[ast.TypeAlias] = "_type_alias"

    def _function(self, node: FunctionNode) -> None:
        outer, symbol = self._scope, self._symbol
        site = self._sites.definition(outer, node)
        self._symbol = site.symbol if site.symbol != FILE_SCOPE else symbol
        for decorator in node.decorator_list:
            self._decorator(decorator)
        self._type_parameters(node)
        around = self._scope
        self._signature(node.args, node.returns)
        scope = self._open("function", around, site.name, outer.owner)
        if outer.kind not in ("class", "type parameters"):
            scope.receiver = outer.function_around().receiver
        scope.returns = []
        self._parameters(node, scope, outer)
        self._requests(node, scope, outer)
        self._block(node.body)
        if site.symbol != FILE_SCOPE:
            self.functions.append((site.symbol, scope, node))
        self._scope, self._symbol = outer, symbol
        self._define(node, site.meaning, site.pinned)

    def _define(
        self, node: FunctionNode | ast.ClassDef, meaning: TargetNode, pinned: TargetNode | None
    ) -> None:
        place = (node.end_lineno or node.lineno, node.end_col_offset or 0)
        scope = self._scope
        binding = Binding(
            "definition", scope, *place, meaning=meaning, pinned=pinned, until=self._until
        )
        scope.bind(node.name, binding)

    def _decorator(self, node: ast.expr) -> None:
        if isinstance(node, ast.Call):
            self._used(node.func, "decorator", node)
            self._arguments(node)
            self._named_fixtures(node)
        else:
            self._used(node, "decorator")

    def _signature(self, arguments: ast.arguments, returns: ast.expr | None) -> None:
        self._all(arguments.defaults)
        self._all(arguments.kw_defaults)
        for parameter in parameters_of(arguments):
            if parameter.annotation is not None:
                self._annotation(parameter.annotation)
        if returns is not None:
            self._annotation(returns)

    def _parameters(self, node: FunctionNode, scope: NameScope, outer: NameScope) -> None:
        parameters = parameters_of(node.args)
        around = scope.parent or scope
        starred = {id(node.args.vararg), id(node.args.kwarg)}
        defaults = _defaults(node.args)
        until = end_of(node)
        for number, parameter in enumerate(parameters):
            meaning = None
            if number == 0 and outer.kind == "class" and id(parameter) not in starred:
                meaning = self._sites.receiver(node, outer)
                if meaning is not None and meaning.base == "self":
                    scope.receiver = parameter.arg
            place = (parameter.lineno, parameter.col_offset)
            annotation = None if parameter is node.args.kwarg or meaning else parameter.annotation
            kind: BindingKind = "starred" if parameter is node.args.vararg else "parameter"
            if not annotation and not meaning and (default := defaults.get(parameter.arg)):
                kind, annotation = "default", default
            binding = Binding(kind, around, *place, annotation, meaning, until=until)
            scope.bindings[parameter.arg] = [binding]
        if scope.receiver and scope.receiver in scope.bindings and outer.kind != "class":
            scope.receiver = ""

    def _requests(self, node: FunctionNode, scope: NameScope, outer: NameScope) -> None:
        """Bind the parameters that pytest fills with what fixtures give."""
        asks = self._sites.asks_for_fixtures(outer, node)
        if not asks:
            return
        given = DirectNames()
        if asks == "test":
            given = directly_given(node.decorator_list).joined(self._direct)
        if not given.complete:
            return
        requester = scope.name if asks == FIXTURE else outer.name
        for parameter in requested_by(node, in_class=outer.kind == "class"):
            name = parameter.arg
            if name not in given.names:
                meaning = self._request(parameter, requester, name).derived("given")
                binding = scope.bindings[name][0]
                if binding.node is None:
                    scope.bindings[name] = [binding._replace(meaning=meaning)]

    def _class(self, node: ast.ClassDef) -> None:
        outer, symbol = self._scope, self._symbol
        site = self._sites.definition(outer, node)
        self._symbol = site.symbol if site.symbol != FILE_SCOPE else symbol
        for decorator in node.decorator_list:
            self._decorator(decorator)
        self._type_parameters(node)
        for base in node.bases:
            self._base(base)
        for keyword in node.keywords:
            self._visit[keyword.value.__class__](keyword.value)
        scope = self._open("class", self._scope, site.name, None)
        self.classes.append(scope)
        direct = self._direct
        if node.name.startswith("Test"):
            marks = (*node.decorator_list, *marks_of(node.body))
            self._direct = directly_given(marks).joined(direct)
        self._block(node.body)
        self._direct = direct
        self._scope, self._symbol = outer, symbol
        self._define(node, site.meaning, site.pinned)

    def _base(self, node: ast.expr) -> None:
        if isinstance(node, ast.Subscript):
            self._used(node.value, "base")
            self._annotation(node.slice)
        elif isinstance(node, ast.Call):
            self._call(node)
        else:
            self._used(node, "base")

    def _type_parameters(self, node: ast.stmt) -> None:
        parameters = getattr(node, "type_params", ())  # Python 3.12
        if not parameters:
            return
        outer = self._scope
        self._open("type parameters", outer, outer.name, outer.owner)
        for parameter in parameters:
            bound = getattr(parameter, "bound", None)
            self._bind_word(parameter.name, "bound" if bound else "opaque", parameter, bound)
        for parameter in parameters:
            for part in (
                getattr(parameter, "bound", None),
                getattr(parameter, "default_value", None),
            ):
                if part is not None:
                    self._annotation(part)

    def _type_alias(self, node: Any) -> None:  # noqa: ANN401  # ast.TypeAlias, from 3.12 on
        outer = self._scope
        self._type_parameters(node)
        self._annotation(node.value)
        self._scope = outer
        self._target(node.name, "assigned", node.value, node)


def _defaults(arguments: ast.arguments) -> dict[str, ast.expr]:
    """Return the defaults of the parameters that have one."""
    positional = [*arguments.posonlyargs, *arguments.args]
    first = len(positional) - len(arguments.defaults)
    found = {
        parameter.arg: default
        for parameter, default in zip(positional[first:], arguments.defaults, strict=True)
    }
    keywords = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return found | {parameter.arg: default for parameter, default in keywords if default}
