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
from mkdocs_repodoc.languages.javascript.exported_values import (
    FUNCTION_VALUES,
    innermost,
    is_unnamed,
)
from mkdocs_repodoc.languages.javascript.functions import add_function
from mkdocs_repodoc.languages.javascript.modules import (
    bound_names,
    is_required,
    read_require,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind

_KEYS = {"shorthand_property_identifier": "", "pair": "key", "method_definition": "name"}
"""What gives the exports a name in an object literal, and the field that holds it."""


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
    if value is not None and value.type == "assignment_expression":
        value, is_exported = innermost(value)
        if is_exported and not scope.name:
            walk.exports.append(name)
            scope = replace(scope, labels=(*scope.labels, "export"))
    inner = replace(scope, start=-1, labels=(), access="")
    if value is not None and value.type in FUNCTION_VALUES:
        add_function(walk, node, name_node, scope, kind=Kind.FUNCTION, name=name, value=value)
        walk.enter(value.child_by_field_name("body"), inside_function(scope, name))
    elif value is not None and value.type == "class":
        bases, labels = bases_of(walk, value), labels_of(walk, value, scope)
        walk.add(Kind.CLASS, name, node, name_node, scope, bases=bases, labels=labels)
        body = value.child_by_field_name("body")
        walk.enter(body, scope.inside(name, "class", public=scope.public))
    elif is_local(scope):
        walk.visit(value, inner)
    else:
        kind = Kind.CONSTANT if constant else Kind.VARIABLE
        labels = list(scope.labels)
        add_value(walk, node, name_node, scope, kind=kind, name=name, labels=labels, value=value)
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
        kind = Kind.METHOD if scope.name else Kind.FUNCTION
        add_function(walk, node, key, scope, kind=kind, name=name, value=value)
        walk.enter(value.child_by_field_name("body"), inside_function(scope, name))
    else:
        walk.visit(value, replace(scope, kind="value") if scope.kind == "object" else scope)


def read_assignment(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `exports.name = …`, `Class.prototype.name = function …` and the like."""
    left = node.child_by_field_name("left")
    right = node.child_by_field_name("right")
    if left is None or right is None:
        return
    written = walk.text(left) if left.type in {"member_expression", "identifier"} else ""
    parts = written.split(".")
    value, _ = innermost(right)
    if not scope.name and (parts[:2] == ["module", "exports"] or parts[0] == "exports"):
        _note_exports(walk, written, value)
        labels: tuple[str, ...] = ("export",)
    else:
        labels = ()
    if is_local(scope) or "this" in parts or not re.fullmatch(r"[\w$.]+", written):
        walk.visit(right, scope)
    elif value.type == "object" and parts[-1] in {"exports", "prototype"} and not scope.name:
        inside = scope.inside(".".join(_names(parts)), "object", public=True)
        walk.enter(value, replace(inside, labels=labels))
    elif value.type in FUNCTION_VALUES and (_is_member(parts) or _is_all(parts, right)):
        name = scope.qualify(".".join(_names(parts) or parts))
        kind = Kind.METHOD if "prototype" in parts else Kind.FUNCTION
        place = left.child_by_field_name("property") or left
        own = replace(scope, labels=labels)
        alias = right.id != value.id  # the function has another name behind this one
        add_function(walk, node, place, own, kind=kind, name=name, value=value, alias=alias)
        if alias:
            walk.visit(right, scope)
        else:
            walk.enter(value.child_by_field_name("body"), inside_function(scope, name))
    else:
        walk.visit(right, scope)


def _is_member(parts: list[str]) -> bool:
    return len(parts) > 1 and parts[-1] != "exports"


def _is_all(parts: list[str], right: Node) -> bool:
    """Tell whether a function without a name of its own is all that a module exports."""
    return parts == ["module", "exports"] and is_unnamed(right)


def _names(parts: list[str]) -> list[str]:
    return [part for part in parts if part not in {"module", "exports", "prototype"}]


def _note_exports(walk: Walk, written: str, value: Node) -> None:
    """Note the names that an assignment to a module's exports gives to others."""
    last = written.rpartition(".")[2]
    if last != "exports" or is_unnamed(value):
        walk.exports.append(last)
    elif value.type == "object":
        walk.exports += [
            walk.text(child.child_by_field_name(_KEYS[child.type]) or child)
            for child in value.named_children
            if child.type in _KEYS
        ]
