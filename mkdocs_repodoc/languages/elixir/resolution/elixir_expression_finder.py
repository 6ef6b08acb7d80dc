"""Expressions of an Elixir file: calls, modules, structs, attributes, types."""

from __future__ import annotations

from abc import ABC, abstractmethod

import msgspec
from tree_sitter import Node

from mkdocs_repodoc.languages.elixir.resolution.elixir_binding import operator_of, struct_of
from mkdocs_repodoc.languages.elixir.resolution.elixir_surroundings import ElixirSurroundings
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import OutlinedTree
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import (
    NotedIdentifiers,
    listed,
)
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.identifiers.told_symbols import ToldSymbols
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target

_THIS_MODULE = "__MODULE__"


class ExpressionFinder(NotedIdentifiers, ToldSymbols, ABC):
    """The part of a pass that visits expressions.

    Args:
        file: The file.

    Attributes:
        symbols: What it defines.
        positions: Its symbols by their defining names.
        around: What surrounds the place that is visited.
        attributes: Name of an attribute of the module around → its last definition.
        is_type: Whether types are visited.
    """

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file.code)
        self.symbols = file.symbols
        self.positions = SymbolPositions(file.symbols)
        self.types: list[tuple[int, Target]] = []
        self.around = ElixirSurroundings()
        self.attributes: dict[str, Target] = {}
        self.is_type = False

    @abstractmethod
    def visit(self, node: Node | None, piped: int = 0) -> None:
        """Visit whatever stands in the file; `piped` arguments come from a pipe before it."""

    # Modules

    def module_name(self, node: Node) -> str:
        """Return the full name of the module that an expression is; empty if it is none."""
        if node.type == "alias":
            return self.around.full_name(self.text(node))
        if node.type == "identifier" and self.text(node) == _THIS_MODULE:
            return "" if self.around.is_quoted else self.around.module
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if node.type != "dot" or left is None or right is None or right.type != "alias":
            return ""
        above = self.module_name(left)
        return f"{above}.{self.text(right)}" if above else ""

    def note_module(self, node: Node, kind: ReferenceKind = "name") -> str:
        """Note what module an expression is; return its full name, empty if it is none."""
        name = self.module_name(node)
        if name and not is_listed(self.positions.of(node)):
            place = node.child_by_field_name("right") if node.type == "dot" else node
            if place is not None and self.text(place) != _THIS_MODULE:
                self.note(place, Target("module", (name,)), kind)
        return name

    # Calls

    def name(self, node: Node, piped: int = 0) -> None:
        """Visit a bare name, which calls a function unless a variable has it."""
        name = self.text(node)
        if name == _THIS_MODULE or self.around.variables.has(name):
            return
        self.note_own(node, name, piped)

    def note_own(self, node: Node, name: str, arity: int, call: Node | None = None) -> None:
        """Note a function of the module around, or an imported one; a type among types."""
        if self.around.is_quoted or is_listed(self.positions.of(node)):
            return
        names = (self.around.owner, name, str(arity))
        if self.is_type:
            self.note(node, Target("type", ("", *names)), "annotation")
        else:
            self._note_call(node, Target("global", names, None, self.around.imports), arity, call)

    def note_of_module(self, node: Node, module: str, arity: int, call: Node | None = None) -> None:
        """Note a function, or a type, behind the name of its module."""
        names = (module, self.text(node), str(arity))
        if self.is_type:
            self.note(node, Target("type", names), "annotation")
        else:
            self._note_call(node, Target("member", names), arity, call)

    def _note_call(self, node: Node, target: Target, arity: int, call: Node | None) -> None:
        self.note(node, target, "call" if call is not None else "name", call)
        if call is not None:
            last = self.references[-1]
            self.references[-1] = msgspec.structs.replace(last, arguments=arity)

    def called(self, node: Node, arguments: Node | None, arity: int) -> None:
        """Visit the name of a call and its arguments."""
        target = node.child_by_field_name("target")
        if target is not None and target.type in {"identifier", "operator_identifier"}:
            name = self.text(target)
            if arguments is not None or not self.around.variables.has(name):
                self.note_own(target, name, arity, node)
        elif target is not None and target.type == "dot":
            self._behind_dot(target, arity, node, is_access=arguments is None)
        else:
            self.visit(target)
        for argument in listed(arguments):
            self.visit(argument)

    def _behind_dot(self, node: Node, arity: int, call: Node | None, *, is_access: bool) -> None:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None:
            self.visit(left)
            return
        if module := self.note_module(left):
            self.note_of_module(right, module, arity, call)
            return
        self.visit(left)
        value = self.around.variables.value(self.text(left)) if left.type == "identifier" else None
        if value is not None and is_access:
            self.note(right, Target("keyed", (*value.names, self.text(right))), "name")

    def capture(self, node: Node) -> bool:
        """Visit `&name/arity`; return whether it is one."""
        if operator_of(node) != "/":
            return False
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None or right.type != "integer":
            return False
        arity = int(self.text(right)) if self.text(right).isdigit() else 0
        if left.type == "identifier":
            self.note_own(left, self.text(left), arity)
            return True
        dot = left.child_by_field_name("target") if left.type == "call" else left
        if dot is None or dot.type != "dot" or child_of_type(left, "arguments") is None is dot:
            return False
        self._behind_dot(dot, arity, None, is_access=False)
        return True

    # Structs and attributes

    def struct(self, node: Node) -> None:
        """Visit a map, or a struct with its fields."""
        name = struct_of(node)
        module = self.note_module(name) if name is not None else ""
        if name is not None and not module:
            self.visit(name)
        for content in node.named_children:
            if content.type == "map_content":
                if module:
                    self._keys(content, module)
                for child in content.named_children:
                    self.visit(child)

    def _keys(self, content: Node, module: str) -> None:
        first = content.named_children[0] if content.named_child_count else None
        if first is not None and operator_of(first) == "|":
            first = first.child_by_field_name("right")
        for pair in first.named_children if first is not None else ():
            key = pair.child_by_field_name("key")
            if key is not None and key.type == "keyword":
                name = self.text(key).rstrip().removesuffix(":")
                self.note(key, Target("keyed", (module, name)), "name")
                last = self.references[-1]
                end = last.column + len(name.encode())
                self.references[-1] = msgspec.structs.replace(last, end_column=end)

    def attribute_value(self, operand: Node) -> None:
        """Visit `@name` where it is read."""
        if not self.around.is_quoted:
            self.note(operand, self.attributes.get(self.text(operand)), "name")
