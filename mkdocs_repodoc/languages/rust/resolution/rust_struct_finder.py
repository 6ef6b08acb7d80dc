"""Identifiers in Rust's structs, unions and enums with what they mean."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_module_finder import ModuleFinder
from mkdocs_repodoc.languages.rust.resolution.rust_type_finder import COMMENTS
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


class StructFinder(ModuleFinder):
    """One file's pass over types with fields; who visits other items inherits from it."""

    def struct(self, node: Node) -> None:
        """Visit a struct, a union or an enum."""
        position = self.position(node.child_by_field_name("name"))
        outer, self.scope = self.scope, position
        with self.scopes.item():
            self.type_parameters(position, node)
            self.scopes.declare_type("Self", self.own_type(position))
            body = node.child_by_field_name("body")
            if body is not None:
                self._fields(position, body)
        self.scope = outer

    def own_type(self, position: int) -> Target | None:
        """Return the type that a symbol is."""
        if position == FILE_SCOPE:
            return None
        name = self.symbols[position].name
        simple = name.removeprefix(f"{self.where}::") if self.where else name
        return terms.path("type", self.where, simple.split("::"))

    def type_parameters(self, position: int, node: Node) -> None:
        """Visit type parameters and bounds, and tell their names."""
        listed = node.child_by_field_name("type_parameters")
        names = self.declare_parameters(listed, child_of_type(node, "where_clause"))
        if names:
            self.tell(position, Target("mapped", tuple(names)))

    def _fields(self, position: int, body: Node) -> None:
        """Visit what a struct or a variant holds."""
        number = 0
        for one in body.named_children:
            if one.type == "field_declaration":
                name = one.child_by_field_name("name")
                kind = self.type_of(one.child_by_field_name("type"))
                own = self.position(name)
                self.tell(own, value_of(kind))
                if own < 0 and kind is not None:
                    self.tell(position, Target("item", (self.text(name),), kind))
            elif one.type == "enum_variant":
                self._variant(one)
            elif one.type in ("attribute_item", "visibility_modifier"):
                self.attribute(one)
            elif one.type not in COMMENTS:
                kind = self.type_of(one)
                self.tell(position, Target("item", (str(number),), kind or terms.UNKNOWN))
                number += 1

    def _variant(self, node: Node) -> None:
        outer, self.scope = self.scope, self.position(node.child_by_field_name("name"))
        if (body := node.child_by_field_name("body")) is not None:
            self._fields(self.scope, body)
        self.expression(node.child_by_field_name("value"))
        self.scope = outer
