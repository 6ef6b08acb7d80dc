"""Swift: types and their extensions, functions, properties and initialisers."""

from __future__ import annotations

import tree_sitter_swift
from tree_sitter import Node

from mkdocs_repodoc.languages.swift.resolution.swift_file_finder import find_names
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_KINDS = {"class": Kind.CLASS, "actor": Kind.CLASS, "struct": Kind.STRUCT, "enum": Kind.ENUM}
_HIDDEN = frozenset({"private", "fileprivate"})
_BODIES = ("class_body", "enum_class_body", "protocol_body")
_TEST_CLASS = "XCTestCase"


def _type(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    body = child_of_type(node, *_BODIES)
    if any(child.type == "extension" for child in node.children):
        name = walk.line_of(name_node).partition("<")[0]
        walk.enter(body, scope.inside(name, "extension", public=scope.public))
        return
    labels, decorators = _modifiers(walk, node)
    keyword = next((child.type for child in node.children if child.type in _KINDS), "")
    kind = Kind.PROTOCOL if node.type == "protocol_declaration" else _KINDS.get(keyword, Kind.CLASS)
    labels += ["actor"] if keyword == "actor" else []
    name = scope.qualify(walk.text(name_node))
    public = _is_public(labels, scope)
    bases = [
        walk.line_of(child)
        for child in node.named_children
        if child.type == "inheritance_specifier"
    ]
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(child_of_type(node, "type_parameters")),
        bases=bases,
        decorators=decorators,
        labels=labels,
        public=public,
    )
    inside = scope.inside(name, kind, public=scope.public and public)
    inside.labels = ("test case",) if _TEST_CLASS in bases else ()
    walk.enter(body, inside)


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    words = {"init_declaration": "init", "deinit_declaration": "deinit"}
    words["subscript_declaration"] = "subscript"
    word = words.get(node.type, "")
    name_node = child_of_type(node, word) if word else _function_name(node)
    if name_node is None:
        return
    labels, decorators = _modifiers(walk, node)
    body = child_of_type(node, "function_body", "computed_property")
    text = walk.text(name_node).strip("`")
    in_type = bool(scope.name) and not is_local(scope)
    kind = Kind.CONSTRUCTOR if word == "init" else Kind.METHOD if in_type else Kind.FUNCTION
    name = scope.qualify(text)
    is_test = "test case" in scope.labels and text.startswith("test")
    walk.add(
        kind,
        name,
        node,
        name_node,
        Scope(scope.name, scope.kind, public=scope.public),
        signature=walk.head_after(name_node, node, body),
        decorators=decorators,
        labels=labels,
        public=_is_public(labels, scope),
        parameters=_parameters(walk, node),
        returns=_returns(walk, node),
        body=body is not None,
    )
    if is_test or "@Test" in decorators:
        walk.tests.append(name)
    walk.enter(body, inside_function(scope, name))


def _function_name(node: Node) -> Node | None:
    """Return the name, which is a word or the sign of an operator behind `func`."""
    keyword = child_of_type(node, "func")
    return keyword.next_sibling if keyword is not None else node.child_by_field_name("name")


def _returns(walk: Walk, node: Node) -> str:
    arrow = child_of_type(node, "->")
    return walk.line_of(arrow.next_named_sibling) if arrow is not None else ""


def _parameters(walk: Walk, node: Node) -> list[Parameter]:
    found = []
    for child in node.named_children:
        if child.type == "parameter":
            names = [one for one in child.named_children if one.type == "simple_identifier"]
            colon = child_of_type(child, ":")
            if names and colon is not None:
                annotation = walk.code[colon.end_byte : child.end_byte].decode("utf-8", "replace")
                following = child.next_sibling
                default = ""
                if following is not None and following.type == "=":
                    default = walk.line_of(following.next_sibling)
                found.append(
                    Parameter(walk.text(names[-1]), annotation=annotation.strip(), default=default)
                )
    return found


