"""Names that declarations bind: single ones, objects and arrays taken apart, parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.name_walk import Member, Walker
from mkdocs_repodoc.languages.javascript.names.object_literals import expect
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.model.references import FILE_SCOPE


class Whole(NamedTuple):
    """What a pattern takes apart, and the way from there to a part of it.

    Attributes:
        annotation: Declared type of the whole.
        value: What the whole is set to.
        steps: From the whole to the part.
        scope: Where annotation and value are looked up, unless where the walk stands.
    """

    annotation: Node | None = None
    value: Node | None = None
    steps: tuple[str, ...] = ()
    scope: ScriptScope | None = None

    def binding(self, walker: Walker, symbol: int = FILE_SCOPE) -> Binding:
        """Return what a name is bound to that is set to this."""
        scope = self.scope or walker.scope
        return Binding(
            space="value",
            scope=scope,
            symbol=symbol,
            imported=-1,
            annotation=self.annotation,
            value=self.value,
            steps=self.steps,
        )

    def part(self, step: str) -> Whole:
        """Return the same, one step further."""
        return self._replace(steps=(*self.steps, step))


def bind_pattern(walker: Walker, pattern: Node, scope: ScriptScope, whole: Whole) -> None:
    """Bind the names of a pattern.

    Args:
        walker: The walk; annotation and value are looked up where it stands.
        pattern: A name, or an object or array that is taken apart.
        scope: Where the names are bound.
        whole: What it is set to.
    """
    kind = pattern.type
    if kind in {"identifier", "shorthand_property_identifier_pattern"}:
        _bind_name(walker, pattern, scope, whole)
    elif kind in {"assignment_pattern", "object_assignment_pattern"}:
        left, right = pattern.child_by_field_name("left"), pattern.child_by_field_name("right")
        if left is not None:
            bind_pattern(walker, left, scope, whole if any(whole) else Whole(value=right))
        walker.visit(right)
    elif kind in {"object_pattern", "array_pattern"}:
        for child in pattern.named_children:
            _bind_part(walker, child, scope, whole)
    elif kind == "rest_pattern":
        _bind_rest(walker, pattern, scope, Whole())
    else:
        walker.visit(pattern)


def _bind_part(walker: Walker, part: Node, scope: ScriptScope, whole: Whole) -> None:
    """Bind the names of a part of an object or array that is taken apart."""
    in_array = part.parent is not None and part.parent.type == "array_pattern"
    if part.type == "pair_pattern":
        _bind_pair(walker, part, scope, whole)
    elif part.type == "rest_pattern":
        _bind_rest(walker, part, scope, whole)
    else:
        bind_pattern(walker, part, scope, whole.part("[]") if in_array else whole)


def _bind_rest(walker: Walker, rest: Node, scope: ScriptScope, whole: Whole) -> None:
    """Bind what remains of an object or array: it has members, or elements, of the whole."""
    for child in rest.named_children:
        bind_pattern(walker, child, scope, whole)


def _bind_name(walker: Walker, pattern: Node, scope: ScriptScope, whole: Whole) -> None:
    symbol = walker.symbol_of(pattern)
    if pattern.type == "shorthand_property_identifier_pattern":
        whole = whole.part(walker.text(pattern))
        _note_member(walker, pattern, whole)
    binding = whole.binding(walker, symbol)
    scope.bind(walker.text(pattern), binding)
    if symbol != FILE_SCOPE:
        walker.holders.setdefault(symbol, binding)


def _bind_pair(walker: Walker, pair: Node, scope: ScriptScope, whole: Whole) -> None:
    key, inner = pair.child_by_field_name("key"), pair.child_by_field_name("value")
    if key is None or inner is None:
        return
    if key.type == "property_identifier":
        part = whole.part(walker.text(key))
        _note_member(walker, key, part)
        bind_pattern(walker, inner, scope, part)
    else:
        walker.visit(key)
        bind_pattern(walker, inner, scope, Whole())


def _note_member(walker: Walker, key: Node, part: Whole) -> None:
    if part.annotation is not None or part.value is not None:
        walker.members.append(Member(key, None, part.binding(walker), "name", walker.symbol))


def bind_parameters(
    walker: Walker,
    parameters: Node,
    scope: ScriptScope,
    given: Sequence[Whole] = (),
) -> None:
    """Bind the parameters of a function in its scope.

    Args:
        walker: The walk; it stands in the function's scope.
        parameters: The list of them.
        scope: The function's scope.
        given: For a callback: what its parameters are given, the first ones or all.
    """
    for number, parameter in enumerate(parameters.named_children):
        whole = given[number] if number < len(given) else Whole()
        if parameter.type in {"required_parameter", "optional_parameter"}:
            _bind_parameter(walker, parameter, scope, whole)
        else:
            bind_pattern(walker, parameter, scope, whole)


def _bind_parameter(walker: Walker, parameter: Node, scope: ScriptScope, whole: Whole) -> None:
    annotation = parameter.child_by_field_name("type")
    pattern = parameter.child_by_field_name("pattern")
    default = parameter.child_by_field_name("value")
    for child in parameter.named_children:
        if child.type == "decorator":
            walker.visit(child)
    walker.visit(annotation)
    expect(walker, default, annotation)
    walker.visit(default)
    if annotation is not None or (default is not None and not any(whole)):
        whole = Whole(annotation, default)
    if pattern is not None and pattern.type == "rest_pattern":
        for child in pattern.named_children:
            bind_pattern(walker, child, scope, Whole(annotation))
    elif pattern is not None and pattern.type != "this":
        bind_pattern(walker, pattern, scope, whole)
