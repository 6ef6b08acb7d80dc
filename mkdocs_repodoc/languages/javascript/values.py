"""Variables of JavaScript and TypeScript, and what is assigned to them or to properties."""

from __future__ import annotations

import re
from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.declarations import (
    add_value,
    bases_of,
    labels_of,
)
from mkdocs_repodoc.languages.javascript.functions import FUNCTION_VALUES, add_function
from mkdocs_repodoc.languages.javascript.modules import (
    bound_names,
    is_required,
    read_require,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind


def read_variable(walk: Walk, node: Node, scope: Scope) -> None:
    """Read the variables of a declaration, and what they hold."""
    constant = walk.code[node.start_byte : node.start_byte + 5] == b"const"
    wrapped = scope if scope.start >= 0 else scope.wrapped(node.start_byte)
    for child in node.named_children:
        if child.type != "variable_declarator":
            continue
        name_node = child.child_by_field_name("name")
        value = child.child_by_field_name("value")
        if name_node is None:
            continue
        if value is not None and is_required(walk, value):
            read_require(walk, child, name_node, value)
            continue
        if name_node.type != "identifier":
            if not is_local(scope):
                kind = Kind.CONSTANT if constant else Kind.VARIABLE
                for one in bound_names(name_node):
                    name = scope.qualify(walk.text(one))
                    labels = list(scope.labels)
                    add_value(
                        walk, child, one, wrapped, kind=kind, name=name, labels=labels, value=None
                    )
            walk.visit(value, replace(scope, start=-1, labels=(), access=""))
            continue
        _declare(walk, child, name_node, value, wrapped, constant=constant)


def _declare(
    walk: Walk, node: Node, name_node: Node, value: Node | None, scope: Scope, *, constant: bool
) -> None:
    name = scope.qualify(walk.text(name_node))
    inner = replace(scope, start=-1, labels=(), access="")
    if value is not None and value.type in FUNCTION_VALUES:
        add_function(walk, node, name_node, scope, kind=Kind.FUNCTION, name=name, value=value)
        walk.enter(value.child_by_field_name("body"), inside_function(scope, name))
    elif value is not None and value.type == "class":
        walk.add(
            Kind.CLASS,
            name,
            node,
            name_node,
            scope,
            bases=bases_of(walk, value),
            labels=labels_of(walk, value, scope),
        )
        walk.enter(
            value.child_by_field_name("body"), scope.inside(name, "class", public=scope.public)
        )
    elif is_local(scope):
        walk.visit(value, inner)
    else:
        kind = Kind.CONSTANT if constant else Kind.VARIABLE
        add_value(
            walk,
            node,
            name_node,
            scope,
            kind=kind,
            name=name,
            labels=list(scope.labels),
            value=value,
        )
        if value is not None and value.type == "object":
            walk.enter(value, scope.inside(name, "object", public=scope.public))
        else:
            walk.visit(value, inner)


def read_pair(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `name: function () {…}` in an object that has a name."""
    key = node.child_by_field_name("key")
    value = node.child_by_field_name("value")
    if key is None or value is None:
        return
    if scope.kind == "object" and value.type in FUNCTION_VALUES:
        name = scope.qualify(walk.text(key).strip("\"'"))
        add_function(walk, node, key, scope, kind=Kind.METHOD, name=name, value=value)
        walk.enter(value.child_by_field_name("body"), inside_function(scope, name))
    else:
        walk.visit(value, replace(scope, kind="value") if scope.kind == "object" else scope)


def read_assignment(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `exports.name = …`, `Class.prototype.name = function …` and the like."""
    left = node.child_by_field_name("left")
    right = node.child_by_field_name("right")
    if left is None or right is None:
        return
    written = walk.text(left) if left.type == "member_expression" else ""
    parts = written.split(".")
    exported = parts[:2] == ["module", "exports"] or parts[0] == "exports"
    if exported and not scope.name:
        if right.type == "object" and written in {"module.exports", "exports"}:
            walk.exports += [
                walk.text(child.child_by_field_name("key") or child)
                for child in right.named_children
                if child.type in {"shorthand_property_identifier", "pair"}
            ]
        elif parts[-1] != "exports":
            walk.exports.append(parts[-1])
    place = left.child_by_field_name("property") if written else None
    if (
        place is not None
        and not is_local(scope)
        and right.type in FUNCTION_VALUES
        and re.fullmatch(r"[\w$.]+", written)
        and parts[0] != "this"
        and parts[-1] != "exports"
    ):
        names = [part for part in parts if part not in {"module", "exports", "prototype"}]
        name = scope.qualify(".".join(names))
        kind = Kind.METHOD if "prototype" in parts else Kind.FUNCTION
        labels = ("export",) if exported else ()
        add_function(
            walk, node, place, replace(scope, labels=labels), kind=kind, name=name, value=right
        )
        walk.enter(right.child_by_field_name("body"), inside_function(scope, name))
    else:
        walk.visit(right, scope)
