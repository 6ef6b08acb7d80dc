"""The walk through expressions and annotations."""

from __future__ import annotations

import ast
from typing import ClassVar

from mkdocs_repodoc.languages.python.names.fixture_requests import named_in
from mkdocs_repodoc.languages.python.names.match_cases import MatchCases
from mkdocs_repodoc.languages.python.names.narrowing import false_where, true_where
from mkdocs_repodoc.languages.python.names.python_scopes import Binding
from mkdocs_repodoc.languages.python.names.spelled import Spelled, end_of
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.names.values.annotations import STRUCTURAL
from mkdocs_repodoc.languages.python.parse.function_nodes import parameters_of
from mkdocs_repodoc.languages.python.parse.plain_expressions import last_name
from mkdocs_repodoc.languages.python.parse.string_annotations import annotation_in_string

_CAST_ARGUMENTS = 2
_Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


class Expressions(MatchCases):
    """What the walk does with expressions."""

    METHODS: ClassVar[dict[type[ast.AST], str]] = {
        **MatchCases.METHODS,
        ast.NamedExpr: "_walrus",
        ast.Lambda: "_lambda",
        ast.Call: "_call",
        ast.Yield: "_yield",
        ast.YieldFrom: "_yield",
        ast.BinOp: "_binary",
        ast.BoolOp: "_boolean",
        ast.IfExp: "_conditional",
        ast.JoinedStr: "_values",
        ast.Tuple: "_elements",
        ast.List: "_elements",
        ast.Set: "_elements",
        ast.Dict: "_dict",
        ast.Compare: "_compare",
        ast.Subscript: "_subscript",
        ast.Expr: "_value",
        ast.Await: "_value",
        ast.Starred: "_value",
        ast.UnaryOp: "_operand",
        ast.ListComp: "_comprehension",
        ast.SetComp: "_comprehension",
        ast.DictComp: "_comprehension",
        ast.GeneratorExp: "_comprehension",
    }

    def _call(self, node: ast.Call) -> None:
        self._used(node.func, "call", node)
        self._arguments(node)
        function = node.func.id if node.func.__class__ is ast.Name else ""
        if function == "cast" and len(node.args) == _CAST_ARGUMENTS:
            self._string(node.args[0])
        elif function == "TypeVar":
            for keyword in node.keywords:
                self._string(keyword.value)
        self._named_fixtures(node)

    def _named_fixtures(self, call: ast.Call) -> None:
        """Note the fixtures that strings in a call ask for."""
        for node in named_in(call):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                parsed = annotation_in_string(node, self._sites.lines)
                if parsed is not None and parsed.placed and isinstance(parsed.node, ast.Name):
                    self._request(parsed.node, self._scope.name, parsed.node.id)

    def _request(self, node: ast.arg | ast.Name, scope: str, name: str) -> TargetNode:
        """Note that a scope asks for a fixture, and return what that means."""
        meaning = self._sites.meanings.fixture(scope, name)
        end = node.col_offset + len(name.encode())
        self.spelled.append(
            Spelled(node.lineno, node.col_offset, end, meaning, self._symbol, "name")
        )
        return meaning

    def _arguments(self, node: ast.Call) -> None:
        visit = self._visit
        for number, argument in enumerate(node.args):
            if argument.__class__ is ast.Lambda:
                self._sites.handed[id(argument)] = node, str(number)
            visit[argument.__class__](argument)
        for keyword in node.keywords:
            value = keyword.value
            if value.__class__ is ast.Lambda:
                self._sites.handed[id(value)] = node, keyword.arg or ""
            visit[value.__class__](value)

    def _binary(self, node: ast.BinOp) -> None:
        rights = []
        left: ast.expr = node
        while left.__class__ is ast.BinOp:
            rights.append(left.right)
            left = left.left
        self._visit[left.__class__](left)
        self._all(reversed(rights))

    def _values(self, node: ast.JoinedStr) -> None:
        self._all(node.values)

    def _boolean(self, node: ast.BoolOp) -> None:
        told = true_where if node.op.__class__ is ast.And else false_where
        end = end_of(node)
        for part in node.values:
            self._visit[part.__class__](part)
            self._narrow(told(part), end_of(part), end)

    def _conditional(self, node: ast.IfExp) -> None:
        test, body = node.test, node.body
        self._narrow(true_where(test), (node.lineno, node.col_offset), end_of(body))
        self._all((test, body, node.orelse))

    def _elements(self, node: ast.Tuple | ast.List | ast.Set) -> None:
        self._all(node.elts)

    def _dict(self, node: ast.Dict) -> None:
        visit = self._visit
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None:
                visit[key.__class__](key)
            visit[value.__class__](value)

    def _compare(self, node: ast.Compare) -> None:
        self._visit[node.left.__class__](node.left)
        self._all(node.comparators)

    def _subscript(self, node: ast.Subscript) -> None:
        self._visit[node.value.__class__](node.value)
        if last_name(node.value) in STRUCTURAL:
            self._annotation(node.slice)
        else:
            self._visit[node.slice.__class__](node.slice)

    def _value(self, node: ast.Expr | ast.Await | ast.Starred) -> None:
        self._visit[node.value.__class__](node.value)

    def _operand(self, node: ast.UnaryOp) -> None:
        self._visit[node.operand.__class__](node.operand)

    def _walrus(self, node: ast.NamedExpr) -> None:
        self._visit[node.value.__class__](node.value)
        scope = self._scope.function_around()
        self._bind(node.target, "assigned", node.value, node, scope)

    def _yield(self, node: ast.Yield | ast.YieldFrom) -> None:
        scope = self._scope
        if scope.yields is None:
            scope.yields = []
        scope.yields.append(node if isinstance(node, ast.YieldFrom) else node.value)
        if node.value is not None:
            self._visit[node.value.__class__](node.value)

    def _lambda(self, node: ast.Lambda) -> None:
        outer = self._scope
        self._all(node.args.defaults)
        self._all(node.args.kw_defaults)
        scope = self._open("function", outer, outer.name, outer.owner)
        self._sites.inner[id(node)] = scope
        positional = len(node.args.posonlyargs) + len(node.args.args)
        for number, parameter in enumerate(parameters_of(node.args)):
            binding = Binding("parameter", outer, parameter.lineno, parameter.col_offset)
            if number < positional and id(node) in self._sites.handed:
                binding = binding._replace(kind="handed", node=node, path=(number,))
            scope.bindings[parameter.arg] = [binding]
        self._visit[node.body.__class__](node.body)
        self._scope = outer

    def _comprehension(self, node: _Comprehension) -> None:
        outer = self._scope
        generators = node.generators
        self._visit[generators[0].iter.__class__](generators[0].iter)
        scope = self._open("comprehension", outer, outer.name, outer.owner)
        self._sites.inner[id(node)] = scope
        scope.receiver = outer.receiver
        for position, generator in enumerate(generators):
            if position:
                self._visit[generator.iter.__class__](generator.iter)
            self._target(generator.target, "element", generator.iter)
            self._all(generator.ifs)
            for test in generator.ifs:
                self._narrow(true_where(test), (node.lineno, node.col_offset), end_of(node))
        if isinstance(node, ast.DictComp):
            self._visit[node.key.__class__](node.key)
            self._visit[node.value.__class__](node.value)
        else:
            self._visit[node.elt.__class__](node.elt)
        self._scope = outer

    def _annotation(self, node: ast.expr) -> None:
        of = node.__class__
        if of is ast.Name or of is ast.Attribute:
            self._used(node, "annotation")
        elif of is ast.Constant:
            self._string(node)
        elif of is ast.Subscript:
            self._subscripted_annotation(node)  # type: ignore[arg-type]  # by its class
        elif of is ast.BinOp:
            self._annotation(node.left)  # type: ignore[attr-defined]  # by its class
            self._annotation(node.right)  # type: ignore[attr-defined]  # likewise
        elif of is ast.Tuple or of is ast.List:
            for part in node.elts:  # type: ignore[attr-defined]  # by its class
                self._annotation(part)
        elif of is ast.Starred:
            self._annotation(node.value)  # type: ignore[attr-defined]  # by its class
        else:
            self._visit[of](node)

    def _subscripted_annotation(self, node: ast.Subscript) -> None:
        self._annotation(node.value)
        name = last_name(node.value)
        if name == "Literal":
            self._visit[node.slice.__class__](node.slice)
        elif name == "Annotated" and isinstance(node.slice, ast.Tuple) and node.slice.elts:
            self._annotation(node.slice.elts[0])
            self._all(node.slice.elts[1:])
        else:
            self._annotation(node.slice)

    def _string(self, node: ast.expr) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            parsed = annotation_in_string(node, self._sites.lines)
            if parsed is not None:
                self._sites.parsed[id(node)] = parsed.node
                if parsed.placed:
                    self._annotation(parsed.node)
