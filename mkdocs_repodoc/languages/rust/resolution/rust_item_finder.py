"""Identifiers in Rust's items with what they mean, and what the items tell of themselves.

Beside its references a file leaves for each symbol terms that say what it is, each told from the
others by its base: `returning` for a function, `instance` for a field or constant, `type` for an
alias, `mapped` for the names of its type parameters, `item` for what a tuple struct or a variant
holds, `self` for the type that an `impl` around it is for, with the trait, and `super` for traits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_module_finder import ModuleFinder
from mkdocs_repodoc.languages.rust.resolution.rust_struct_finder import StructFinder
from mkdocs_repodoc.languages.rust.resolution.rust_type_finder import COMMENTS
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_POINTERS = frozenset(("reference_type", "pointer_type"))


class ItemFinder(StructFinder):
    """One file's pass.

    Args:
        code: The file.
        symbols: What it defines.
        imports: What it imports.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol], imports: Sequence[Import]) -> None:
        super().__init__(code, symbols)
        self._owner: Target | None = None
        self._searched = {one.scope for one in imports if one.scope}
        self._searched |= {one.name.rpartition("::")[0] for one in symbols}
        """Qualified names of what may declare names of its own."""

    def items(self, node: Node) -> None:
        """Visit the items in a file or a body."""
        attributes: list[Node] = []
        for child in node.named_children:
            if child.type in ("attribute_item", "inner_attribute_item"):
                self.attribute(child)
                attributes.append(child)
            elif child.type not in COMMENTS:
                self.attributes = attributes
                self.item(child)
                attributes = []

    def item(self, node: Node) -> None:
        """Visit an item."""
        self.included(node)
        visit = self._ITEMS.get(node.type)
        if visit is not None:
            visit(self, node)
        else:
            self.expression(node)

    # Traits, and what is implemented

    def _trait(self, node: Node) -> None:
        position = self.position(node.child_by_field_name("name"))
        outer, self.scope = self.scope, position
        with self.scopes.item():
            itself = self.own_type(position)
            self.scopes.declare_type("Self", terms.parameter("Self", (itself,)))
            self.type_parameters(position, node)
            for base in self._bases(node.child_by_field_name("bounds")):
                self.tell(position, Target("super", (), base))
            if (body := node.child_by_field_name("body")) is not None:
                self.items(body)
        self.scope = outer

    def _bases(self, node: Node | None) -> list[Target]:
        found = [self.type_of(one, "base") for one in node.named_children] if node else []
        return [one for one in found if one is not None]

    def _impl(self, node: Node) -> None:
        trait = node.child_by_field_name("trait")
        position = self.position(trait)
        outer, owner, self.scope = self.scope, self._owner, position
        with self.scopes.item():
            self.type_parameters(FILE_SCOPE, node)
            written = node.child_by_field_name("type")
            kind = self.type_of(written, "name")
            if trait is not None:
                self.scopes.declare_type("Self", kind)
            implemented = self.type_of(trait, "base") if trait is not None else None
            self.scopes.declare_type("Self", kind)
            self._owner = None
            is_pointer = written is not None and written.type in _POINTERS
            # What is implemented for references to all types is no member of each.
            if kind is not None and not (is_pointer and kind.base == "own"):
                also = (implemented or terms.UNKNOWN,) if trait is not None else ()
                self._owner = Target("self", (), kind, also)
                self.tell(position, self._owner)
            if (body := node.child_by_field_name("body")) is not None:
                self.items(body)
        self.scope, self._owner = outer, owner

    # What has a value

    def _function(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        position = self.position(name)
        around, outer, owner = self.where, self.scope, self._owner
        if position != FILE_SCOPE:
            self.scope = position
        self.tell(position, owner)
        self._owner = None
        with self.scopes.item():
            self.type_parameters(position, node)
            taken = self._taken(node.child_by_field_name("parameters"))
            returned = self.type_of(node.child_by_field_name("return_type"))
            if child_of_type(node, "function_modifiers") is not None and "async" in self.text(
                child_of_type(node, "function_modifiers")
            ):
                returned = Target("promise", (), returned)
            self.tell(position, terms.function(returned, taken))
            if position != FILE_SCOPE and self.symbols[position].name in self._searched:
                self.where = self.symbols[position].name
            body = node.child_by_field_name("body")
            if body is not None:
                self.block(body)
        self.where, self.scope, self._owner = around, outer, owner

    def _taken(self, listed: Node | None) -> list[Target | None]:
        """Visit and declare parameters; return their types."""
        found: list[Target | None] = []
        for one in listed.named_children if listed is not None else ():
            if one.type == "self_parameter":
                self.scopes.declare("self", value_of(self.scopes.type("Self")))
            elif one.type == "parameter":
                kind = self.type_of(one.child_by_field_name("type"))
                pattern = one.child_by_field_name("pattern")
                if pattern is not None and pattern.type == "self":
                    self.scopes.declare("self", value_of(kind))
                else:
                    self.pattern(pattern, value_of(kind))
                    found.append(kind)
        return found

    def _constant(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        position = self.position(name)
        outer = self.scope
        self.scope = position if position != FILE_SCOPE else outer
        kind = self.type_of(node.child_by_field_name("type"))
        self.tell(position, self._owner)
        self.tell(position, value_of(kind))
        if position == FILE_SCOPE and not self.row and not self.column:
            self.scopes.declare(self.text(name), value_of(kind))
        owner, self._owner = self._owner, None
        self.expression(node.child_by_field_name("value"))
        self.scope, self._owner = outer, owner

    def _alias(self, node: Node) -> None:
        position = self.position(node.child_by_field_name("name"))
        outer = self.scope
        self.scope = position if position != FILE_SCOPE else outer
        with self.scopes.item():
            self.type_parameters(position, node)
            kind = self.type_of(node.child_by_field_name("type"))
            bounds = self.bounds(node.child_by_field_name("bounds"))
            self.tell(position, self._owner)
            if kind is None and bounds:
                kind = terms.parameter("", bounds)
            if kind is not None:
                self.tell(position, Target("type", (), kind))
        self.scope = outer

    # Macros

    def _macro_definition(self, node: Node) -> None:
        """Note the paths from its own crate in what a macro by example makes."""
        outer, self.scope = self.scope, self.position(node.child_by_field_name("name"))
        for rule in node.named_children:
            if rule.type == "macro_rule" and (made := rule.child_by_field_name("right")):
                self.token_paths(made, own_crate=True)
        self.scope = outer

    def _invocation(self, node: Node) -> None:
        self.macro(node)

    def _foreign(self, node: Node) -> None:
        if (body := node.child_by_field_name("body")) is not None:
            self.items(body)

    _ITEMS: ClassVar[Mapping[str, Callable[[Any, Node], object]]] = {
        "mod_item": ModuleFinder.module,
        "use_declaration": ModuleFinder.use,
        "extern_crate_declaration": ModuleFinder.extern_crate,
        **dict.fromkeys(("struct_item", "union_item", "enum_item"), StructFinder.struct),
        "trait_item": _trait,
        "impl_item": _impl,
        "function_item": _function,
        "function_signature_item": _function,
        "const_item": _constant,
        "static_item": _constant,
        "type_item": _alias,
        "associated_type": _alias,
        "macro_definition": _macro_definition,
        "macro_invocation": _invocation,
        "foreign_mod_item": _foreign,
    }
