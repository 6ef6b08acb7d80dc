"""Objective-C: classes, protocols, categories, methods and properties, beside all that C has.

A method is named by its selector (`draw:at:`), in a category too as a member of the class.
"""

from __future__ import annotations

import tree_sitter_objc
from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.objective_c_preparation import prepare
from mkdocs_repodoc.languages.c_family.symbols import HANDLERS
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_PROTOCOLS = ("parameterized_arguments", "protocol_reference_list")


def _class(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an interface or implementation: of a class, of a category or of an extension."""
    name_node = child_of_type(node, "identifier")
    if name_node is None:
        return
    name = walk.text(name_node)
    category = node.child_by_field_name("category")
    implements = node.type == "class_implementation"
    extends = category is None and child_of_type(node, "(") is not None
    superclass = walk.text(node.child_by_field_name("superclass"))
    labels = ["category"] if category is not None else ["extension"] if extends else []
    labels += ["implementation"] if implements else []
    written = f" ({walk.text(category)})" if labels[:1] in (["category"], ["extension"]) else ""
    walk.add(
        Kind.IMPL if labels else Kind.CLASS,
        name + written,
        node,
        name_node,
        scope,
        bases=[*([superclass] if superclass else []), *_protocols(walk, node)],
        labels=labels,
        public=not implements and not extends,
    )
    inside = scope.inside(name, Kind.CLASS, public=not implements and not extends, access="public")
    for child in node.named_children:
        if child.type == "implementation_definition" or child != name_node:
            walk.visit(child, inside)


def _definition(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a part of an implementation; a function there belongs to no class."""
    for child in node.named_children:
        is_member = child.type == "method_definition"
        walk.visit(child, scope if is_member else Scope(separator=scope.separator))


def _protocols(walk: Walk, node: Node) -> list[str]:
    listed = child_of_type(node, *_PROTOCOLS)
    return [walk.line_of(one) for one in listed.named_children] if listed is not None else []


def _protocol(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = child_of_type(node, "identifier")
    if name_node is not None:
        name = walk.text(name_node)
        walk.add(Kind.PROTOCOL, name, node, name_node, scope, bases=_protocols(walk, node))
        walk.enter(node, scope.inside(name, Kind.CLASS, public=True, access="public"))


def _method(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = child_of_type(node, "identifier")
    if name_node is None:
        return
    parts: list[str] = []
    parameters: list[Parameter] = []
    for child in node.named_children:
        if child.type == "identifier":
            parts.append(walk.text(child))
        elif child.type == "method_parameter":
            inner = child_of_type(child, "identifier")
            annotation = _type(walk, child)
            parameters.append(Parameter(walk.text(inner), annotation=annotation))
            if len(parts) < len(parameters):  # a part of the selector may have no word
                parts.append("")
            parts[len(parameters) - 1] += ":"
    body = child_of_type(node, "compound_statement")
    is_static = child_of_type(node, "+") is not None
    selector = "".join(parts)
    head = walk.text(name_node) + walk.head_after(name_node, node, body).rstrip(";")
    returns = _type(walk, node)
    walk.add(
        Kind.METHOD,
        scope.qualify(selector),
        node,
        name_node,
        scope,
        signature=f"{head} -> {returns}" if returns else head,
        labels=["static"] if is_static else [],
        parameters=parameters,
        returns=returns,
        body=body is not None,
    )


def _type(walk: Walk, node: Node) -> str:
    written = child_of_type(node, "method_type")
    return walk.line_of(written).strip("() ") if written is not None else ""


def _property(walk: Walk, node: Node, scope: Scope) -> None:
    declared = child_of_type(node, "struct_declaration")
    if declared is None:
        return
    listed = child_of_type(node, "property_attributes_declaration")
    attributes = [walk.line_of(one) for one in listed.named_children] if listed is not None else []
    kept = [word for word in attributes if word in ("readonly", "weak", "class", "nullable")]
    for declarator in declared.named_children:
        if declarator.type != "struct_declarator":
            continue
        name_node = declarator
        while name_node.type != "identifier" and name_node.named_children:
            inner = name_node.child_by_field_name("declarator")
            name_node = inner or name_node.named_children[-1]
        before = walk.code[declared.start_byte : name_node.start_byte].decode("utf-8", "replace")
        written = " ".join(before.split())
        walk.add(
            Kind.PROPERTY,
            scope.qualify(walk.text(name_node)),
            node,
            name_node,
            scope,
            signature=f": {written}",
            labels=["read-only" if word == "readonly" else word for word in kept],
            annotation=written,
        )


def _module(walk: Walk, node: Node, scope: Scope) -> None:
    named = child_of_type(node, "identifier")
    if named is not None:
        walk.add_import(walk.text(named), node, named, scope=scope.name, system=True)


_HANDLERS: dict[str, Handler] = {
    **HANDLERS,
    "class_interface": _class,
    "class_implementation": _class,
    "implementation_definition": _definition,
    "protocol_declaration": _protocol,
    "method_declaration": _method,
    "method_definition": _method,
    "property_declaration": _property,
    "module_import": _module,
}
OBJECTIVE_C = Dialect(
    tree_sitter_objc.language,
    _HANDLERS,
    plain_comments=True,
    error_share=0.2,
    prepare=prepare,
)
