"""Go: declarations of the package level, methods under their receiver's type."""

from __future__ import annotations

import re

import tree_sitter_go
from tree_sitter import Node

from mkdocs_repodoc.languages.go.command_line import find_options
from mkdocs_repodoc.languages.go.dispatch_tables import find_tables
from mkdocs_repodoc.languages.go.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.go.go_doc_links import go_doc_markdown
from mkdocs_repodoc.languages.go.iota_numbers import iota_numbers
from mkdocs_repodoc.languages.go.resolution.go_file_finder import find_names
from mkdocs_repodoc.languages.go.skipped_tests import always_skips
from mkdocs_repodoc.languages.go.type_defaults import find_defaults
from mkdocs_repodoc.languages.go.type_symbols import add_type, is_exported
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.facts import PackageClause
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_BUILD = re.compile(r"//(?:go:build|\s*\+build)\s+(.*)")
_TEST = re.compile(r"(?!TestMain$)(?:Test|Benchmark|Fuzz|Example)(?![a-z])")
"""`TestMain` runs the tests and is none (https://pkg.go.dev/testing#hdr-Main)."""


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    text = walk.text(name_node)
    receiver = node.child_by_field_name("receiver")
    owner = _receiver(walk, receiver) if receiver is not None else ""
    name = f"{owner}.{text}" if owner else text
    listed = node.child_by_field_name("parameters")
    result = walk.text(node.child_by_field_name("result"))
    signature = walk.text(node.child_by_field_name("type_parameters")) + walk.text(listed)
    labels = ["pointer receiver"] if receiver is not None and "*" in walk.text(receiver) else []
    tested = walk.name.endswith("_test.go") and not owner and bool(_TEST.match(text))
    labels += ["test"] if tested else []
    labels += ["skipped"] if tested and always_skips(node, walk.code) else []
    walk.add(
        Kind.METHOD if receiver is not None else Kind.FUNCTION,
        name,
        node,
        name_node,
        scope,
        signature=signature + (f" {result}" if result else ""),
        labels=labels,
        public=is_exported(text) and (not owner or is_exported(owner)),
        parameters=_parameters(walk, listed),
        returns=result,
        body=node.child_by_field_name("body") is not None,
    )
    if tested:
        walk.tests.append(name)
    if name == "main" and _is_program(walk):
        walk.main_line = name_node.start_point.row + 1


def _is_program(walk: Walk) -> bool:
    """Whether the file is of the package that a program starts in."""
    return any(isinstance(fact, PackageClause) and fact.name == "main" for fact in walk.facts)


def _receiver(walk: Walk, receiver: Node) -> str:
    for parameter in receiver.named_children:
        written = walk.line_of(parameter.child_by_field_name("type"))
        return written.lstrip("*( ").partition("[")[0].rstrip(") ")
    return ""


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    result = []
    for child in listed.named_children if listed is not None else ():
        annotation = walk.line_of(child.child_by_field_name("type"))
        variadic = child.type == "variadic_parameter_declaration"
        result += [
            Parameter(walk.text(name), annotation=f"...{annotation}" if variadic else annotation)
            for name in child.children_by_field_name("name")
            if name.is_named
        ]
    return result


def _field(walk: Walk, node: Node, scope: Scope) -> None:
    if scope.kind != Kind.STRUCT:
        return
    annotation = walk.line_of(node.child_by_field_name("type"))
    tag = walk.line_of(node.child_by_field_name("tag"))
    for name in node.children_by_field_name("name"):
        if name.is_named:
            text = walk.text(name)
            walk.add(
                Kind.FIELD,
                scope.qualify(text),
                node,
                name,
                scope,
                signature=f" {annotation}",
                public=is_exported(text),
                annotation=annotation,
                value=tag,
            )


def _interface_method(walk: Walk, node: Node, scope: Scope) -> None:
    name = node.child_by_field_name("name")
    if name is None or scope.kind != Kind.INTERFACE:
        return
    text = walk.text(name)
    listed = node.child_by_field_name("parameters")
    result = walk.text(node.child_by_field_name("result"))
    walk.add(
        Kind.METHOD,
        scope.qualify(text),
        node,
        name,
        scope,
        signature=walk.text(listed) + (f" {result}" if result else ""),
        labels=["declaration"],
        public=is_exported(text),
        parameters=_parameters(walk, listed),
        returns=result,
    )


