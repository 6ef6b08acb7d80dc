"""Identifiers in Go's types, parameters and results with what they mean."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.go.resolution import go_terms as terms
from mkdocs_repodoc.languages.go.resolution.go_block_scopes import PREDECLARED, BlockScopes
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import NotedIdentifiers
from mkdocs_repodoc.model.references import ReferenceKind, Target


class TypeFinder(NotedIdentifiers, ABC):
    """One file's pass over types; who visits expressions inherits from it.

    Args:
        code: The file.

    Attributes:
        scopes: The blocks around.
    """

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self.scopes = BlockScopes()

    @abstractmethod
    def expression(self, node: Node | None, call: Node | None = None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known.

        Args:
            node: The expression.
            call: The call whose function it is.
        """

    def type_of(self, node: Node | None, kind: ReferenceKind = "annotation") -> Target | None:
        """Visit a type; return it, `None` if nothing of a repository can be behind it."""
        if node is None:
            return None
        if visit := self._TYPE_VISITS.get(node.type):
            return visit(self, node, kind)
        for child in node.named_children:
            if child.type not in ("field_identifier", "comment"):
                self.type_of(child)
        return None

    def _qualified_type(self, node: Node, kind: ReferenceKind) -> Target | None:
        name = node.child_by_field_name("name")
        package = self.text(node.child_by_field_name("package"))
        target = terms.named(package, self.text(name))
        self.note(name or node, target, kind)
        return target

    def _generic_type(self, node: Node, kind: ReferenceKind) -> Target | None:
        found = self.type_of(node.child_by_field_name("type"), kind)
        self.type_of(node.child_by_field_name("type_arguments"))
        return found

    def _sequence_type(self, node: Node, _kind: ReferenceKind) -> Target | None:
        self.expression(node.child_by_field_name("length"))
        return terms.many(self.type_of(node.child_by_field_name("element")))

    def _map_type(self, node: Node, _kind: ReferenceKind) -> Target | None:
        self.type_of(node.child_by_field_name("key"))
        return terms.many(self.type_of(node.child_by_field_name("value")))

    def _channel_type(self, node: Node, _kind: ReferenceKind) -> Target | None:
        return terms.many(self.type_of(node.child_by_field_name("value")), channel=True)

    def _function_type(self, node: Node, _kind: ReferenceKind) -> Target | None:
        self.scopes.open()
        if (listed := node.child_by_field_name("parameters")) is not None:
            self.declare_parameters(listed)
        returned = self.results(node.child_by_field_name("result"))
        self.scopes.close()
        first = returned[0] if returned else None
        return terms.function(first.of if first is not None else None)

    def _struct_type(self, node: Node, _kind: ReferenceKind) -> Target | None:
        found: list[tuple[str, Target | None]] = []
        for listed in node.named_children:
            for one in listed.named_children:
                if one.type != "field_declaration":
                    continue
                written = one.child_by_field_name("type")
                kind = self.type_of(written)
                names = [self.text(name) for name in one.children_by_field_name("name")]
                bare = self.text(written).rpartition(".")[2].partition("[")[0].lstrip("*")
                found += [(name, kind) for name in names or (f"{terms.EMBEDDED}{bare}",)]
        return terms.structure(found)

    def _wrapped_type(self, node: Node, kind: ReferenceKind) -> Target | None:
        found = [self.type_of(child, kind) for child in node.named_children]
        return found[0] if len(found) == 1 else None

    def _type_name(self, node: Node, kind: ReferenceKind) -> Target | None:
        name = self.text(node)
        local = self.scopes.find(name)
        if local is not None:
            return local.term if local.is_type else None
        if name in PREDECLARED:
            return None
        target = terms.named(name)
        self.note(node, target, kind)
        return target

    def declare_parameters(self, listed: Node) -> None:
        """Visit parameters, of types or of values, and declare them in the open block."""
        for one in listed.named_children:
            names = [name for name in one.children_by_field_name("name") if name.is_named]
            if one.type == "type_parameter_declaration":
                for name in names:  # they may name each other
                    self.scopes.declare(self.text(name), None, is_type=True)
                kind = self.type_of(one.child_by_field_name("type"))
                for name in names:
                    self.scopes.declare(self.text(name), kind, is_type=True)
                continue
            written = one.child_by_field_name("type")
            kind = self._receiver(written) or self.type_of(written)
            if one.type == "variadic_parameter_declaration":
                kind = terms.many(kind)
            for name in names:
                self.scopes.declare(self.text(name), value_of(kind))

    def _receiver(self, node: Node | None) -> Target | None:
        """Visit the type of a generic receiver, whose arguments are declared by it."""
        inner = node
        while inner is not None and inner.type in ("pointer_type", "parenthesized_type"):
            inner = inner.named_children[0] if inner.named_children else None
        around = node.parent.parent if node is not None and node.parent is not None else None
        method = around.parent if around is not None else None
        if inner is None or inner.type != "generic_type" or around is None or method is None:
            return None
        if method.type != "method_declaration" or method.child_by_field_name("receiver") != around:
            return None
        arguments = inner.child_by_field_name("type_arguments")
        for one in arguments.named_children if arguments is not None else ():
            self.scopes.declare(self.text(one), None, is_type=True)
        return self.type_of(inner.child_by_field_name("type"))

    def results(self, node: Node | None, *, declare: bool = False) -> list[Target | None]:
        """Visit what a function returns; return a value for each result."""
        if node is None:
            return []
        if node.type != "parameter_list":
            return [value_of(self.type_of(node))]
        found: list[Target | None] = []
        for one in node.named_children:
            if one.type == "comment":
                continue
            names = [name for name in one.children_by_field_name("name") if name.is_named]
            value = value_of(self.type_of(one.child_by_field_name("type")))
            found += [value] * max(1, len(names))
            for name in names if declare else ():
                self.scopes.declare(self.text(name), value)
        return found

    _TYPE_VISITS: ClassVar[Mapping[str, Callable[[Any, Node, ReferenceKind], Target | None]]] = {
        "type_identifier": _type_name,
        "identifier": _type_name,
        "qualified_type": _qualified_type,
        "generic_type": _generic_type,
        **dict.fromkeys(("slice_type", "array_type", "implicit_length_array_type"), _sequence_type),
        "map_type": _map_type,
        "channel_type": _channel_type,
        "function_type": _function_type,
        "struct_type": _struct_type,
        **dict.fromkeys(
            ("pointer_type", "parenthesized_type", "type_elem", "type_constraint"),
            _wrapped_type,
        ),
    }
