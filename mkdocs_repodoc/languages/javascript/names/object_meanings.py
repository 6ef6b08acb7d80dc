"""Objects without a name of their own: types that are written in place, and copies of others."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.documented_meanings import DocumentedMeanings
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.languages.javascript.names.spread_objects import Spread, last_spread
from mkdocs_repodoc.languages.javascript.names.type_meanings import INNER
from mkdocs_repodoc.model.references import Target

_MEMBERS = frozenset(("property_signature", "method_signature"))
_DEEPEST = 12
"""Members of members of a type that is written in place."""


def _bare(node: Node) -> Node:
    while (node.type == "type_annotation" or node.type in INNER) and node.named_children:
        node = node.named_children[0]
    return node


def _names_another(node: Node) -> bool:
    """Tell whether a type is what another member or a variable is, which the member is not."""
    left = [node]
    while left:
        inner = _bare(left.pop())
        if inner.type in {"lookup_type", "type_query"}:
            return True
        if inner.type in {"union_type", "intersection_type"}:
            left += inner.named_children
    return False


def _members_of(node: Node, text: Callable[[Node], str]) -> dict[str, Node | None]:
    """Return the node that says what each member of a type is, `None` if it is declared again."""
    found: dict[str, Node | None] = {}
    for child in node.named_children:
        key = child.child_by_field_name("name") if child.type in _MEMBERS else None
        if key is None:
            continue
        is_method = child.type == "method_signature"
        name = text(key)
        of = child if is_method else child.child_by_field_name("type")
        found[name] = None if name in found else of
    return found


class ObjectMeanings(DocumentedMeanings):
    """Judges members of objects whose types have no name.

    Who judges expressions inherits from it. Each type and each literal is read once: a file may
    ask for every one of its members.

    Args:
        code: The file.
    """

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self._members: dict[int, dict[str, Node | None]] = {}
        self._judged: dict[int, set[str]] = {}
        self._spread: dict[int, Spread | None] = {}

    @abstractmethod
    def held(self, binding: Binding) -> Target | None:
        """Return what the value of a variable is, even if the variable is a symbol itself."""

    def innermost(self, annotation: Node, steps: Sequence[str]) -> tuple[Node, tuple[str, ...]]:
        """Return the type of a member of a type that is written in place.

        Args:
            annotation: The type.
            steps: Names of a member, its member, and so on.

        Returns:
            The type of the last member that is found, and the steps that are left: all of them
            where the type is a name.
        """
        node, left = _bare(annotation), tuple(steps)
        while left and node.type == "object_type":
            found = self._member_type(node, left[0])
            if found is None:
                break
            node, left = _bare(found), left[1:]
        return node, left

    def _member_type(self, node: Node, name: str) -> Node | None:
        members = self._members.get(node.id)
        if members is None:
            members = self._members[node.id] = _members_of(node, self.text)
        found = members.get(name)
        if found is not None and name not in self._judged.setdefault(node.id, set()):
            self._judged[node.id].add(name)
            if _names_another(found):
                members[name] = found = None
        return found

    def inline_member(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what a member is of a value whose type is written where the value is declared."""
        of = self._declared(node, scope, 0)
        if of is None or of.annotation is None:
            return None
        _, left = self.innermost(of.annotation, of.steps)
        return self.held(of) if len(left) < len(of.steps) else None

    def _declared(self, node: Node, scope: ScriptScope, depth: int) -> Binding | None:
        """Return the declaration of a value and the steps to a member of it."""
        found: Binding | None = None
        inner = node.named_children
        if node.type == "identifier":
            found = scope.look_up(self.text(node), "value")
        elif node.type == "as_expression" and len(inner) > 1:
            found = Binding("value", scope, annotation=inner[1])
        elif node.type == "member_expression" and depth < _DEEPEST:
            of, name = node.child_by_field_name("object"), node.child_by_field_name("property")
            whole = self._declared(of, scope, depth + 1) if of is not None else None
            if whole is not None and name is not None:
                found = replace(whole, steps=(*whole.steps, self.text(name)))
        elif node.type in INNER and inner and depth < _DEEPEST:
            found = self._declared(inner[0], scope, depth + 1)
        return found if found is not None and not found.is_busy else None

    def spread_into(self, node: Node, name: str, scope: ScriptScope) -> Target | None:
        """Return what is spread into a variable's object and gives it a member."""
        if node.type != "identifier":
            return None
        binding = scope.look_up(self.text(node), "value")
        if binding is None or binding.is_busy or binding.annotation is not None or binding.steps:
            return None
        literal = binding.value
        if literal is None:
            return None
        if literal.id not in self._spread:
            self._spread[literal.id] = last_spread(literal, self.text)
        spread = self._spread[literal.id]
        if spread is None or name in spread.overlaid:
            return None
        return self.value(spread.value, binding.scope)
