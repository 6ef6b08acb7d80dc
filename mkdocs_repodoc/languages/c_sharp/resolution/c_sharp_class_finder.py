"""Identifiers in C#'s namespaces and types with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_member_finder import MemberFinder
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_TYPES = frozenset(
    """
    class_declaration struct_declaration interface_declaration enum_declaration record_declaration
    record_struct_declaration
    """.split()  # noqa: SIM905 - reads better
)
_METHODS = frozenset(
    """
    method_declaration constructor_declaration destructor_declaration operator_declaration
    conversion_operator_declaration
    """.split()  # noqa: SIM905 - reads better
)
_FIELDS = frozenset(("field_declaration", "event_field_declaration"))
_PROPERTIES = frozenset(("property_declaration", "event_declaration", "indexer_declaration"))
_NAMESPACES = frozenset(("namespace_declaration", "file_scoped_namespace_declaration"))
_HOLDERS = frozenset(("declaration_list", "enum_member_declaration_list", "ERROR"))
_CONDITIONS = ("preproc_if", "preproc_elif", "preproc_else")
_ATTRIBUTES = frozenset(("attribute_list", "global_attribute"))


class ClassFinder(MemberFinder):
    """One file's pass over namespaces and types.

    Args:
        code: The file.
        symbols: What it defines.
    """

    def declaration(self, node: Node) -> None:
        """Visit a namespace, a type or a member; anything else holds such, or statements."""
        if visit := self._DECLARATIONS.get(node.type):
            visit(self, node)
        elif node.type.startswith("preproc_") or node.type in _HOLDERS:
            before = self.is_conditional
            self.is_conditional = before or node.type.startswith(_CONDITIONS)
            for child in listed(node):
                self.declaration(child)
            self.is_conditional = before
        elif node.type in _ATTRIBUTES:
            self.attribute_list(node)
        else:
            self.statement(node)

    def using(self, node: Node) -> None:
        """Visit a directive; its names are looked up from the namespace around."""
        alias = node.child_by_field_name("name")
        for child in listed(node):
            if alias is None or child.id != alias.id:
                self.type_of(child, "import")

    def _namespace(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("name"))
        if node.type == "file_scoped_namespace_declaration":  # what follows belongs to it
            self.around = str(position) if position != FILE_SCOPE else self.around
            for child in listed(node):
                if child.type not in ("identifier", "qualified_name"):
                    self.declaration(child)
            return
        around, self.around = self.around, str(position) if position != FILE_SCOPE else self.around
        self._members(node.child_by_field_name("body"))
        self.around = around

    def _members(self, body: Node | None) -> None:
        for child in listed(body):
            self.declaration(child)

    def _type(self, node: Node) -> None:
        position = self._positions.of(node.child_by_field_name("name"))
        around = self.around
        with self.inside(position):
            self.attributes(node)
            variables = self.type_parameters(node, str(position))
            parameters = child_of_type(node, "parameter_list")
            bases = self._bases(node)
            entry = terms.class_entry(around, variables, bases)
            if self.is_conditional:
                entry = Target("types", (around, c_sharp_terms.CONDITIONAL), entry.of, entry.also)
            self.tell(position, entry)
        with self.inside(position, as_scope=True):
            self._declare_again(node, variables)
            self.declare_parameters(parameters)
            self._base_arguments(node)
            self._members(node.child_by_field_name("body"))

    def _declare_again(self, node: Node, variables: Sequence[Target | None]) -> None:
        """Declare the type parameters of a type, which its members see."""
        listing = child_of_type(node, "type_parameter_list")
        for one, variable in zip(listed(listing), variables, strict=False):
            self.scopes.declare_type(self.text(one.child_by_field_name("name")), variable)

    def _bases(self, node: Node) -> list[Target | None]:
        found: list[Target | None] = []
        for one in listed(child_of_type(node, "base_list")):
            if one.type == "primary_constructor_base_type":
                found.append(self.type_of(one.child_by_field_name("type"), "base"))
            elif one.type not in ("argument_list", "predefined_type"):
                found.append(self.type_of(one, "base"))
        return found

    def _base_arguments(self, node: Node) -> None:
        for one in listed(child_of_type(node, "base_list")):
            listing = one if one.type == "argument_list" else child_of_type(one, "argument_list")
            for argument in listed(listing):
                self.expression(self.argument(argument)[1])

    _DECLARATIONS: ClassVar[Mapping[str, Callable[[Any, Node], None]]] = {
        **dict.fromkeys(_NAMESPACES, _namespace),
        **dict.fromkeys(_TYPES, _type),
        **dict.fromkeys(_METHODS, MemberFinder.method),
        **dict.fromkeys(_FIELDS, MemberFinder.field),
        **dict.fromkeys(_PROPERTIES, MemberFinder.property),
        "delegate_declaration": MemberFinder.delegate,
        "enum_member_declaration": MemberFinder.enum_member,
        "using_directive": using,
    }
