"""The part of the walk that binds names, and notes what tests tell of them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import ClassVar

from mkdocs_repodoc.languages.python.names.identifiers import Walker
from mkdocs_repodoc.languages.python.names.python_scopes import Binding, BindingKind, NameScope
from mkdocs_repodoc.languages.python.names.spelled import same_shape
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode


class BoundNames(Walker):
    """What the walk does with names."""

    METHODS: ClassVar[dict[type[ast.AST], str]] = {**Walker.METHODS, ast.Name: "_name"}

    def _name(self, node: ast.Name) -> None:
        if node.ctx.__class__ is ast.Load:
            self.identifiers.append((self._scope, self._symbol, node, "name", None))
        else:
            self._bind(node, "opaque")

    def _bind(
        self,
        node: ast.Name,
        kind: BindingKind,
        value: ast.expr | None = None,
        after: ast.stmt | ast.expr | None = None,
        scope: NameScope | None = None,
        *,
        path: tuple[int, ...] = (),
    ) -> None:
        """Bind a name.

        Args:
            node: The name.
            kind: How it is bound.
            value: The expression that says what its value is.
            after: What is evaluated before the name is bound, if it is not the name alone.
            scope: The scope that gets the name; by default the current one.
            path: Which part of the value it is, where that is unpacked.
        """
        scope = scope or self._scope
        place = after or node
        line, column = place.end_lineno or node.lineno, place.end_col_offset or 0
        pinned = self._sites.pinned(scope, node.id, node.lineno)
        until = self._until if scope is self._scope else (0, 0)
        binding = Binding(
            kind, self._scope, line, column, node=value, pinned=pinned, until=until, path=path
        )
        scope.bind(node.id, binding)
        if scope.kind in ("module", "class") or scope.redirected:
            self.identifiers.append((scope, self._symbol, node, "assign", None))

    def _bind_word(
        self,
        name: str,
        kind: BindingKind,
        place: ast.stmt | ast.expr | ast.excepthandler | ast.pattern,
        node: ast.expr | None = None,
        meaning: TargetNode | None = None,
    ) -> None:
        """Bind a name that is no node of its own."""
        line, column = place.lineno, place.col_offset
        binding = Binding(
            kind, self._scope, line, column, node=node, meaning=meaning, until=self._until
        )
        self._scope.bind(name, binding)

    def _narrow(
        self,
        checks: Iterable[tuple[str, ast.expr]],
        since: tuple[int, int],
        until: tuple[int, int],
    ) -> None:
        """Note that tests have told what names are, between two places.

        `self` stays what it is: a test adds to its class, it does not replace it.
        """
        scope = self._scope
        if scope.kind not in ("function", "comprehension"):
            return
        for name, kind in checks:
            if name != scope.receiver:
                scope.narrow(name, Binding("caught", scope, *since, node=kind, until=until))

    def _target(
        self,
        node: ast.expr,
        kind: BindingKind,
        value: ast.expr | None = None,
        after: ast.stmt | None = None,
        path: tuple[int, ...] = (),
    ) -> None:
        """Bind what stands left of an assignment, in a loop's head or after `as`.

        Args:
            node: What is bound.
            kind: How.
            value: The expression that says what the value is.
            after: The statement after which it is bound.
            path: Which part of the value it is.
        """
        if isinstance(node, ast.Name):
            self._bind(node, kind, value, after, path=path)
        elif isinstance(node, ast.Attribute):
            self._assign_attribute(node, kind, value, path)
        elif isinstance(node, (ast.Tuple, ast.List)):
            self._unpack(node.elts, kind, value, after, path)
        elif isinstance(node, ast.Starred):
            self._target(node.value, "opaque", None, after)
        else:
            self._visit[node.__class__](node)

    def _unpack(
        self,
        parts: Sequence[ast.expr],
        kind: BindingKind,
        value: ast.expr | None,
        after: ast.stmt | None,
        path: tuple[int, ...],
    ) -> None:
        if kind == "assigned" and isinstance(value, ast.Tuple) and same_shape(parts, value):
            for part, part_value in zip(parts, value.elts, strict=True):
                self._target(part, kind, part_value, after)
            return
        starred = next((n for n, each in enumerate(parts) if isinstance(each, ast.Starred)), None)
        for number, part in enumerate(parts):
            is_behind = starred is not None and number > starred
            from_here = number - len(parts) if is_behind else number
            self._target(part, kind, value, after, (*path, from_here))

    def _assign_attribute(
        self,
        node: ast.Attribute,
        kind: BindingKind,
        value: ast.expr | None,
        path: tuple[int, ...],
    ) -> None:
        self._used(node, "assign")
        scope = self._scope.function_around()
        root, owner = node.value, scope.owner
        if owner is not None and isinstance(root, ast.Name) and root.id == scope.receiver:
            if owner.attributes is None:
                owner.attributes = {}
            place = (node.lineno, node.col_offset)
            binding = Binding(kind, self._scope, *place, value, path=path)
            owner.attributes.setdefault(node.attr, []).append(binding)
        elif isinstance(root, ast.Name):
            binding = Binding(kind, self._scope, node.lineno, node.col_offset, value, path=path)
            self._sites.attributes_set.append((node, binding))
