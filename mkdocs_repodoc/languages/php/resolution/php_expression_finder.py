"""Identifiers in PHP's expressions with what they mean, and what the expressions are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.php_operator_finder import OperatorFinder
from mkdocs_repodoc.languages.php.resolution.php_type_finder import NAMES, last_name
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target

_SKIPPED = frozenset(("comment", "string", "integer", "float", "boolean", "null", "php_tag"))


class ExpressionFinder(OperatorFinder):
    """One file's pass over expressions."""

    def expression(self, node: Node | None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known."""
        if node is None or node.type in _SKIPPED:
            return None
        if visit := self._VISITS.get(node.type):
            return visit(self, node)
        for child in node.named_children:
            self.statement(child)
        return None

    # Names

    def _name(self, node: Node) -> None:
        """Visit the name of a constant."""
        full, fallback = self.names.constant(self.text(node))
        self.note(last_name(node), terms.constant(full, fallback), "name")

    # Members

    def _owner(self, node: Node | None) -> Target | None:
        """Visit what stands in front of `::`; return the class, or a value of it."""
        if node is None:
            return None
        if node.type in NAMES:
            return self.class_reference(node, "name")
        if node.type == "relative_scope":
            word = self.text(node).lower()
            return self.own_type("self" if word == "static" else word)
        return self.expression(node)

    def _property(self, node: Node) -> Target | None:
        owner = self.expression(node.child_by_field_name("object"))
        name = node.child_by_field_name("name")
        if name is None or name.type != "name" or name.named_child_count:
            self.expression(name)
            return None
        target = terms.member(owner, terms.PROPERTY, self.text(name))
        self.note(name, target, "name")
        key = self.key_of(node)
        return self.variables.value(key) if self.variables.has(key) else target

    def _static_property(self, node: Node) -> Target | None:
        owner = self._owner(node.child_by_field_name("scope"))
        name = node.child_by_field_name("name")
        if name is None or name.type != "variable_name":
            self.expression(name)
            return None
        target = terms.member(owner, terms.PROPERTY, self.text(name).removeprefix("$"))
        self.note(name, target, "name")
        return target

    def _class_constant(self, node: Node) -> Target | None:
        parts = listed(node)
        owner = self._owner(parts[0]) if parts else None
        name = parts[-1] if len(parts) > 1 else None
        if name is None or name.type != "name" or name.named_child_count:
            self.expression(name)
            return None
        if self.text(name).lower() == "class":
            return None
        target = terms.member(owner, terms.OF_CLASS, self.text(name))
        self.note(name, target, "name")
        return target

    # Calls

    def arguments(self, node: Node | None) -> bool:
        """Visit the arguments of a call; return whether it only makes a closure of a function."""
        takes = False
        for argument in listed(node):
            if argument.type == "variadic_placeholder":
                takes = True
            elif argument.type == "argument":
                name = argument.child_by_field_name("name")
                for child in listed(argument):
                    if child != name:
                        self.expression(child)
            else:
                self.expression(argument)
        return takes

    def _method_call(self, node: Node) -> Target | None:
        owner = self.expression(node.child_by_field_name("object"))
        return self._called_member(node, owner)

    def _static_call(self, node: Node) -> Target | None:
        return self._called_member(node, self._owner(node.child_by_field_name("scope")))

    def _called_member(self, node: Node, owner: Target | None) -> Target | None:
        name = node.child_by_field_name("name")
        target: Target | None = None
        if name is not None and name.type == "name" and not name.named_child_count:
            target = terms.member(owner, terms.METHOD, self.text(name))
            self.note(name, target, "call", node)
        else:
            self.expression(name)
        takes = self.arguments(node.child_by_field_name("arguments"))
        return terms.closure(terms.result(target)) if takes else terms.result(target)

    def _call(self, node: Node) -> Target | None:
        called = node.child_by_field_name("function")
        arguments = node.child_by_field_name("arguments")
        if called is None:
            return None
        if called.type not in NAMES:
            value = terms.invoked(self.expression(called))
            return terms.closure(value) if self.arguments(arguments) else value
        written = self.text(called)
        full, fallback = self.names.function(written)
        target = terms.function(full, fallback)
        self.note(last_name(called), target, "call", node)
        takes = self.arguments(arguments)
        word = written.lower().lstrip("\\")
        if word == "assert" and listed(arguments):
            self.assume(self.when(listed(arguments)[0], holds=True))
        elif word == "define" and arguments is not None:
            self.define(arguments)
        return terms.closure(terms.result(target)) if takes else terms.result(target)

    def creation(self, node: Node, kind: ReferenceKind = "name") -> Target | None:
        """Visit `new`; return the object that it makes."""
        made: Target | None = None
        for child in listed(node):
            if child.type in NAMES:
                made = self.class_reference(child, kind)
            elif child.type == "anonymous_class":
                made = self.anonymous_class(child)
            elif child.type == "arguments":
                self.arguments(child)
            else:
                self.expression(child)
        new = child_of_type(node, "new")
        if new is not None:
            call = terms.member(made, terms.METHOD, terms.CONSTRUCTOR)
            self.note(new, call, "call", node)
        return value_of(made)

    def throwing(self, node: Node) -> None:
        """Visit `throw`."""
        for child in listed(node):
            if child.type == "object_creation_expression":
                self.creation(child, "raise")
            else:
                self.expression(child)

    # Functions without a name

    def _closure(self, node: Node) -> Target:
        self.attributes(node)
        used = child_of_type(node, "anonymous_function_use_clause")
        outer = [self.text(one).lstrip("&") for one in listed(used)]
        with self.variables.function(outer):
            return self._unnamed_function(node)

    def _arrow(self, node: Node) -> Target:
        self.attributes(node)
        with self.variables.closure():
            return self._unnamed_function(node)

    def _unnamed_function(self, node: Node) -> Target:
        self.declare_parameters(node.child_by_field_name("parameters"), self.doc_of(node))
        returned = value_of(self.type_of(node.child_by_field_name("return_type")))
        body = node.child_by_field_name("body")
        if body is not None and body.type == "compound_statement":
            value = self.function_body(body)
        else:
            value = self.expression(body)
        return terms.closure(returned or value)

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = {
        "name": _name,
        "qualified_name": _name,
        "relative_name": _name,
        "variable_name": OperatorFinder.variable,
        "member_access_expression": _property,
        "nullsafe_member_access_expression": _property,
        "scoped_property_access_expression": _static_property,
        "class_constant_access_expression": _class_constant,
        "member_call_expression": _method_call,
        "nullsafe_member_call_expression": _method_call,
        "scoped_call_expression": _static_call,
        "function_call_expression": _call,
        "object_creation_expression": creation,
        "throw_expression": throwing,
        "anonymous_function": _closure,
        "arrow_function": _arrow,
        "parenthesized_expression": OperatorFinder.wrapped,
        "clone_expression": OperatorFinder.wrapped,
        "binary_expression": OperatorFinder.binary,
        "conditional_expression": OperatorFinder.conditional,
        "match_expression": OperatorFinder.match,
        "assignment_expression": OperatorFinder.assignment,
        "reference_assignment_expression": OperatorFinder.assignment,
        "augmented_assignment_expression": OperatorFinder.augmented,
        "array_creation_expression": OperatorFinder.array,
        "subscript_expression": OperatorFinder.index,
        "yield_expression": OperatorFinder.yielded,
    }
