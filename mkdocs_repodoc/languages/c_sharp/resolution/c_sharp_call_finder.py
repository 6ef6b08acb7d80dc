"""Identifiers in C#'s calls and their arguments with what they mean."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from functools import partial

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_creation_finder import (
    Called,
    CreationFinder,
)
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_finder import NAMES
from mkdocs_repodoc.languages.c_sharp.resolution.lambdas import arity_of, function_of
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_OUT = "declaration_expression"
ACCESSES = frozenset(("member_access_expression", "conditional_access_expression"))


class CallFinder(CreationFinder, ABC):
    """One file's pass over calls, and the names that are called."""

    def simple_name(self, node: Node, member: str, call: Node | None = None) -> Target | None:
        """Visit a simple name; `member` is what is looked up on it, `call` what calls it."""
        name, arguments = self.name_parts(node)
        written = self.text(name)
        if name is None or written == "_":
            return None
        if self.scopes.has(written):
            value = self.scopes.value(written)
            if value is not None and value.base == "symbol":  # a local function
                self.note(name, value, "name" if call is None else "call", call)
            return value
        if self.scopes.has_type(written):
            return self.scopes.type(written)
        written = c_sharp_terms.with_arity(written, len(arguments))
        target = c_sharp_terms.name(self.around, written, member)
        self.note(name, target, "name")
        return target

    def receiver(self, node: Node) -> tuple[Target | None, Node | None]:
        """Visit what stands in front of the last dot; return it and the name behind the dot.

        Without such a name the value is that of the whole.
        """
        if node.type == "member_access_expression":
            name = node.child_by_field_name("name")
            owner = node.child_by_field_name("expression")
            if owner is not None and owner.type in NAMES:
                identifier = child_of_type(name, "identifier") if name is not None else None
                return self.simple_name(owner, self.text(identifier or name)), name
            return self.expression(owner), name
        value = self.expression(node.child_by_field_name("condition"))
        binding = node.named_children[-1] if node.named_children else None
        if binding is not None and binding.type == "member_binding_expression":
            return value, binding.child_by_field_name("name")
        given = [self.expression(one) for one in listed(binding)]
        return c_sharp_terms.indexed(value, given, self.around), None

    # Calls

    def invocation(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit a call; return what it gives."""
        function = node.child_by_field_name("function")
        listing = node.child_by_field_name("arguments")
        if function is None:
            return None
        if function.type == "identifier" and self.text(function) == "nameof":
            for one in listed(listing):
                self.expression(one)
            return value_of(terms.primitive("string"))
        if function.type in ACCESSES:
            value, name = self.receiver(function)
        elif function.type in NAMES and not self._is_variable(function):
            value, name = None, function
        elif function.type in NAMES:
            value, name = self.simple_name(function, "", node), None
        else:
            value, name = self.expression(function), None
        if name is None or (function.type in ACCESSES and value is None):
            return self._call_of_value(value, name, listing)
        return self._call_of_name(node, value, name)

    def _is_variable(self, node: Node) -> bool:
        return self.scopes.has(self.text(child_of_type(node, "identifier") or node))

    def _call_of_value(
        self, value: Target | None, name: Node | None, listing: Node | None
    ) -> Target | None:
        """Visit a call of a value, or of a member of something that is not known."""
        if name is not None:
            self.name_parts(name)
            value = None
        self.arguments(listing, lambda _: None)
        return terms.made(Target("call", ("invoke",), value)) if value is not None else None

    def _call_of_name(self, node: Node, value: Target | None, name: Node) -> Target | None:
        identifier, type_arguments = self.name_parts(name)
        written = self.text(identifier)

        def called(arguments: Sequence[Target | None]) -> Target | None:
            return c_sharp_terms.method(value, written, self.around, type_arguments, arguments)

        target = self.arguments(node.child_by_field_name("arguments"), called)
        if identifier is not None:
            self.note(identifier, target, "call", node)
        return terms.result(target)

    def arguments(self, node: Node | None, called: Called) -> Target | None:
        """Visit the arguments of a call; return what is called.

        Args:
            node: The list of arguments.
            called: Takes the arguments, and returns what is called with them.
        """
        parts = [self.argument(one) for one in listed(node)]
        values = [self._first_look(part) for _, part in parts]
        names = [name for name, _ in parts]
        target = called(_named(names, values))
        for number, (_, part) in enumerate(parts):
            if part is not None and part.type == _OUT:
                self._out_variable(part, c_sharp_terms.given_out(target, number))
        functions = [function_of(part) for _, part in parts]
        if not any(functions):
            return target
        for number, function in enumerate(functions):
            if function is not None:
                values[number] = self.function(function, partial(terms.passed, target, number))
        return called(_named(names, values))

    def argument(self, node: Node) -> tuple[str, Node | None]:
        """Return the name that an argument states, and its value."""
        name = node.child_by_field_name("name") if node.type == "argument" else None
        parts = [one for one in listed(node) if name is None or one.id != name.id]
        if node.type != "argument":
            return "", node
        return self.text(name), parts[-1] if parts else None

    def _first_look(self, node: Node | None) -> Target | None:
        """Visit an argument, functions excepted, for which what is called has to be known."""
        function = function_of(node)
        if function is not None:
            return terms.function(arity_of(function), None)
        if node is not None and node.type == _OUT:
            return self.declared_variable(node, None)
        return self.expression(node)

    def _out_variable(self, node: Node, given: Target | None) -> None:
        written = node.child_by_field_name("type")
        if written is not None and written.type != "implicit_type":
            return  # declared with the type that is written
        self.scopes.declare(self.text(node.child_by_field_name("name")), given)

    def declared_variable(self, node: Node, expected: Target | None) -> Target | None:
        """Visit a variable that an expression declares."""
        kind = value_of(self.type_of(node.child_by_field_name("type")))
        self.scopes.declare(self.text(node.child_by_field_name("name")), kind or expected)
        return kind or expected


def _named(names: Sequence[str], values: Sequence[Target | None]) -> list[Target | None]:
    """Return arguments with the names of the parameters that they say they are for."""
    return [
        c_sharp_terms.named_argument(name, value) if name else value
        for name, value in zip(names, values, strict=True)
    ]
