"""Identifiers in C#'s types and attributes with what they mean."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.class_pass import ClassPass
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target

NAMES = frozenset(("identifier", "generic_name"))
DOTTED = frozenset(("qualified_name", "alias_qualified_name"))
_WRAPPERS = frozenset(("ref_type", "scoped_type"))
_UNKNOWN_NAMES = frozenset(("var", "dynamic", "nint", "nuint", "_"))


class TypeFinder(ClassPass):
    """One file's pass over types.

    An attribute has expressions in it, and these have types again: who visits expressions inherits
    from it.
    """

    # Types

    def type_of(  # noqa: PLR0911 - one for each kind of type
        self, node: Node | None, kind: ReferenceKind = "annotation"
    ) -> Target | None:
        """Visit a type; return it, `None` if nothing is known of it."""
        if node is None:
            return None
        match node.type:
            case "identifier" | "generic_name":
                return self._type_name(node, kind)
            case "qualified_name" | "alias_qualified_name":
                return self._dotted_type(node, kind)
            case "predefined_type":
                return terms.primitive(self.text(node))
            case "nullable_type":
                inner = node.child_by_field_name("type") or next(iter(listed(node)), None)
                return c_sharp_terms.nullable(self.type_of(inner, kind))
            case "array_type":
                return self._array_type(node, kind)
            case "tuple_type":
                parts = [one.child_by_field_name("type") for one in listed(node)]
                return c_sharp_terms.tuple_of([self.type_of(one) for one in parts])
            case kind_of if kind_of in _WRAPPERS:
                return self.type_of(node.child_by_field_name("type"), kind)
        for child in listed(node):
            self.type_of(child)
        return None

    def _array_type(self, node: Node, kind: ReferenceKind) -> Target | None:
        found = self.type_of(node.child_by_field_name("type"), kind)
        rank = node.child_by_field_name("rank")
        for child in listed(rank):
            self.expression(child)
        return terms.array_of(found)

    def _type_name(self, node: Node, kind: ReferenceKind) -> Target | None:
        name, arguments = self.name_parts(node)
        written = self.text(name)
        if name is None or written in _UNKNOWN_NAMES:
            return None
        if self.scopes.has_type(written):
            return self.scopes.type(written)
        names = (c_sharp_terms.with_arity(written, len(arguments)),)
        self.note(name, terms.named_type(self.around, names), kind)
        return terms.named_type(self.around, names, arguments)

    def name_parts(self, node: Node) -> tuple[Node | None, tuple[Target | None, ...]]:
        """Visit the type arguments of a name; return its identifier and them."""
        if node.type == "identifier":
            return node, ()
        listing = child_of_type(node, "type_argument_list")
        return child_of_type(node, "identifier"), self.type_arguments(listing)

    def type_arguments(self, node: Node | None) -> tuple[Target | None, ...]:
        """Visit type arguments; return them, unknown ones where none are written: `List<>`."""
        if node is None:
            return ()
        found = tuple(self.type_of(child) for child in listed(node))
        return found or (None,) * (self.text(node).count(",") + 1)

    def _dotted_type(self, node: Node, kind: ReferenceKind) -> Target | None:
        """Visit `Outer.Inner` or `A.B.Outer`, whose parts are noted one by one."""
        *outer, last = self._parts(node)
        names: list[str] = ["global::"] if self.text(node).startswith("global::") else []
        for part in outer:
            name, arguments = self.name_parts(part)
            names.append(c_sharp_terms.with_arity(self.text(name), len(arguments)))
            if name is not None:
                self.note(name, terms.named_type(self.around, names), "name")
        name, arguments = self.name_parts(last)
        names.append(c_sharp_terms.with_arity(self.text(name), len(arguments)))
        if name is not None:
            self.note(name, terms.named_type(self.around, names), kind)
        return terms.named_type(self.around, names, arguments)

    def _parts(self, node: Node) -> list[Node]:
        """Return the names that dots separate; `global` in front of them is left out."""
        if node.type in NAMES:
            return [node]
        if node.type == "alias_qualified_name":
            alias, name = node.child_by_field_name("alias"), node.child_by_field_name("name")
            parts = [] if self.text(alias) in ("global", "") else [alias]
            return [one for one in (*parts, name) if one is not None]
        return [part for child in listed(node) for part in self._parts(child)]

    def type_parameters(self, node: Node, owner: str) -> list[Target | None]:
        """Visit the type parameters of a declaration and declare them.

        Args:
            node: The declaration, whose constraints are visited as well.
            owner: What tells them from others of the same name.
        """
        listing = child_of_type(node, "type_parameter_list")
        names: list[str] = []
        for one in listed(listing):
            self.attribute_list(one)
            names.append(self.text(one.child_by_field_name("name")))
            self.scopes.declare_type(names[-1], terms.type_variable(owner, names[-1], ()))
        if not names:
            return []
        bounds = self._constraints(node)
        found = [terms.type_variable(owner, name, bounds.get(name, ())) for name in names]
        for name, variable in zip(names, found, strict=True):
            self.scopes.declare_type(name, variable)
        return found

    def _constraints(self, node: Node) -> dict[str, list[Target | None]]:
        found: dict[str, list[Target | None]] = {}
        for clause in node.named_children:
            if clause.type == "type_parameter_constraints_clause":
                name, *constraints = listed(clause)
                kinds = [one.child_by_field_name("type") for one in constraints]
                bounds = [self.type_of(one) for one in kinds if one is not None]
                found[self.text(name)] = [one for one in bounds if one is not None]
        return found

    # Attributes

    def attributes(self, node: Node) -> None:
        """Visit the attributes in front of a declaration."""
        for child in node.named_children:
            if child.type == "attribute_list":
                self.attribute_list(child)

    def attribute_list(self, node: Node) -> None:
        """Visit the attributes in brackets."""
        for child in node.named_children:
            if child.type == "attribute":
                self.attribute(child)
            elif child.type == "attribute_list":
                self.attribute_list(child)

    def attribute(self, node: Node) -> None:
        """Visit an attribute."""
        name = node.child_by_field_name("name")
        if name is None:
            return
        *outer, last = self._parts(name)
        names = [self.text(one) for one in outer]
        for count, one in enumerate(outer, 1):
            self.note(one, terms.named_type(self.around, names[:count]), "name")
        identifier, arguments = self.name_parts(last)
        if identifier is None:
            return
        names.append(c_sharp_terms.with_arity(self.text(identifier), len(arguments)))
        kind = c_sharp_terms.attribute_type(self.around, names)
        self.note(identifier, kind, "decorator")
        for one in listed(child_of_type(node, "attribute_argument_list")):
            self._attribute_argument(one, kind)

    def _attribute_argument(self, node: Node, kind: Target) -> None:
        name = node.child_by_field_name("name")
        if name is not None and child_of_type(node, "=") is not None:
            value = c_sharp_terms.member(value_of(kind), self.text(name), self.around)
            self.note(name, value, "name")
        for child in listed(node):
            if name is None or child.id != name.id:
                self.expression(child)
