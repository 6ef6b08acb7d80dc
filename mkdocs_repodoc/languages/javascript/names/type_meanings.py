"""Nodes of types to targets: what a value of a declared type is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.library_types import (
    GENERIC_ROLES,
    flat_union,
    is_primitive,
)
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.model.references import Target, TargetBase

_LONGEST_CHAIN = 40
"""Members of members; longer chains are made by machines."""
INNER = frozenset(
    (
        "non_null_expression",
        "parenthesized_expression",
        "parenthesized_type",
        "readonly_type",
        "optional_type",
        "spread_element",
    )
)
"""Types of nodes that mean what is in them."""


class TypeMeanings(ABC):
    """Judges the nodes of types in one file; who judges expressions inherits from it.

    Args:
        code: The file.
    """

    def __init__(self, code: bytes) -> None:
        self._code = code

    def text(self, node: Node) -> str:
        """Return the source of a node."""
        return self._code[node.start_byte : node.end_byte].decode("utf-8", "replace")

    @abstractmethod
    def bound(self, binding: Binding | None, *, as_type: bool = False) -> Target | None:
        """Return what a binding means; as a type for what stands in an annotation."""

    @abstractmethod
    def value(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what the value of an expression is; `None` if the file does not tell."""

    def by_type(self, methods: Mapping[str, str], node: Node, scope: ScriptScope) -> Target | None:
        """Return what the method for the type of a node says of it; nothing if there is none."""
        name = methods.get(node.type)
        if name is None:
            return None
        method: Callable[[Node, ScriptScope], Target | None] = getattr(self, name)
        return method(node, scope)

    def value_of_first(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what the first expression in a node is."""
        inner = node.named_children
        return self.value(inner[0], scope) if inner else None

    def type(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what a value of a declared type is; `None` if nothing is known of its members."""
        kind = node.type
        if kind == "type_annotation" or kind in INNER:
            inner = node.named_children
            return self.type(inner[0], scope) if inner else None
        if kind in ("type_identifier", "identifier"):
            return self._named_type(node, scope)
        if kind in ("nested_type_identifier", "nested_identifier", "member_expression"):
            return derived("instance", self.type_name(node, scope))
        if kind in {"this_type", "this"}:
            return scope.this
        return self.by_type(_TYPES, node, scope)

    def _named_type(self, node: Node, scope: ScriptScope) -> Target | None:
        binding = scope.look_up(self.text(node), "type")
        if binding is not None and binding.is_local:
            if binding.annotation is None or binding.is_busy:  # a type parameter
                return None
            binding.is_busy = True
            try:
                return self.type(binding.annotation, binding.scope)
            finally:
                binding.is_busy = False
        return derived("instance", self.bound(binding, as_type=True))

    def type_name(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what a name means that stands where a type is expected."""
        if node.type in ("type_identifier", "identifier"):
            return self.bound(scope.look_up(self.text(node), "type"), as_type=True)
        children = node.named_children
        if len(children) != 2:  # noqa: PLR2004 - a module and a name in it
            return None
        of = self.value(children[0], scope)
        return Target("type", (), extended(of, self.text(children[1]))) if of is not None else None

    def _generic_type(self, node: Node, scope: ScriptScope) -> Target | None:
        children = node.named_children
        name = children[0]
        written = self.text(name)
        if name.type == "type_identifier" and scope.look_up(written, "type") is None:
            return self._generic(written, children[-1], scope)
        target = self.type(name, scope)
        given = [self.type(one, scope) for one in children[-1].named_children]
        if target is None or not any(given):
            return target
        return Target("applied", (), target, tuple(each or _UNKNOWN for each in given))

    def _generic(self, name: str, arguments: Node, scope: ScriptScope) -> Target | None:
        """Return what a type of the language's library holds or stands for."""
        role = GENERIC_ROLES.get(name)
        types = arguments.named_children
        if role is None or len(types) <= role.argument:
            return None
        argument = types[role.argument]
        if role.base == "returned":
            return derived("call", self.type(argument, scope))
        if role.base == "made":
            return derived("instance", self.type(argument, scope))
        target = self.type(argument, scope)
        return derived(role.base, target) if role.base else target

    def _array_type(self, node: Node, scope: ScriptScope) -> Target | None:
        inner = node.named_children
        return derived("many", self.type(inner[0], scope)) if inner else None

    def _union(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what all parts of a union are; with promises of it among them, a promise."""
        known = [self.type(part, scope) for part in flat_union(node) if not is_primitive(part)]
        bare = {each.of if each and each.base == "promise" else each for each in known}
        if len(bare) != 1:
            return None
        promised = next((each for each in known if each and each.base == "promise"), None)
        return promised or known[0]

    def _intersection(self, node: Node, scope: ScriptScope) -> Target | None:
        found = (self.type(part, scope) for part in flat_union(node))
        return next((target for target in found if target is not None), None)

    def _query(self, node: Node, scope: ScriptScope) -> Target | None:
        return self.value_of_first(node, scope)

    def _lookup_type(self, node: Node, scope: ScriptScope) -> Target | None:
        of, *rest = node.named_children
        target = self.type(of, scope)
        if target is None or not rest:
            return None
        literal = self.text(rest[0])
        if literal[:1] in {'"', "'"}:
            return extended(target, literal[1:-1])
        return Target("element", (), target) if literal == "number" else None

    def function_type(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what a function of a type is, or a value that can be called in one way."""
        scope = self._with_type_parameters(node, scope)
        returned = node.child_by_field_name("return_type")
        result = self.type(returned, scope) if returned is not None else None
        return self.signature(result, node.child_by_field_name("parameters"), scope)

    def calls(self, signatures: Sequence[tuple[Node, ScriptScope]]) -> Target | None:
        """Return what a value is that can be called in several ways: what these have in common."""
        silent = Target("signature", (), _UNKNOWN)
        known = [self.function_type(*one) or silent for one in signatures]
        results = {one.of for one in known}
        most = max(len(one.also) for one in known)
        taken = [
            {one.also[number] for one in known if number < len(one.also)} - {_UNKNOWN}
            for number in range(most)
        ]
        return Target(
            "signature",
            (),
            results.pop() if len(results) == 1 else _UNKNOWN,
            tuple(one.pop() if len(one) == 1 else _UNKNOWN for one in taken),
        )

    def _with_type_parameters(self, node: Node, scope: ScriptScope) -> ScriptScope:
        """Return a scope with the type parameters of a function's type."""
        listed = node.child_by_field_name("type_parameters")
        if listed is None:
            return scope
        inner = scope.inner()
        for parameter in listed.named_children:
            name = parameter.child_by_field_name("name")
            bound = parameter.child_by_field_name("constraint")
            within = bound.named_children[0] if bound is not None and bound.named_children else None
            if name is not None:
                inner.bind(self.text(name), Binding("type", inner, annotation=within))
        return inner

    def signature(
        self, result: Target | None, parameters: Node | None, scope: ScriptScope
    ) -> Target | None:
        """Return what a function is: what it takes, and what a call of it gives.

        Returns:
            Nothing if neither is known.
        """
        taken = []
        for one in parameters.named_children if parameters is not None else ():
            pattern, annotation = (one.child_by_field_name(part) for part in ("pattern", "type"))
            if pattern is not None and pattern.type == "rest_pattern":
                break
            if one.type != "comment" and (pattern is None or pattern.type != "this"):
                known = self.type(annotation, scope) if annotation is not None else None
                taken.append(known or _UNKNOWN)
        while taken and taken[-1] == _UNKNOWN:
            taken.pop()
        if result is None and not taken:
            return None
        return Target("signature", (), result or _UNKNOWN, tuple(taken))


def extended(target: Target, name: str) -> Target | None:
    """Return the member of what a target means."""
    if len(target.names) > _LONGEST_CHAIN:
        return None
    return Target(target.base, (*target.names, name), target.of, target.also)


def derived(base: TargetBase, of: Target | None) -> Target | None:
    """Return what is made of what a target means; nothing if that is not known."""
    return Target(base, (), of) if of is not None else None


_UNKNOWN = Target("unknown", ())
_TYPES = {
    "generic_type": "_generic_type",
    "array_type": "_array_type",
    "union_type": "_union",
    "intersection_type": "_intersection",
    "type_query": "_query",
    "lookup_type": "_lookup_type",
    "function_type": "function_type",
    "method_signature": "function_type",
}
