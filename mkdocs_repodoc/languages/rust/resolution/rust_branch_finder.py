"""Identifiers in Rust's blocks, declarations of variables and branches with what they mean."""

from __future__ import annotations

import re
from abc import ABC

from tree_sitter import Node

from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_macro_finder import MacroFinder
from mkdocs_repodoc.languages.rust.resolution.rust_type_finder import COMMENTS
from mkdocs_repodoc.model.references import Target

_LEFT_OUT = re.compile(r"(?<!\w)_(?!\w)")
"""What leaves a part of a type to the compiler."""
_STATEMENTS = frozenset(("let_declaration", "expression_statement", "empty_statement"))


class BranchFinder(MacroFinder, ABC):
    """One file's pass over blocks and what holds them; who visits expressions inherits from it."""

    def block(self, node: Node) -> Target | None:
        """Visit a block; return what its last expression is."""
        found: Target | None = None
        with self.scopes.block():
            for child in node.named_children:
                if child.type in COMMENTS:
                    continue
                found = self.expression(child)
                if child.type in _STATEMENTS and not _is_value(child):
                    found = None
        return found

    def statement(self, node: Node) -> Target | None:
        """Visit a statement that is an expression; return what that is."""
        found = [self.expression(one) for one in node.named_children if one.type not in COMMENTS]
        return found[0] if found else None

    def let(self, node: Node) -> None:
        """Visit a declaration of variables."""
        stated = node.child_by_field_name("type")
        written = self.type_of(stated)
        value = self._collected(node.child_by_field_name("value"), written)
        if (other := node.child_by_field_name("alternative")) is not None:
            self.expression(other)
        leaves_out = written is None or _LEFT_OUT.search(self.text(stated)) is not None
        declared = value_of(written)
        known = (value or declared) if leaves_out else declared
        self.pattern(node.child_by_field_name("pattern"), known)

    def _collected(self, node: Node | None, written: Target | None) -> Target | None:
        """Visit the value of a declaration, whose type says what `collect` makes."""
        value = self.expression(node)
        if value is None or value.base != "call" or written is None:
            return value
        method = value.of
        if method is None or method.names != ("collect", "()") or method.also:
            return value
        return terms.result(terms.method(method.of, "collect", (written,)))

    def condition(self, node: Node) -> None:
        """Visit a condition that binds what its pattern matches."""
        value = self.expression(node.child_by_field_name("value"))
        self.pattern(node.child_by_field_name("pattern"), value)

    def if_else(self, node: Node) -> Target | None:
        """Visit `if`; return what the first of its blocks gives that is known."""
        with self.scopes.block():
            self.expression(node.child_by_field_name("condition"))
            found = self.expression(node.child_by_field_name("consequence"))
        other = node.child_by_field_name("alternative")
        otherwise = self.expression(last_part(other)) if other is not None else None
        return found if found is not None else otherwise

    def while_loop(self, node: Node) -> None:
        """Visit `while`."""
        with self.scopes.block():
            self.expression(node.child_by_field_name("condition"))
            self.expression(node.child_by_field_name("body"))

    def for_loop(self, node: Node) -> None:
        """Visit `for`."""
        over = self.expression(node.child_by_field_name("value"))
        with self.scopes.block():
            self.pattern(node.child_by_field_name("pattern"), terms.element(over))
            self.expression(node.child_by_field_name("body"))

    def match(self, node: Node) -> Target | None:
        """Visit `match`; return what the first of its arms gives that is known."""
        value = self.expression(node.child_by_field_name("value"))
        body = node.child_by_field_name("body")
        found: Target | None = None
        for arm in body.named_children if body is not None else ():
            if arm.type != "match_arm":
                continue
            with self.scopes.block():
                self.pattern(arm.child_by_field_name("pattern"), value)
                result = self.expression(arm.child_by_field_name("value"))
                found = found if found is not None else result
        return found

    def loop(self, node: Node) -> None:
        """Visit `loop`."""
        self.expression(node.child_by_field_name("body"))


def last_part(node: Node) -> Node | None:
    """Return the last part of a node that is no comment."""
    found = [one for one in node.named_children if one.type not in COMMENTS]
    return found[-1] if found else None


def _is_value(node: Node) -> bool:
    """Whether a statement is a block's last expression, as `if` and `match` are."""
    return node.type == "expression_statement" and node.children[-1].type != ";"
