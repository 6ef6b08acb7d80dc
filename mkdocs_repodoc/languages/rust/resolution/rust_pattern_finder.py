"""Identifiers in Rust's patterns with what they mean: variables, fields, variants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_type_finder import COMMENTS, TypeFinder
from mkdocs_repodoc.model.references import Target


class PatternFinder(TypeFinder):
    """One file's pass over paths, types and patterns."""

    def pattern(self, node: Node | None, value: Target | None) -> None:
        """Visit a pattern, and declare the variables that it binds.

        Args:
            node: The pattern.
            value: What it is held against; `None` if that is not known.
        """
        if node is None or node.type in COMMENTS:
            return
        if (visit := self._PATTERNS.get(node.type)) is not None:
            visit(self, node, value)
        elif node.type.endswith("literal") or node.type == "range_pattern":
            self._constants(node)
        else:
            for child in node.named_children:
                self.pattern(child, value)

    def _constants(self, node: Node) -> None:
        for child in node.named_children:
            if child.type in ("identifier", "scoped_identifier"):
                self.path(child, "value")

    def _identifier(self, node: Node, value: Target | None) -> None:
        name = self.text(node)
        if name[:1].isupper() and not self.scopes.has(name):  # a constant or variant, by custom
            self.path(node, "value")
        else:
            self.scopes.declare(name, value)

    def _path(self, node: Node, _value: Target | None) -> None:
        self.path(node, "value")

    def _tuple_struct(self, node: Node, value: Target | None) -> None:
        written = node.child_by_field_name("type")
        made_by = self.path(written, "value") if written is not None else None
        parts = [one for one in node.named_children if one != written and one.type not in COMMENTS]
        rest = next((at for at, one in enumerate(parts) if _is_rest(one)), len(parts))
        for number, one in enumerate(parts):
            known = made_by is not None and number < rest
            part = terms.part(made_by, str(number), value) if known and made_by else None
            self.pattern(one, part)

    def _tuple_pattern(self, node: Node, value: Target | None) -> None:
        parts = [one for one in node.named_children if one.type not in COMMENTS]
        rest = next((at for at, one in enumerate(parts) if _is_rest(one)), len(parts))
        for number, one in enumerate(parts):
            self.pattern(one, terms.field(value, str(number)) if number < rest else None)

    def _slice(self, node: Node, value: Target | None) -> None:
        for one in node.named_children:
            self.pattern(one, terms.element(value, index=True))

    def _struct_pattern(self, node: Node, value: Target | None) -> None:
        written = node.child_by_field_name("type")
        made_by = self.path(written, "type") if written is not None else None
        for one in node.named_children:
            name = one.child_by_field_name("name") if one.type == "field_pattern" else None
            if name is None:
                continue
            part = terms.part(made_by, self.text(name), value) if made_by is not None else None
            self.note(name, part)
            inner = one.child_by_field_name("pattern")
            if inner is not None:
                self.pattern(inner, part)
            else:
                self.scopes.declare(self.text(name), part)

    def _captured(self, node: Node, value: Target | None) -> None:
        name, *rest = node.named_children
        for one in rest:
            self.pattern(one, value)
        self.scopes.declare(self.text(name), value)

    def _arm_pattern(self, node: Node, value: Target | None) -> None:
        """Visit the pattern of an arm with the condition behind it."""
        condition = node.child_by_field_name("condition")
        for child in node.named_children:
            if child != condition:
                self.pattern(child, value)
        self.expression(condition)

    def _evaluated(self, node: Node, _value: Target | None) -> None:
        self.expression(node)

    _PATTERNS: ClassVar[Mapping[str, Callable[[Any, Node, Target | None], None]]] = {
        "identifier": _identifier,
        "scoped_identifier": _path,
        "generic_pattern": _path,
        "tuple_struct_pattern": _tuple_struct,
        "tuple_pattern": _tuple_pattern,
        "slice_pattern": _slice,
        "struct_pattern": _struct_pattern,
        "captured_pattern": _captured,
        "match_pattern": _arm_pattern,
        "const_block": _evaluated,
        "macro_invocation": _evaluated,
    }


def _is_rest(node: Node) -> bool:
    if node.type == "captured_pattern" and node.named_children:
        node = node.named_children[-1]
    return node.type == "remaining_field_pattern"
