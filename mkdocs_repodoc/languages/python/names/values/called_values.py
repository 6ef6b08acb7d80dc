"""Types of calls: of what the file knows, and of functions of Python that hand elements on."""

from __future__ import annotations

import ast
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

from mkdocs_repodoc.languages.python.names.python_scopes import NameScope
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.names.values.annotations import Annotations
from mkdocs_repodoc.languages.python.names.values.returned_parameters import may_give_back
from mkdocs_repodoc.languages.python.parse.plain_expressions import is_none, last_name

_CAST_ARGUMENTS = 2
_PASSING_ON = {"frozenset", "iter", "list", "reversed", "set", "sorted", "tuple"}
"""Functions whose result has the elements of their first argument."""
_CHOOSING = {"max", "min", "next"}
"""Functions whose result is one element of their only argument."""


def _names_type(node: ast.expr) -> bool:
    """Whether a name before brackets is written as classes are."""
    name = last_name(node).lstrip("_")
    return name[:1].isupper() and not name.isupper()


class CalledValues(Annotations):
    """Answers what calls in one file give.

    Args:
        meanings: Where meanings are made.
        sites: The file's symbols and imports.
    """

    @abstractmethod
    def element(self, node: ast.expr, scope: NameScope) -> TargetNode | None:
        """Return what a loop over an expression binds."""

    def _agreed(self, nodes: Sequence[ast.expr], scope: NameScope) -> TargetNode | None:
        return self.joined([self.expression(node, scope) for node in nodes if not is_none(node)])

    def _call(self, node: ast.Call, scope: NameScope) -> TargetNode | None:
        name = last_name(node.func)
        special = self._SPECIAL.get(name)
        if special is not None:
            found, is_known = special(self, node, scope)
            if is_known:
                return found
        if isinstance(node.func, ast.Subscript) and _names_type(node.func.value):
            return self.annotation(node.func, scope)
        meaning = self.expression(node.func, scope)
        if meaning is not None:
            if may_give_back(meaning, node):
                arguments = [self.expression(each, scope) for each in node.args]
                return self._meanings.called(meaning, arguments)
            return meaning.derived("call")
        return self._built_in_call(name, node, scope) if isinstance(node.func, ast.Name) else None

    def _super(self, node: ast.Call, scope: NameScope) -> tuple[TargetNode | None, bool]:
        """Return what `super()` is; `super(Other, self)` starts behind another class."""
        if not isinstance(node.func, ast.Name):
            return None, False
        if scope.owner is None:
            return None, True
        own = scope.owner.name.rpartition(".")[2]
        if node.args and last_name(node.args[0]) not in (own, "__class__"):
            return None, True
        return self._meanings.parent(scope.owner.name), True

    def _type(self, node: ast.Call, scope: NameScope) -> tuple[TargetNode | None, bool]:
        if not isinstance(node.func, ast.Name) or len(node.args) != 1:
            return None, False
        meaning = self.expression(node.args[0], scope)
        return (self.class_of(meaning) if meaning else None), True

    def _cast(self, node: ast.Call, scope: NameScope) -> tuple[TargetNode | None, bool]:
        if len(node.args) != _CAST_ARGUMENTS:
            return None, False
        return self.annotation(node.args[0], scope), True

    def _fixture(self, node: ast.Call, scope: NameScope) -> tuple[TargetNode | None, bool]:
        name = node.args[0] if node.args else None
        if not (isinstance(name, ast.Constant) and isinstance(name.value, str)):
            return None, False
        return self._meanings.fixture(scope.name, name.value).derived("given"), True

    def _partial(self, node: ast.Call, scope: NameScope) -> tuple[TargetNode | None, bool]:
        """Return the function that `partial` has: calling it gives what that gives."""
        return (self.expression(node.args[0], scope) if node.args else None), bool(node.args)

    def _type_variable(self, node: ast.Call, scope: NameScope) -> tuple[TargetNode | None, bool]:
        for keyword in node.keywords:
            if keyword.arg == "bound":
                return self.bound(keyword.value, scope), True
        return None, False

    def _built_in_call(self, name: str, node: ast.Call, scope: NameScope) -> TargetNode | None:
        """Return what a function of Python gives that hands elements on."""
        arguments = node.args
        if not arguments or any(isinstance(each, ast.Starred) for each in arguments):
            return None
        if name in _CHOOSING:
            if name != "next" and len(arguments) > 1:
                return self._agreed(arguments, scope)
            return self.joined(
                [
                    self.element(arguments[0], scope),
                    *(self.expression(each, scope) for each in arguments[1:] if not is_none(each)),
                ]
            )
        element: TargetNode | None = None
        if name in _PASSING_ON:
            element = self.element(arguments[0], scope)
        elif name == "enumerate":
            element = self._meanings.combined("tuple", [None, self.element(arguments[0], scope)])
        elif name == "zip":
            elements = [self.element(each, scope) for each in arguments]
            element = self._meanings.combined("tuple", elements)
        elif name == "filter" and len(arguments) > 1:
            element = self.element(arguments[1], scope)
        return element.derived("many") if element is not None else None

    _SPECIAL: ClassVar[dict[str, Callable[..., tuple[TargetNode | None, bool]]]] = {
        "super": _super,
        "type": _type,
        "cast": _cast,
        "getfixturevalue": _fixture,
        "partial": _partial,
        "TypeVar": _type_variable,
    }
