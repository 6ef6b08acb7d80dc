"""Identifiers in Rust's paths and types with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_path_finder import PathFinder
from mkdocs_repodoc.model.references import ReferenceKind, Target

COMMENTS = frozenset(("line_comment", "block_comment"))


def _nothing(_finder: TypeFinder, _node: Node, _kind: ReferenceKind) -> None:
    """Skip a type that names nothing."""


class TypeFinder(PathFinder):
    """One file's pass over paths and types; what else there is, is the subclasses' matter.

    Args:
        code: The file.

    Attributes:
        scopes: The blocks around.
        where: Qualified name of the module or function around, from which paths are looked up.
    """

    # Paths

    # Types

    def type_of(self, node: Node | None, kind: ReferenceKind = "annotation") -> Target | None:
        """Visit a type; return it, `None` if nothing is known of it."""
        if node is None:
            return None
        visit = self._TYPES.get(node.type)
        if visit is not None:
            return visit(self, node, kind)
        for child in node.named_children:
            self.type_of(child)
        return None

    def _named(self, node: Node, kind: ReferenceKind) -> Target | None:
        return self.path(node, "type", kind)

    def _pointed(self, node: Node, kind: ReferenceKind) -> Target | None:
        return self.type_of(node.child_by_field_name("type"), kind)

    def _tuple(self, node: Node, _kind: ReferenceKind) -> Target | None:
        return terms.tuple_of([self.type_of(one) for one in node.named_children])

    def _sequence(self, node: Node, _kind: ReferenceKind) -> Target | None:
        self.expression(node.child_by_field_name("length"))
        return terms.sequence_of(self.type_of(node.child_by_field_name("element")))

    def _traits(self, node: Node, kind: ReferenceKind) -> Target | None:
        bounds = [self.type_of(one, kind) for one in node.named_children]
        return terms.parameter("", _flat(bounds))

    def _function_type(self, node: Node, _kind: ReferenceKind) -> Target | None:
        if (trait := node.child_by_field_name("trait")) is not None:
            self.type_of(trait)
        taken = self.parameter_types(node.child_by_field_name("parameters"))
        return terms.function(self.type_of(node.child_by_field_name("return_type")), taken)

    def parameter_types(self, node: Node | None) -> list[Target | None]:
        """Visit the types of the parameters of a function type."""
        found = []
        for one in node.named_children if node is not None else ():
            written = one.child_by_field_name("type") if one.type == "parameter" else one
            if one.type not in COMMENTS:
                found.append(self.type_of(written))
        return found

    def _qualified(self, node: Node, kind: ReferenceKind) -> Target | None:
        """Visit `<T as Trait>`."""
        found = self.type_of(node.child_by_field_name("type"), kind)
        return terms.seen_as(found, self.type_of(node.child_by_field_name("alias"), kind))

    def _wrapped(self, node: Node, kind: ReferenceKind) -> Target | None:
        found = [self.type_of(child, kind) for child in node.named_children]
        return found[0] if len(found) == 1 else None

    def _removed(self, node: Node, kind: ReferenceKind) -> Target | None:
        self._wrapped(node, kind)  # `?Sized`
        return None

    # Type parameters

    def declare_parameters(self, node: Node | None, where: Node | None) -> list[str]:
        """Visit type parameters and a `where` clause, and declare them.

        Returns:
            The names of the parameters.
        """
        bounds: dict[str, list[Target | None]] = {}
        listed = node.named_children if node is not None else ()
        for one in listed:  # they may name each other
            name = one.child_by_field_name("name") if one.type != "lifetime_parameter" else None
            if one.type == "type_parameter" and name is not None:
                bounds[self.text(name)] = []
                self.scopes.declare_type(self.text(name), terms.parameter(self.text(name), ()))
            elif one.type == "const_parameter" and name is not None:
                self.scopes.declare(self.text(name), self.type_of(one.child_by_field_name("type")))
        for one in listed:
            if one.type == "type_parameter":
                name = one.child_by_field_name("name")
                bounds[self.text(name)] += self.bounds(one.child_by_field_name("bounds"))
                self.type_of(one.child_by_field_name("default_type"))
        for one in where.named_children if where is not None else ():
            left = one.child_by_field_name("left")
            self.type_of(left)
            found = self.bounds(one.child_by_field_name("bounds"))
            known = self.scopes.type(self.text(left))
            if self.text(left) in bounds:
                bounds[self.text(left)] += found
            elif known is not None and known.base == "own":  # a method adds to its type's
                bounds[self.text(left)] = [*known.also, *found]
        for name_text, each in bounds.items():
            self.scopes.declare_type(name_text, terms.parameter(name_text, _flat(each)))
        return [
            name
            for name in bounds
            if any(self.text(one.child_by_field_name("name")) == name for one in listed)
        ]

    def bounds(self, node: Node | None) -> list[Target | None]:
        """Visit the bounds of a type."""
        if node is None:
            return []
        return _flat([self.type_of(one, "annotation") for one in node.named_children])

    _TYPES: ClassVar[Mapping[str, Callable[[Any, Node, ReferenceKind], Target | None]]] = {
        **dict.fromkeys(
            ("type_identifier", "scoped_type_identifier", "generic_type", "identifier",
             "scoped_identifier", "primitive_type", "bracketed_type",
             "generic_type_with_turbofish"),
            _named,
        ),
        "reference_type": _pointed,
        "pointer_type": _pointed,
        "tuple_type": _tuple,
        "array_type": _sequence,
        "dynamic_type": _traits,
        "abstract_type": _traits,
        "bounded_type": _traits,
        "function_type": _function_type,
        "qualified_type": _qualified,
        "higher_ranked_trait_bound": _pointed,
        "removed_trait_bound": _removed,
        **dict.fromkeys(
            ("lifetime", "metavariable", "macro_invocation", "never_type", "unit_type",
             "for_lifetimes", "line_comment", "block_comment", "type_parameters", "use_bounds"),
            _nothing,
        ),
    }  # fmt: skip


def _flat(bounds: Sequence[Target | None]) -> list[Target | None]:
    """Return bounds, those of one without a name in its stead."""
    found: list[Target | None] = []
    for one in bounds:
        nested = one is not None and one.base == "own" and one.names == ("",)
        found += one.also if nested and one is not None else (one,)
    return found
