"""The walk through expressions, types and JSX: which identifiers are used, and how."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.exported_values import innermost
from mkdocs_repodoc.languages.javascript.names.assigned_members import note_assigned
from mkdocs_repodoc.languages.javascript.names.exchange import (
    note_module,
    read_common_js,
    required_module,
)
from mkdocs_repodoc.languages.javascript.names.function_scopes import FUNCTIONS, read_function
from mkdocs_repodoc.languages.javascript.names.name_walk import Handlers, Walker
from mkdocs_repodoc.languages.javascript.names.object_literals import (
    expect,
    expect_arguments,
    expect_property,
)
from mkdocs_repodoc.languages.javascript.names.patterns import Whole
from mkdocs_repodoc.languages.javascript.names.receivers import note_mixed, note_receiver
from mkdocs_repodoc.languages.javascript.names.symbol_keys import note_kept
from mkdocs_repodoc.model.references import FILE_SCOPE

_GIVES_ELEMENTS = frozenset(
    """
    every filter find findIndex findLast findLastIndex flatMap forEach map some sort
    """.split()  # noqa: SIM905 - reads better
)
"""Methods of arrays whose callback is given an element first."""


def _identifier(walker: Walker, node: Node) -> None:
    walker.use(node)


def _type_identifier(walker: Walker, node: Node) -> None:
    walker.use(node, "annotation", "type")


def _type_query(walker: Walker, node: Node) -> None:
    for child in node.named_children:
        if child.type == "type_arguments":
            walker.visit(child)
        else:
            walker.use(child, "annotation", "value")


def _call(walker: Walker, node: Node) -> None:
    function, arguments = (node.child_by_field_name(name) for name in ("function", "arguments"))
    if function is None or arguments is None:
        return
    source = required_module(walker, node)
    if source is not None:
        note_module(walker, source)
        return
    walker.use(function, "call", "value", node)
    note_mixed(walker, function, arguments)
    walker.visit(node.child_by_field_name("type_arguments"))
    title = arguments.named_children[0] if arguments.named_children else None
    around = walker.symbol
    if title is not None and title.type != "identifier":
        symbol = walker.symbol_of(title)
        walker.symbol = symbol if symbol != FILE_SCOPE else around
    expect_arguments(walker, function, arguments)
    for number, child in enumerate(arguments.named_children):
        if child.type in FUNCTIONS:
            read_function(walker, child, given=_given(walker, function) if number == 0 else ())
        else:
            walker.visit(child)
    walker.symbol = around


def _given(walker: Walker, function: Node) -> Sequence[Whole]:
    """Return what a method of arrays or promises gives to its callback."""
    if function.type != "member_expression":
        return ()
    of, name = (function.child_by_field_name(field) for field in ("object", "property"))
    if of is None or name is None:
        return ()
    method = walker.text(name)
    if method in _GIVES_ELEMENTS:
        return (Whole(None, of, ("[]",), walker.scope),)
    return (Whole(None, of, ("await",), walker.scope),) if method == "then" else ()


def _new(walker: Walker, node: Node) -> None:
    _construct(walker, node, raised=False)


def _construct(walker: Walker, node: Node, *, raised: bool) -> None:
    constructor = node.child_by_field_name("constructor")
    if constructor is not None:
        walker.use(constructor, "raise" if raised else "call", "value", node)
    walker.visit(node.child_by_field_name("type_arguments"))
    arguments = node.child_by_field_name("arguments")
    if constructor is not None:
        expect_arguments(walker, constructor, arguments)
    walker.visit(arguments)


def _throw(walker: Walker, node: Node) -> None:
    for child in node.named_children:
        if child.type == "new_expression":
            _construct(walker, child, raised=True)
        else:
            walker.visit(child)


def _decorator(walker: Walker, node: Node) -> None:
    for child in node.named_children:
        if child.type == "call_expression":
            function = child.child_by_field_name("function")
            if function is not None:
                walker.use(function, "decorator", "value", child)
            walker.visit(child.child_by_field_name("arguments"))
        else:
            walker.use(child, "decorator")


def _binary(walker: Walker, node: Node) -> None:
    rights = []
    left: Node | None = node
    while left is not None and left.type == "binary_expression":
        rights.append(left.child_by_field_name("right"))
        left = left.child_by_field_name("left")
    walker.visit(left)
    for right in reversed(rights):
        walker.visit(right)


def _assignment(walker: Walker, node: Node) -> None:
    left, right = (node.child_by_field_name(name) for name in ("left", "right"))
    if left is None or right is None:
        return
    if left.type == "member_expression":
        read_common_js(walker, left, right)
    if left.type == "subscript_expression":
        walker.visit_all(left.named_children)
        note_kept(walker, left.child_by_field_name("index"), innermost(right)[0])
    else:
        walker.use(left, "assign")
    name = left.child_by_field_name("property")
    symbol = walker.symbol_of(name) if name is not None else FILE_SCOPE
    note_receiver(walker, left, innermost(right)[0])
    if symbol != FILE_SCOPE and right.type in FUNCTIONS:
        read_function(walker, right, symbol=symbol)
        return
    binding = (
        walker.scope.look_up(walker.text(left), "value") if left.type == "identifier" else None
    )
    if binding is not None and binding.annotation is None and binding.value is None:
        binding.value, binding.scope = right, walker.scope
    elif left.type in ("identifier", "member_expression"):
        note_assigned(walker, left, right)
        expect(walker, right, None, like=left)
    walker.visit(right)


def _pair(walker: Walker, node: Node) -> None:
    key, value = (node.child_by_field_name(name) for name in ("key", "value"))
    symbol = walker.symbol_of(key) if key is not None else FILE_SCOPE
    if key is not None and key.type == "computed_property_name":
        walker.visit(key)
        note_kept(walker, key, value, symbol)
    if value is not None and value.type in FUNCTIONS:
        read_function(walker, value, symbol=symbol)
    else:
        walker.visit(value)


def _jsx_tag(walker: Walker, node: Node) -> None:
    name = node.child_by_field_name("name")
    closing = node.type == "jsx_closing_element"
    is_own = name is not None and (name.type != "identifier" or not walker.text(name)[:1].islower())
    if name is not None and is_own:
        walker.use(name, "name" if closing else "call", "value", None if closing else node)
    for child in node.named_children:
        if name is not None and is_own and child.type == "jsx_attribute":
            expect_property(walker, name, child)
        if name is None or child.id != name.id:
            walker.visit(child)


def _nothing(_walker: Walker, _node: Node) -> None:
    """Leave out names that mean nothing beyond their statement."""


HANDLERS: Handlers = {
    "identifier": _identifier,
    "shorthand_property_identifier": _identifier,
    "member_expression": _identifier,
    "subscript_expression": _identifier,
    "type_identifier": _type_identifier,
    "nested_type_identifier": _type_identifier,
    "type_query": _type_query,
    "call_expression": _call,
    "new_expression": _new,
    "throw_statement": _throw,
    "decorator": _decorator,
    "binary_expression": _binary,
    "assignment_expression": _assignment,
    "pair": _pair,
    "jsx_opening_element": _jsx_tag,
    "jsx_self_closing_element": _jsx_tag,
    "jsx_closing_element": _jsx_tag,
    **dict.fromkeys(("comment", "string", "number", "regex", "type_predicate_name"), _nothing),
}
