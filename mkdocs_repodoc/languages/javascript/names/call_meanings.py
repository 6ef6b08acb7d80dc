"""Calls: what they are given, where the type of what a call gives may depend on that."""

from __future__ import annotations

from abc import abstractmethod

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.assigned_members import NO_MEMBERS, GivenMembers
from mkdocs_repodoc.languages.javascript.names.key_meanings import KeyMeanings
from mkdocs_repodoc.languages.javascript.names.script_scopes import ScriptScope
from mkdocs_repodoc.languages.javascript.names.type_formulas import FUNCTION, TypeFormulas
from mkdocs_repodoc.languages.javascript.names.type_meanings import derived
from mkdocs_repodoc.model.references import Target

_MOST_ARGUMENTS = 6
_DEEPEST = 6
"""Calls that are arguments of each other."""
_STEPS = frozenset(("then", "catch", "finally"))
_FUNCTIONS = frozenset(("arrow_function", "function_expression"))
_NAMED = frozenset(("identifier", "call_expression"))
_UNKNOWN = Target("unknown", ())


class CallMeanings(KeyMeanings):
    """Judges calls; who judges expressions inherits from it.

    Args:
        code: The file.
        given: Members that no symbol stands for.
    """

    def __init__(self, code: bytes, given: GivenMembers = NO_MEMBERS) -> None:
        super().__init__(code, given)
        self._calls = 0

    def call_of(self, function: Target | None, node: Node, scope: ScriptScope) -> Target | None:
        """Return what a call of a function gives, with its type arguments and arguments.

        Args:
            function: What is called.
            node: The call.
            scope: Where it stands.
        """
        if function is None:
            return None
        types = node.child_by_field_name("type_arguments")
        if types is not None and self._calls < _DEEPEST:
            formulas = TypeFormulas(self, lambda _: -1)
            given = tuple(formulas.any(one, scope) for one in types.named_children)
            function = Target("applied", (), function, given)
        return Target("call", (), function, self._arguments(node, scope))

    @abstractmethod
    def returned(self, scope: ScriptScope, *, is_async: bool) -> Target | None:
        """Return what a call of a function without a return type is, by its statements."""

    def chained(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what a step of a chain of promises gives, as `load().then(() => page)` does.

        Args:
            node: The call.
            scope: Where it stands.
        """
        function = node.child_by_field_name("function")
        listed = node.child_by_field_name("arguments")
        given = listed.named_children[0] if listed and listed.named_children else None
        of, name = (
            function.child_by_field_name(part) if function is not None else None
            for part in ("object", "property")
        )
        if of is None or name is None or given is None or self.text(name) not in _STEPS:
            return None
        callback = (scope.callbacks or {}).get(given.id)
        if callback is None:
            return None
        if self.text(name) != "then":  # what an error leads to, if that is a value, is another
            goes_on = self.text(name) == "finally" or not callback.returns
            return self.value(of, scope) if goes_on else None
        if callback.result is not None:
            target = self.type(callback.result, callback)
        else:
            target = self.returned(callback, is_async=False)
        return derived("promise", derived("await", target))

    def _arguments(self, node: Node, scope: ScriptScope) -> tuple[Target, ...]:
        listed = node.child_by_field_name("arguments")
        nodes = listed.named_children if listed is not None else []
        if len(nodes) > _MOST_ARGUMENTS or self._calls >= _DEEPEST:
            return ()
        self._calls += 1
        try:
            return tuple(self._argument(each, scope) for each in nodes if each.type != "comment")
        finally:
            self._calls -= 1

    def _argument(self, node: Node, scope: ScriptScope) -> Target:
        if node.type in _FUNCTIONS:
            return FUNCTION
        return (self.value(node, scope) if node.type in _NAMED else None) or _UNKNOWN
