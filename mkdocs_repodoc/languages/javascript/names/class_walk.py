"""The walk through classes: their bases, methods and fields."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.function_scopes import (
    FUNCTIONS,
    read_function,
    read_type_parameters,
)
from mkdocs_repodoc.languages.javascript.names.name_walk import Walker
from mkdocs_repodoc.languages.javascript.names.object_literals import expect
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding
from mkdocs_repodoc.languages.javascript.names.symbol_keys import note_kept
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


def read_class(walker: Walker, node: Node, symbol: int) -> None:
    """Walk through a class, whatever it is called."""
    for child in node.named_children:
        if child.type == "decorator":
            walker.visit(child)
    scope = walker.scope.inner()
    outer, around = walker.scope, walker.symbol
    walker.scope = scope
    if symbol != FILE_SCOPE:
        walker.symbol = symbol
    read_type_parameters(walker, node)
    scope.this, scope.owner = instance_of(symbol), symbol
    for child in node.named_children:
        if child.type == "class_heritage":
            _heritage(walker, child)
    body = node.child_by_field_name("body")
    if body is not None:
        for child in body.named_children:
            read_member(walker, child, symbol)
    walker.scope, walker.symbol = outer, around


def _heritage(walker: Walker, node: Node) -> None:
    for child in node.named_children:
        if child.type == "extends_clause":
            for part in child.named_children:
                if part.type == "type_arguments":
                    walker.visit(part)
                else:
                    walker.use(part, "base")
        elif child.type == "implements_clause":
            for part in child.named_children:
                walker.use(part, "base", "type")
        else:
            walker.use(child, "base")


def read_member(walker: Walker, node: Node, owner: int) -> None:
    """Walk through a member of a class, an interface or an object type."""
    kind = node.type
    is_static = child_of_type(node, "static") is not None
    this = Target("own", (str(owner),)) if is_static and owner != FILE_SCOPE else instance_of(owner)
    if kind in ("method_definition", "method_signature", "abstract_method_signature"):
        name = node.child_by_field_name("name")
        if name is not None and name.type == "computed_property_name":
            walker.visit(name)
        for child in node.named_children:
            if child.type == "decorator":
                walker.visit(child)
        symbol = walker.symbol_of(name) if name is not None else FILE_SCOPE
        if kind == "method_definition":
            note_kept(walker, name, None, symbol)
        read_function(walker, node, symbol=symbol, this=this)
    elif kind in ("public_field_definition", "field_definition", "property_signature"):
        outer = walker.scope.this
        walker.scope.this = this
        read_field(walker, node)
        walker.scope.this = outer
    else:
        walker.visit(node)


def read_field(walker: Walker, node: Node) -> None:
    """Walk through a field."""
    name = node.child_by_field_name("name") or node.child_by_field_name("property")
    if name is None:
        return
    if name.type == "computed_property_name":
        walker.visit(name)
    for child in node.named_children:
        if child.type == "decorator":
            walker.visit(child)
    symbol = walker.symbol_of(name)
    annotation, value = node.child_by_field_name("type"), node.child_by_field_name("value")
    if value is not None:
        note_kept(walker, name, value, symbol)
    scope = walker.scope.inner()
    scope.this = walker.scope.this
    outer, around = walker.scope, walker.symbol
    walker.scope = scope
    if symbol != FILE_SCOPE:
        walker.symbol = symbol
        holder = Binding("value", scope, symbol, annotation=annotation, value=value)
        walker.holders.setdefault(symbol, holder)
    walker.visit(annotation)
    expect(walker, value, annotation)
    if value is not None and value.type in FUNCTIONS:
        read_function(walker, value, symbol=symbol, this=scope.this)
    else:
        walker.visit(value)
    walker.scope, walker.symbol = outer, around


def instance_of(symbol: int) -> Target | None:
    """Return what `this` is in a type; nothing in one without a name."""
    return Target("self", (str(symbol),)) if symbol != FILE_SCOPE else None


def made_by(walker: Walker, symbol: int) -> Target | None:
    """Return what `this` is in a function that makes objects, whose prototype has members."""
    is_class = symbol != FILE_SCOPE and walker.symbols[symbol].kind == Kind.CLASS
    return instance_of(symbol) if is_class else None
