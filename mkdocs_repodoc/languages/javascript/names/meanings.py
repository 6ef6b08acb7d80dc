"""Nodes to targets: the meaning of expressions and types as far as the file alone can tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.library_types import (
    GENERIC_ROLES,
    flat_union,
    is_nothing,
    is_primitive,
)
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.model.references import FILE_SCOPE, Target, TargetBase

_LONGEST_CHAIN = 40
"""Members of members; longer chains are made by machines."""
_MOST_RETURNS = 8
"""Statements that a function returns with; more are seldom alike."""
_INNER = {
    "non_null_expression": 0,
    "parenthesized_expression": 0,
    "parenthesized_type": 0,
    "readonly_type": 0,
    "optional_type": 0,
    "spread_element": 0,
}


class Meanings:
    """Judges the nodes of one file, once all its scopes are complete.

    Args:
        code: The file.
    """

    def __init__(self, code: bytes) -> None:
        self._code = code
        self._values: dict[int, Target | None] = {}
        self._open: set[int] = set()

    def text(self, node: Node) -> str:
        """Return the source of a node."""
        return self._code[node.start_byte : node.end_byte].decode("utf-8", "replace")

    # Names

    def bound(self, binding: Binding | None, *, as_type: bool = False) -> Target | None:
        """Return what a binding means; as a type for what stands in an annotation."""
        if binding is None or binding.is_busy:
            return None
        if binding.symbol != FILE_SCOPE:
            return Target("own", (str(binding.symbol),))
        if binding.imported >= 0:
            target = Target("import", (str(binding.imported),))
            return Target("type", (), target) if as_type else target
        if as_type:
            return None
        binding.is_busy = True
        try:
            return self._held(binding)
        finally:
            binding.is_busy = False

    def held(self, binding: Binding) -> Target | None:
        """Return what the value of a variable is, even if the variable is a symbol itself."""
        binding.is_busy = True
        try:
            return self._held(binding)
        finally:
            binding.is_busy = False

    def _held(self, binding: Binding) -> Target | None:
        target = None
        if binding.annotation is not None:
            target = self.type(binding.annotation, binding.scope)
        elif binding.value is not None:
            target = self.value(binding.value, binding.scope)
        for step in binding.steps:
            if target is None:
                return None
            if step == "[]":
                target = Target("element", (), target)
            elif step == "await":
                target = Target("await", (), target)
            else:
                target = extended(target, step)
        return target

    # Expressions

    def value(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what the value of an expression is; `None` if the file does not tell."""
        key = node.id
        if key in self._values:
            return self._values[key]
        if key in self._open:
            return None
        self._open.add(key)
        try:
            found = self._value(node, scope)
        finally:
            self._open.discard(key)
        self._values[key] = found
        return found

    def _value(self, node: Node, scope: ScriptScope) -> Target | None:
        kind = node.type
        if kind in {"identifier", "shorthand_property_identifier"}:
            return self.bound(scope.look_up(self.text(node), "value"))
        if kind == "this":
            return scope.this
        if kind == "super":
            return Target("super", (str(scope.owner),)) if scope.owner != FILE_SCOPE else None
        if kind in ("member_expression", "nested_identifier"):
            return self._member(node, scope)
        if kind in _INNER:
            return self._value_of_first(node, scope)
        return self._by_type(_EXPRESSIONS, node, scope)

    def _by_type(self, methods: Mapping[str, str], node: Node, scope: ScriptScope) -> Target | None:
        name = methods.get(node.type)
        if name is None:
            return None
        method: Callable[[Node, ScriptScope], Target | None] = getattr(self, name)
        return method(node, scope)

    def _value_of_first(self, node: Node, scope: ScriptScope) -> Target | None:
        inner = node.named_children
        return self.value(inner[0], scope) if inner else None

    def _member(self, node: Node, scope: ScriptScope) -> Target | None:
        of, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        if of is None or name is None:
            return None
        target = self.value(of, scope)
        return extended(target, self.text(name)) if target is not None else None

    def _subscript(self, node: Node, scope: ScriptScope) -> Target | None:
        of, index = node.child_by_field_name("object"), node.child_by_field_name("index")
        target = self.value(of, scope) if of is not None else None
        if target is None or index is None:
            return None
        if index.type == "string":
            return extended(target, self.text(index)[1:-1])
        return Target("element", (), target)

    def _call(self, node: Node, scope: ScriptScope) -> Target | None:
        function = node.child_by_field_name("function")
        if function is None or function.type in ("super", "import"):
            return None
        return _derived("call", self.value(function, scope))

    def _new(self, node: Node, scope: ScriptScope) -> Target | None:
        constructor = node.child_by_field_name("constructor")
        if constructor is None:
            return None
        target = self.value(constructor, scope)
        if target is not None:
            return Target("instance", (), target)
        arguments = node.child_by_field_name("type_arguments")
        name = self.text(constructor)
        if arguments is None or scope.look_up(name, "value") is not None:
            return None
        return self._generic(name, arguments, scope)

    def _await(self, node: Node, scope: ScriptScope) -> Target | None:
        return _derived("await", self._value_of_first(node, scope))

    def _as(self, node: Node, scope: ScriptScope) -> Target | None:
        value, *types = node.named_children
        return self.type(types[0], scope) if types else self.value(value, scope)

    def _assertion(self, node: Node, scope: ScriptScope) -> Target | None:
        arguments = node.named_children[0].named_children
        return self.type(arguments[0], scope) if arguments else None

    def _satisfies(self, node: Node, scope: ScriptScope) -> Target | None:
        return self._value_of_first(node, scope) or self._as(node, scope)

    def _assignment(self, node: Node, scope: ScriptScope) -> Target | None:
        right = node.child_by_field_name("right")
        return self.value(right, scope) if right is not None else None

    def _ternary(self, node: Node, scope: ScriptScope) -> Target | None:
        parts = (
            node.child_by_field_name("consequence"),
            node.child_by_field_name("alternative"),
        )
        return self._agreed([part for part in parts if part is not None], scope)

    def _binary(self, node: Node, scope: ScriptScope) -> Target | None:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = node.child_by_field_name("operator")
        if left is None or right is None or operator is None:
            return None
        if operator.type == "&&":
            return self.value(right, scope)
        if operator.type not in ("||", "??"):
            return None
        return self.value(left, scope) or self.value(right, scope)

    def _array(self, node: Node, scope: ScriptScope) -> Target | None:
        return _derived("many", self._agreed(node.named_children, scope))

    def _agreed(self, nodes: list[Node], scope: ScriptScope) -> Target | None:
        """Return what several expressions have in common; nothing if they differ."""
        known = [self.value(node, scope) for node in nodes if not is_nothing(node)]
        if not known or any(target != known[0] for target in known):
            return None
        return known[0]

    def returned(self, scope: ScriptScope, *, is_async: bool) -> Target | None:
        """Return what a call of a function without a return type is, by its statements."""
        target = self._agreed(scope.returns, scope) if len(scope.returns) <= _MOST_RETURNS else None
        return _derived("promise", target) if is_async else target

    # Types

    def type(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what a value of a declared type is; `None` if nothing is known of its members."""
        kind = node.type
        if kind == "type_annotation" or kind in _INNER:
            inner = node.named_children
            return self.type(inner[0], scope) if inner else None
        if kind in ("type_identifier", "identifier"):
            return self._named_type(node, scope)
        if kind in ("nested_type_identifier", "nested_identifier", "member_expression"):
            return _derived("instance", self.type_name(node, scope))
        if kind in {"this_type", "this"}:
            return scope.this
        return self._by_type(_TYPES, node, scope)

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
        return _derived("instance", self.bound(binding, as_type=True))

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
            return _derived("call", self.type(argument, scope))
        if role.base == "made":
            return _derived("instance", self.type(argument, scope))
        target = self.type(argument, scope)
        return _derived(role.base, target) if role.base else target

    def _array_type(self, node: Node, scope: ScriptScope) -> Target | None:
        inner = node.named_children
        return _derived("many", self.type(inner[0], scope)) if inner else None

    def _union(self, node: Node, scope: ScriptScope) -> Target | None:
        known = [self.type(part, scope) for part in flat_union(node) if not is_primitive(part)]
        if not known or any(target != known[0] for target in known):
            return None
        return known[0]

    def _intersection(self, node: Node, scope: ScriptScope) -> Target | None:
        found = (self.type(part, scope) for part in flat_union(node))
        return next((target for target in found if target is not None), None)

    def _query(self, node: Node, scope: ScriptScope) -> Target | None:
        return self._value_of_first(node, scope)

    def _lookup_type(self, node: Node, scope: ScriptScope) -> Target | None:
        of, *rest = node.named_children
        target = self.type(of, scope)
        if target is None or not rest:
            return None
        literal = self.text(rest[0])
        if literal[:1] in {'"', "'"}:
            return extended(target, literal[1:-1])
        return Target("element", (), target) if literal == "number" else None

    def _function_type(self, node: Node, scope: ScriptScope) -> Target | None:
        returned = node.child_by_field_name("return_type")
        return _derived("returning", self.type(returned, scope) if returned else None)


def extended(target: Target, name: str) -> Target | None:
    """Return the member of what a target means."""
    if len(target.names) > _LONGEST_CHAIN:
        return None
    return Target(target.base, (*target.names, name), target.of)


def _derived(base: TargetBase, of: Target | None) -> Target | None:
    return Target(base, (), of) if of is not None else None


_UNKNOWN = Target("unknown", ())
_EXPRESSIONS = {
    "subscript_expression": "_subscript",
    "call_expression": "_call",
    "new_expression": "_new",
    "await_expression": "_await",
    "as_expression": "_as",
    "satisfies_expression": "_satisfies",
    "type_assertion": "_assertion",
    "assignment_expression": "_assignment",
    "ternary_expression": "_ternary",
    "binary_expression": "_binary",
    "array": "_array",
}
_TYPES = {
    "generic_type": "_generic_type",
    "array_type": "_array_type",
    "union_type": "_union",
    "intersection_type": "_intersection",
    "type_query": "_query",
    "lookup_type": "_lookup_type",
    "function_type": "_function_type",
}
