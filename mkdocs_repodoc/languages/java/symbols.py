"""Java: types and their members, with modifiers and annotations."""

from __future__ import annotations

from dataclasses import replace

import tree_sitter_java
from tree_sitter import Node

from mkdocs_repodoc.languages.java.command_line import find_options
from mkdocs_repodoc.languages.java.dispatch_tables import find_tables
from mkdocs_repodoc.languages.java.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.java.javadoc import comment_markdown
from mkdocs_repodoc.languages.java.members import (
    is_public,
    read_enum_constant,
    read_field,
    read_modifiers,
)
from mkdocs_repodoc.languages.java.resolution.java_file_finder import find_names
from mkdocs_repodoc.languages.jvm.package_clause import note_package
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_KINDS = {
    "class_declaration": Kind.CLASS,
    "interface_declaration": Kind.INTERFACE,
    "enum_declaration": Kind.ENUM,
    "record_declaration": Kind.RECORD,
    "annotation_type_declaration": Kind.INTERFACE,
}
_TESTS = frozenset({"Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate"})
_PACKAGE_FILE = "package-info.java"
"""What documents a package stands above its clause in this file."""


def _type(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    kind = _KINDS[node.type]
    words, annotations = read_modifiers(walk, node)
    if node.type == "annotation_type_declaration":
        words.append("annotation")
    public = is_public(scope, words)
    parameters = node.child_by_field_name("parameters")
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters")) + walk.text(parameters),
        bases=_bases(walk, node),
        decorators=annotations,
        labels=words,
        public=public,
        parameters=_parameters(walk, parameters),
    )
    inner = scope.inside(name, kind, public=scope.public and public)
    _components(walk, parameters, inner)
    walk.enter(node.child_by_field_name("body"), inner)


def _components(walk: Walk, listed: Node | None, scope: Scope) -> None:
    """Note the components of a record, which are its fields and have accessors."""
    for child in listed.named_children if listed is not None else ():
        name_node = child.child_by_field_name("name")
        if name_node is not None:
            walk.add_variable(
                Kind.FIELD,
                child,
                name_node,
                scope,
                annotation=walk.line_of(child.child_by_field_name("type")),
                decorators=read_modifiers(walk, child)[1],
                labels=["final"],
            )


def _bases(walk: Walk, node: Node) -> list[str]:
    bases = []
    for child in node.children:
        if child.type in {"superclass", "super_interfaces", "extends_interfaces"}:
            for part in child.named_children:
                listed = part.named_children if part.type == "type_list" else [part]
                bases += [walk.line_of(one) for one in listed]
    return bases


def _method(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    words, annotations = read_modifiers(walk, node)
    listed = node.child_by_field_name("parameters")
    body = node.child_by_field_name("body")
    returns = walk.line_of(node.child_by_field_name("type"))
    throws = child_of_type(node, "throws")
    signature = walk.text(node.child_by_field_name("type_parameters"))
    signature += walk.text(listed) or ("()" if node.type.startswith("annotation") else "")
    signature += f" -> {returns}" if returns else ""
    signature += f" {walk.line_of(throws)}" if throws is not None else ""
    tested = any(one.partition("(")[0].rpartition(".")[2] in _TESTS for one in annotations)
    if scope.kind == Kind.INTERFACE and body is None and "abstract" not in words:
        words.append("abstract")
    walk.add(
        Kind.CONSTRUCTOR if "constructor" in node.type else Kind.METHOD,
        name,
        node,
        name_node,
        scope,
        signature=signature,
        decorators=annotations,
        labels=words + (["test"] if tested else []),
        public=is_public(scope, words),
        parameters=_parameters(walk, listed),
        returns=returns,
        body=body is not None,
    )
    if tested:
        walk.tests.append(name)
    if walk.text(name_node) == "main" and {"static", "public"} <= set(words):
        walk.main_line = walk.main_line or name_node.start_point.row + 1
    walk.enter(body, inside_function(scope, name))


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    result = []
    for child in listed.named_children if listed is not None else ():
        name = child.child_by_field_name("name")
        annotation = walk.line_of(child.child_by_field_name("type"))
        if child.type == "spread_parameter":
            declarator = child_of_type(child, "variable_declarator")
            name = declarator.child_by_field_name("name") if declarator is not None else None
            types = [one for one in child.named_children if one.type != "modifiers"]
            annotation = f"{walk.line_of(types[0])}..." if types else ""
        if name is not None:
            result.append(Parameter(walk.text(name), annotation=annotation))
    return result


def _package(walk: Walk, node: Node, scope: Scope) -> None:
    del scope  # it stands at the top
    path_node = child_of_type(node, "scoped_identifier", "identifier")
    note_package(walk, path_node)
    if walk.name == _PACKAGE_FILE:
        walk.file_line = node.start_point.row + 1


def _import(walk: Walk, node: Node, scope: Scope) -> None:
    path_node = child_of_type(node, "scoped_identifier", "identifier")
    if path_node is None:
        return
    path = walk.line_of(path_node).replace(" ", "")
    if child_of_type(node, "asterisk"):
        walk.add_import(path, node, path_node, name="*")
        return
    del scope  # imports stand at the top
    module, _, name = path.rpartition(".")
    place = path_node.child_by_field_name("name") or path_node
    walk.add_import(module, node, place, name=name)


def _anonymous(walk: Walk, node: Node, scope: Scope) -> None:
    """Pass into an anonymous class: its methods are no part of the file's vocabulary."""
    body = child_of_type(node, "class_body")
    if body is None:
        walk.enter(node, scope)
        return
    for child in node.named_children:
        if child.type != "class_body":
            walk.visit(child, replace(scope, start=-1))


_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(_KINDS, _type),
    "method_declaration": _method,
    "constructor_declaration": _method,
    "compact_constructor_declaration": _method,
    "annotation_type_element_declaration": _method,
    "field_declaration": read_field,
    "constant_declaration": read_field,
    "enum_constant": read_enum_constant,
    "package_declaration": _package,
    "import_declaration": _import,
    "object_creation_expression": _anonymous,
}
JAVA = Dialect(
    tree_sitter_java.language,
    _HANDLERS,
    comments=("line_comment", "block_comment"),
    documents_apart=True,
    decisions=frozenset(
        {
            "if_statement",
            "for_statement",
            "enhanced_for_statement",
            "while_statement",
            "do_statement",
            "switch_label",
            "catch_clause",
            "ternary_expression",
        }
    ),
    operators=frozenset({"&&", "||"}),
    find_names=find_names,
    find_options=find_options,
    comment_text=comment_markdown,
    find_tables=find_tables,
    find_errors=find_errors,
    conditions=CONDITIONS,
)
