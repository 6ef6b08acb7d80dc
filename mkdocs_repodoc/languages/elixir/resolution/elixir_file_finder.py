"""Identifiers of an Elixir file with what they mean: modules, functions by arity, types, fields.

`elixir_names` follows them to the module of the repository that has them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.elixir.resolution.elixir_binding import (
    arity_of,
    bound_in,
    operator_of,
    struct_of,
)
from mkdocs_repodoc.languages.elixir.resolution.elixir_statement_finder import StatementFinder
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

USING = "__using__"
_MODULES = frozenset({"defmodule", "defprotocol", "defimpl"})
_FUNCTIONS = frozenset(
    {"def", "defp", "defdelegate", "defmacro", "defmacrop", "defguard", "defguardp"}
)
_IMPORTS = frozenset({"alias", "import", "require", "use"})
_BINDING = frozenset({"test", "setup", "setup_all", "property"})
"""Macros of ExUnit whose arguments are patterns."""


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = _FileFinder(file)
    finder.visit(file.root)
    return names_of(finder, file.symbols, finder.types, finder.offers)


class _FileFinder(StatementFinder):
    """One file's pass.

    Args:
        file: The file.
    """

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file)
        self._in_pattern = False
        self._visits: dict[str, Callable[[Node, int], None]] = {
            "identifier": self.name,
            "alias": lambda node, _: self._module(node),
            "dot": lambda node, _: self._dot(node),
            "call": self._call,
            "map": lambda node, _: self.struct(node),
            "unary_operator": lambda node, _: self._unary(node),
            "binary_operator": self._binary,
            "stab_clause": lambda node, _: self._clause(node),
            "do_block": lambda node, _: self._block(node),
            **dict.fromkeys(("comment", "keyword", "atom"), lambda *_: None),
        }

    def visit(self, node: Node | None, piped: int = 0) -> None:
        if node is None:
            return
        visit = self._visits.get(node.type)
        if visit is not None:
            visit(node, piped)
            return
        for child in node.named_children:
            self.visit(child)

    def _module(self, node: Node) -> None:
        self.note_module(node)

    def _dot(self, node: Node) -> None:
        if not self.note_module(node):
            self.visit(node.child_by_field_name("left"))

    def _block(self, node: Node) -> None:
        with self.around.block():
            for child in node.named_children:
                self.visit(child)

    # Patterns

    def _pattern(self, node: Node | None) -> None:
        """Visit a pattern, and declare what it binds."""
        if node is None:
            return
        before = self._in_pattern
        if not before:
            for name in bound_in(node):
                self.around.variables.declare(self.text(name), None)
        self._in_pattern = True
        self.visit(node)
        self._in_pattern = before

    def _clause(self, node: Node) -> None:
        before, self._in_pattern = self._in_pattern, False
        with self.around.block():
            self._pattern(node.child_by_field_name("left"))
            self.visit(node.child_by_field_name("right"))
        self._in_pattern = before

    def _binary(self, node: Node, _piped: int) -> None:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        match operator_of(node):
            case "|>":
                self.visit(left)
                self.visit(right, 1)
            case "=" | "<-":
                self.visit(right)
                self._pattern(left)
                for one, other in ((left, right), (right, left)):
                    self._know_struct(one, other)
            case "::" if self.is_type:
                self.visit(right)
            case _:
                self.visit(left)
                self.visit(right)

    def _know_struct(self, variable: Node | None, other: Node | None) -> None:
        struct = struct_of(other)
        if variable is not None and variable.type == "identifier" and struct is not None:
            module = self.module_name(struct)
            if module:
                target = Target("module", (module,))
                self.around.variables.declare(self.text(variable), target)

    def _unary(self, node: Node) -> None:
        operand = node.child_by_field_name("operand")
        if operand is None:
            return
        match operator_of(node):
            case "@" if operand.type == "call":
                self.attribute_statement(operand)
            case "@":
                self.attribute_value(operand)
            case "&" if self.capture(operand):
                pass
            case _:
                self.visit(operand)

    # What is defined

    def _call(self, node: Node, piped: int) -> None:
        target = node.child_by_field_name("target")
        arguments = child_of_type(node, "arguments")
        block = child_of_type(node, "do_block")
        word = self.text(target) if target is not None and target.type == "identifier" else ""
        inner = listed(arguments)
        if word in _MODULES and inner:
            self._define_module(word, inner, block)
        elif word in _FUNCTIONS and inner:
            self._define_function(inner, block)
        elif word in _IMPORTS and inner:
            self.import_statement(word, inner)
        elif word in {"quote", "unquote", "unquote_splicing"}:
            with self.around.block(), self.around.quoted(is_quoted=word == "quote"):
                self._parts(inner, block)
        elif word in {"for", "with", *_BINDING} and inner:
            with self.around.block():
                for one in inner if word in _BINDING else ():
                    self._pattern(one)
                self._parts([] if word in _BINDING else inner, block)
        else:
            arity = len(inner) + piped + (block is not None)
            self.called(node, arguments, arity)
            self.visit(block)

    def _parts(self, inner: Sequence[Node], block: Node | None) -> None:
        for one in inner:
            self.visit(one)
        self.visit(block)

    def _define_module(self, word: str, inner: Sequence[Node], block: Node | None) -> None:
        name = inner[0]
        position = self.positions.of(name)
        written = self.text(name)
        module = written if name.type == "alias" else self.module_name(name)
        if word == "defimpl":
            protocol = self.around.full_name(written)
            self.note(name, Target("module", (protocol,)), "base")
            module = protocol
        elif self.around.module and name.type == "alias":
            module = f"{self.around.module}.{written}"
            first = written.partition(".")[0]
            self.around.alias(first, f"{self.around.module}.{first}")
        for one in inner[1:]:
            self.visit(one)
        owner = self.symbols[position].name if is_listed(position) else ""
        before, self.attributes = self.attributes, {}
        with self.inside_symbol(position), self.around.inside(module, owner):
            self.visit(block)
        self.attributes = before

    def _define_function(self, inner: Sequence[Node], block: Node | None) -> None:
        head: Node | None = inner[0]
        guard = None
        if operator_of(inner[0]) == "when":
            head, guard = (inner[0].child_by_field_name(each) for each in ("left", "right"))
        if head is None:
            return
        name = head.child_by_field_name("target") if head.type == "call" else head
        position = self.positions.of(name)
        least, most = arity_of(head)
        self.tell(position, Target("signature", (str(least), str(most))))
        before = self.offering
        self.offering = self.around.module if self.text(name) == USING else ""
        with self.inside_symbol(position), self.around.block(), self.around.variables.item():
            self._pattern(child_of_type(head, "arguments") if head.type == "call" else None)
            self.visit(guard)
            self._parts(inner[1:], block)
        self.offering = before
