"""Types of expressions: members, containers and their elements; `called_values` has calls.

Nothing is guessed: where nothing tells about a value, it has no meaning, and what depends on it
gets no link.
"""

from __future__ import annotations

import ast
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

from mkdocs_repodoc.languages.python.names.outline_index import OutlineIndex
from mkdocs_repodoc.languages.python.names.python_scopes import NameScope
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.names.target_roots import TargetRoots
from mkdocs_repodoc.languages.python.names.values.annotations import UNIONS
from mkdocs_repodoc.languages.python.names.values.called_values import CalledValues
from mkdocs_repodoc.languages.python.names.values.expression_parts import (
    index_number,
    is_unset,
    part_of,
)
from mkdocs_repodoc.languages.python.parse.plain_expressions import is_none, last_name

_MOST_ELEMENTS = 50
"""A longer display is data, and its elements say no more than those at its beginning."""
_Displayed = ast.List | ast.Tuple | ast.Set
_Comprehended = ast.ListComp | ast.SetComp | ast.GeneratorExp


class ValueExpressions(CalledValues):
    """Answers what expressions of one file are.

    Args:
        meanings: Where meanings are made.
        sites: The file's symbols and imports.
    """

    def __init__(self, meanings: TargetRoots, sites: OutlineIndex) -> None:
        super().__init__(meanings, sites)
        self._calls: dict[int, TargetNode | None] = {}

    @abstractmethod
    def name(
        self, scope: NameScope, name: str, line: int, column: int
    ) -> tuple[TargetNode | None, bool]:
        """Return what a name means at a place, and whether the name itself is worth a link."""

    @abstractmethod
    def held(self, meaning: TargetNode) -> TargetNode | None:
        """Return what an attribute holds if it is one of a function, else the same meaning."""

    def expression(self, node: ast.expr, scope: NameScope) -> TargetNode | None:
        """Return what the value of an expression is."""
        if isinstance(node, ast.Name):
            return self.name(scope, node.id, node.lineno, node.col_offset)[0]
        if isinstance(node, ast.Attribute):
            return self._attribute(node, scope)
        if isinstance(node, ast.Call):
            known = id(node)
            if known not in self._calls:
                self._calls[known] = None
                self._calls[known] = self._call(node, scope)
            return self._calls[known]
        kind = self._KINDS.get(node.__class__)
        return kind(self, node, scope) if kind is not None else None

    def element(self, node: ast.expr, scope: NameScope) -> TargetNode | None:
        """Return what a loop over an expression binds."""
        if isinstance(node, _Displayed):
            return self._agreed(node.elts, scope) if len(node.elts) <= _MOST_ELEMENTS else None
        if isinstance(node, _Comprehended):
            return self.expression(node.elt, self._sites.inner.get(id(node), scope))
        meaning = self.expression(node, scope)
        return part_of(meaning, "element") if meaning is not None else None

    def _attribute(self, node: ast.Attribute, scope: NameScope) -> TargetNode | None:
        meaning = self.expression(node.value, scope)
        if meaning is None:
            return None
        if node.attr == "__class__":
            return self.class_of(meaning)
        return self.held(meaning.member(node.attr))

    def _await(self, node: ast.Await, scope: NameScope) -> TargetNode | None:
        if not isinstance(node.value, ast.Call):
            return None
        function = self.expression(node.value.func, scope)
        return function.derived("await") if function else None

    def _item(self, node: ast.Subscript, scope: NameScope) -> TargetNode | None:
        """Return what `node.value[…]` is; a slice is of the same kind as the whole."""
        meaning = self.expression(node.value, scope)
        if last_name(node.value) in UNIONS:
            parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            return self._one_type_of(parts, scope)
        if last_name(node.value) == "Callable":  # an alias, as `Hook = Callable[[Item], None]`
            return self.annotation(node, scope)
        if meaning is None:
            return None
        return self._part(meaning, node.slice)

    def _part(self, meaning: TargetNode, index: ast.expr) -> TargetNode | None:
        if isinstance(index, ast.Slice):
            is_container = meaning.base == "many" and not meaning.names
            return meaning if is_container else meaning.derived("slice")
        number = index_number(index)
        if meaning.base == "tuple" and not meaning.names:
            return meaning.part(number) if number is not None else None
        if number is not None and not (meaning.base == "many" and not meaning.names):
            return meaning.at(number)
        return part_of(meaning, "item")

    def _one_type_of(self, nodes: Sequence[ast.expr], scope: NameScope) -> TargetNode | None:
        """Return the type that is one of several, as `Union[A, B]` and `A | B` make it."""
        written = [self._sites.parsed.get(id(node), node) for node in nodes]
        types = [self.expression(node, scope) for node in written if not is_none(node)]
        if len(types) == 1:
            return types[0]
        return self._meanings.combined("types", types) if all(types) else None

    def _binary(self, node: ast.BinOp, scope: NameScope) -> TargetNode | None:
        is_union = isinstance(node.op, ast.BitOr)
        return self._one_type_of((node.left, node.right), scope) if is_union else None

    def _boolean(self, node: ast.BoolOp, scope: NameScope) -> TargetNode | None:
        values = node.values
        if isinstance(node.op, ast.Or) and len(values) > 1 and is_unset(values[0], scope):
            values = values[1:]
        return self._agreed(values, scope)

    def _conditional(self, node: ast.IfExp, scope: NameScope) -> TargetNode | None:
        return self._agreed((node.body, node.orelse), scope)

    def _walrus(self, node: ast.NamedExpr, scope: NameScope) -> TargetNode | None:
        return self.expression(node.value, scope)

    def _tuple(self, node: ast.Tuple, scope: NameScope) -> TargetNode | None:
        if any(isinstance(part, ast.Starred) for part in node.elts):
            return None
        parts = [self.expression(part, scope) for part in node.elts]
        return self._meanings.combined("tuple", parts)

    def _container(self, node: ast.expr, scope: NameScope) -> TargetNode | None:
        element = self.element(node, scope)
        return element.derived("many") if element is not None else None

    def _dict(self, node: ast.Dict, scope: NameScope) -> TargetNode | None:
        keys = [key for key in node.keys if key is not None]
        if len(keys) != len(node.keys) or len(keys) > _MOST_ELEMENTS:
            return None
        parts = (self._agreed(keys, scope), self._agreed(node.values, scope))
        return self._meanings.combined("pairs", parts)

    def _dict_comprehension(self, node: ast.DictComp, scope: NameScope) -> TargetNode | None:
        inner = self._sites.inner.get(id(node), scope)
        parts = (self.expression(node.key, inner), self.expression(node.value, inner))
        return self._meanings.combined("pairs", parts)

    def _lambda(self, node: ast.Lambda, scope: NameScope) -> TargetNode | None:
        result = self.expression(node.body, self._sites.inner.get(id(node), scope))
        return result.derived("returning") if result is not None else None

    _KINDS: ClassVar[dict[type[ast.expr], Callable[..., TargetNode | None]]] = {
        ast.Await: _await,
        ast.Subscript: _item,
        ast.BinOp: _binary,
        ast.BoolOp: _boolean,
        ast.IfExp: _conditional,
        ast.NamedExpr: _walrus,
        ast.Tuple: _tuple,
        ast.List: _container,
        ast.Set: _container,
        ast.ListComp: _container,
        ast.SetComp: _container,
        ast.GeneratorExp: _container,
        ast.Dict: _dict,
        ast.DictComp: _dict_comprehension,
        ast.Lambda: _lambda,
    }
