"""Identifiers in C++'s statements and declarations with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_class_finder import CppClassFinder
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declaration_finder import (
    CppDeclarationFinder,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarators import declared
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_expression_finder import (
    CppExpressionFinder,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_path_finder import has_constant
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_type_finder import CLASSES
from mkdocs_repodoc.languages.resolution.value_terms import member, value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target


class CppStatementFinder(CppExpressionFinder):
    """One file's pass over everything that it says."""

    def _block(self, node: Node) -> None:
        self.scopes.open()
        for child in node.named_children:
            self.visit(child)
        self.scopes.close()

    def _loop_over(self, node: Node) -> None:
        self.scopes.open()
        self.visit(node.child_by_field_name("initializer"))
        written = node.child_by_field_name("type")
        kind = self.type_of(written)
        kind = terms.constant(kind) if has_constant(node) else kind
        right = node.child_by_field_name("right")
        value = self.visit(right)
        if written is not None and written.type == "placeholder_type_specifier":
            element = member(value, "for")
            kind = terms.type_of_value(element)
        declarator = node.child_by_field_name("declarator")
        found = declared(declarator) if declarator is not None else None
        if found is not None:
            self._declare(found.name, kind)
        self.visit(node.child_by_field_name("body"))
        self.scopes.close()

    def _catch(self, node: Node) -> None:
        self.scopes.open()
        parameters = child_of_type(node, "parameter_list")
        for one in listed(parameters):
            kind = self.type_of(one.child_by_field_name("type"))
            declarator = one.child_by_field_name("declarator")
            found = declared(declarator) if declarator is not None else None
            if found is not None:
                self.scopes.declare(self.text(found.name), value_of(kind))
        self.visit(node.child_by_field_name("body"))
        self.scopes.close()

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = {
        **CppExpressionFinder._VISITS,  # noqa: SLF001 - the table of its base
        "for_range_loop": _loop_over,
        **dict.fromkeys(
            ("compound_statement", "for_statement", "if_statement", "while_statement",
             "switch_statement"),
            _block,
        ),
        "catch_clause": _catch,
        **dict.fromkeys(
            ("declaration", "field_declaration", "type_definition"),
            CppDeclarationFinder.declaration,
        ),
        **dict.fromkeys(
            ("function_definition", "inline_method_definition"),
            CppDeclarationFinder.function_definition,
        ),
        **dict.fromkeys(CLASSES, CppClassFinder.class_specifier),
        "enum_specifier": CppClassFinder.enum,
        "namespace_definition": CppClassFinder.namespace,
        "namespace_alias_definition": CppClassFinder.namespace_alias,
        "using_declaration": CppClassFinder.using,
        "alias_declaration": CppClassFinder.alias,
        "template_declaration": CppClassFinder.template,
        "friend_declaration": CppClassFinder.friend,
    }  # fmt: skip
