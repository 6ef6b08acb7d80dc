"""Members that an object is given by assignments: `held.shell = new Shell()`, also to `this`."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.agreement import agreed
from mkdocs_repodoc.languages.javascript.names.library_types import is_nothing
from mkdocs_repodoc.languages.javascript.names.name_walk import Offer, Walker
from mkdocs_repodoc.languages.javascript.names.object_meanings import ObjectMeanings
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.model.references import Target

_MOST = 4
"""Assignments to one member that are compared; more are seldom alike."""


class GivenMembers(NamedTuple):
    """What a file gives to objects."""

    fields: Mapping[tuple[str, str], Sequence[Binding]]
    """Position of a class, as text, and a name → what `this` is given under it."""
    exported: Mapping[str, Binding]
    """Name → what the exports are given under it, once."""


NO_MEMBERS = GivenMembers({}, {})


def given_members(walker: Walker) -> GivenMembers:
    """Return what a file gives to objects, once the walk through it is done."""
    names = {symbol.name for symbol in walker.symbols}
    fields = {
        (owner, name): values
        for (owner, name), values in walker.fields.items()
        if f"{walker.symbols[int(owner)].name}.{name}" not in names
    }
    offers: dict[str, list[Offer]] = {}
    for offer in walker.offers:
        offers.setdefault(offer.name, []).append(offer)
    exported = {
        name: Binding("value", walker.module, value=found[0].value)
        for name, found in offers.items()
        if len(found) == 1 and found[0].value is not None
    }
    return GivenMembers(fields, exported)


def note_assigned(walker: Walker, left: Node, right: Node) -> None:
    """Note that a statement sets a member of a variable.

    Args:
        walker: The walk.
        left: What is set.
        right: What it is set to.
    """
    of, name = left.child_by_field_name("object"), left.child_by_field_name("property")
    if of is None or name is None:
        return
    this = walker.scope.this if of.type == "this" else None
    if this is not None and this.base == "self" and len(this.names) == 1:
        held = Binding("value", walker.scope, value=right)
        walker.fields.setdefault((this.names[0], walker.text(name)), []).append(held)
    if of.type != "identifier":
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
        given: Members that no symbol stands for.
    """

    def __init__(self, code: bytes, given: GivenMembers = NO_MEMBERS) -> None:
        super().__init__(code)
        self._given = given

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

    def field(self, this: Target | None, name: str) -> Target | None:
        """Return what all assignments of a file say of a field that no class declares."""
        if this is None or this.base != "self" or len(this.names) != 1:
            return None
        values = self._given.fields.get((this.names[0], name), ())
        set_to = [each for each in values if each.value is not None and not is_nothing(each.value)]
        if not 0 < len(set_to) <= _MOST or any(each.is_busy for each in set_to):
            return None
        return agreed([self.held(each) for each in set_to])
