"""Julia: modules, types, functions and macros; a string in front of a definition documents it."""

from __future__ import annotations

import tree_sitter_julia
from tree_sitter import Node

from mkdocs_repodoc.languages.julia.modules import call_or_include, export, import_from, module
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_TYPES = {
    "struct_definition": Kind.STRUCT,
    "abstract_definition": Kind.TYPE,
    "primitive_definition": Kind.TYPE,
}
_NAMES = frozenset({"identifier", "operator"})
_DEFINITIONS = frozenset(
    {
        *_TYPES,
        *("module_definition", "function_definition", "macro_definition", "assignment"),
        *("const_statement", "macrocall_expression", "call_expression", "identifier"),
    }
)
"""What a string in front of it documents."""


def _string(walk: Walk, node: Node, _scope: Scope) -> None:
    """Note a string that documents what follows it."""
    following = node.next_named_sibling
    if (
        following is not None
        and following.type in _DEFINITIONS
        and following.start_point.row == node.end_point.row + 1
        and node.parent is not None
        and node.parent.type in {"source_file", "module_definition", "struct_definition", "block"}
    ):
        walk.comments.append((node.start_byte, node.end_byte))


def _type(walk: Walk, node: Node, scope: Scope) -> None:
    head = child_of_type(node, "type_head")
    name_node = _name_in(head)
    if head is None or name_node is None:
        return
    kind = _TYPES[node.type]
    text = walk.text(name_node)
    name = scope.qualify(text)
    written = walk.line_of(head)
    before, _, after = written.rpartition("<:")
    base = after.strip() if before and before.count("{") == before.count("}") else ""
    signature = (before if base else written).strip()[len(text) :]
    labels = [word for word in ("mutable", "abstract", "primitive") if child_of_type(node, word)]
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=signature,
        bases=[base] if base else [],
        labels=labels,
        public=not text.startswith("_"),
    )
    inside = scope.inside(name, kind, public=scope.public)
    for child in node.named_children:
        if child.type in {"identifier", "typed_expression"}:
            _field(walk, child, inside)
        elif child is not head:
            walk.visit(child, inside)


def _name_in(head: Node | None) -> Node | None:
    """Return the name in the head of a type, which parameters and a supertype may follow."""
    while head is not None and head.type != "identifier":
        head = head.named_children[0] if head.named_child_count else None
    return head


def _field(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node if node.type == "identifier" else _name_in(node)
    if name_node is not None:
        shown = walk.head_after(name_node, node)
        annotation = shown.removeprefix("::").strip()
        name = scope.qualify(walk.text(name_node))
        walk.add(Kind.FIELD, name, node, name_node, scope, signature=shown, annotation=annotation)


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    signature = child_of_type(node, "signature")
    if signature is not None:
        kind = Kind.MACRO if node.type == "macro_definition" else Kind.FUNCTION
        _add_function(walk, node, signature, kind, scope)
        return
    walk.enter(node, scope)


def _add_function(walk: Walk, node: Node, signature: Node, kind: Kind, scope: Scope) -> None:
    call: Node | None = signature
    while call is not None and call.type != "call_expression":
        call = call.named_children[0] if call.named_child_count else None
    if call is None:
        return
    called = call.named_children[0]
    name_node: Node | None = called
    if called.type == "field_expression":
        name_node = called.named_children[-1]
    elif called.type not in _NAMES:
        name_node = _name_in(called)
    if name_node is None:
        return
    listed = child_of_type(call, "argument_list")
    is_constructor = scope.kind == Kind.STRUCT
    name = scope.qualify(walk.line_of(called).partition("{")[0])
    text = walk.text(name_node)
    shown = walk.code[name_node.end_byte : signature.end_byte].decode("utf-8", "replace")
    walk.add(
        Kind.CONSTRUCTOR if is_constructor else kind,
        name,
        node,
        name_node,
        scope,
        signature=shown,
        public=not text.startswith("_") and not is_local(scope),
        parameters=_parameters(walk, listed),
        returns=shown.rpartition(")::")[2] if ")::" in shown else "",
        body=True,
    )
    for child in node.named_children:
        if child is not signature and child.start_byte >= signature.end_byte:
            walk.visit(child, inside_function(scope, name))


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    found = []
    for child in listed.named_children if listed is not None else ():
        written = walk.line_of(child)
        declared, _, default = written.partition("=")
        name, _, annotation = declared.partition("::")
        found.append(
            Parameter(name.strip(), annotation=annotation.strip(), default=default.strip())
        )
    return found


def _assignment(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a short function, `f(x) = …`, or a variable of the module."""
    left = node.named_children[0] if node.named_child_count else None
    value = node.named_children[-1] if node.named_child_count > 1 else None
    if left is None or value is None:
        return
    if left.type in {"call_expression", "where_expression"} or (
        left.type == "typed_expression" and left.named_children[0].type == "call_expression"
    ):
        _add_function(walk, node, left, Kind.FUNCTION, scope)
    elif left.type in {"identifier", "typed_expression"} and not is_local(scope):
        _add_value(walk, node, left, value, scope)
    else:
        walk.visit(value, scope)


def _add_value(walk: Walk, node: Node, left: Node, value: Node, scope: Scope) -> None:
    name_node = _name_in(left)
    parent = node.parent
    is_constant = parent is not None and parent.type == "const_statement"
    if name_node is not None:
        text = walk.text(name_node)
        shown = walk.line_of(value)
        walk.add(
            Kind.CONSTANT if is_constant else Kind.VARIABLE,
            scope.qualify(text),
            parent if is_constant and parent is not None else node,
            name_node,
            scope,
            signature=show_value(shown),
            public=not text.startswith("_"),
            value=shown,
        )


def _macro_call(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `@enum` and `@testset`; other macros may stand before definitions."""
    name = walk.text(child_of_type(node, "macro_identifier"))
    listed = child_of_type(node, "macro_argument_list")
    given = listed.named_children if listed is not None else []
    if name == "@enum" and given and (name_node := _name_in(given[0])):
        qualified = scope.qualify(walk.text(name_node))
        walk.add(Kind.ENUM, qualified, node, name_node, scope)
        for child in given[1:]:
            if value := _name_in(child):
                walk.add(Kind.ENUMERATOR, f"{qualified}.{walk.text(value)}", child, value, scope)
    elif name == "@testset" and given and given[0].type == "string_literal":
        title = walk.text(child_of_type(given[0], "content"))
        walk.add(Kind.TEST, title, node, given[0], Scope(), body=True)
        walk.tests.append(title)
    else:
        walk.enter(listed, scope)


_HANDLERS: dict[str, Handler] = {
    "string_literal": _string,
    "module_definition": module,
    **dict.fromkeys(_TYPES, _type),
    "function_definition": _function,
    "macro_definition": _function,
    "assignment": _assignment,
    "using_statement": import_from,
    "import_statement": import_from,
    "export_statement": export,
    "call_expression": call_or_include,
    "macrocall_expression": _macro_call,
}
JULIA = Dialect(
    tree_sitter_julia.language,
    _HANDLERS,
    comments=("line_comment", "block_comment"),
    decisions=frozenset(
        {
            "if_statement",
            "elseif_clause",
            "for_statement",
            "while_statement",
            "catch_clause",
            "ternary_expression",
        }
    ),
    operators=frozenset({"&&", "||"}),
    plain_comments=True,
)
