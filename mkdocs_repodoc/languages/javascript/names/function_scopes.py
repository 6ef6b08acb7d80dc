"""The walk through a function: its parameters, its body, and what a call of it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.documented_types import document_parameters
from mkdocs_repodoc.languages.javascript.names.name_walk import Signature, Walker
from mkdocs_repodoc.languages.javascript.names.object_literals import (
    CALL,
    expect,
    expect_part,
    parameter_step,
)
from mkdocs_repodoc.languages.javascript.names.patterns import Whole, bind_parameters, bind_pattern
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

FUNCTIONS = frozenset(
    ("arrow_function", "function_expression", "generator_function", "function", "method_definition")
)
_TYPES = frozenset(("class_declaration", "abstract_class_declaration", "interface_declaration"))


def read_function(
    walker: Walker,
    node: Node,
    *,
    symbol: int = FILE_SCOPE,
    this: Target | None = None,
    given: Sequence[Whole] = (),
) -> None:
    """Walk through a function.

    Args:
        walker: The walk.
        node: The function, method or signature.
        symbol: What it is; `FILE_SCOPE` if it has no symbol.
        this: What `this` is in it, unless it is an arrow function.
        given: For a callback: what its parameters are given, the first ones or all.
    """
    outer = walker.scope
    scope = outer.inner(is_function=True)
    if node.type != "arrow_function":
        scope.this = this if this is not None else walker.receivers.get(node.id)
    if node.parent is not None and node.parent.type == "arguments":
        outer.keep_callback(node.id, scope)
    around, walker.scope = walker.symbol, scope
    if symbol != FILE_SCOPE:
        walker.symbol = symbol
    read_type_parameters(walker, node)
    listed = node.child_by_field_name("parameters") or node.child_by_field_name("parameter")
    of = walker.expected.get(node.id)
    if of is not None and not given:
        given = [_part(of, number) for number in range(_count(listed))]
    if listed is not None and listed.type == "identifier":
        bind_pattern(walker, listed, scope, given[0] if given else Whole())
    elif listed is not None:
        bind_parameters(walker, listed, scope, given)
    document_parameters(walker, node, scope)
    scope.result = node.child_by_field_name("return_type")
    scope.is_async = child_of_type(node, "async") is not None
    scope.expected = of
    walker.visit(scope.result)
    _read_body(walker, node.child_by_field_name("body"), scope)
    if symbol != FILE_SCOPE:
        _note_result(walker, node, scope, symbol)
    walker.scope, walker.symbol = outer, around


def _part(of: Binding, number: int) -> Whole:
    """Return what a function is given as a parameter, by the type that is wanted at its place."""
    return Whole(of.annotation, of.value, (*of.steps, parameter_step(number)), of.scope)


def _count(listed: Node | None) -> int:
    if listed is None:
        return 0
    return 1 if listed.type == "identifier" else listed.named_child_count


def _read_body(walker: Walker, body: Node | None, scope: ScriptScope) -> None:
    if body is not None and body.type == "statement_block":
        walker.visit_all(body.named_children)
    elif body is not None:
        read_returned(walker, body, scope)
        walker.visit(body)


def read_returned(walker: Walker, value: Node, scope: ScriptScope) -> None:
    """Note what a function returns; with a declared result that says what the value is."""
    scope.returns.append(value)
    steps = ("await",) if scope.is_async else ()
    if scope.result is not None:
        expect(walker, value, scope.result, steps=steps)
    elif scope.expected is not None:
        of = scope.expected
        expect_part(walker, value, replace(of, steps=(*of.steps, CALL, *steps)))


def _note_result(walker: Walker, node: Node, scope: ScriptScope, symbol: int) -> None:
    """Note where the type of a call of the function can be told from."""
    returns = scope.result
    is_generator = child_of_type(node, "*") is not None or node.type.startswith("generator")
    if is_generator and returns is None:
        scope.returns.clear()
    listed = node.child_by_field_name("parameters")
    walker.functions.setdefault(symbol, Signature(scope, returns, listed))


def read_type_parameters(walker: Walker, node: Node) -> None:
    """Bind the type parameters of a declaration in the scope, and visit their bounds."""
    listed = node.child_by_field_name("type_parameters")
    if listed is None:
        return
    walker.is_generic = True
    if node.type in _TYPES and walker.symbol != FILE_SCOPE:
        walker.generics.setdefault(walker.symbol, (node, walker.scope))
    for parameter in listed.named_children:
        name = parameter.child_by_field_name("name")
        if name is None:
            continue
        bound = parameter.child_by_field_name("constraint")
        inner = bound.named_children[0] if bound is not None and bound.named_children else None
        binding = Binding("type", walker.scope, annotation=inner)
        walker.scope.bind(walker.text(name), binding)
        walker.visit(bound)
        walker.visit(parameter.child_by_field_name("value"))
