"""Definitions and declarations of C and C++, and the functions among them."""

from __future__ import annotations

import re
from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.declarators import (
    Declared,
    qualifiers,
    read_declarator,
    read_parameters,
)
from mkdocs_repodoc.languages.c_family.defining_macros import read_known_macro
from mkdocs_repodoc.languages.c_family.variables import add_variable
from mkdocs_repodoc.languages.c_family.visibility import (
    CLASS_KINDS,
    CLASSES,
    MACRO_NAME,
    TYPES,
    in_function,
    is_name,
    is_public,
    labels_of,
    last_name,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind

_PARAMETER = re.compile(
    r"\(\s*(?:const|volatile|struct|void|bool|char|short|int|long|float|double|unsigned|signed)\b"
)


def read_definition(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a definition with a body, `= default` or `= delete`."""
    declarator = node.child_by_field_name("declarator")
    if declarator is None or in_function(scope):
        return
    declared = read_declarator(walk, declarator)
    if declared is None or declared.function is None:
        return
    type_node = node.child_by_field_name("type")
    if type_node is None and read_known_macro(walk, node, declared, scope):
        return
    labels = []
    if child_of_type(node, "delete_method_clause"):
        labels.append("deleted")
    if child_of_type(node, "default_method_clause"):
        labels.append("defaulted")
    if type_node is not None and type_node.type in TYPES:
        walk.visit(type_node, replace(scope, start=-1))
    _add_function(walk, node, declared, scope, type_node, labels=labels, defined=True)


def read_declaration(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a declaration, of as many functions and variables as it has declarators."""
    if in_function(scope):
        return
    type_node = node.child_by_field_name("type")
    if type_node is not None and type_node.type in TYPES:
        walk.visit(type_node, _type_scope(walk, node, type_node, scope))
    values = _values(node)
    for child in node.children_by_field_name("declarator"):
        declared = read_declarator(walk, child)
        if declared is None:
            continue
        if declared.function is not None:
            labels = []
            value = values.get(child.start_byte)
            if value is not None and walk.line_of(value) == "0":
                labels.append("pure virtual")
            if child.type == "init_declarator":
                after = walk.code[declared.function.end_byte : node.end_byte]
                labels += ["deleted"] if b"delete" in after else []
            _add_function(walk, node, declared, scope, type_node, labels=labels, defined=False)
        elif type_node is not None and (value := _mistaken_parameters(walk, child, type_node)):
            _add_mistaken(walk, node, declared, scope, parameters=value)
        elif type_node is not None:
            add_variable(walk, node, declared, scope, declarator=child, values=values)


def read_friend(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a friend that is defined in the class that it befriends."""
    definition = child_of_type(node, "function_definition")
    if definition is not None:  # it defines a function of the namespace around the class
        outer = scope.name.rpartition("::")[0]
        labels = (*scope.labels, "friend")
        walk.visit(
            definition, replace(scope, name=outer, kind="friend", access="public", labels=labels)
        )


def _type_scope(walk: Walk, node: Node, type_node: Node, scope: Scope) -> Scope:
    """Return where the members of a type in a declaration belong: `union {…} value` names them."""
    if type_node.child_by_field_name("name") is None and type_node.type in CLASS_KINDS:
        declarator = node.child_by_field_name("declarator")
        declared = read_declarator(walk, declarator) if declarator is not None else None
        if declared is not None:
            kind = CLASS_KINDS[type_node.type]
            public = scope.public and is_public(scope)
            return scope.inside(scope.qualify(declared.name), kind, public=public, access="public")
    return replace(scope, labels=()) if scope.start < 0 else scope


def _mistaken_parameters(walk: Walk, child: Node, type_node: Node) -> Node | None:
    """Return parameters that the grammar takes for the arguments of a variable's constructor."""
    value = child.child_by_field_name("value")
    if child.type != "init_declarator" or value is None or value.type != "argument_list":
        return None
    if walk.text(type_node) == "void" or _PARAMETER.match(walk.text(value)):
        return value
    return None


def _add_mistaken(
    walk: Walk, node: Node, declared: Declared, scope: Scope, *, parameters: Node
) -> None:
    if not is_name(scope, declared):
        return
    returns = _return_type(walk, node, node.child_by_field_name("type"), declared)
    walk.add(
        Kind.METHOD if scope.kind in CLASSES else Kind.FUNCTION,
        scope.qualify(declared.name),
        node,
        declared.node,
        scope,
        signature=f"{walk.text(parameters)} -> {returns}",
        labels=[*labels_of(walk, node, declared, scope), "declaration"],
        public=is_public(scope),
        returns=returns,
    )


def _values(node: Node) -> dict[int, Node]:
    """Return the value of each of a field declaration's declarators, by the declarator's start."""
    values: dict[int, Node] = {}
    last = -1
    for position, child in enumerate(node.children):
        field = node.field_name_for_child(position)
        if field == "declarator":
            last = child.start_byte
        elif field == "default_value" and last >= 0:
            values[last] = child
    return values


def _add_function(
    walk: Walk,
    node: Node,
    declared: Declared,
    scope: Scope,
    type_node: Node | None,
    *,
    labels: list[str],
    defined: bool,
) -> None:
    function = declared.function
    if function is None or not is_name(scope, declared):
        return
    kind = _function_kind(walk, declared, scope, has_type=type_node is not None)
    if kind is None:
        return
    name = scope.qualify(declared.name)
    behind, trailing = qualifiers(walk, function)
    labels = labels_of(walk, node, declared, scope) + labels + _labels_behind(behind)
    labels += [] if defined else ["declaration"]
    if kind == Kind.KERNEL:
        labels.remove("kernel")
    hidden = "static" in labels and not scope.name and not walk.name.endswith((".h", ".hpp"))
    returns = trailing or _return_type(walk, node, type_node, declared)
    walk.add(
        kind,
        name,
        node,
        declared.node,
        scope,
        signature=_signature(walk, function, behind, returns),
        labels=["abstract" if label == "pure virtual" else label for label in labels],
        public=is_public(scope) and not hidden,
        name_end=declared.end,
        parameters=read_parameters(walk, function),
        returns=returns,
        body=defined and node.child_by_field_name("body") is not None,
    )
    if kind == Kind.FUNCTION and name == "main" and defined:
        walk.main_line = declared.node.start_point.row + 1


def _signature(walk: Walk, function: Node, behind: str, returns: str) -> str:
    parameters = walk.text(function.child_by_field_name("parameters"))
    return parameters + (f" {behind}" if behind else "") + (f" -> {returns}" if returns else "")


def _labels_behind(qualifiers_behind: str) -> list[str]:
    """Return the labels that the words behind a function's parameters give it."""
    words = qualifiers_behind.split()
    labels: list[str] = [word for word in ("override", "final", "const") if word in words]
    return [*labels, "noexcept"] if "noexcept" in qualifiers_behind else labels


def _function_kind(walk: Walk, declared: Declared, scope: Scope, *, has_type: bool) -> Kind | None:  # noqa: PLR0911 - a kind each
    """Return what a function is, or `None` for what only looks like one."""
    last = declared.name.rpartition("::")[2]
    own = last_name(declared.scope or (scope.name if scope.kind in CLASSES else ""))
    if declared.form == "destructor_name":
        return Kind.DESTRUCTOR
    if declared.form in {"operator_name", "operator_cast"}:
        return Kind.OPERATOR
    if last == own:
        return Kind.CONSTRUCTOR
    if not has_type:
        # implicit int in old C; in C++ it is some macro's invocation
        return Kind.FUNCTION if walk.separator != "::" and not MACRO_NAME.match(last) else None
    if scope.kind in CLASSES:
        return Kind.METHOD
    if declared.scope and _is_class_name(walk, declared, scope):
        return Kind.METHOD
    if "kernel" in labels_of(walk, declared.node, declared, scope):
        return Kind.KERNEL
    return Kind.FUNCTION


def _is_class_name(walk: Walk, declared: Declared, scope: Scope) -> bool:
    """Whether what qualifies a function's name is a class, as far as one file can tell."""
    name = scope.qualify(declared.scope)
    if any(found.name == name and found.kind in CLASSES for found in walk.found[-2000:]):
        return True
    if name in walk.seen:
        return False
    if declared.function is not None and child_of_type(declared.function, "type_qualifier"):
        return True
    return last_name(declared.scope)[:1].isupper()


def _return_type(walk: Walk, node: Node, type_node: Node | None, declared: Declared) -> str:
    if type_node is None:
        return ""
    constant = any(
        child.type == "type_qualifier" and walk.text(child) == "const" for child in node.children
    )
    return ("const " if constant else "") + walk.line_of(type_node) + declared.stars
