"""C, C++ and CUDA: types, functions, methods, namespaces, macros and includes.

Directives and macros are off before the grammar reads the file (`preprocessor`, `macros`), so that
the tree holds declarations only. What a name is depends on where it stands: a function inside a
class is a method, one named like the class its constructor.
"""

from __future__ import annotations

from dataclasses import replace

import tree_sitter_c
import tree_sitter_cpp
import tree_sitter_cuda
from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.defining_macros import OFFERED
from mkdocs_repodoc.languages.c_family.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.c_family.functions import (
    read_declaration,
    read_definition,
    read_friend,
)
from mkdocs_repodoc.languages.c_family.preparation import prepare_with_names
from mkdocs_repodoc.languages.c_family.preprocessor import without_default_lists
from mkdocs_repodoc.languages.c_family.resolution.c_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.c_family.resolution.c_file_finder import find_names
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_statement_finder import (
    CppStatementFinder,
)
from mkdocs_repodoc.languages.c_family.types import (
    read_access,
    read_alias,
    read_class,
    read_concept,
    read_enum,
    read_enumerator,
    read_template,
    read_typedef,
)
from mkdocs_repodoc.languages.c_family.visibility import in_function
from mkdocs_repodoc.languages.treesitter.dialect import Dialect, Prepared
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind

_PRIVATE_NAMESPACES = frozenset({"detail", "details", "internal", "impl", "_detail", "_impl"})


def _namespace(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None:
        inner = replace(scope, public=False, start=-1, kind=Kind.NAMESPACE)
        walk.enter(body, inner)
        return
    name = scope.qualify(walk.line_of(name_node).replace(" ", ""))
    parts = set(name.split("::"))
    inner = scope.inside(
        name, "namespace", public=scope.public and not parts & _PRIVATE_NAMESPACES, separator="::"
    )
    if name not in walk.seen:
        walk.seen.add(name)
        labels = ["inline"] if child_of_type(node, "inline") else []
        walk.add(Kind.NAMESPACE, name, node, name_node, scope, labels=labels, public=inner.public)
    walk.enter(body, inner)


def _namespace_alias(walk: Walk, node: Node, scope: Scope) -> None:
    name = node.child_by_field_name("name")
    value = node.named_children[-1]
    if name is not None and not in_function(scope):
        labels = ["alias"]
        signature = f" = {walk.line_of(value)}"
        walk.add(
            Kind.NAMESPACE,
            scope.qualify(walk.line_of(name)),
            node,
            name,
            scope,
            signature=signature,
            labels=labels,
        )


def _linkage(walk: Walk, node: Node, scope: Scope) -> None:
    body = node.child_by_field_name("body")
    if body is None:
        return
    inner = replace(scope, labels=(*scope.labels, 'extern "C"'))
    if body.type == "declaration_list":
        walk.enter(body, inner)
    else:
        walk.visit(body, inner.wrapped(node.start_byte))


def _expression(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an invocation that the grammar takes for an expression: no names are defined."""


HANDLERS: dict[str, Handler] = {
    "namespace_definition": _namespace,
    "namespace_alias_definition": _namespace_alias,
    "template_declaration": read_template,
    "template_instantiation": _expression,
    "class_specifier": read_class,
    "struct_specifier": read_class,
    "union_specifier": read_class,
    "access_specifier": read_access,
    "enum_specifier": read_enum,
    "enumerator": read_enumerator,
    "alias_declaration": read_alias,
    "concept_definition": read_concept,
    "type_definition": read_typedef,
    "friend_declaration": read_friend,
    "linkage_specification": _linkage,
    "function_definition": read_definition,
    "inline_method_definition": read_definition,
    "declaration": read_declaration,
    "field_declaration": read_declaration,
    "static_assert_declaration": _expression,
    "using_declaration": _expression,
    "expression_statement": _expression,
    "template_parameter_list": _expression,
    "requires_clause": _expression,
    "compound_statement": _expression,
    "initializer_list": _expression,
    "parameter_list": _expression,
    "argument_list": _expression,
}


def _prepare_c(source: Source) -> Prepared:
    prepared, named = prepare_with_names(source)
    prepared.find_names = lambda symbols: find_names(
        ExpressionFinder(named.code, symbols, named.branches.unusual),
        C.parse(named.code),
        source,
        named,
        symbols,
    )
    return prepared


def _prepare_cpp(source: Source) -> Prepared:
    return _with_cpp_names(source, CPP)


def _prepare_cuda(source: Source) -> Prepared:
    return _with_cpp_names(source, CUDA)


def _with_cpp_names(source: Source, dialect: Dialect) -> Prepared:
    prepared, named = prepare_with_names(source)
    prepared.find_names = lambda symbols: find_names(
        CppStatementFinder(named.code, symbols, named.branches.unusual),
        dialect.parse(without_default_lists(named.code)),
        source,
        named,
        symbols,
    )
    return prepared


C = Dialect(
    tree_sitter_c.language,
    HANDLERS,
    plain_comments=True,
    error_share=0.2,
    prepare=_prepare_c,
    find_errors=find_errors,
    conditions=CONDITIONS,
)

CPP = Dialect(
    tree_sitter_cpp.language,
    HANDLERS,
    separator="::",
    plain_comments=True,
    error_share=0.2,
    prepare=_prepare_cpp,
    find_errors=find_errors,
    conditions=CONDITIONS,
    offered=OFFERED,
)

CUDA = replace(CPP, grammar=tree_sitter_cuda.language, prepare=_prepare_cuda)
