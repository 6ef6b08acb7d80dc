"""Names in a Swift file: of types, of what is named behind them, of members of the type around.

`swift_names` looks them up, since extensions may add members in any file.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.identifiers.declaring_pass import DeclaringPass
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target

_NAMES = frozenset({"type_identifier", "simple_identifier"})
_BINDING = frozenset({"type_parameter", "pattern", "parameter", "lambda_parameter"})
_READING = frozenset(
    {
        "additive_expression",
        "array_literal",
        "as_expression",
        "await_expression",
        "comparison_expression",
        "conjunction_expression",
        "control_transfer_statement",
        "directly_assignable_expression",
        "disjunction_expression",
        "equality_expression",
        "guard_statement",
        "if_statement",
        "interpolated_expression",
        "multiplicative_expression",
        "nil_coalescing_expression",
        "statements",
        "ternary_expression",
        "try_expression",
        "value_argument",
    }
)
"""Types of the nodes in which a simple name is an expression, unless it is bound there."""


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the names in a file mean."""
    finder = _FileFinder(file)
    finder.file(file.root)
    return names_of(finder, file.symbols, ())


class _FileFinder(DeclaringPass):
    """One file's pass."""

    def bound(self, node: Node) -> Iterator[Node]:
        if node.type == "import_declaration":
            return
        every = node.type in _BINDING or node.type.endswith("_declaration")
        names = {each.id for each in node.children_by_field_name("bound_identifier")}
        for child in node.named_children:
            if child.type in _NAMES and (every or child.id in names):
                yield child

    def defined(self, node: Node) -> Iterator[Node]:
        if node.type.endswith(("_declaration", "enum_entry")):
            for child in node.children:
                yield child.child_by_field_name("bound_identifier") or child

    def visit(self, node: Node) -> None:
        if node.type == "user_type":
            self._type(node)
        elif node.type == "call_expression":
            called = node.named_children[0] if node.named_children else None
            if called is not None and called.type == "simple_identifier":
                self._lead(called, [self.text(called)], "call")
        elif node.type == "navigation_expression":
            self._member(node)
        elif node.type in _READING:
            for child in node.named_children:
                if child.type == "simple_identifier":
                    self._lead(child, [self.text(child)], "name")

    def _type(self, node: Node) -> None:
        """Note the names of a type, from the outside to the inside."""
        names: list[str] = []
        for child in node.named_children:
            if child.type == "type_identifier":
                names.append(self.text(child))
                self._lead(child, names, "annotation")

    def _member(self, node: Node) -> None:
        """Note what is in front of a dot, and the name behind it."""
        owner = node.child_by_field_name("target")
        suffix = child_of_type(node, "navigation_suffix")
        name = suffix.child_by_field_name("suffix") if suffix is not None else None
        if owner is None:
            return
        is_called = node.parent is not None and node.parent.type == "call_expression"
        kind: ReferenceKind = "call" if is_called else "name"
        is_simple = name is not None and name.type == "simple_identifier"
        if owner.type == "simple_identifier":
            first = self.text(owner)
            self._lead(owner, [first], "name")
            if name is not None and is_simple and first[:1].isupper():
                self._lead(name, [first, self.text(name)], kind)
        elif owner.type == "self_expression" and name is not None and is_simple:
            self.note(name, Target("self", (self.enclosing(), self.text(name))), kind)

    def _lead(self, node: Node, names: list[str], kind: ReferenceKind) -> None:
        if not self.is_hidden(names[0]):
            self.note(node, Target("own", (self.enclosing(), *names)), kind)
