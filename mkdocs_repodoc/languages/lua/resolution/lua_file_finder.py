"""Identifiers of a Lua file with what they mean: local variables, tables, modules, globals.

`lua_names` follows what is left of them to other files.
"""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from mkdocs_repodoc.languages.lua.resolution.lua_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.lua.resolution.lua_variables import (
    INDEXED,
    UNKNOWN,
    Variable,
    as_self,
    assigned_again,
    first_argument,
    last_name,
)
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

RETURNED = ""
"""The name under which a file offers what it returns as a whole."""
_SELF = "self"
_WITHOUT_NAMES = ("goto_statement", "label_statement", "comment", "string")


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = _FileFinder(file)
    finder.chunk(file.root)
    return names_of(finder, file.symbols, (), finder.offers)


class _FileFinder(ExpressionFinder):
    """One file's pass.

    Args:
        file: The file.

    Attributes:
        offers: What the file returns, under its names, or as a whole.
    """

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file)
        self.offers: list[tuple[str, Target]] = []
        self._changed = assigned_again(file.root, self.text)
        self._visits: dict[str, Callable[[Node], Target | None]] = {
            "identifier": self.name,
            "dot_index_expression": self.member,
            "method_index_expression": self.member,
            "function_call": self.call,
            "function_declaration": self._function,
            "function_definition": self._function,
            "variable_declaration": self._assignment,
            "assignment_statement": self._assignment,
            "block": self._block,
            "repeat_statement": self._block,
            "for_statement": self._block,
            "for_generic_clause": self._loop,
            "for_numeric_clause": self._loop,
            "field": self._field,
            "parenthesized_expression": self._inside,
            **dict.fromkeys(_WITHOUT_NAMES, lambda _: None),
        }

    def chunk(self, root: Node) -> None:
        """Visit the statements of the file."""
        for node in listed(root):
            if node.type == "return_statement":
                self._returned(node)
            self.visit(node)

    # What the file gives to others

    def _returned(self, node: Node) -> None:
        values = listed(child_of_type(node, "expression_list"))
        if len(values) != 1:
            return
        if values[0].type == "table_constructor":
            for field in values[0].named_children:
                name, value = field.child_by_field_name("name"), field.child_by_field_name("value")
                if name is not None and value is not None and name.type == "identifier":
                    self._offer(self.text(name), self._quiet_value(value))
        else:
            self._offer(RETURNED, self._quiet_value(values[0]))

    def _offer(self, name: str, value: Target | None) -> None:
        if value is not None:
            self.offers.append((name, value))

    def _quiet_value(self, node: Node) -> Target | None:
        """Return what an expression is, without a note of it: it is visited once more."""
        before = len(self.references)
        value = self.visit(node)
        del self.references[before:]
        return value

    # Statements

    def visit(self, node: Node | None) -> Target | None:
        if node is None:
            return None
        visit = self._visits.get(node.type)
        if visit is not None:
            return visit(node)
        for child in node.named_children:
            self.visit(child)
        return None

    def _inside(self, node: Node) -> Target | None:
        """Visit what brackets hold, which is the value of the whole."""
        values = [self.visit(child) for child in listed(node)]
        return values[0] if len(values) == 1 else None

    def _block(self, node: Node) -> None:
        self.blocks.append({})
        for child in node.named_children:
            self.visit(child)
        self.blocks.pop()

    def _loop(self, node: Node) -> None:
        for child in node.named_children:
            if child.type not in {"variable_list", "identifier"}:
                self.visit(child)
        names = listed(child_of_type(node, "variable_list")) or node.children_by_field_name("name")
        for name in names:
            self.declare(self.text(name), UNKNOWN)

    def _field(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        if name is not None and name.type != "identifier":
            self.visit(name)
        self.visit(node.child_by_field_name("value"))

    def _assignment(self, node: Node) -> None:
        """Visit the values of an assignment, then declare the local variables that get them."""
        inner = child_of_type(node, "assignment_statement") or node
        names = listed(child_of_type(inner, "variable_list"))
        values = listed(child_of_type(inner, "expression_list"))
        is_local = node.type == "variable_declaration"
        for name in () if is_local else names:
            self._define(name)
        found = [self._assigned(value, name) for name, value in zip(names, values, strict=False)]
        for further in values[len(names) :]:
            self.visit(further)
        for number, name in enumerate(names):
            if is_local:
                self._declare_local(name, found[number] if number < len(found) else None)
            elif not is_listed(self.positions.of(last_name(name))):
                self.visit(name)
            elif name.type in INDEXED:
                self.visit(name.child_by_field_name("table"))

    def _assigned(self, node: Node, name: Node) -> Target | None:
        """Visit a value; a table that is made here is known by the name that it gets."""
        made = first_argument(node) if self.is_call_of(node, "setmetatable") else node
        if node.type == "function_definition":
            self._function(node, name)
            return None
        value = self.visit(node)
        if made is not None and made.type == "table_constructor" and name.type == "identifier":
            return Target("own", (self.text(name),)) if len(self.blocks) == 1 else None
        return value

    def _declare_local(self, node: Node, value: Target | None) -> None:
        name = self.text(node)
        symbol = self.symbol_of(node)
        if self._changed[name]:
            self.declare(name, Variable(symbol))
        else:
            leads_to = symbol or (value if value is not None and value.base == "import" else None)
            self.declare(name, Variable(leads_to, value or symbol))

    def _define(self, node: Node) -> None:
        """Note that a variable gets its only value here, if it was declared without one."""
        name, symbol = self.text(node), self.symbol_of(node)
        block = next((each for each in reversed(self.blocks) if name in each), None)
        if block is not None and symbol and block[name] == UNKNOWN and self._changed[name] == 1:
            block[name] = Variable(symbol, symbol)

    def _function(self, node: Node, given: Node | None = None) -> None:
        """Visit a function, which its own name or the variable that it is given to names."""
        name = node.child_by_field_name("name") or given
        position = self.positions.of(last_name(name)) if name is not None else FILE_SCOPE
        table = name.child_by_field_name("table") if name is not None else None
        owner = self.visit(table)
        if name is not None and given is None and name.type == "identifier":
            if node.children[0].type == "local":
                self.declare(self.text(name), Variable(*[self.symbol_of(name)] * 2))
            else:
                self._define(name)
        before, self.scope = self.scope, position if is_listed(position) else self.scope
        self.blocks.append({})
        if name is not None and name.type == "method_index_expression":
            self.declare(_SELF, Variable(None, as_self(owner)))
        for parameter in listed(node.child_by_field_name("parameters")):
            self.declare(self.text(parameter), UNKNOWN)
        self.visit(node.child_by_field_name("body"))
        self.blocks.pop()
        self.scope = before