def _property(walk: Walk, node: Node, scope: Scope) -> None:
    if is_local(scope):
        walk.enter(node, scope)
        return
    labels, decorators = _modifiers(walk, node)
    binding = child_of_type(node, "value_binding_pattern")
    patterns = [child for child in node.named_children if child.type == "pattern"]
    if binding is None and patterns:
        binding = child_of_type(patterns[0], "value_binding_pattern")
    if walk.text(binding) == "let":
        labels.append("read-only")
    noted = child_of_type(node, "type_annotation")
    annotation = walk.line_of(noted).removeprefix(":").strip()
    value_node = node.child_by_field_name("value")
    value = walk.line_of(value_node)
    for pattern in patterns:
        name_node = pattern.child_by_field_name("bound_identifier")
        if name_node is None:
            continue
        walk.add_variable(
            _property_kind(scope, labels),
            node,
            name_node,
            Scope(scope.name, scope.kind, public=scope.public),
            name=walk.text(name_node).strip("`"),
            annotation=annotation,
            value=value,
            decorators=decorators,
            labels=labels,
            public=_is_public(labels, scope),
        )
    for child in node.named_children:
        if child.type in {"computed_property", "willset_didset_block"}:
            walk.visit(child, inside_function(scope, scope.name))
    walk.visit(value_node, inside_function(scope, scope.name))


def _property_kind(scope: Scope, labels: list[str]) -> Kind:
    if scope.name:
        return Kind.PROPERTY
    return Kind.CONSTANT if "read-only" in labels else Kind.VARIABLE


def _enum_entry(walk: Walk, node: Node, scope: Scope) -> None:
    for child in node.children_by_field_name("name"):
        values = child.next_named_sibling
        has_values = values is not None and values.type == "enum_type_parameters"
        walk.add(
            Kind.ENUMERATOR,
            scope.qualify(walk.text(child)),
            node,
            child,
            scope,
            signature=walk.text(values) if has_values else "",
        )


def _alias(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is not None and not is_local(scope):
        labels, _ = _modifiers(walk, node)
        public = _is_public(labels, scope)
        walk.add_alias(node, name_node, scope, labels=labels, public=public)


def _import(walk: Walk, node: Node, _scope: Scope) -> None:
    path = child_of_type(node, "identifier")
    if path is None:
        return
    parts = walk.text(path).split(".")
    if len(parts) > 1:
        place = path.named_children[-1]
        walk.add_import(".".join(parts[:-1]), node, place, name=parts[-1])
    else:
        walk.add_import(parts[0], node, path)


def _modifiers(walk: Walk, node: Node) -> tuple[list[str], list[str]]:
    """Return the words and the attributes in front of a declaration."""
    listed = child_of_type(node, "modifiers")
    labels, decorators = [], []
    for child in listed.named_children if listed is not None else ():
        if child.type == "attribute":
            decorators.append(walk.line_of(child))
        elif walk.text(child) != "public":
            labels.append(walk.line_of(child))
    if any("deprecated" in one for one in decorators):
        labels.append("deprecated")
    return labels, decorators


def _is_public(labels: list[str], scope: Scope) -> bool:
    return not _HIDDEN & set(labels) and not is_local(scope)


_HANDLERS: dict[str, Handler] = {
    "import_declaration": _import,
    "class_declaration": _type,
    "protocol_declaration": _type,
    "function_declaration": _function,
    "protocol_function_declaration": _function,
    "init_declaration": _function,
    "deinit_declaration": _function,
    "subscript_declaration": _function,
    "property_declaration": _property,
    "protocol_property_declaration": _property,
    "enum_entry": _enum_entry,
    "typealias_declaration": _alias,
    "associatedtype_declaration": _alias,
}
SWIFT = Dialect(
    tree_sitter_swift.language,
    _HANDLERS,
    comments=("comment", "multiline_comment"),
    decisions=frozenset(
        {
            "if_statement",
            "guard_statement",
            "for_statement",
            "while_statement",
            "repeat_while_statement",
            "switch_entry",
            "catch_block",
            "ternary_expression",
        }
    ),
    operators=frozenset({"&&", "||", "??"}),
    find_names=find_names,
)
