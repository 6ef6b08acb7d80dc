"""Nodes to targets: the meaning of names and expressions as far as the file alone can tell."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.agreement import agreed
from mkdocs_repodoc.languages.javascript.names.assigned_members import NO_MEMBERS, GivenMembers
from mkdocs_repodoc.languages.javascript.names.call_meanings import CallMeanings
from mkdocs_repodoc.languages.javascript.names.library_types import is_nothing
from mkdocs_repodoc.languages.javascript.names.object_literals import CALL
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.languages.javascript.names.type_meanings import (
    INNER,
    derived,
    extended,
)
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_EXPORTS = frozenset(("exports", "module.exports"))
_MOST_RETURNS = 8
"""Statements that a function returns with; more are seldom alike."""


class Meanings(CallMeanings):
    """Judges the nodes of one file, once all its scopes are complete.

    Args:
        code: The file.
        given: Members that no symbol stands for.
    """

    def __init__(self, code: bytes, given: GivenMembers = NO_MEMBERS) -> None:
        super().__init__(code, given)
        self._values: dict[int, Target | None] = {}
        self._open: set[int] = set()

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
        target, steps = self.documented(binding), binding.steps
        if binding.annotation is not None:
            annotation, steps = self.innermost(binding.annotation, steps)
            target = self.type(annotation, binding.scope)
        elif target is None and binding.value is not None:
            target = self.value(binding.value, binding.scope)
            if target is None and steps:
                target = self.assigned(binding.value, steps[0], binding.scope)
                steps = steps[1:]
        for step in steps:
            if target is None:
                return None
            if step == "[]":
                target = Target("element", (), target)
            elif step == "await":
                target = Target("await", (), target)
            elif step == CALL:
                target = Target("call", (), target)
            elif step[:1] == "(":
                target = Target("argument", (step[1:-1],), target)
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
        if kind in INNER:
            return self.value_of_first(node, scope)
        return self.by_type(_EXPRESSIONS, node, scope)

    def _member(self, node: Node, scope: ScriptScope) -> Target | None:
        of, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        if of is None or name is None:
            return None
        written = self.text(name)
        if of.type == "this" and (given := self.field(scope.this, written)) is not None:
            return given
        target = self._with_members(of, scope) or self.spread_into(of, written, scope)
        if target is not None:
            return extended(target, written)
        own = self._given.exported.get(written) if self.text(of) in _EXPORTS else None
        if own is not None:
            return self.held(own) if not own.is_busy else None
        return self.inline_member(node, scope) or self.assigned(of, written, scope)

    def _with_members(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what has the members of a value: an object that was mixed into it goes first."""
        if node.type == "identifier":
            binding = scope.look_up(self.text(node), "value")
            if binding is not None and binding.mixed is not None:
                return self.held(binding.mixed)
        return self.value(node, scope)

    def _call(self, node: Node, scope: ScriptScope) -> Target | None:
        function = node.child_by_field_name("function")
        if function is None or function.type in ("super", "import"):
            return None
        if self.text(function) == "Object.create":
            return self._created(node, scope)
        promised = self.chained(node, scope)
        return promised or self.call_of(self.value(function, scope), node, scope)

    def _created(self, node: Node, scope: ScriptScope) -> Target | None:
        """Return what `Object.create` gives: what has the members of its prototype."""
        arguments = node.child_by_field_name("arguments")
        prototype = arguments.named_children[0] if arguments and arguments.named_children else None
        if prototype is None or prototype.type not in ("identifier", "member_expression"):
            return None
        last = prototype.child_by_field_name("property")
        if last is not None and self.text(last) == "prototype":
            of = prototype.child_by_field_name("object")
            target = self.value(of, scope) if of is not None else None
            return Target("instance", (), target) if target is not None else None
        return self.value(prototype, scope)

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
        return derived("await", self.value_of_first(node, scope))

    def _as(self, node: Node, scope: ScriptScope) -> Target | None:
        value, *types = node.named_children
        return self.type(types[0], scope) if types else self.value(value, scope)

    def _assertion(self, node: Node, scope: ScriptScope) -> Target | None:
        arguments = node.named_children[0].named_children
        return self.type(arguments[0], scope) if arguments else None

    def _satisfies(self, node: Node, scope: ScriptScope) -> Target | None:
        return self.value_of_first(node, scope) or self._as(node, scope)

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
        return derived("many", self._agreed(node.named_children, scope))

    def _agreed(self, nodes: list[Node], scope: ScriptScope) -> Target | None:
        """Return what several expressions have in common; nothing if they differ."""
        return agreed([self.value(node, scope) for node in nodes if not is_nothing(node)])

    def returned(self, scope: ScriptScope, *, is_async: bool) -> Target | None:
        """Return what a call of a function without a return type is, by its statements."""
        if len(scope.returns) == 1:
            target = self._with_members(scope.returns[0], scope)
        else:
            few = len(scope.returns) <= _MOST_RETURNS
            target = self._agreed(scope.returns, scope) if few else None
        return derived("promise", target) if is_async else target


_EXPRESSIONS = {
    "subscript_expression": "subscript",
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
