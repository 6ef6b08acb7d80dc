"""Scala: classes, traits and objects, and what is defined in them or at the top."""

from __future__ import annotations

import tree_sitter_scala
from tree_sitter import Node

from mkdocs_repodoc.languages.scala.modules import import_from, package
from mkdocs_repodoc.languages.scala.resolution.scala_file_finder import find_names
from mkdocs_repodoc.languages.treesitter.comments.bracketed_names import scaladoc_markdown
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_KINDS = {
    "class_definition": Kind.CLASS,
    "object_definition": Kind.CLASS,
    "trait_definition": Kind.TRAIT,
    "enum_definition": Kind.ENUM,
}


def _type(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    kind = _KINDS[node.type]
    labels, decorators = _modifiers(walk, node)
    labels += [word for word in ("case", "object") if child_of_type(node, word) is not None]
    name = scope.qualify(walk.text(name_node))
    extends = node.child_by_field_name("extend")
    bases = [
        walk.line_of(one)
        for one in (extends.children_by_field_name("type") if extends is not None else ())
        if one.is_named
    ]
    listed = node.children_by_field_name("class_parameters")
    public = _is_public(labels, scope)
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters"))
        + "".join(walk.text(one) for one in listed),
        bases=bases,
        decorators=decorators,
        labels=labels,
        public=public,
        parameters=_parameters(walk, listed),
    )
    if "App" in bases and not scope.name:
        walk.main_line = node.start_point.row + 1
    inside = scope.inside(name, kind, public=scope.public and public)
    for one in listed:
        walk.enter(one, inside)
    walk.enter(node.child_by_field_name("body"), inside)


def _class_parameter(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a parameter that is a member as well."""
    name_node = node.child_by_field_name("name")
    if name_node is not None and child_of_type(node, "val", "var") is not None:
        _add_value(walk, node, name_node, scope)


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    labels, decorators = _modifiers(walk, node)
    text = walk.text(name_node).strip("`")
    name = scope.qualify(text)
    body = node.child_by_field_name("body")
    in_type = bool(scope.name) and not is_local(scope)
    kind = Kind.CONSTRUCTOR if text == "this" else Kind.METHOD if in_type else Kind.FUNCTION
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.head_after(name_node, node, body).rstrip("= "),
        decorators=decorators,
        labels=labels,
        public=_is_public(labels, scope),
        parameters=_parameters(walk, node.children_by_field_name("parameters")),
        returns=walk.line_of(node.child_by_field_name("return_type")),
        body=body is not None,
    )
    if (text == "main" and in_type) or "@main" in decorators:
        walk.main_line = node.start_point.row + 1
    walk.visit(body, inside_function(scope, name))


def _value(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("pattern") or node.child_by_field_name("name")
    if name_node is None or is_local(scope):
        walk.enter(node, scope)
        return
    if name_node.type == "identifier":
        _add_value(walk, node, name_node, scope)
    name = scope.qualify(walk.text(name_node))
    walk.visit(node.child_by_field_name("value"), inside_function(scope, name))


def _add_value(walk: Walk, node: Node, name_node: Node, scope: Scope) -> None:
    labels, decorators = _modifiers(walk, node)
    annotation = walk.line_of(node.child_by_field_name("type"))
    value_node = node.child_by_field_name("value") or node.child_by_field_name("default_value")
    value = walk.line_of(value_node)
    is_fixed = child_of_type(node, "val") is not None
    text = walk.text(name_node).strip("`")
    is_constant = is_fixed and "final" in labels and text[:1].isupper()
    kind = Kind.CONSTANT if is_constant else Kind.PROPERTY if scope.name else Kind.VARIABLE
    walk.add_variable(
        kind,
        node,
        name_node,
        scope,
        name=text,
        annotation=annotation,
        value=value,
        decorators=decorators,
        labels=[*labels, *(["read-only"] if is_fixed else [])],
        public=_is_public(labels, scope),
    )


def _alias(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is not None and not is_local(scope):
        labels, _ = _modifiers(walk, node)
        name = scope.qualify(walk.text(name_node))
        signature = walk.head_after(name_node, node)
        public = _is_public(labels, scope)
        walk.add(
            Kind.TYPE_ALIAS, name, node, name_node, scope, signature=signature, labels=labels,
            public=public,
        )  # fmt: skip


def _enum_case(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is not None:
        listed = child_of_type(node, "class_parameters")
        name = scope.qualify(walk.text(name_node))
        walk.add(Kind.ENUMERATOR, name, node, name_node, scope, signature=walk.text(listed))


def _given(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None:
        walk.enter(body, inside_function(scope, scope.name))
        return
    name = scope.qualify(walk.text(name_node))
    annotation = walk.line_of(node.child_by_field_name("return_type"))
    shown = f": {annotation}" if annotation else ""
    walk.add(
        Kind.PROPERTY if scope.name else Kind.VARIABLE,
        name,
        node,
        name_node,
        scope,
        signature=shown,
        labels=["given"],
        annotation=annotation,
        public=not is_local(scope),
    )
    walk.enter(body, scope.inside(name, "given", public=scope.public))


def _extension(walk: Walk, node: Node, scope: Scope) -> None:
    """Read the methods of an extension, which are named as those of the type."""
    listed = node.child_by_field_name("parameters")
    parameters = _parameters(walk, [listed] if listed is not None else [])
    owner = parameters[0].annotation.partition("[")[0] if parameters else ""
    inside = scope.inside(owner or scope.name, "extension", public=scope.public)
    for body in node.children_by_field_name("body"):
        walk.visit(body, inside)


def _modifiers(walk: Walk, node: Node) -> tuple[list[str], list[str]]:
    """Return the words and the annotations in front of a definition."""
    listed = child_of_type(node, "modifiers")
    labels = walk.line_of(listed).split()
    decorators = [walk.line_of(one) for one in node.named_children if one.type == "annotation"]
    if any(one.startswith("@deprecated") for one in decorators):
        labels.append("deprecated")
    return labels, decorators


def _is_public(labels: list[str], scope: Scope) -> bool:
    return not is_local(scope) and not any(label.startswith("private") for label in labels)


def _parameters(walk: Walk, lists: list[Node]) -> list[Parameter]:
    return [
        Parameter(
            walk.text(child.child_by_field_name("name")),
            annotation=walk.line_of(child.child_by_field_name("type")),
            default=walk.line_of(child.child_by_field_name("default_value")),
        )
        for listed in lists
        for child in listed.named_children
        if child.type in {"parameter", "class_parameter"}
    ]


_HANDLERS: dict[str, Handler] = {
    "package_clause": package,
    "import_declaration": import_from,
    **dict.fromkeys(_KINDS, _type),
    "class_parameter": _class_parameter,
    "function_definition": _function,
    "function_declaration": _function,
    "val_definition": _value,
    "val_declaration": _value,
    "var_definition": _value,
    "var_declaration": _value,
    "type_definition": _alias,
    "simple_enum_case": _enum_case,
    "full_enum_case": _enum_case,
    "given_definition": _given,
    "extension_definition": _extension,
}
SCALA = Dialect(
    tree_sitter_scala.language,
    _HANDLERS,
    comments=("comment", "block_comment"),
    comment_text=scaladoc_markdown,
    decisions=frozenset(
        {"if_expression", "for_expression", "while_expression", "case_clause", "catch_clause"}
    ),
    find_names=find_names,
)
