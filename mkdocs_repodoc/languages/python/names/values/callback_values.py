"""Values of lambdas' parameters, by the calls that lambdas are arguments of."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from mkdocs_repodoc.languages.python.names.python_scopes import NameScope
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.names.values.function_attributes import FunctionAttributes

_KEYED = {"max", "min", "sorted"}
"""Functions of Python that give each element of what they are given to their `key`."""
_MAPPING = {"filter", "map"}
"""Those that give elements to their first argument."""


class CallbackValues(FunctionAttributes):
    """Answers what parameters of lambdas are, by what is declared of who calls them."""

    def handed(self, node: ast.expr, scope: NameScope) -> TargetNode | None:
        """Return what a lambda is given, as a tuple.

        Args:
            node: The lambda, an argument of a call.
            scope: The scope of the call.
        """
        call, place = self._sites.handed[id(node)]
        if any(isinstance(each, ast.Starred) for each in call.args):
            return None
        function = self.expression(call.func, scope)
        if function is None:
            elements = self._elements_given(call, place, scope)
            return self._meanings.combined("tuple", elements)
        if function.base == "many" and function.names == ("sort",) and place == "key":
            return self._meanings.combined("tuple", [function.of])
        return function.taking(place)

    def _elements_given(
        self, call: ast.Call, place: str, scope: NameScope
    ) -> Sequence[TargetNode | None]:
        """Return what a function of Python gives to its argument at a place."""
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in _KEYED and place == "key" and call.args:
            if len(call.args) > 1:
                return [self._agreed(call.args, scope)]
            return [self.element(call.args[0], scope)]
        if name in _MAPPING and place == "0":
            return [self.element(each, scope) for each in call.args[1:]]
        return []
