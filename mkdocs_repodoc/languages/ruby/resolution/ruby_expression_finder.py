"""Identifiers in Ruby's expressions with what they mean, and what the expressions are."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.ruby.resolution import ruby_terms as terms
from mkdocs_repodoc.languages.ruby.resolution.ruby_assignment_finder import AssignmentFinder
from mkdocs_repodoc.languages.ruby.resolution.ruby_branch_finder import BranchFinder
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import ReferenceKind, Target

_SKIPPED = frozenset(
    "comment simple_symbol integer float nil true false string_content hash_key_symbol".split()  # noqa: SIM905 - reads better
)
_SAME = frozenset(("freeze", "dup", "clone", "tap", "itself"))
_RAISES = frozenset(("raise", "fail"))


class ExpressionFinder(AssignmentFinder):
    """One file's pass over expressions."""

    def expression(self, node: Node | None) -> Target | None:
        """Visit an expression; return what it is, `None` if that is not known."""
        if node is None or node.type in _SKIPPED:
            return None
        if visit := self._VISITS.get(node.type):
            return visit(self, node)
        for child in node.named_children:
            self.expression(child)
        return None

    @abstractmethod
    def directive(self, node: Node, name: str) -> bool:
        """Visit a call without receiver that defines something; return whether it is one."""

    @abstractmethod
    def mix_into_includer(self, call: Node) -> None:
        """Note what a module mixes into the class that includes it, if a call does that."""

    @abstractmethod
    def access(self, word: str) -> bool:
        """Read a bare word that counts for the methods behind it; return whether it is one."""

    @abstractmethod
    def block(self, node: Node, call: Node) -> None:
        """Visit the block of a call."""

    # Names

    def constant(self, node: Node, kind: ReferenceKind = "name") -> Target | None:
        """Visit a constant; return it."""
        if node.type == "constant":
            target = terms.constant(self.text(node), self.nesting)
            self.note(node, target, kind)
            return target
        scope, name = node.child_by_field_name("scope"), node.child_by_field_name("name")
        if name is None or name.type != "constant":
            return self.expression(scope)
        if scope is None:
            target = terms.constant(f"::{self.text(name)}", ())
        elif scope.type in ("constant", "scope_resolution"):
            outer = self.constant(scope)
            written = f"{outer.names[0]}::{self.text(name)}" if outer is not None else ""
            target = terms.constant(written, self.nesting) if written else None
        else:
            self.expression(scope)
            return None
        self.note(name, target, kind)
        return target

    def _identifier(self, node: Node) -> Target | None:
        name = self.text(node)
        if name in self.locals:
            return self.variables.value(name)
        if self.access(name):
            return None
        return terms.result(self._own_method(node, name, node))

    def _own_method(self, node: Node, name: str, call: Node) -> Target | None:
        """Note a method of the object around."""
        target = terms.method(self.itself(), name)
        self.note(node, target, "call", call)
        return target

    def _self(self, _node: Node) -> Target | None:
        return self.itself()

    def _instance_variable(self, node: Node) -> Target | None:
        name = self.text(node)
        target = terms.variable(self.itself(), name)
        self.note(node, target, "name")
        return self.variables.value(name) if self.variables.has(name) else target

    def _super(self, node: Node) -> Target | None:
        target = terms.overridden(self.around, self.method_name) if self.method_name else None
        self.note(node, target, "call", node)
        return terms.result(target)

    # Calls

    def _call(self, node: Node) -> Target | None:
        receiver, name = node.child_by_field_name("receiver"), node.child_by_field_name("method")
        written = self.text(name)
        if receiver is None and written != "super" and self.directive(node, written):
            return None
        self.mix_into_includer(node)
        value = self.expression(receiver)
        target = self._called(node, value)
        self._arguments(node.child_by_field_name("arguments"), raises=written in _RAISES)
        block = node.child_by_field_name("block")
        if block is not None:
            self.block(block, node)
        if written in _SAME and receiver is not None:
            return value
        if written == "class" and value is not None and value.base in ("self", "instance"):
            return terms.class_of(value)
        return terms.result(target)

    def _called(self, node: Node, value: Target | None) -> Target | None:
        """Note the method that a call names; return it."""
        receiver, name = node.child_by_field_name("receiver"), node.child_by_field_name("method")
        written = self.text(name)
        target: Target | None = None
        if name is None:  # `value.()` calls `call`
            target = terms.method(value, "call")
        elif name.type == "super":
            self._super(name)
        elif receiver is not None:
            target = terms.method(value, written)
            self.note(name, target, "call", node)
        elif written not in self.locals or _has_arguments(node):
            target = self._own_method(name, written, node)
        return target

    def _arguments(self, node: Node | None, *, raises: bool) -> None:
        for number, one in enumerate(listed(node)):
            if raises and number == 0 and one.type in ("constant", "scope_resolution"):
                self.constant(one, "raise")
            else:
                self.expression(one)

    # Assignments

    # Operators

    def _binary(self, node: Node) -> Target | None:
        rights: list[tuple[str, Node | None]] = []
        inner: Node | None = node
        while inner is not None and inner.type == "binary":
            operator = self.text(inner.child_by_field_name("operator"))
            rights.append((operator, inner.child_by_field_name("right")))
            inner = inner.child_by_field_name("left")
        value = self.expression(inner)
        for operator, right in reversed(rights):
            other = self.expression(right)
            value = terms.either((value, other)) if operator in ("||", "or") else None
        return value

    def _pair(self, node: Node) -> None:
        key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
        self.expression(key)
        if value is not None:
            self.expression(value)

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = {
        "constant": constant,
        "scope_resolution": constant,
        "identifier": _identifier,
        "self": _self,
        "instance_variable": _instance_variable,
        "super": _super,
        "call": _call,
        "assignment": AssignmentFinder.assignment,
        "operator_assignment": AssignmentFinder.operator_assignment,
        "binary": _binary,
        "pair": _pair,
        "return": BranchFinder.returned,
        "if": BranchFinder.condition,
        "unless": BranchFinder.condition,
        "elsif": BranchFinder.condition,
        "conditional": BranchFinder.condition,
        "if_modifier": BranchFinder.modified,
        "unless_modifier": BranchFinder.modified,
        "while": BranchFinder.loop,
        "until": BranchFinder.loop,
        "while_modifier": BranchFinder.loop,
        "until_modifier": BranchFinder.loop,
        "for": BranchFinder.for_loop,
        "case": BranchFinder.case,
        "case_match": BranchFinder.case,
        "begin": BranchFinder.begin,
        "body_statement": BranchFinder.begin,
        "rescue_modifier": BranchFinder.either_side,
        "rescue": BranchFinder.rescue,
        "parenthesized_statements": BranchFinder.sequence,
        "then": BranchFinder.sequence,
        "else": BranchFinder.sequence,
        "block_body": BranchFinder.sequence,
        "program": BranchFinder.sequence,
        "lambda": BranchFinder.anonymous_function,
    }


def _has_arguments(node: Node) -> bool:
    return node.child_by_field_name("arguments") is not None
