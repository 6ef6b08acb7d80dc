"""Attributes that a file sets on its functions, as `view.view_class = View` does."""

from __future__ import annotations

import ast
from abc import abstractmethod
from collections.abc import Sequence

from mkdocs_repodoc.languages.python.names.python_scopes import Binding
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.names.values.value_expressions import ValueExpressions
from mkdocs_repodoc.model.kinds import FUNCTIONS


class FunctionAttributes(ValueExpressions):
    """Answers what attributes of functions hold, which no symbol declares."""

    _set: dict[TargetNode, list[Binding]] | None = None
    """Attribute → all that is assigned to it; `None` before anybody has asked."""

    @abstractmethod
    def agreement(self, bindings: Sequence[Binding], *, strict: bool = True) -> TargetNode | None:
        """Return what a variable is by all its bindings."""

    def held(self, meaning: TargetNode) -> TargetNode | None:
        """Return what an attribute holds if it is one of a function, else the same meaning."""
        if self._set is None:
            self._set = self._attributes()
        bindings = self._set.get(meaning)
        return meaning if bindings is None else self.agreement(bindings)

    def _attributes(self) -> dict[TargetNode, list[Binding]]:
        found: dict[TargetNode, list[Binding]] = {}
        for node, binding in self._sites.attributes_set:
            function = self._function(node.value, binding)
            if function is not None:
                found.setdefault(function.member(node.attr), []).append(binding)
        return found

    def _function(self, root: ast.expr, binding: Binding) -> TargetNode | None:
        """Return the function of the file that a name means."""
        if not isinstance(root, ast.Name):
            return None
        resolved = binding.scope.resolve(root.id, root.lineno, root.col_offset)
        definitions = resolved[1] if resolved is not None else ()
        meaning = definitions[0].meaning if len(definitions) == 1 else None
        if meaning is None or meaning.base != "own":
            return None
        positions = self._sites.positions(".".join(meaning.names))
        kinds = {self._sites.symbols[position].kind for position in positions}
        return meaning if kinds and kinds <= FUNCTIONS else None
