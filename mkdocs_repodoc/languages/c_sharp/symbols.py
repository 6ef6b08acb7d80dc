"""C#: namespaces, types and their members, properties and events among them."""

from __future__ import annotations

import tree_sitter_c_sharp
from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.conditional_code import first_branches
from mkdocs_repodoc.languages.c_sharp.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.c_sharp.functions import note_callable, parameters_of
from mkdocs_repodoc.languages.c_sharp.modifiers import is_public, modifiers_of
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file_finder import find_names
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.text.english import shortened

_KINDS = {
    "class_declaration": Kind.CLASS,
    "struct_declaration": Kind.STRUCT,
    "interface_declaration": Kind.INTERFACE,
    "enum_declaration": Kind.ENUM,
    "record_declaration": Kind.RECORD,
    "record_struct_declaration": Kind.RECORD,
}
_LONGEST_VALUE = 100


def _namespace(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.line_of(name_node))
    inner = scope.inside(name, "namespace", public=scope.public)
    walk.add(Kind.NAMESPACE, name, node, name_node, scope)
    if node.type == "file_scoped_namespace_declaration":
        # what follows belongs to it: in some versions of the grammar as siblings
        scope.name, scope.kind = name, "namespace"
        walk.enter(node, inner)
    else:
        walk.enter(node.child_by_field_name("body"), inner)


def _type(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    kind = _KINDS[node.type]
    words, attributes = modifiers_of(walk, node)
    if "struct" in {child.type for child in node.children} and kind == Kind.RECORD:
        words.append("struct")
    listed = child_of_type(node, "parameter_list")
    types = child_of_type(node, "type_parameter_list")
    bases = child_of_type(node, "base_list")
    public = is_public(scope, words)
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(types) + walk.text(listed),
        bases=[
            walk.line_of(one)
            for one in (bases.named_children if bases is not None else ())
            if one.type != "argument_list" and not one.is_error  # a line of the preprocessor
        ],
        decorators=attributes,
        labels=words,
        public=public,
        parameters=parameters_of(walk, listed),
    )
    body = node.child_by_field_name("body")
    walk.enter(body, scope.inside(name, kind, public=scope.public and public))


def _property(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    words, attributes = modifiers_of(walk, node)
    if node.type == "event_declaration":
        words.append("event")
    annotation = walk.line_of(node.child_by_field_name("type"))
    accessors = node.child_by_field_name("accessors")
    names = [
        walk.line_of(one).partition("{")[0].partition("=>")[0].strip().removesuffix(";")
        for one in (accessors.named_children if accessors is not None else ())
        if one.type == "accessor_declaration"
    ]
    shown = f" {{ {'; '.join(names)} }}" if names else ""
    walk.add(
        Kind.PROPERTY,
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=f": {annotation}{shown}{_initial(walk, node)}",
        decorators=attributes,
        labels=words,
        public=is_public(scope, words),
        annotation=annotation,
    )


def _initial(walk: Walk, node: Node) -> str:
    """Return the value that a property begins with; empty for one that is computed."""
    value = node.child_by_field_name("value")
    if value is None or value.type == "arrow_expression_clause":
        return ""
    return f" = {shortened(walk.line_of(value), _LONGEST_VALUE)}"


def _field(walk: Walk, node: Node, scope: Scope) -> None:
    declaration = child_of_type(node, "variable_declaration")
    if declaration is None or is_local(scope):
        return
    words, attributes = modifiers_of(walk, node)
    if node.type == "event_field_declaration":
        words.append("event")
    annotation = walk.line_of(declaration.child_by_field_name("type"))
    wrapped = scope.wrapped(node.start_byte)
    for child in declaration.named_children:
        name_node = child.child_by_field_name("name")
        if child.type != "variable_declarator" or name_node is None:
            continue
        _, _, value = walk.line_of(child).partition("=")
        walk.add_variable(
            Kind.CONSTANT if "const" in words else Kind.FIELD,
            child,
            name_node,
            wrapped,
            annotation=annotation,
            value=value.strip(),
            decorators=attributes,
            labels=words,
            public=is_public(scope, words),
        )


def _enum_member(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is not None:
        walk.add_enumerator(node, name_node, scope)


def _using(walk: Walk, node: Node, _: Scope) -> None:
    alias = node.child_by_field_name("name")
    paths = [child for child in node.named_children if alias is None or child.id != alias.id]
    if not paths:
        return
    path = paths[-1]
    name = "*" if child_of_type(node, "static") else ""
    walk.add_import(
        walk.line_of(path),
        node,
        path,
        name=name,
        alias=walk.text(alias),
        passes_on=child_of_type(node, "global") is not None,
    )


_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(_KINDS, _type),
    "namespace_declaration": _namespace,
    "file_scoped_namespace_declaration": _namespace,
    "method_declaration": note_callable,
    "constructor_declaration": note_callable,
    "destructor_declaration": note_callable,
    "operator_declaration": note_callable,
    "conversion_operator_declaration": note_callable,
    "indexer_declaration": note_callable,
    "delegate_declaration": note_callable,
    "local_function_statement": note_callable,
    "property_declaration": _property,
    "event_declaration": _property,
    "field_declaration": _field,
    "event_field_declaration": _field,
    "enum_member_declaration": _enum_member,
    "using_directive": _using,
}
C_SHARP = Dialect(
    tree_sitter_c_sharp.language,
    _HANDLERS,
    decisions=frozenset(
        {
            "if_statement",
            "for_statement",
            "foreach_statement",
            "while_statement",
            "do_statement",
            "switch_section",
            "switch_expression_arm",
            "catch_clause",
            "conditional_expression",
        }
    ),
    operators=frozenset({"&&", "||", "??"}),
    reword=first_branches,
    find_names=find_names,
    find_errors=find_errors,
    conditions=CONDITIONS,
)
