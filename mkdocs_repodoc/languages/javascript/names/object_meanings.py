"""Objects without a name of their own: types that are written in place, and copies of others."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.languages.javascript.names.spread_objects import spread_source
from mkdocs_repodoc.languages.javascript.names.type_meanings import INNER, TypeMeanings
from mkdocs_repodoc.model.references import Target

_MEMBERS = frozenset(("property_signature", "method_signature"))
_DEEPEST = 12
"""Members of members of a type that is written in place."""


def innermost(
    annotation: Node, steps: Sequence[str], text: Callable[[Node], str]
) -> tuple[Node, tuple[str, ...]]:
    """Return the type of a member of a type that is written in place.

    Args:
        annotation: The type.
        steps: Names of a member, its member, and so on.
        text: Node → its source.

    Returns:
        The type of the last member that is found, and the steps that are left: all of them where
        the type is a name.
    """
    node, left = _bare(annotation), tuple(steps)
    while left and node.type == "object_type":
        found = _member_type(node, left[0], text)
        if found is None or _names_another(found):
            break
        node, left = _bare(found), left[1:]
    return node, left


def _bare(node: Node) -> Node:
    while (node.type == "type_annotation" or node.type in INNER) and node.named_children:
        node = node.named_children[0]
    return node


def _names_another(node: Node) -> bool:
    """Tell whether a type is what another member or a variable is, which the member is not."""
    inner = _bare(node)
    if inner.type in {"union_type", "intersection_type"}:
        return any(_names_another(part) for part in inner.named_children)
    return inner.type in {"lookup_type", "type_query"}


def _member_type(node: Node, name: str, text: Callable[[Node], str]) -> Node | None:
    """Return the node that says what a member is, if the type declares it once."""
    found = [
        child
        for child in node.named_children
        if child.type in _MEMBERS
        and (key := child.child_by_field_name("name")) is not None
        and text(key) == name
    ]
    if len(found) != 1:
        return None
    if found[0].type == "method_signature":
        return found[0]
    return found[0].child_by_field_name("type")


class ObjectMeanings(TypeMeanings):
    """Judges members of objects whose types have no name.

    Who judges expressions inherits from it.
    """

    @abstractmethod
    def held(self, binding: Binding) -> Target | None:
        """Return what the value of a variable is, even if the variable is a symbol itself."""

    def inline_member(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what a member is of a value whose type is written where the value is declared."""
        of = self._declared(node, scope, 0)
        if of is None or of.annotation is None:
            return None
        _, left = innermost(of.annotation, of.steps, self.text)
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
        spread = spread_source(literal, name, self.text) if literal is not None else None
        return self.value(spread, binding.scope) if spread is not None else None
