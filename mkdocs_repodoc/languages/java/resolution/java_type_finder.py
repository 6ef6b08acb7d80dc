"""Identifiers in Java's types and annotations with what they mean."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.class_pass import ClassPass
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import ReferenceKind, Target

_PRIMITIVES = frozenset(("integral_type", "floating_point_type", "boolean_type", "void_type"))
ANNOTATIONS = frozenset(("annotation", "marker_annotation"))


class TypeFinder(ClassPass):
    """One file's pass over types.

    An annotation has expressions in it, and these have types again: who visits expressions
    inherits from it.
    """

    # Types

    def type_of(  # noqa: PLR0911 - one for each kind of type
        self, node: Node | None, kind: ReferenceKind = "annotation"
    ) -> Target | None:
        """Visit a type; return it, `None` if nothing is known of it."""
        if node is None:
            return None
        match node.type:
            case "type_identifier" | "identifier":
                return self._type_name(node, kind, ())
            case "scoped_type_identifier":
                return self._scoped_type(node, kind, ())
            case "generic_type":
                return self._generic_type(node, kind)
            case "array_type":
                element = self.type_of(node.child_by_field_name("element"), kind)
                return terms.array_of(element, self._dimensions(node))
            case "annotated_type":
                return self._annotated_type(node, kind)
            case "wildcard":
                found = [self.type_of(child) for child in listed(node)]
                return found[-1] if found else None
            case kind_of if kind_of in _PRIMITIVES:
                return terms.primitive(self.text(node))
        self.annotation(node)
        return None

    def _type_name(
        self, node: Node, kind: ReferenceKind, arguments: tuple[Target | None, ...]
    ) -> Target | None:
        written = self.text(node)
        if self.scopes.has_type(written):
            local = self.scopes.type(written)
            if local is None or local.base == "own":
                return local
            found = terms.class_type(local.names[0], arguments)
            self.note(node, terms.class_type(local.names[0]), kind)
            return found
        self.note(node, terms.named_type(self.around, (written,)), kind)
        return terms.named_type(self.around, (written,), arguments)

    def _scoped_type(
        self, node: Node, kind: ReferenceKind, arguments: tuple[Target | None, ...]
    ) -> Target | None:
        """Visit `Outer.Inner` or `a.b.Outer`, whose parts are noted one by one."""
        parts = [child for child in node.named_children if child.type not in ANNOTATIONS]
        for child in node.named_children:
            if child.type in ANNOTATIONS:
                self.annotation(child)
        match parts:
            case [outer, inner]:
                self.type_of(outer)
            case _:  # broken code
                return None
        names = self.dotted(node).split(".")
        self.note(inner, terms.named_type(self.around, names), kind)
        return terms.named_type(self.around, names, arguments)

    def _generic_type(self, node: Node, kind: ReferenceKind) -> Target | None:
        arguments: tuple[Target | None, ...] = ()
        head: Node | None = None
        for child in node.named_children:
            if child.type == "type_arguments":
                arguments = self.type_arguments(child)
            elif head is None:
                head = child
        if head is None:
            return None
        if head.type == "scoped_type_identifier":
            return self._scoped_type(head, kind, arguments)
        return self._type_name(head, kind, arguments)

    def type_arguments(self, node: Node | None) -> tuple[Target | None, ...]:
        """Visit the arguments of a generic type or method; return them."""
        return tuple(self.type_of(child) for child in listed(node))

    def _annotated_type(self, node: Node, kind: ReferenceKind) -> Target | None:
        found: Target | None = None
        for child in node.named_children:
            if child.type in ANNOTATIONS:
                self.annotation(child)
            else:
                found = self.type_of(child, kind)
        return found

    def _dimensions(self, node: Node) -> int:
        dimensions = node.child_by_field_name("dimensions")
        for child in listed(dimensions):
            self.annotation(child)
        return self.text(dimensions).count("[")

    def dotted(self, node: Node) -> str:
        """Return a dotted name without type arguments, annotations and spaces."""
        if node.type in ("type_identifier", "identifier"):
            return self.text(node)
        if node.type == "generic_type":
            return self.dotted(node.named_children[0]) if node.named_children else ""
        parts = [child for child in node.named_children if child.type not in ANNOTATIONS]
        return ".".join(self.dotted(child) for child in parts)

    def dimensions_of(self, declared: Node, kind: Target | None) -> Target | None:
        """Return the type of a variable that brackets behind its name make an array."""
        return terms.array_of(kind, self._dimensions(declared)) if kind is not None else None

    def type_variables(self, node: Node | None, owner: str) -> list[Target | None]:
        """Visit type parameters and declare them; `owner` tells them from others."""
        found: list[Target | None] = []
        parameters = [one for one in listed(node) if one.type == "type_parameter"]
        names: list[str] = []
        for one in parameters:  # they may name each other
            names.append(next((self.text(x) for x in one.named_children if _is_name(x)), ""))
            self.scopes.declare_type(names[-1], terms.type_variable(owner, names[-1], ()))
        for name, one in zip(names, parameters, strict=True):
            bounds: list[Target | None] = []
            for child in one.named_children:
                if child.type == "type_bound":
                    bounds += [self.type_of(bound) for bound in listed(child)]
                elif child.type in ANNOTATIONS:
                    self.annotation(child)
            found.append(terms.type_variable(owner, name, bounds))
            self.scopes.declare_type(name, found[-1])
        return found

    # Annotations

    def modifiers(self, node: Node) -> None:
        """Visit the annotations in front of a declaration."""
        for child in node.named_children:
            if child.type == "modifiers":
                for one in child.named_children:
                    self.annotation(one)
                return

    def annotation(self, node: Node) -> None:
        """Visit an annotation; leave other nodes alone."""
        name = node.child_by_field_name("name") if node.type in ANNOTATIONS else None
        if name is None:
            return
        if name.type == "scoped_identifier":
            *outer, last = self._identifiers(name)
            names = [self.text(one) for one in (*outer, last)]
            for count, one in enumerate(outer, 1):
                self.note(one, terms.named_type(self.around, names[:count]), "name")
        else:
            last, names = name, [self.text(name)]
        kind = terms.named_type(self.around, names)
        self.note(last, kind, "decorator")
        for child in listed(node.child_by_field_name("arguments")):
            if child.type == "element_value_pair":
                if (key := child.child_by_field_name("key")) is not None:
                    element = terms.method(value_of(kind), self.text(key), self.around, ())
                    self.note(key, element, "name")
                self.expression(child.child_by_field_name("value"))
            else:
                self.expression(child)

    def _identifiers(self, node: Node) -> list[Node]:
        if node.type == "identifier":
            return [node]
        return [one for child in node.named_children for one in self._identifiers(child)]


def _is_name(node: Node) -> bool:
    return node.type in ("type_identifier", "identifier")
