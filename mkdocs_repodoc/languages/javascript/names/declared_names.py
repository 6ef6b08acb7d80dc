"""The walk through declarations: functions, types, variables, blocks."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.exported_values import innermost
from mkdocs_repodoc.languages.javascript.names.class_walk import (
    instance_of,
    made_by,
    read_class,
    read_field,
    read_member,
)
from mkdocs_repodoc.languages.javascript.names.exchange import bind_required, offer_whole
from mkdocs_repodoc.languages.javascript.names.function_scopes import (
    FUNCTIONS,
    read_function,
    read_returned,
    read_type_parameters,
)
from mkdocs_repodoc.languages.javascript.names.library_types import flat_union
from mkdocs_repodoc.languages.javascript.names.name_walk import Handlers, Walker
from mkdocs_repodoc.languages.javascript.names.object_literals import expect
from mkdocs_repodoc.languages.javascript.names.patterns import Whole, bind_pattern
from mkdocs_repodoc.languages.javascript.names.receivers import note_members
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope
from mkdocs_repodoc.languages.javascript.names.symbol_keys import note_kept
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


def _function(walker: Walker, node: Node) -> None:
    name = node.child_by_field_name("name")
    symbol = FILE_SCOPE
    if name is not None:
        is_declared = not node.type.endswith("expression")
        scope = walker.scope if is_declared else walker.scope.inner()
        outer, walker.scope = walker.scope, scope
        symbol = walker.declare(name, "value").symbol
        read_function(walker, node, symbol=symbol, this=made_by(walker, symbol))
        walker.scope = outer
    else:
        read_function(walker, node)


def _method(walker: Walker, node: Node) -> None:
    """Walk through a method outside of a class, or a type of functions."""
    name = node.child_by_field_name("name")
    symbol = walker.symbol_of(name) if name is not None else FILE_SCOPE
    if name is not None and name.type == "computed_property_name":
        walker.visit(name)
        note_kept(walker, name, None, symbol)
    read_function(walker, node, symbol=symbol)


def _class(walker: Walker, node: Node) -> None:
    name = node.child_by_field_name("name")
    symbol = walker.declare(name, "both").symbol if name is not None else FILE_SCOPE
    read_class(walker, node, symbol)


def _interface(walker: Walker, node: Node) -> None:
    name = node.child_by_field_name("name")
    if name is None:
        return
    symbol = walker.declare(name, "type").symbol
    outer, around = walker.scope, walker.symbol
    scope = walker.scope = outer.inner()
    walker.symbol = symbol if symbol != FILE_SCOPE else around
    scope.this, scope.owner = instance_of(symbol), symbol
    read_type_parameters(walker, node)
    extends = child_of_type(node, "extends_type_clause", "extends_clause")
    for base in extends.named_children if extends is not None else ():
        walker.use(base, "base", "type")
    body = node.child_by_field_name("body")
    _object_type(walker, body, symbol)
    _note_calls(walker, body, symbol)
    walker.scope, walker.symbol = outer, around


def _object_type(walker: Walker, body: Node | None, owner: int) -> None:
    for child in body.named_children if body is not None else ():
        read_member(walker, child, owner)


def _note_calls(walker: Walker, body: Node | None, symbol: int) -> None:
    """Note how values of a type can be called."""
    for child in body.named_children if body is not None and symbol != FILE_SCOPE else ():
        if child.type == "call_signature":
            walker.calls.setdefault(symbol, []).append((child, walker.scope))


def _type_alias(walker: Walker, node: Node) -> None:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    if name is None or value is None:
        return
    symbol = walker.declare(name, "type").symbol
    outer, around = walker.scope, walker.symbol
    scope = walker.scope = outer.inner()
    walker.symbol = symbol if symbol != FILE_SCOPE else around
    read_type_parameters(walker, node)
    if symbol != FILE_SCOPE:
        walker.holders.setdefault(symbol, Binding("type", scope, symbol, annotation=value))
        _note_argument(walker, node, value, symbol)
    if value.type == "object_type":
        _object_type(walker, value, FILE_SCOPE)
        _note_calls(walker, value, symbol)
    else:
        walker.visit(value)
    walker.scope, walker.symbol = outer, around


def _note_argument(walker: Walker, node: Node, value: Node, symbol: int) -> None:
    """Note which of its arguments a generic alias has the members of: `type Some<T> = T & {…}`."""
    listed = node.child_by_field_name("type_parameters")
    names = [
        walker.text(name)
        for one in (listed.named_children if listed is not None else ())
        if (name := one.child_by_field_name("name")) is not None
    ]
    for part in flat_union(value) if value.type == "intersection_type" and names else (value,):
        if part.type == "type_identifier" and walker.text(part) in names:
            walker.arguments[symbol] = names.index(walker.text(part))
            return


def _enum(walker: Walker, node: Node) -> None:
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    if name is None or body is None:
        return
    symbol = walker.declare(name, "both").symbol
    for child in body.named_children:
        walker.inside(walker.scope.inner(), symbol, [child.child_by_field_name("value")])


def _namespace(walker: Walker, node: Node) -> None:
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    symbol = FILE_SCOPE
    if name is not None and name.type == "identifier":
        symbol = walker.declare(name, "both").symbol
    if body is not None:
        walker.inside(walker.scope.inner(is_function=True), symbol, body.named_children)


def _variables(walker: Walker, node: Node) -> None:
    scope = walker.scope.function() if node.type == "variable_declaration" else walker.scope
    for declarator in node.named_children:
        if declarator.type == "variable_declarator":
            _variable(walker, declarator, scope)


def _variable(walker: Walker, node: Node, scope: ScriptScope) -> None:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    annotation = node.child_by_field_name("type")
    if name is None:
        return
    if value is not None and bind_required(walker, name, value, scope):
        return
    held, is_exported = innermost(value) if value is not None else (None, False)
    bind_pattern(walker, name, scope, Whole(annotation, held))
    symbol = walker.symbol_of(name) if name.type == "identifier" else FILE_SCOPE
    if symbol != FILE_SCOPE:
        note_members(walker, held, Target("own", (str(symbol),)))
        if is_exported:
            offer_whole(walker, name)
    around = walker.symbol
    walker.symbol = symbol if symbol != FILE_SCOPE else around
    walker.visit(annotation)
    expect(walker, value, annotation)
    if value is not None and value.type in FUNCTIONS:
        read_function(walker, value, symbol=symbol)
    elif value is not None and value.type == "class":
        read_class(walker, value, symbol)
    else:
        walker.visit(value)
    walker.symbol = around


def _block(walker: Walker, node: Node) -> None:
    walker.inside(walker.scope.inner(), FILE_SCOPE, node.named_children)


def _for_in(walker: Walker, node: Node) -> None:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    outer = walker.scope
    walker.scope = outer.inner()
    walker.visit(right)
    if left is not None and child_of_type(node, "const", "let", "var") is not None:
        is_of = child_of_type(node, "of") is not None
        scope = walker.scope
        bind_pattern(walker, left, scope, Whole(None, right, ("[]",)) if is_of else Whole())
    else:
        walker.visit(left)
    walker.visit(node.child_by_field_name("body"))
    walker.scope = outer


def _catch(walker: Walker, node: Node) -> None:
    outer = walker.scope
    walker.scope = outer.inner()
    parameter = node.child_by_field_name("parameter")
    if parameter is not None:
        bind_pattern(walker, parameter, walker.scope, Whole(node.child_by_field_name("type")))
    walker.visit(node.child_by_field_name("type"))
    walker.visit(node.child_by_field_name("body"))
    walker.scope = outer


def _return(walker: Walker, node: Node) -> None:
    values = node.named_children
    if values:
        read_returned(walker, values[0], walker.scope.function())
    walker.visit_all(values)


HANDLERS: Handlers = {
    **dict.fromkeys(
        (
            *("function_declaration", "generator_function_declaration", "function_signature"),
            *("function_expression", "generator_function", "arrow_function"),
        ),
        _function,
    ),
    **dict.fromkeys(
        (
            *("method_definition", "method_signature", "function_type", "constructor_type"),
            *("call_signature", "construct_signature"),
        ),
        _method,
    ),
    "class_declaration": _class,
    "abstract_class_declaration": _class,
    "class": _class,
    "interface_declaration": _interface,
    "type_alias_declaration": _type_alias,
    "enum_declaration": _enum,
    "module": _namespace,
    "internal_module": _namespace,
    "lexical_declaration": _variables,
    "variable_declaration": _variables,
    "statement_block": _block,
    "for_statement": _block,
    "switch_body": _block,
    "for_in_statement": _for_in,
    "catch_clause": _catch,
    "return_statement": _return,
    "public_field_definition": read_field,
    "property_signature": read_field,
}
