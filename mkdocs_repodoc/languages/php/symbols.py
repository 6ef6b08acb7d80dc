"""PHP: namespaces, classes and what is like them, functions and constants."""

from __future__ import annotations

from dataclasses import replace

import tree_sitter_php
from tree_sitter import Node

from mkdocs_repodoc.languages.php.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.php.modules import INCLUDES, include, namespace, use
from mkdocs_repodoc.languages.php.resolution.php_file_finder import find_names
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_KINDS = {
    "class_declaration": Kind.CLASS,
    "interface_declaration": Kind.INTERFACE,
    "trait_declaration": Kind.TRAIT,
    "enum_declaration": Kind.ENUM,
}
_PARAMETERS = frozenset({"simple_parameter", "property_promotion_parameter", "variadic_parameter"})


def _type(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None:
        return
    kind = _KINDS[node.type]
    name = scope.qualify(walk.text(name_node))
    bases = [
        walk.line_of(one)
        for child in node.named_children
        if child.type in {"base_clause", "class_interface_clause"}
        for one in child.named_children
    ]
    for child in body.named_children if body is not None else ():
        if child.type == "use_declaration":
            bases += [walk.line_of(one) for one in child.named_children if "name" in one.type]
    labels = _labels(walk, node)
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        bases=bases,
        decorators=_attributes(walk, node),
        labels=labels,
        public=not is_local(scope),
    )
    is_test = any(base.rpartition("\\")[2] == "TestCase" for base in bases)
    inside = scope.inside(name, kind, public=scope.public, separator="::")
    walk.enter(body, replace(inside, access="test" if is_test else ""))


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    body = node.child_by_field_name("body")
    listed = node.child_by_field_name("parameters")
    labels = _labels(walk, node)
    is_method = node.type == "method_declaration"
    kind = Kind.METHOD if is_method else Kind.FUNCTION
    decorators = _attributes(walk, node)
    walk.add(
        Kind.CONSTRUCTOR if text == "__construct" else kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.head_after(name_node, node, body).removesuffix(";"),
        decorators=decorators,
        labels=labels,
        public=not {"private", "protected"} & set(labels) and not is_local(scope),
        parameters=_parameters(walk, listed),
        returns=walk.line_of(node.child_by_field_name("return_type")),
        body=body is not None,
    )
    if scope.access == "test" and (text.startswith("test") or "Test" in decorators):
        walk.tests.append(name)
    for child in listed.named_children if listed is not None else ():
        if child.type == "property_promotion_parameter":
            _add_property(walk, child, child.child_by_field_name("name"), child, scope)
    walk.enter(body, inside_function(scope, name))


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    found = []
    for child in listed.named_children if listed is not None else ():
        if child.type in _PARAMETERS:
            name = walk.line_of(child.child_by_field_name("name"))
            found.append(
                Parameter(
                    f"...{name}" if child.type == "variadic_parameter" else name,
                    annotation=walk.line_of(child.child_by_field_name("type")),
                    default=walk.line_of(child.child_by_field_name("default_value")),
                )
            )
    return found


def _property(walk: Walk, node: Node, scope: Scope) -> None:
    for element in node.named_children:
        if element.type == "property_element":
            _add_property(walk, node, element.child_by_field_name("name"), element, scope)


def _add_property(
    walk: Walk, node: Node, name_node: Node | None, element: Node, scope: Scope
) -> None:
    if name_node is None:
        return
    labels = _labels(walk, node)
    annotation = walk.line_of(node.child_by_field_name("type"))
    value = walk.line_of(element.child_by_field_name("default_value"))
    walk.add_variable(
        Kind.PROPERTY,
        node,
        name_node,
        scope,
        annotation=annotation,
        value=value,
        labels=labels,
        public=not {"private", "protected"} & set(labels),
    )


def _constants(walk: Walk, node: Node, scope: Scope) -> None:
    labels = _labels(walk, node)
    for element in node.named_children:
        if element.type == "const_element" and element.named_child_count:
            name_node, value = element.named_children[0], walk.line_of(element.named_children[-1])
            walk.add_variable(
                Kind.CONSTANT,
                node,
                name_node,
                scope,
                value=value,
                labels=labels,
                public=not {"private", "protected"} & set(labels),
            )


def _case(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is not None:
        value = walk.line_of(node.child_by_field_name("value"))
        name = scope.qualify(walk.text(name_node))
        shown = show_value(value)
        walk.add(Kind.ENUMERATOR, name, node, name_node, scope, signature=shown, value=value)


def _call(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `define('NAME', value)`; other calls may hold functions."""
    arguments = node.child_by_field_name("arguments")
    listed = arguments.named_children if arguments is not None else []
    if walk.text(node.child_by_field_name("function")) == "define" and len(listed) > 1:
        string = listed[0].named_children[0] if listed[0].named_child_count else None
        name_node = child_of_type(string, "string_content") if string is not None else None
        if name_node is not None and not is_local(scope):
            value = walk.line_of(listed[1])
            shown = show_value(value)
            name = walk.text(name_node)
            walk.add(Kind.CONSTANT, name, node, name_node, scope, signature=shown, value=value)
            return
    walk.enter(node, scope)


def _attributes(walk: Walk, node: Node) -> list[str]:
    listed = node.child_by_field_name("attributes")
    return [
        walk.line_of(attribute)
        for group in (listed.named_children if listed is not None else ())
        for attribute in group.named_children
    ]


def _labels(walk: Walk, node: Node) -> list[str]:
    """Return the words in front of a declaration, `public` apart."""
    found = [walk.text(child) for child in node.named_children if child.type.endswith("_modifier")]
    return [label for label in found if label != "public"]


_HANDLERS: dict[str, Handler] = {
    "namespace_definition": namespace,
    "namespace_use_declaration": use,
    **dict.fromkeys(_KINDS, _type),
    "function_definition": _function,
    "method_declaration": _function,
    "property_declaration": _property,
    "const_declaration": _constants,
    "enum_case": _case,
    "function_call_expression": _call,
    **dict.fromkeys(INCLUDES, include),
}
PHP = Dialect(
    tree_sitter_php.language_php,
    _HANDLERS,
    decisions=frozenset(
        {
            "if_statement",
            "else_if_clause",
            "for_statement",
            "foreach_statement",
            "while_statement",
            "do_statement",
            "case_statement",
            "match_conditional_expression",
            "catch_clause",
            "conditional_expression",
        }
    ),
    operators=frozenset({"&&", "||", "and", "or", "??"}),
    separator="\\",
    find_names=find_names,
    find_errors=find_errors,
    conditions=CONDITIONS,
)
