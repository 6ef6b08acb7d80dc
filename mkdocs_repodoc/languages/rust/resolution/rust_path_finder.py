"""Identifiers in Rust's paths and types with what they mean."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_terms import Namespace
from mkdocs_repodoc.languages.treesitter.identifiers.lexical_scopes import LexicalScopes
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import NotedIdentifiers
from mkdocs_repodoc.model.references import ReferenceKind, Target

COMMENTS = frozenset(("line_comment", "block_comment"))


def _nothing(_finder: PathFinder, _node: Node, _kind: ReferenceKind) -> None:
    """Skip a type that names nothing."""


class PathFinder(NotedIdentifiers, ABC):
    """One file's pass over paths and types; what else there is, is the subclasses' matter.

    Args:
        code: The file.

    Attributes:
        scopes: The blocks around.
        where: Qualified name of the module or function around, from which paths are looked up.
    """

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self.scopes = LexicalScopes()
        self.where = ""

    def note(
        self,
        node: Node,
        target: Target | None,
        kind: ReferenceKind = "name",
        call: Node | None = None,
    ) -> None:
        """Note what an identifier means; of the function of a call, also how it is called."""
        super().note(node, target, kind if call is None else "call", call)

    # Paths

    def path(
        self,
        node: Node,
        namespace: Namespace,
        kind: ReferenceKind = "name",
        call: Node | None = None,
    ) -> Target | None:
        """Visit a path, noting each of its names; return what it means as a whole.

        Args:
            node: An identifier, or names with `::` between them.
            namespace: In which its last name is looked up.
            kind: How the last name is used.
            call: The call whose function it is.
        """
        match node.type:
            case "scoped_identifier" | "scoped_type_identifier":
                return self._scoped(node, namespace, kind, call)
            case "generic_type" | "generic_type_with_turbofish" | "generic_function":
                return self._generic(node, namespace, kind, call)
            case "bracketed_type":
                return self.type_of(node.named_children[0]) if node.named_children else None
            case "identifier" | "type_identifier" | "shorthand_field_identifier":
                return self._name(node, namespace, kind, call)
            case "self" | "super" | "crate" | "metavariable" | "primitive_type":
                return terms.path(namespace, self.where, (self.text(node),))
        return self.type_of(node)

    def _name(
        self, node: Node, namespace: Namespace, kind: ReferenceKind, call: Node | None
    ) -> Target | None:
        name = self.text(node)
        if name == "_":
            return None
        if namespace == "type" and self.scopes.has_type(name):
            kept = self.scopes.type(name)
            if name == "Self":
                self.note(node, kept, kind, call)
            return kept
        if name == "Self":  # `Self(…)`
            kept = self.scopes.type(name)
            self.note(node, kept, kind, call)
            return kept
        target = terms.path(namespace, self.where, (name,))
        self.note(node, target, kind, call)
        return target

    def _scoped(
        self, node: Node, namespace: Namespace, kind: ReferenceKind, call: Node | None
    ) -> Target | None:
        name, before = node.child_by_field_name("name"), node.child_by_field_name("path")
        if name is None:
            return None
        if before is None:  # `::name`
            target: Target | None = terms.path(namespace, self.where, ("", self.text(name)))
        else:
            target = self.behind(self.path(before, "type"), self.text(name), namespace)
        self.note(name, target, kind, call)
        return target

    def behind(self, before: Target | None, name: str, namespace: Namespace) -> Target | None:
        """Return what a name behind `::` means."""
        if before is not None and before.base == "global" and not before.also:
            return terms.path(namespace, before.names[1], (*before.names[2:], name))
        return terms.associated(before, namespace, name)

    def _generic(
        self, node: Node, namespace: Namespace, kind: ReferenceKind, call: Node | None
    ) -> Target | None:
        inner = node.child_by_field_name("type") or node.child_by_field_name("function")
        found = self.path(inner, namespace, kind, call) if inner is not None else None
        arguments = self.arguments(node.child_by_field_name("type_arguments"))
        if found is None or found.base != "global":
            return found
        return terms.path(namespace, found.names[1], found.names[2:], arguments)

    def arguments(self, node: Node | None) -> list[Target | None]:
        """Visit the arguments of a generic type; return its types."""
        found: list[Target | None] = []
        for one in node.named_children if node is not None else ():
            if one.type == "type_binding":
                found.append(self.type_of(one.child_by_field_name("type")))
            elif one.type == "block":
                self.expression(one)
            elif one.type != "lifetime" and not one.type.endswith("literal"):
                found.append(self.type_of(one))
        return found

    @abstractmethod
    def expression(self, node: Node | None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known."""

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
