"""Object literals and functions, with the types that are wanted where they stand.

The type may be declared for a variable, a parameter, a field or a function's result, by an
assertion, by what the value is assigned to, or by the parameter that an argument is for. Keys of
the literal are members of that type, and the function's parameters are what one of it takes.
"""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.name_walk import Handlers, Member, Walker
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding

CALL = "()"
"""The step from a function to what a call of it gives."""
_NOTED = frozenset(("object", "arrow_function", "function_expression", "generator_function"))
_CHOICES = frozenset(("||", "??", "&&"))
_KEYS = frozenset(("property_identifier", "shorthand_property_identifier"))


def expect(
    walker: Walker,
    value: Node | None,
    annotation: Node | None,
    *,
    like: Node | None = None,
    steps: tuple[str, ...] = (),
) -> None:
    """Say before a value is visited that a type is declared for it.

    Args:
        walker: The walk; the declaration is looked up where it stands.
        value: An expression.
        annotation: The type.
        like: An expression that has the type, where no annotation tells it.
        steps: From the declaration to the value.
    """
    if value is not None and (annotation is not None or like is not None):
        of = Binding("value", walker.scope, annotation=annotation, value=like, steps=steps)
        expect_part(walker, value, of)


def expect_arguments(walker: Walker, function: Node, arguments: Node | None) -> None:
    """Say of the arguments of a call that they are for the function's parameters.

    Args:
        walker: The walk.
        function: What is called, or the class of which an object is made.
        arguments: The list of them.
    """
    for number, argument in enumerate(arguments.named_children if arguments is not None else ()):
        if argument.type == "spread_element":
            return
        expect(walker, argument, None, like=function, steps=(parameter_step(number),))


def expect_property(walker: Walker, component: Node, attribute: Node) -> None:
    """Note an attribute of a component in JSX: a member of what its function takes."""
    key, *values = attribute.named_children
    if key.type not in _KEYS:
        return
    of = Binding("value", walker.scope, value=component, steps=(parameter_step(0),))
    _key(walker, key, of)
    if values and values[0].type == "jsx_expression" and values[0].named_children:
        expect_part(walker, values[0].named_children[0], _part(of, walker.text(key)))


def parameter_step(number: int) -> str:
    """Return the step from a function to one of its parameters."""
    return f"({number})"


def expect_part(walker: Walker, value: Node, of: Binding) -> None:
    """Say the same of an expression by a binding that has its type."""
    kind = value.type
    if kind in _NOTED:
        walker.expected[value.id] = of
    elif kind == "array":
        for one in value.named_children:
            expect_part(walker, one, _part(of, "[]"))
    elif kind == "ternary_expression":
        for field in ("consequence", "alternative"):
            if (inner := value.child_by_field_name(field)) is not None:
                expect_part(walker, inner, of)
    elif kind == "binary_expression":
        operator, right = (value.child_by_field_name(name) for name in ("operator", "right"))
        if operator is not None and operator.type in _CHOICES and right is not None:
            expect_part(walker, right, of)
    elif kind == "parenthesized_expression" and value.named_children:
        expect_part(walker, value.named_children[0], of)


def _part(of: Binding, step: str) -> Binding:
    return replace(of, steps=(*of.steps, step))


def _object(walker: Walker, node: Node) -> None:
    of = walker.expected.get(node.id)
    for child in node.named_children:
        if of is not None and child.type == "pair":
            _key(walker, child.child_by_field_name("key"), of)
            key, value = (child.child_by_field_name(name) for name in ("key", "value"))
            if key is not None and key.type in _KEYS and value is not None:
                expect_part(walker, value, _part(of, walker.text(key)))
        elif of is not None and child.type == "method_definition":
            _key(walker, child.child_by_field_name("name"), of)
        elif of is not None and child.type == "shorthand_property_identifier":
            member = Member(child, None, _part(of, walker.text(child)), "name", walker.symbol)
            walker.shorthands.append(member)
        walker.visit(child)


def _key(walker: Walker, key: Node | None, of: Binding) -> None:
    if key is not None and key.type in _KEYS:
        part = _part(of, walker.text(key))
        walker.members.append(Member(key, None, part, "assign", walker.symbol))


def _assertion(walker: Walker, node: Node) -> None:
    """Visit `value as Type` and `value satisfies Type`."""
    value, *types = node.named_children
    if types and types[0].type != "const":
        expect(walker, value, types[0])
    walker.visit_all(node.named_children)


HANDLERS: Handlers = {
    "object": _object,
    "as_expression": _assertion,
    "satisfies_expression": _assertion,
}
