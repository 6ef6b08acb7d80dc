"""Identifiers in C++'s declarations with what they mean: types, declarators, functions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_path_finder import (
    CppPathFinder,
    has_constant,
)
from mkdocs_repodoc.languages.resolution.value_terms import member, value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

CLASSES = frozenset(("class_specifier", "struct_specifier", "union_specifier"))
PATHS = frozenset(
    ("type_identifier", "qualified_identifier", "template_type", "dependent_type", "dependent_name")
)
_NAMES = frozenset(
    """
    identifier field_identifier type_identifier qualified_identifier destructor_name operator_name
    operator_cast template_function template_method structured_binding_declarator
    """.split()  # noqa: SIM905 - reads better
)
_PACKS = frozenset(("variadic_parameter_declaration", "variadic_parameter", "..."))
_OPTIONAL = "optional_parameter_declaration"


class CppDeclarator(NamedTuple):
    """What a declarator declares.

    Attributes:
        name: Its name, maybe with a path in front.
        function: The node with the parameters of what it declares; `None` if it is no function.
    """

    name: Node
    function: Node | None

    @property
    def last(self) -> Node:
        """The last part of the name."""
        node = self.name
        while node.type in ("qualified_identifier", "template_function", "template_method"):
            following = node.child_by_field_name("name")
            if following is None:
                break
            node = following
        return node


class CppDeclarationFinder(CppPathFinder, ABC):
    """One file's pass over declarations; who visits expressions inherits from it."""

    # Types

    def type_of(self, node: Node | None) -> Target | None:
        """Visit a type; return it, `None` if nothing of a repository can be behind it."""
        if node is None:
            return None
        if node.type in PATHS:
            return self.named(node, "annotation", is_type=True)
        if node.type in CLASSES or node.type == "enum_specifier":
            name = node.child_by_field_name("name")
            if node.child_by_field_name("body") is None and name is not None:
                return self.named(name, "annotation", is_type=True)
            self.visit(node)
            return self.path(name, self.text(name)) if name is not None else None
        self._visit_parts(node)
        return None

    def _visit_parts(self, node: Node) -> None:
        for child in node.named_children:
            self.visit(child)

    def described_type(self, node: Node) -> Target | None:
        """Visit a type without a name, as a cast has it; return it."""
        if node.type != "type_descriptor":
            return self.type_of(node)
        kind = self.type_of(node.child_by_field_name("type"))
        declarator = node.child_by_field_name("declarator")
        while declarator is not None:
            if declarator.type == "abstract_function_declarator":
                kind = terms.function(kind, "0", terms.ANY_NUMBER, "")
                self._parameter_types(declarator)
            declarator = declarator.child_by_field_name("declarator") or next(
                (one for one in declarator.named_children if one.type.startswith("abstract_")), None
            )
        return terms.constant(kind) if has_constant(node) else kind

    # Declarations

    def declaration(self, node: Node) -> None:
        """Visit a declaration of variables, functions, members or names for types."""
        written = node.child_by_field_name("type")
        declarators = node.children_by_field_name("declarator")
        if written is None and not declarators:
            self._visit_parts(node)
            return
        kind = self._declared_type(written, declarators)
        kind = terms.constant(kind) if has_constant(node) else kind
        is_deduced = written is not None and written.type == "placeholder_type_specifier"
        values = node.children_by_field_name("default_value")
        values += node.children_by_field_name("value")
        for one in declarators:
            inner = one.child_by_field_name("declarator") if one.type == "init_declarator" else one
            found = declared(inner) if inner is not None else None
            if found is None:
                continue
            own = kind
            self._visit_sizes(one)
            value = one.child_by_field_name("value") if one.type == "init_declarator" else None
            with self._initialised(found):
                given = self.initialiser(value, value_of(kind)) if value is not None else None
                if is_deduced:
                    given = given or (self.visit(values.pop(0)) if values else None)
                    own = terms.type_of_value(given)
            self._bind(found, own)
        for value in values:
            self.visit(value)
        for child in node.named_children:
            if child.type in ("bitfield_clause", "ERROR"):
                self.visit(child)

    def initialiser(self, node: Node, value: Target | None) -> Target | None:
        """Visit what a variable, or a part of one, is set to."""
        if node.type == "initializer_list":
            for one in node.named_children:
                if one.type == "initializer_pair":
                    self._designated(one, value)
                else:
                    self.visit(one)
            return None
        return self.visit(node)

    def _designated(self, node: Node, value: Target | None) -> None:
        for designator in node.children_by_field_name("designator"):
            inner = designator.named_children[0] if designator.named_children else None
            if designator.type == "field_designator" and inner is not None:
                value = member(value, self.text(inner))
                self.note(inner, value, "assign")
            else:
                self.visit(inner)
        self.initialiser(node.named_children[-1], value)

    def _declared_type(self, written: Node | None, declarators: list[Node]) -> Target | None:
        """Visit the type of a declaration; one without a name is known by the first declarator."""
        if (
            written is None
            or written.type not in CLASSES
            or written.child_by_field_name("body") is None
            or written.child_by_field_name("name") is not None
        ):
            return self.type_of(written)
        first = declared(declarators[0]) if declarators else None
        owner = first.last if first is not None else None
        self.class_body(written, owner)
        return self.path(owner, self.text(owner)) if owner is not None else None

    @contextmanager
    def _initialised(self, found: CppDeclarator) -> Iterator[None]:
        """Book what a variable is set to on the variable, where it is a symbol."""
        around = self.scope
        space = self.space
        if not self.is_local:
            position = self.position(found.last)
            self.scope = position if position != FILE_SCOPE else around
            self.space = self.space_of(found.name)
        yield
        self.scope, self.space = around, space

    def _bind(self, found: CppDeclarator, kind: Target | None) -> None:
        space = self.space
        if not self.is_local:
            self.note_spaces(found.name)
            self.space = self.space_of(found.name)
        position = self.position(found.last)
        if found.function is not None and position == FILE_SCOPE and self.is_local:
            self._parameter_types(found.function)  # `Item it(price);` is no function
        elif found.function is not None:
            kind = self.function_type(found.function, kind)
        self.space = space
        if self.is_local:
            self._declare(found.name, kind)
        elif position != FILE_SCOPE and kind is not None:
            self.types.append((position, kind))

    def _visit_sizes(self, declarator: Node) -> None:
        """Visit the sizes of an array."""
        inner: Node | None = declarator
        while inner is not None and inner.type not in _NAMES:
            if inner.type == "array_declarator":
                self.visit(inner.child_by_field_name("size"))
            inner = inner.child_by_field_name("declarator")

    def _declare(self, name: Node, kind: Target | None) -> None:
        value = kind.of if kind is not None and kind.base == "type" else value_of(kind)
        if name.type == "structured_binding_declarator":
            for part, one in zip(("first", "second"), listed(name), strict=False):
                self.scopes.declare(self.text(one), member(value, part))
            for one in listed(name)[2:]:
                self.scopes.declare(self.text(one), None)
        else:
            self.scopes.declare(self.text(name), value)

    # Functions

    def function_type(self, function: Node, kind: Target | None) -> Target:
        """Visit the parameters of what has no body; return the type of the function.

        Args:
            function: The node with its parameters.
            kind: What is in front of its name.
        """
        self.scopes.open()
        term = self.parameters(function, kind)
        self.scopes.close()
        return term

    def _parameter_types(self, function: Node) -> None:
        self.scopes.open()
        self.parameters(function, None)
        self.scopes.close()

    def parameters(self, function: Node, kind: Target | None) -> Target:
        """Visit the parameters of a function, and declare them in the open block.

        Returns:
            The type of the function.
        """
        fewest = most = 0
        has_pack = False
        written = []
        nodes = function.child_by_field_name("parameters")
        for one in nodes.children if nodes is not None else ():
            if one.type in _PACKS:
                has_pack = True
            if not one.is_named or one.type == "comment":
                continue
            own = self.type_of(one.child_by_field_name("type"))
            own = terms.constant(own) if has_constant(one) else own
            declarator = one.child_by_field_name("declarator")
            found = declared(declarator) if declarator is not None else None
            written.append(self._written_type(one, found))
            if written[-1] == "void" and found is None:
                return terms.function(kind, "0", "0", self._suffix(function))
            most += one.type != "variadic_parameter"
            fewest += one.type not in (*_PACKS, _OPTIONAL)
            if found is not None:
                if found.function is not None:
                    own = self.function_type(found.function, own)
                is_pack = one.type in _PACKS
                self.scopes.declare(self.text(found.name), None if is_pack else value_of(own))
            if (value := one.child_by_field_name("default_value")) is not None:
                self.visit(value)
        trailing = child_of_type(function, "trailing_return_type")
        if trailing is not None:
            kind = self.described_type(trailing.named_children[0])
        return terms.function(
            kind,
            str(fewest),
            terms.ANY_NUMBER if has_pack else str(most),
            ",".join(written) + self._suffix(function),
        )

    def _suffix(self, function: Node) -> str:
        return " const" if has_constant(function) else ""

    def _written_type(self, parameter: Node, found: CppDeclarator | None) -> str:
        """Return the type of a parameter as text that is the same in all declarations."""
        default = parameter.child_by_field_name("default_value")
        end = default.start_byte if default is not None else parameter.end_byte
        start, stop = parameter.start_byte, end
        if found is not None:
            before = self.code[start : found.name.start_byte]
            text = before + b" " + self.code[found.name.end_byte : stop]
        else:
            text = self.code[start:stop]
        return "".join(text.decode("utf-8", "replace").replace("=", " ").split())

    def function_definition(self, node: Node) -> None:
        """Visit a function with its body."""
        kind = self.type_of(node.child_by_field_name("type"))
        kind = terms.constant(kind) if has_constant(node) else kind
        declarator = node.child_by_field_name("declarator")
        found = declared(declarator) if declarator is not None else None
        if found is None or found.function is None:
            self._visit_parts(node)
            return
        around, space, was_local = self.scope, self.space, self.is_local
        was_constant, self.is_constant = self.is_constant, has_constant(found.function)
        self.note_spaces(found.name)
        self.space = self.space_of(found.name)
        position = self.position(found.last)
        if node.child_by_field_name("type") is None and position == FILE_SCOPE:
            position = self._macro(found)
        self.scope = position if position != FILE_SCOPE else around
        self.scopes.open()
        term = self.parameters(found.function, kind)
        if position != FILE_SCOPE:
            self.types.append((position, term))
        self.is_local = True
        for child in node.named_children:
            if child.type in ("field_initializer_list", "try_statement", "ERROR"):
                self.visit(child)
        for child in found.function.named_children:
            if child.type in ("requires_clause", "noexcept"):
                self.visit(child)
        body = node.child_by_field_name("body") or child_of_type(node, "compound_statement")
        for child in body.named_children if body is not None else ():
            self.visit(child)
        self.scopes.close()
        self.scope, self.space, self.is_local = around, space, was_local
        self.is_constant = was_constant

    def _macro(self, found: CppDeclarator) -> int:
        """Visit the name of a macro that stands for a definition, such as `TEST_F(Suite, case)`.

        Returns:
            The symbol that it defines, or `FILE_SCOPE`.
        """
        function = found.function
        parameters = listed(function.child_by_field_name("parameters") if function else None)
        if found.name.type != "identifier" or not parameters:
            return FILE_SCOPE
        position = self.position(parameters[-1])
        if position != FILE_SCOPE:
            self.note(found.name, self.path(found.name, self.text(found.name)), "name")
            self.space = self.inside(self.text(parameters[0]))  # the test is a class below it
        return position

    # Spaces

    def note_spaces(self, name: Node) -> None:
        """Note the names in front of the last one of what is declared, such as `Shop::open`."""
        written = ""
        while name.type == "qualified_identifier":
            scope = name.child_by_field_name("scope")
            following = name.child_by_field_name("name")
            if scope is not None:
                self._around(scope, written)
                written += f"{self._plain(scope)}::"
            if following is None:
                return
            name = following

    def space_of(self, name: Node) -> str:
        """Return the space in which a declared name with a path in front stands."""
        space = self.space
        while name.type == "qualified_identifier":
            scope = name.child_by_field_name("scope")
            following = name.child_by_field_name("name")
            if scope is not None:
                plain = self._plain(scope)
                space = f"{space}::{plain}" if space else plain
            if following is None:
                break
            name = following
        return space

    def _plain(self, node: Node) -> str:
        return self.text(node.child_by_field_name("name") or node)

    @abstractmethod
    def class_body(self, node: Node, owner: Node | None = None) -> None:
        """Visit a class with its members.

        Args:
            node: The specifier.
            owner: The name that a class without one goes by, if a declarator gives it one.
        """


def declared(node: Node) -> CppDeclarator | None:
    """Return what a declarator declares; `None` if it has no name."""
    function, inner = None, node
    while inner.type not in _NAMES:
        if inner.type == "function_declarator":
            function = inner
        following = inner.child_by_field_name("declarator") or next(
            (
                one
                for one in inner.named_children
                if one.type.endswith("declarator") or one.type in _NAMES
            ),
            None,
        )
        if following is None:
            return None
        inner = following
    return CppDeclarator(inner, function)
