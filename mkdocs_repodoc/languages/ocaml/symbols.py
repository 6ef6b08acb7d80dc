"""OCaml: modules, module types, types, values, exceptions, and classes with their methods."""

from __future__ import annotations

import tree_sitter_ocaml
from tree_sitter import Node

from mkdocs_repodoc.languages.ocaml.modules import (
    read_module,
    read_module_type,
    read_open,
    shown_behind,
)
from mkdocs_repodoc.languages.ocaml.objects import read_class, read_method, read_parameter
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind

_NAMES = ("value_name", "parenthesized_operator")


def _unit(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a file; a comment at its top with a blank line below is about the file."""
    children = node.named_children
    first = next(
        (one for one in children if one.type not in ("shebang", "line_number_directive")), None
    )
    if first is not None and walk.text(first).startswith("(**"):
        following = first.next_named_sibling
        end = first.end_point.row
        if following is None or following.start_point.row > end + 1 or "open" in following.type:
            walk.file_line = end + 2
    walk.enter(node, scope)


def _types(walk: Walk, node: Node, scope: Scope) -> None:
    bindings = [one for one in node.named_children if one.type == "type_binding"]
    for binding in bindings:
        name_node = binding.child_by_field_name("name")
        if name_node is None:
            continue
        name = scope.qualify(walk.text(name_node))
        body = binding.child_by_field_name("body")
        declares = body is not None and body.type in ("variant_declaration", "record_declaration")
        shown = walk.line_of(body) if body is not None and not declares else ""
        walk.add(
            Kind.TYPE_ALIAS if shown else Kind.TYPE,
            name,
            node if binding == bindings[0] else binding,
            name_node,
            scope,
            signature=show_value(shown),
            end=binding.end_byte,
            labels=[] if body is not None else ["abstract"],
            public=not is_local(scope),
        )
        if body is not None and declares:
            walk.enter(body, scope.inside(name, Kind.TYPE, public=scope.public))


def _constructor(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = child_of_type(node, "constructor_name")
    if name_node is not None:
        name = walk.text(name_node)
        signature = shown_behind(walk.head_after(name_node, node))
        walk.add(
            Kind.VARIANT, scope.qualify(name), node, name_node, scope, signature=signature
        )  # fmt: skip
        walk.enter(child_of_type(node, "record_declaration"), scope)


def _field(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = child_of_type(node, "field_name")
    if name_node is not None:
        name = walk.text(name_node)
        written = walk.line_of(node.child_by_field_name("type"))
        walk.add(
            Kind.FIELD,
            scope.qualify(name),
            node,
            name_node,
            scope,
            signature=shown_behind(f": {written}"),
            labels=["mutable"] if child_of_type(node, "mutable") is not None else [],
            annotation=written,
        )


def _exception(walk: Walk, node: Node, scope: Scope) -> None:
    constructor = child_of_type(node, "constructor_declaration")
    name_node = child_of_type(constructor, "constructor_name") if constructor is not None else None
    if constructor is not None and name_node is not None:
        name = walk.text(name_node)
        walk.add(
            Kind.TYPE,
            scope.qualify(name),
            node,
            name_node,
            scope,
            signature=shown_behind(walk.head_after(name_node, constructor)),
            labels=["exception"],
        )


def _value(walk: Walk, node: Node, scope: Scope) -> None:
    bindings = [one for one in node.named_children if one.type == "let_binding"]
    for binding in bindings:
        pattern = binding.child_by_field_name("pattern")
        body = binding.child_by_field_name("body")
        whole = node if binding == bindings[0] else binding
        if child_of_type(node, "attribute_id") is not None:  # let%test "name" = …
            if pattern is not None and pattern.type == "string":
                walk.tests.append(walk.text(pattern).strip('"'))
            continue
        if pattern is not None and pattern.type in _NAMES and not is_local(scope):
            _bound(walk, binding, whole, pattern, scope)
            name = scope.qualify(walk.text(_bare(pattern)))
            walk.visit(body, inside_function(scope, name))
        else:
            walk.visit(body, inside_function(scope, scope.name))
            if walk.text(pattern) == "()" and not scope.name:
                walk.main_line = walk.main_line or node.start_point.row + 1


def _bare(node: Node) -> Node:
    """Return an operator without the parentheses that make it a name."""
    inner = node.named_children
    return inner[0] if node.type == "parenthesized_operator" and inner else node


def _bound(walk: Walk, binding: Node, whole: Node, pattern: Node, scope: Scope) -> None:
    body = binding.child_by_field_name("body")
    listed = [one for one in binding.named_children if one.type == "parameter"]
    is_function = bool(listed) or (
        body is not None and body.type in ("fun_expression", "function_expression")
    )
    returns = walk.line_of(binding.child_by_field_name("type"))
    head = walk.head_after(pattern, binding, body).rstrip("= ") if listed else ""
    value = walk.line_of(body) if body is not None and not is_function else ""
    written = f": {returns}" if returns and not listed else ""
    name = walk.text(_bare(pattern))
    walk.add(
        Kind.FUNCTION if is_function else Kind.CONSTANT,
        scope.qualify(name),
        whole,
        _bare(pattern),
        scope,
        signature=shown_behind(head) if head else shown_behind(written) + show_value(value),
        end=binding.end_byte,
        parameters=[read_parameter(walk, one) for one in listed],
        returns=returns,
        value=value,
        body=is_function,
    )


def _specification(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a declared value: of a signature, or of code in another language."""
    name_node = child_of_type(node, *_NAMES)
    if name_node is None:
        return
    name_node = _bare(name_node)
    type_node = node.child_by_field_name("type")
    written = walk.line_of(type_node)
    takes = type_node is not None and type_node.type == "function_type"
    walk.add(
        Kind.FUNCTION if takes else Kind.CONSTANT,
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=shown_behind(f": {written}" if written else ""),
        labels=["external"] if node.type == "external" else [],
        annotation="" if takes else written,
        public=not is_local(scope),
    )


def _skip(walk: Walk, node: Node, scope: Scope) -> None:
    """Pass by what is local to an expression."""


_HANDLERS: dict[str, Handler] = {
    "compilation_unit": _unit,
    "open_module": read_open,
    "include_module": read_open,
    "open_module_signature": read_open,
    "include_module_type": read_open,
    "module_definition": read_module,
    "module_type_definition": read_module_type,
    "type_definition": _types,
    "constructor_declaration": _constructor,
    "field_declaration": _field,
    "exception_definition": _exception,
    "value_definition": _value,
    "value_specification": _specification,
    "external": _specification,
    "class_definition": read_class,
    "class_type_definition": read_class,
    "method_definition": read_method,
    "method_specification": read_method,
    "let_module_expression": _skip,
    "object_copy_expression": _skip,
}
IMPLEMENTATION = Dialect(
    tree_sitter_ocaml.language_ocaml,
    _HANDLERS,
    documents_below=True,
    decisions=frozenset(
        {"if_expression", "match_case", "while_expression", "for_expression", "guard"}
    ),
    operators=frozenset({"&&", "||"}),
)
INTERFACE = Dialect(tree_sitter_ocaml.language_ocaml_interface, _HANDLERS, documents_below=True)
