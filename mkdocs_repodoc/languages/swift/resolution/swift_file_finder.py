"""Names of types in a Swift file, and of what is named behind them.

`swift_names` looks them up. A name that the file gives to a parameter of a type, or to a variable
with a capital, may mean that instead, and is left alone in the whole file.
"""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import NotedIdentifiers
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target

_NAMES = frozenset({"type_identifier", "simple_identifier"})
_BINDING = frozenset(
    {"type_parameter", "pattern", "parameter", "lambda_parameter", "typealias_declaration"}
)
_IMPORTS = "import_declaration"


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the names of types in a file mean."""
    finder = _FileFinder(file)
    finder.file(file.root)
    return names_of(finder, file.symbols, ())


class _FileFinder(NotedIdentifiers):
    """One file's pass, without calls within each other: sources may be nested deeply."""

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file.code)
        self._positions = SymbolPositions(file.symbols)
        self._hidden: set[str] = set()

    def file(self, root: Node) -> None:
        """Note the names of types below a node."""
        self._hidden = self._bound_names(root)
        stack = [(root, self.scope)]
        while stack:
            node, around = stack.pop()
            self.scope = self._inside(node, around)
            if node.type == "user_type":
                self._type(node)
            elif node.type == "call_expression":
                self._called(node)
            elif node.type == "navigation_expression":
                self._member(node)
            stack.extend((child, self.scope) for child in node.named_children)

    def _bound_names(self, root: Node) -> set[str]:
        """Return the names that the file gives to variables, parameters and types of its own use.

        A symbol of the outline is none of them: it is what the name may lead to.
        """
        found = set()
        stack = [root]
        while stack:
            node = stack.pop()
            if node.type == _IMPORTS:
                continue
            for child in node.named_children:
                is_name = child.type in _NAMES and (
                    node.type in _BINDING or self._binds(node, child)
                )
                if is_name and not is_listed(self._positions.of(child)):
                    found.add(self.text(child))
            stack.extend(node.named_children)
        return found

    def _binds(self, node: Node, child: Node) -> bool:
        """Whether a name stands where a declaration or a condition gives one."""
        if node.type.endswith("_declaration"):
            return True
        bound = node.children_by_field_name("bound_identifier")
        return any(each.id == child.id for each in bound)

    def _inside(self, node: Node, around: int) -> int:
        """Return the symbol that the names below a node stand in."""
        if not node.type.endswith(("_declaration", "enum_entry")):
            return around
        for child in node.children:
            name = child.child_by_field_name("bound_identifier") or child
            position = self._positions.of(name)
            if is_listed(position):
                return position
        return around

    def _type(self, node: Node) -> None:
        """Note the names of a type, from the outside to the inside."""
        names: list[str] = []
        for child in node.named_children:
            if child.type == "type_identifier":
                names.append(self.text(child))
                self._lead(child, names, "annotation")

    def _called(self, node: Node) -> None:
        """Note the name of a type that is called to make a value."""
        called = node.named_children[0] if node.named_children else None
        if called is not None and called.type == "simple_identifier":
            self._lead(called, [self.text(called)], "call")

    def _member(self, node: Node) -> None:
        """Note a type in front of a dot, and the name behind it."""
        owner = node.child_by_field_name("target")
        suffix = child_of_type(node, "navigation_suffix")
        name = suffix.child_by_field_name("suffix") if suffix is not None else None
        if owner is None or owner.type != "simple_identifier":
            return
        self._lead(owner, [self.text(owner)], "name")
        if name is not None and name.type == "simple_identifier":
            is_called = node.parent is not None and node.parent.type == "call_expression"
            self._lead(name, [self.text(owner), self.text(name)], "call" if is_called else "name")

    def _lead(self, node: Node, names: list[str], kind: ReferenceKind) -> None:
        first = names[0]
        if first[:1].isupper() and first not in self._hidden:
            self.note(node, Target("global", tuple(names)), kind)
