"""Members that a local object is given by assignments: `held = {}`, `held.shell = new Shell()`."""

from __future__ import annotations

from abc import abstractmethod

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.agreement import agreed
from mkdocs_repodoc.languages.javascript.names.name_walk import Walker
from mkdocs_repodoc.languages.javascript.names.object_meanings import ObjectMeanings
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.model.references import Target

_MOST = 4
"""Assignments to one member that are compared; more are seldom alike."""


def note_assigned(walker: Walker, left: Node, right: Node) -> None:
    """Note that a statement sets a member of a variable.

    Args:
        walker: The walk.
        left: What is set.
        right: What it is set to.
    """
    of, name = left.child_by_field_name("object"), left.child_by_field_name("property")
    if of is None or name is None or of.type != "identifier":
        return
    binding = walker.scope.look_up(walker.text(of), "value")
    if binding is not None and binding.is_local:
        value = Binding("value", walker.scope, value=right)
        if binding.assigned is None:
            binding.assigned = {}
        binding.assigned.setdefault(walker.text(name), []).append(value)


class AssignedMeanings(ObjectMeanings):
    """Judges members that local variables are given, where each begins as an object literal.

    Args:
        code: The file.
    """

    @abstractmethod
    def held(self, binding: Binding) -> Target | None:
        """Return what the value of a variable is, even if the variable is a symbol itself."""

    def assigned(self, node: Node, name: str, scope: ScriptScope) -> Target | None:
        """Return what a member of a variable is, where all assignments to it say the same."""
        if node.type != "identifier":
            return None
        binding = scope.look_up(self.text(node), "value")
        if binding is None or binding.annotation is not None or binding.steps:
            return None
        is_object = binding.value is not None and binding.value.type == "object"
        values = (binding.assigned or {}).get(name, []) if is_object else []
        if not 0 < len(values) <= _MOST or any(each.is_busy for each in values):
            return None
        known = [self.held(each) for each in values]
        return agreed(known)
