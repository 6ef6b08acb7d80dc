"""Names in a Scala file: members of what is around, types, and what is named behind an object.

`scala_names` looks up what the file itself does not define.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tree_sitter import Node

from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed, members_by_owner
from mkdocs_repodoc.languages.treesitter.identifiers.declaring_pass import DeclaringPass
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import FILE_SCOPE, ReferenceKind, Target

PACKAGE = ""
"""The name under which a file offers the packages of its clauses, each within the one before."""
_NAMES = frozenset({"identifier", "type_identifier"})
_BINDING = frozenset(
    {
        "binding",
        "bindings",
        "capture_pattern",
        "case_class_pattern",
        "case_clause",
        "class_parameter",
        "enumerator",
        "infix_pattern",
        "parameter",
        "self_type",
        "tuple_pattern",
        "type_parameters",
        "typed_pattern",
        "val_declaration",
        "var_declaration",
    }
)
_BOUND_FIELDS = ("parameters", "pattern", "name")
_SILENT = frozenset(
    {
        "arrow_renamed_identifier",
        "assignment_expression",
        "identifiers",
        "import_declaration",
        "infix_pattern",
        "named_argument",
        "namespace_selectors",
        "package_clause",
        "package_identifier",
        "self_type",
        "stable_identifier",
        "stable_type_identifier",
        "tuple_pattern",
        "type_parameters",
        "bindings",
        "binding",
        "export_declaration",
    }
)
"""Types of the nodes whose names are bound, or are read in another way."""
_QUIET_FIELDS = frozenset({"name", "pattern", "alias", "interpolator", "operator", "parameters"})
_TYPES = frozenset({Kind.CLASS, Kind.TRAIT, Kind.ENUM})
_PATHS = frozenset({"stable_identifier", "stable_type_identifier"})


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the names in a file mean."""
    finder = _FileFinder(file)
    finder.file(file.root)
    clauses = [child for child in file.root.named_children if child.type == "package_clause"]
    offers = []
    if all(one.child_by_field_name("body") is None for one in clauses):
        parts = [finder.text(one.child_by_field_name("name")).strip() for one in clauses]
        offers.append((PACKAGE, Target("module", tuple(parts))))
    return names_of(finder, file.symbols, (), offers)


class _FileFinder(DeclaringPass):
    """One file's pass."""

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file)
        self._members: Mapping[int, Mapping[str, list[int]]] = members_by_owner(file.symbols, ".")

    def bound(self, node: Node) -> Iterator[Node]:
        is_definition = node.type.endswith("_definition")
        if node.type not in _BINDING and not is_definition and node.type != "lambda_expression":
            return
        for number, child in enumerate(node.children):
            field = node.field_name_for_child(number) or ""
            if child.type in _NAMES and (not field or field in _BOUND_FIELDS):
                yield child

    def defined(self, node: Node) -> Iterator[Node]:
        if node.type.endswith(("_definition", "_declaration", "_enum_case", "class_parameter")):
            for field in ("name", "pattern"):
                name = node.child_by_field_name(field)
                if name is not None:
                    yield name

    def visit(self, node: Node) -> None:
        if node.type == "field_expression":
            self._member(node)
        elif node.type in _PATHS:
            self._path(node)
        elif node.type not in _SILENT:
            for number, child in enumerate(node.children):
                if child.type in _NAMES:
                    field = node.field_name_for_child(number) or ""
                    if field not in _QUIET_FIELDS:
                        self._name(child, field)

    def _name(self, node: Node, field: str) -> None:
        if node.type == "type_identifier":
            self._lead(node, [self.text(node)], "annotation", of_type=True)
        else:
            kind: ReferenceKind = "call" if field == "function" else "name"
            self._lead(node, [self.text(node)], kind)

    def _path(self, node: Node) -> None:
        """Note a path of objects that ends in one, or in a type."""
        names: list[str] = []
        for child in node.named_children:
            if child.type not in _NAMES:
                return
            names.append(self.text(child))
            kind: ReferenceKind = "annotation" if child.type == "type_identifier" else "name"
            self._lead(child, names, kind)

    def _member(self, node: Node) -> None:
        """Note what is in front of a dot, and the name behind it."""
        owner, name = (node.child_by_field_name(field) for field in ("value", "field"))
        if owner is None or name is None or owner.type != "identifier":
            return
        first = self.text(owner)
        is_called = node.parent is not None and node.parent.type == "call_expression"
        kind: ReferenceKind = "call" if is_called else "name"
        if first == "this":
            self.note(name, self._own(self.text(name)), kind)
        else:
            self._lead(owner, [first], "name")
            self._lead(name, [first, self.text(name)], kind)

    def _own(self, name: str) -> Target | None:
        """Return what the type around has of a name."""
        for scope in self.scopes():
            if is_listed(scope) and self._is_type(scope):
                found = self._members.get(scope, {}).get(name, [])
                return Target("symbol", (str(found[0]),)) if len(found) == 1 else None
        return None

    def _is_type(self, scope: int) -> bool:
        return self.symbols[scope].kind in _TYPES

    def _lead(
        self, node: Node, names: list[str], kind: ReferenceKind, *, of_type: bool = False
    ) -> None:
        """Note what the innermost symbol around has of a name, or leave it to the packages."""
        if self.is_hidden(names[0]):
            return
        for scope in self.scopes():
            found = self._members.get(scope, {}).get(names[0], []) if scope != FILE_SCOPE else []
            if found:
                if len(found) == 1:
                    self.note(node, Target("symbol", (str(found[0]), *names[1:])), kind)
                return
        self.note(node, Target("type" if of_type else "global", tuple(names)), kind)
