"""Identifiers in Kotlin's branches and loops with what they mean, and what conditions tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.declaration_parts import TYPES
from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_call_finder import CallFinder
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

Told = list[tuple[Node, "Target | None"]]
"""Variables and properties with the types that they have where a condition holds."""
_JUMPS = frozenset(("return_expression", "throw_expression"))
_JUMP_WORDS = frozenset(("break", "continue"))
_CHECKS = frozenset(("require", "check"))


class BranchFinder(CallFinder):
    """One file's pass over branches.

    Args:
        code: The file.
    """

    # What conditions tell

    def conditions(self, node: Node | None, *, holds: bool) -> Told:
        """Return what is told where a condition holds, or where it does not."""
        if node is None:
            return []
        if node.type == "parenthesized_expression":
            return self.conditions(next(iter(listed(node)), None), holds=holds)
        if node.type == "unary_expression" and node.children[0].type == "!":
            return self.conditions(node.child_by_field_name("argument"), holds=not holds)
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if node.type == "binary_expression":
            operator = self.text(node.child_by_field_name("operator"))
            if operator == ("&&" if holds else "||"):
                return [
                    *self.conditions(left, holds=holds),
                    *self.conditions(right, holds=holds),
                ]
        if node.type == "is_expression" and left is not None and self.key_of(left):
            is_positive = not any(child.type == "!is" for child in node.children)
            if is_positive == holds:
                return [(left, self.type_of(right))]
        return []

    def assume(self, told: Told) -> None:
        """Go on where a condition holds."""
        for node, kind in told:
            before = self.shared(self.expression(node))
            self.scopes.declare(f"?{self.key_of(node)}", terms.cast(value_of(kind), before))

    def leaves(self, node: Node | None) -> bool:
        """Whether what stands behind a branch is not reached from its end."""
        if node is None:
            return False
        if node.type == "block":
            parts = listed(node)
            return bool(parts) and self.leaves(parts[-1])
        return node.type in _JUMPS or self.text(node) in _JUMP_WORDS

    # Blocks

    def block(self, node: Node | None) -> Target | None:
        """Visit a block, or the one expression in its place; return the last value."""
        if node is None or node.type != "block":
            return self.expression(node)
        value: Target | None = None
        with self.scopes.block():
            for child in listed(node):
                value = self.expression(child)
                self._assume_checked(child)
        return value

    def _assume_checked(self, node: Node) -> None:
        """Go on behind a statement with what is told of variables if it ends."""
        if node.type == "as_expression":
            left = node.child_by_field_name("left")
            if left is not None and self.key_of(left):
                self.assume([(left, self.type_of(node.child_by_field_name("right")))])
        elif node.type == "call_expression" and self.text(node.children[0]) in _CHECKS:
            arguments = listed(child_of_type(node, "value_arguments"))
            if arguments and listed(arguments[0]):
                self.assume(self.conditions(listed(arguments[0])[-1], holds=True))

    def _if(self, node: Node) -> Target | None:
        condition = node.child_by_field_name("condition")
        self.expression(condition)
        then, other = _branches(node, condition)
        values: list[Target | None] = []
        for branch, holds in ((then, True), (other, False)):
            if branch is None:
                continue
            with self.scopes.block():
                self.assume(self.conditions(condition, holds=holds))
                value = self.block(branch)
            if not self.leaves(branch):
                values.append(self.shared(value))
        if self.leaves(then):
            self.assume(self.conditions(condition, holds=False))
        elif self.leaves(other):
            self.assume(self.conditions(condition, holds=True))
        return _joined(values) if other is not None else None

    def _when(self, node: Node) -> Target | None:
        values: list[Target | None] = []
        with self.scopes.block():
            subject = self._subject(child_of_type(node, "when_subject"))
            for entry in listed(node):
                if entry.type == "when_entry":
                    with self.scopes.block():
                        value = self._entry(entry, subject)
                    if not self.leaves(listed(entry)[-1]):
                        values.append(self.shared(value))
        return _joined(values)

    def _subject(self, node: Node | None) -> Node | None:
        """Visit what `when` asks of; return what conditions in it are about."""
        parts = listed(node)
        declared = child_of_type(node, "variable_declaration") if node is not None else None
        value = self.expression(parts[-1]) if parts else None
        if declared is None:
            return parts[-1] if parts else None
        self.declare_variables(declared, value)
        return child_of_type(declared, "identifier")

    def _entry(self, node: Node, subject: Node | None) -> Target | None:
        conditions = node.children_by_field_name("condition")
        told: Told = []
        for one in conditions:
            if one.type == "type_test":
                kind = self.type_of(
                    next((each for each in listed(one) if each.type in TYPES), None)
                )
                is_positive = all(child.type != "!is" for child in one.children)
                if subject is not None and is_positive and self.key_of(subject):
                    told.append((subject, kind))
            else:
                self.expression(one)
                told += self.conditions(one, holds=True) if subject is None else []
        if len(conditions) == 1:
            self.assume(told)
        body = listed(node)[-1]
        return self.block(body) if body not in conditions else None

    def _for(self, node: Node) -> None:
        parts = listed(node)
        declared = next((one for one in parts if one.type.endswith("variable_declaration")), None)
        rest = [one for one in parts if one != declared and one.type != "annotation"]
        values = self.shared(self.expression(rest[0])) if rest else None
        with self.scopes.block():
            if declared is not None:
                self.declare_variables(declared, terms.element(values))
            for one in rest[1:]:
                self.block(one)

    def _while(self, node: Node) -> None:
        condition = node.child_by_field_name("condition")
        self.expression(condition)
        with self.scopes.block():
            if node.type == "while_statement":
                self.assume(self.conditions(condition, holds=True))
            for one in listed(node):
                if one != condition:
                    self.block(one)

    def _try(self, node: Node) -> Target | None:
        value: Target | None = None
        for part in listed(node):
            if part.type == "block":
                value = self.block(part)
            elif part.type == "catch_block":
                with self.scopes.block():
                    kind = self.type_of(self.type_in(part), "except")
                    name = self.text(child_of_type(part, "identifier"))
                    self.declare_local(name, value_of(kind))
                    self.block(child_of_type(part, "block"))
            else:
                self.block(child_of_type(part, "block"))
        return value

    BRANCHES: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = {
        "block": block,
        "if_expression": _if,
        "when_expression": _when,
        "for_statement": _for,
        "while_statement": _while,
        "do_while_statement": _while,
        "try_expression": _try,
    }


def _branches(node: Node, condition: Node | None) -> tuple[Node | None, Node | None]:
    """Return what an `if` visits where its condition holds, and where it does not."""
    then: Node | None = None
    other: Node | None = None
    is_else = False
    for child in node.children:
        if child.type == "else":
            is_else = True
        elif child.is_named and child != condition and not child.type.endswith("comment"):
            if is_else:
                other = child
            else:
                then = child
    return then, other


def _joined(values: Iterable[Target | None]) -> Target | None:
    """Return one of the values of branches, if all that may be null are left out."""
    null = terms.nothing()
    found = [one for one in values if one != null]
    return terms.either(found)
