"""Computed keys of members: what stands under them, as far as one file can tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.assigned_members import AssignedMeanings
from mkdocs_repodoc.languages.javascript.names.library_types import is_nothing
from mkdocs_repodoc.languages.javascript.names.name_walk import KeyedMember
from mkdocs_repodoc.languages.javascript.names.script_scopes import ScriptScope
from mkdocs_repodoc.languages.javascript.names.type_meanings import extended
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_UNKNOWN = Target("unknown", ())


class KeyMeanings(AssignedMeanings):
    """Judges subscripts; who judges expressions inherits from it."""

    def subscript(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what `of[index]` is: a member by its name or its symbol, or an element."""
        of, index = node.child_by_field_name("object"), node.child_by_field_name("index")
        if of is None or index is None:
            return None
        target = self.value(of, scope)
        if index.type == "string":
            return extended(target, self.text(index)[1:-1]) if target is not None else None
        key = self._key(index, scope)
        if key is not None:
            return Target("keyed", (), key, (target,) if target is not None else ())
        return Target("element", (), target) if target is not None else None

    def _key(self, index: Node, scope: ScriptScope) -> Target | None:
        """Return what a key means that may be a symbol: a name of the file, or one it takes."""
        if index.type != "identifier":
            return None
        binding = scope.look_up(self.text(index), "value")
        return self.bound(binding) if binding is not None and not binding.is_local else None

    def kept(self, members: Sequence[KeyedMember]) -> Iterator[Target]:
        """Yield what a file sets under each key; something unknown where it does not tell."""
        for member in members:
            key = self._key(member.key, member.scope)
            value = member.value
            if key is None or (value is not None and is_nothing(value)):
                continue
            if member.symbol != FILE_SCOPE:
                held: Target | None = Target("own", (str(member.symbol),))
            else:
                held = self.value(value, member.scope) if value is not None else None
            yield Target("keyed", (), held or _UNKNOWN, (key,))