def _constants(walk: Walk, node: Node, scope: Scope) -> None:
    """Give the constants that a declaration counts through their numbers."""
    numbers = iota_numbers(node) if "iota" in walk.text(node) else {}
    if not numbers:
        _group(walk, node, scope)
        return
    for child in node.named_children:
        if child.type == "const_spec":
            number = numbers.get(child.start_byte)
            _values(walk, child, scope, "" if number is None else str(number))


def _values(walk: Walk, node: Node, scope: Scope, number: str = "") -> None:
    kind = Kind.CONSTANT if node.type == "const_spec" else Kind.VARIABLE
    annotation = walk.line_of(node.child_by_field_name("type"))
    values = node.child_by_field_name("value")
    listed = values.named_children if values is not None else []
    names = [name for name in node.children_by_field_name("name") if name.is_named]
    for position, name in enumerate(names):
        text = walk.text(name)
        value = walk.line_of(listed[position]) if len(listed) == len(names) else ""
        shown = show_value(number or value)
        if text != "_":
            walk.add(
                kind,
                scope.qualify(text),
                node,
                name,
                scope,
                signature=(f" {annotation}" if annotation else "") + shown,
                public=is_exported(text),
                annotation=annotation,
                value=value,
            )


def _import(walk: Walk, node: Node, _: Scope) -> None:
    path = node.child_by_field_name("path")
    if path is None:
        return
    name = node.child_by_field_name("name")
    written = walk.text(name)
    alias = "" if written == "." else written
    walk.add_import(
        walk.text(path).strip('"`'), node, path, name="*" if written == "." else "", alias=alias
    )


def _package(walk: Walk, node: Node, _: Scope) -> None:
    name = child_of_type(node, "package_identifier")
    text = walk.text(name)
    walk.file_line = node.start_point.row + 1
    walk.facts.append(PackageClause(text, _constraint(walk, node)))


def _constraint(walk: Walk, clause: Node) -> str:
    """Return on which platforms the file is built, as the line above its package clause says."""
    above = clause.prev_sibling
    while above is not None and above.type == "comment":
        if match := _BUILD.match(walk.text(above)):
            return match[1].strip()
        above = above.prev_sibling
    return ""


def _group(walk: Walk, node: Node, scope: Scope) -> None:
    """Let a declaration of one thing start where its keyword does."""
    specs = [child for child in node.named_children if child.type != "comment"]
    single = len(specs) == 1 and child_of_type(node, "(", "var_spec_list") is None
    walk.enter(node, scope.wrapped(node.start_byte) if single else scope)


def _nothing(walk: Walk, node: Node, scope: Scope) -> None:
    """Pass over function bodies and values: they declare nothing that has a name outside."""


_HANDLERS: dict[str, Handler] = {
    "package_clause": _package,
    "import_spec": _import,
    "function_declaration": _function,
    "method_declaration": _function,
    "type_declaration": _group,
    "const_declaration": _constants,
    "var_declaration": _group,
    "type_spec": add_type,
    "type_alias": add_type,
    "field_declaration": _field,
    "method_elem": _interface_method,
    "method_spec": _interface_method,
    "const_spec": _values,
    "var_spec": _values,
    "block": _nothing,
    "expression_statement": _nothing,
    "composite_literal": _nothing,
}
GO = Dialect(
    tree_sitter_go.language,
    _HANDLERS,
    decisions=frozenset(
        {"if_statement", "for_statement", "expression_case", "type_case", "communication_case"}
    ),
    operators=frozenset({"&&", "||"}),
    plain_comments=True,
    tool_comments=re.compile(r"//go:\w"),
    comment_text=go_doc_markdown,
    find_names=find_names,
    find_options=find_options,
    find_tables=find_tables,
    find_errors=find_errors,
    find_defaults=find_defaults,
    conditions=CONDITIONS,
)
