"""Names of a module's functions that hold the environment: parameters and variables of theirs."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator

from mkdocs_repodoc.languages.python.parse.child_nodes import nodes_below
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode

_ROUNDS = 4
"""Functions through which the environment is handed on."""


def held_names(tree: ast.Module, is_table: Callable[[ast.expr], bool]) -> set[ast.Name]:
    """Return the names in functions that hold the environment.

    A parameter does whose default it is, or to which a call in the module hands it; a variable does
    that is set to it, or to what is given in its place.

    Args:
        tree: The module.
        is_table: Tells whether an expression is the environment without regard to functions.
    """
    return _HeldNames(tree, is_table).names


class _HeldNames:
    def __init__(self, tree: ast.Module, is_table: Callable[[ast.expr], bool]) -> None:
        self._is_table = is_table
        self.names: set[ast.Name] = set()
        functions = [each for each in nodes_below(tree) if isinstance(each, FunctionNode)]
        self._nodes = {function: nodes_below(function) for function in functions}
        times = Counter(each.name for each in functions)
        self._by_name = {each.name: each for each in functions if times[each.name] == 1}
        self._held = {function: set(self._by_default(function)) for function in functions}
        for _ in range(_ROUNDS):
            before = len(self.names), sum(map(len, self._held.values()))
            for function in functions:
                self._look_into(function)
            if (len(self.names), sum(map(len, self._held.values()))) == before:
                break

    def _is_held(self, node: ast.expr) -> bool:
        return node in self.names or self._is_table(node)

    def _by_default(self, function: FunctionNode) -> Iterator[str]:
        arguments = function.args
        given = [*arguments.posonlyargs, *arguments.args]
        pairs = [
            *zip(reversed(given), reversed(arguments.defaults), strict=False),
            *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
        ]
        for argument, default in pairs:
            if default is not None and self._is_table(default):
                yield argument.arg

    def _look_into(self, function: FunctionNode) -> None:
        """Note the names that hold the environment in a function, and whom it hands it to."""
        held = self._held[function]
        for node in self._nodes[function]:
            if isinstance(node, ast.Name) and node.id in held:
                self.names.add(node)
            elif isinstance(node, ast.Assign | ast.AnnAssign) and self._stands_for(node.value):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                held.update(each.id for each in targets if isinstance(each, ast.Name))
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                self._hand_on(node, self._by_name.get(node.func.id))

    def _hand_on(self, call: ast.Call, function: FunctionNode | None) -> None:
        if function is None:
            return
        names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
        given = [*zip(names, call.args, strict=False)]
        given += [(each.arg, each.value) for each in call.keywords if each.arg]
        self._held[function].update(name for name, value in given if self._is_held(value))

    def _stands_for(self, value: ast.expr | None) -> bool:
        """Tell whether a value is the environment or what somebody gives in its place."""
        if isinstance(value, ast.IfExp):
            return self._is_held(value.body) or self._is_held(value.orelse)
        if isinstance(value, ast.BoolOp) and isinstance(value.op, ast.Or):
            return any(map(self._is_held, value.values))
        return value is not None and self._is_held(copied(value))


def copied(value: ast.expr) -> ast.expr:
    """Return what `x.copy()` or `dict(x)` copies; any other expression is returned itself."""
    match value:
        case ast.Call(func=ast.Attribute(value=inner, attr="copy"), args=[]):
            return inner
        case ast.Call(func=ast.Name(id="dict"), args=[inner, *_]):
            return inner
    return value
