"""Methods, constructors, operators, indexers, delegates and local functions of C#."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.modifiers import is_public, modifiers_of
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_TEST = re.compile(r"(?:\w+\.)*(?:Fact|Theory|Test|TestMethod|TestCase|DataTestMethod)\b")


def note_callable(walk: Walk, node: Node, scope: Scope) -> None:
    """Note what can be called, and what is in it."""
    name_node = node.child_by_field_name("name")
    listed = node.child_by_field_name("parameters") or child_of_type(
        node, "parameter_list", "bracketed_parameter_list"
    )
    text, kind = _callable_name(walk, node, name_node)
    words, attributes = modifiers_of(walk, node)
    name = scope.qualify(text)
    returns = walk.line_of(node.child_by_field_name("returns") or node.child_by_field_name("type"))
    types = node.child_by_field_name("type_parameters")
    signature = walk.text(types) + walk.text(listed)
    tested = any(_TEST.match(one) for one in attributes)
    body = node.child_by_field_name("body")
    walk.add(
        kind,
        name,
        node,
        name_node or child_of_type(node, "this", "operator"),
        scope,
        signature=signature + (f" -> {returns}" if returns else ""),
        decorators=attributes,
        labels=words + (["test"] if tested else []),
        public=is_public(scope, words),
        parameters=parameters_of(walk, listed),
        returns=returns,
        body=body is not None,
    )
    if tested:
        walk.tests.append(name)
    if text == "Main" and "static" in words:
        walk.main_line = walk.main_line or node.start_point.row + 1
    walk.enter(body, inside_function(scope, name))


def _callable_name(walk: Walk, node: Node, name_node: Node | None) -> tuple[str, Kind]:  # noqa: PLR0911 - a kind each
    match node.type:
        case "constructor_declaration":
            return walk.text(name_node), Kind.CONSTRUCTOR
        case "destructor_declaration":
            return f"~{walk.text(name_node)}", Kind.METHOD
        case "operator_declaration":
            return f"operator {walk.line_of(node.child_by_field_name('operator'))}", Kind.METHOD
        case "conversion_operator_declaration":
            return f"operator {walk.line_of(node.child_by_field_name('type'))}", Kind.METHOD
        case "indexer_declaration":
            return "this[]", Kind.PROPERTY
        case "delegate_declaration":
            return walk.text(name_node), Kind.DELEGATE
        case "local_function_statement":
            return walk.text(name_node), Kind.FUNCTION
        case _:
            return walk.text(name_node), Kind.METHOD


def parameters_of(walk: Walk, listed: Node | None) -> list[Parameter]:
    """Return the parameters of a list of them."""
    result = []
    for child in listed.named_children if listed is not None else ():
        name = child.child_by_field_name("name")
        if child.type != "parameter" or name is None:
            continue
        _, _, default = walk.line_of(child).partition("=")
        result.append(
            Parameter(
                walk.text(name),
                annotation=walk.line_of(child.child_by_field_name("type")),
                default=default.strip(),
            )
        )
    if listed is not None:  # `params` is no parameter node of its own
        rest = listed.child_by_field_name("name")
        if rest is not None and rest.is_named:
            annotation = walk.line_of(listed.child_by_field_name("type"))
            result.append(Parameter(walk.text(rest), annotation=f"params {annotation}"))
    return result
