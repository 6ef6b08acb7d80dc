"""Identifiers in C's declarations with what they mean: types, declarators and initialisers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.build_conditions import is_within
from mkdocs_repodoc.languages.c_family.resolution import c_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.c_declarators import Declarator
from mkdocs_repodoc.languages.c_family.resolution.file_pass import FilePass
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_TAGGED = frozenset(("struct_specifier", "union_specifier", "enum_specifier"))
_BESIDE = frozenset(("bitfield_clause", "ERROR"))
"""Parts of a declaration that are neither type nor declarator: where a macro stands for a word,
the grammar cannot tell what the type is."""
_NAMES = frozenset(("identifier", "field_identifier", "type_identifier"))


class DeclarationFinder(FilePass, ABC):
    """One file's pass over declarations; who visits expressions inherits from it.

    Args:
        code: The file.
        symbols: What it defines.
        unusual: Start and end of what a usual build leaves out.
    """

    def __init__(
        self, code: bytes, symbols: Sequence[Symbol], unusual: Iterable[tuple[int, int]]
    ) -> None:
        super().__init__(code, symbols, unusual)
        self._symbols = symbols

    def named(self, node: Node, argument_of: Target | None = None) -> Target:
        """Return what an ordinary name means where it stands."""
        unusual = bool(self._unusual) and is_within(self._unusual, node.start_byte)
        return terms.named(self.text(node), argument_of, unusual=unusual)

    @abstractmethod
    def initialiser(self, node: Node | None, value: Target | None, *, is_array: bool) -> None:
        """Visit what a variable, or a part of one, is set to.

        Args:
            node: An expression or a list in braces.
            value: The variable or part.
            is_array: Whether it is a row of values.
        """

    def position(self, name: Node | None) -> int:
        """Return the index of the symbol with this defining name, or `FILE_SCOPE`."""
        return self._positions.of(name)

    # Types

    def type_of(self, node: Node | None) -> Target | None:
        """Visit a type; return it, `None` if nothing of a repository can be behind it."""
        if node is None:
            return None
        if node.type == "type_identifier":
            name = self.text(node)
            if (local := self.scopes.find(name)) is not None:
                return local.value.of if local.value is not None else None
            target = self.named(node)
            if self.position(node) == FILE_SCOPE:
                self.note(node, target, "annotation")
            return target
        if node.type in _TAGGED:
            return self._tagged_type(node)
        for child in node.named_children:
            self.visit(child)
        return None

    def described_type(self, node: Node | None) -> Target | None:
        """Visit a type without a name, as a cast has it; return it."""
        if node is None or node.type != "type_descriptor":
            return self.type_of(node)
        kind = self.type_of(node.child_by_field_name("type"))
        declarator = node.child_by_field_name("declarator")
        while declarator is not None:
            if declarator.type == "abstract_function_declarator":
                kind = terms.function(kind)
                self._parameter_types(declarator)
            declarator = declarator.child_by_field_name("declarator") or next(
                (one for one in declarator.named_children if one.type.startswith("abstract_")), None
            )
        return kind

    def _tagged_type(self, node: Node, owner: Node | None = None) -> Target | None:
        """Visit a struct, union or enum, with or without its members.

        Args:
            node: The specifier.
            owner: The name that a struct without a tag goes by, if a declarator gives it one.
        """
        name = node.child_by_field_name("name")
        body = node.child_by_field_name("body")
        target = terms.tagged(self.text(name)) if name is not None else None
        if body is None:
            if name is not None and target is not None:
                self.note(name, target, "annotation")
            return target
        position = self.position(name or owner)
        if position != FILE_SCOPE and name is None:
            target = terms.nameless(self._symbols[position].name)
        around = self.scope
        if position != FILE_SCOPE:
            self.scope = position
        for member in body.named_children:
            if member.type == "enumerator":
                self.visit(member.child_by_field_name("value"))
                if self.scopes:
                    self.scopes.declare(self.text(member.child_by_field_name("name")), None)
            else:
                self.visit(member)
        self.scope = around
        return target

    # Declarations

    def declaration(self, node: Node) -> Target | None:
        """Visit a declaration of variables, functions, members or names for types."""
        declarators = node.children_by_field_name("declarator")
        written = node.child_by_field_name("type")
        kind = self._declared_type(written, declarators)
        for child in node.named_children:
            if child.type in _BESIDE:
                self.visit(child)
        for one in declarators:
            found = self.declarator(one, kind)
            if found is None:
                continue
            self._bind(found, is_member=node.type == "field_declaration")
            if found.function is not None:
                self._parameter_types(found.function)
            if one.type == "init_declarator":
                around = self.scope
                if not self.scopes:
                    self.scope = self.position(found.name)
                self.initialiser(
                    one.child_by_field_name("value"),
                    value_of(found.kind),
                    is_array=found.is_array,
                )
                self.scope = around
        return None

    def _declared_type(self, written: Node | None, declarators: Sequence[Node]) -> Target | None:
        """Visit the type of a declaration; one without a tag is known by the first declarator."""
        if written is None or written.type not in _TAGGED:
            return self.type_of(written)
        first = self.declarator(declarators[0], None, quietly=True) if declarators else None
        return self._tagged_type(written, first.name if first is not None else None)

    def declarator(
        self, node: Node, kind: Target | None, *, quietly: bool = False
    ) -> Declarator | None:
        """Return what a declarator declares; `None` if it has no name.

        Args:
            node: The declarator.
            kind: The type in front of it.
            quietly: Leave the sizes of arrays unvisited.
        """
        function, is_array = None, False
        inner: Node | None = node
        while inner is not None and inner.type not in _NAMES:
            if inner.type == "function_declarator":
                kind = terms.function(kind)
                if function is not None and not quietly:
                    self._parameter_types(function)
                function = inner
            elif inner.type == "array_declarator":
                is_array = True
                if not quietly:
                    self.visit(inner.child_by_field_name("size"))
            inner = inner.child_by_field_name("declarator") or next(
                (
                    one
                    for one in inner.named_children
                    if one.type.endswith("declarator") or one.type in _NAMES
                ),
                None,
            )
        return Declarator(inner, kind, function, is_array) if inner is not None else None

    def _bind(self, found: Declarator, *, is_member: bool) -> None:
        if self.scopes and not is_member:
            self.scopes.declare(self.text(found.name), value_of(found.kind))
            return
        position = self.position(found.name)
        if position != FILE_SCOPE and found.kind is not None:
            self.types.append((position, found.kind))

    def _parameter_types(self, function: Node) -> None:
        """Visit the types of parameters of what has no body."""
        self.scopes.open()
        self.parameters(function)
        self.scopes.close()

    def parameters(self, function: Node) -> None:
        """Visit the parameters of a function, and declare them in the open block."""
        listed = function.child_by_field_name("parameters")
        for one in listed.named_children if listed is not None else ():
            if one.type == "identifier":  # of a function whose types follow below
                self.scopes.declare(self.text(one), None)
                continue
            declarator = one.child_by_field_name("declarator")
            kind = self.type_of(one.child_by_field_name("type"))
            found = self.declarator(declarator, kind) if declarator is not None else None
            if found is not None:
                if found.function is not None:
                    self._parameter_types(found.function)
                self.scopes.declare(self.text(found.name), value_of(found.kind))

    def function_definition(self, node: Node) -> Target | None:
        """Visit a function with its body."""
        kind = self.type_of(node.child_by_field_name("type"))
        declarator = node.child_by_field_name("declarator")
        found = self.declarator(declarator, kind) if declarator is not None else None
        around = self.scope
        if found is not None:
            self._bind(found, is_member=False)
            self.scope = self.position(found.name)
        self.scopes.open()
        if found is not None and found.function is not None:
            self.parameters(found.function)
        for child in node.named_children:
            if child.type == "declaration":
                self.declaration(child)
            elif child.type == "ERROR":
                self.visit(child)
        body = node.child_by_field_name("body") or child_of_type(node, "compound_statement")
        for child in body.named_children if body is not None else ():
            self.visit(child)
        self.scopes.close()
        self.scope = around
        return None
