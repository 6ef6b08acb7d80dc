"""Identifiers in C's expressions and statements with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.resolution import c_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.c_declaration_finder import DeclarationFinder
from mkdocs_repodoc.languages.c_family.resolution.file_pass import FilePass
from mkdocs_repodoc.languages.resolution.value_terms import member, value_of
from mkdocs_repodoc.model.references import Target

_ARITHMETIC = frozenset(("+", "-"))


class ExpressionFinder(DeclarationFinder):
    """One file's pass over everything that it says."""

    def _skip(self, _node: Node) -> None:
        """Leave out what declares or names nothing of the repository: labels, fields by chance."""

    def _block(self, node: Node) -> None:
        if not self.scopes:  # braces that the grammar could not tie to a function
            return
        self.scopes.open()
        for child in node.named_children:
            self.visit(child)
        self.scopes.close()

    # Names

    def _name(self, node: Node, call: Node | None = None) -> Target | None:
        name = self.text(node)
        if (local := self.scopes.find(name)) is not None:
            return local.value
        target = self.named(node)
        self.note(node, target, "call" if call is not None else "name", call)
        return target

    def _member(self, node: Node, call: Node | None = None) -> Target | None:
        value = self.visit(node.child_by_field_name("argument"))
        field = node.child_by_field_name("field")
        target = member(value, self.text(field))
        if target is not None and field is not None:
            self.note(field, target, "call" if call is not None else "name", call)
        return target

    def _call(self, node: Node) -> Target | None:
        called = node.child_by_field_name("function")
        if called is None:
            return None
        is_local = called.type != "identifier" or self.scopes.find(self.text(called)) is not None
        if called.type == "identifier":
            value = self._name(called, node)
        elif called.type == "field_expression":
            value = self._member(called, node)
        else:
            value = self.visit(called)
        arguments = node.child_by_field_name("arguments")
        for one in arguments.named_children if arguments is not None else ():
            if one.type == "identifier" and not is_local:
                self._bare_argument(one, value)
            else:
                self.visit(one)
        return terms.result(value)

    def _bare_argument(self, node: Node, called: Target | None) -> None:
        if self.scopes.find(self.text(node)) is None:
            self.note(node, self.named(node, called), "name")

    # Expressions

    def _wrapped(self, node: Node) -> Target | None:
        found = [self.visit(child) for child in node.named_children if child.type != "comment"]
        return found[0] if len(found) == 1 else None

    def _indexed(self, node: Node) -> Target | None:
        value = self.visit(node.child_by_field_name("argument"))
        self.visit(node.child_by_field_name("index"))
        return value

    def _assigned(self, node: Node) -> Target | None:
        value = self.visit(node.child_by_field_name("left"))
        self.visit(node.child_by_field_name("right"))
        return value

    def _binary(self, node: Node) -> Target | None:
        value, operations = self.operations(node)
        for one in operations:
            right = self.visit(one.child_by_field_name("right"))
            is_sum = self.text(one.child_by_field_name("operator")) in _ARITHMETIC
            value = (value or right) if is_sum else None
        return value

    def _conditional(self, node: Node) -> Target | None:
        self.visit(node.child_by_field_name("condition"))
        value = self.visit(node.child_by_field_name("consequence"))
        return self.visit(node.child_by_field_name("alternative")) or value

    def _cast(self, node: Node) -> Target | None:
        kind = self.described_type(node.child_by_field_name("type"))
        self.visit(node.child_by_field_name("value"))
        return value_of(kind)

    def _compound_literal(self, node: Node) -> Target | None:
        value = value_of(self.described_type(node.child_by_field_name("type")))
        self.initialiser(node.child_by_field_name("value"), value, is_array=False)
        return value

    def _offset(self, node: Node) -> None:
        value = value_of(self.described_type(node.child_by_field_name("type")))
        field = node.child_by_field_name("member")
        target = member(value, self.text(field))
        if field is not None and target is not None and field.type == "field_identifier":
            self.note(field, target, "name")

    def initialiser(self, node: Node | None, value: Target | None, *, is_array: bool) -> None:
        """Visit what a variable, or a part of one, is set to."""
        if node is None or node.type != "initializer_list":
            self.visit(node)
            return
        for one in node.named_children:
            if one.type == "initializer_pair":
                self._designated(one, value)
            elif one.type == "initializer_list":
                self.initialiser(one, value if is_array else None, is_array=False)
            else:
                self.visit(one)

    def _designated(self, node: Node, value: Target | None) -> None:
        for designator in node.children_by_field_name("designator"):
            inner = designator.named_children[0] if designator.named_children else None
            if designator.type == "field_designator" and inner is not None:
                value = member(value, self.text(inner))
                if value is not None:
                    self.note(inner, value, "assign")
            else:
                self.visit(inner)
        self.initialiser(node.child_by_field_name("value"), value, is_array=False)

    def _tagged(self, node: Node) -> None:
        self.type_of(node)

    def _described(self, node: Node) -> None:
        self.described_type(node)

    def _for(self, node: Node) -> None:
        self.scopes.open()
        for child in node.named_children:
            self.visit(child)
        self.scopes.close()

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = {
        "identifier": _name,
        "field_expression": _member,
        "call_expression": _call,
        **dict.fromkeys(
            ("parenthesized_expression", "pointer_expression", "update_expression"), _wrapped
        ),
        "subscript_expression": _indexed,
        "assignment_expression": _assigned,
        "binary_expression": _binary,
        "comma_expression": FilePass.comma,
        "conditional_expression": _conditional,
        "cast_expression": _cast,
        "compound_literal_expression": _compound_literal,
        "offsetof_expression": _offset,
        "type_descriptor": _described,
        **dict.fromkeys(
            ("type_identifier", "struct_specifier", "union_specifier", "enum_specifier"), _tagged
        ),
        **dict.fromkeys(
            ("declaration", "field_declaration", "type_definition"), DeclarationFinder.declaration
        ),
        "function_definition": DeclarationFinder.function_definition,
        "compound_statement": _block,
        "for_statement": _for,
        **dict.fromkeys(
            ("statement_identifier", "field_identifier", "attribute_specifier", "comment"), _skip
        ),
    }
