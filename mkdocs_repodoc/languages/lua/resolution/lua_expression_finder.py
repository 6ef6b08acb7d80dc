"""Expressions of a Lua file: names, members of tables, calls."""

from __future__ import annotations

from abc import ABC, abstractmethod

import msgspec
from tree_sitter import Node

from mkdocs_repodoc.languages.lua.resolution.lua_variables import INDEXED, Variable, last_name
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import OutlinedTree
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import (
    NotedIdentifiers,
    listed,
)
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.model.references import Target


class ExpressionFinder(NotedIdentifiers, ABC):
    """The part of a pass that visits expressions.

    Args:
        file: The file.

    Attributes:
        positions: Its symbols by their defining names.
        blocks: The local variables of the blocks around, the innermost last.
    """

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file.code)
        self.positions = SymbolPositions(file.symbols)
        self.blocks: list[dict[str, Variable]] = [{}]
        self._imports = {
            (item.line, item.column): number for number, item in enumerate(file.imports)
        }

    @abstractmethod
    def visit(self, node: Node | None) -> Target | None:
        """Visit a statement or an expression; return what members of its value are looked up on."""

    def find(self, name: str) -> Variable | None:
        """Return a local variable; `None` if there is none of that name."""
        return next((block[name] for block in reversed(self.blocks) if name in block), None)

    def name(self, node: Node, call: Node | None = None) -> Target | None:
        """Visit a name; `call` is the call that it is the name of."""
        name = self.text(node)
        variable = self.find(name)
        if variable is None:
            variable = Variable(*[Target("global", (name,))] * 2)
        self._note(node, variable.leads_to, call)
        return variable.value

    def member(self, node: Node, call: Node | None = None) -> Target | None:
        """Visit a member of a table; `call` is the call that it is the name of."""
        owner = self.visit(node.child_by_field_name("table"))
        last = last_name(node)
        if owner is None or last is node:
            return None
        target = msgspec.structs.replace(owner, names=(*owner.names, self.text(last)))
        self._note(last, target, call)
        return target

    def _note(self, node: Node, target: Target | None, call: Node | None) -> None:
        if not is_listed(self.positions.of(node)):
            self.note(node, target, "call" if call is not None else "name", call)

    def call(self, node: Node) -> Target | None:
        """Visit a call; `require` gives a module, `setmetatable` its first argument."""
        name, arguments = (node.child_by_field_name(each) for each in ("name", "arguments"))
        first = listed(arguments)[0] if listed(arguments) else None
        if self.is_call_of(node, "require") and first is not None:
            place = first.start_point
            number = self._imports.get((place.row + 1, place.column))
            if number is not None:
                return Target("import", (str(number),))
        if name is not None and name.type == "identifier":
            self.name(name, node)
        elif name is not None and name.type in INDEXED:
            self.member(name, node)
        else:
            self.visit(name)
        values = [self.visit(argument) for argument in listed(arguments)]
        return values[0] if values and self.is_call_of(node, "setmetatable") else None

    def is_call_of(self, node: Node, name: str) -> bool:
        """Whether a node is a call of a function that comes with the language."""
        called = node.child_by_field_name("name") if node.type == "function_call" else None
        return self.text(called) == name and self.find(name) is None

    def symbol_of(self, name: Node) -> Target | None:
        """Return the symbol of a defining name, if it is listed."""
        position = self.positions.of(last_name(name))
        return Target("symbol", (str(position),)) if is_listed(position) else None

    def declare(self, name: str, variable: Variable) -> None:
        """Declare a local variable in the innermost block."""
        self.blocks[-1][name] = variable
