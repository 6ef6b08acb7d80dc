"""Identifiers of a shell script with what they mean: the names of functions that it runs.

`shell_names` follows them to their definitions, in the script or in those that are sourced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec
from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import NotedIdentifiers
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_NAME = re.compile(r"[A-Za-z_][\w:.+@-]*$")
_FUNCTION_FLAG = re.compile(r"[-+][A-Za-z]*f[A-Za-z]*$")
_COMPLETES = frozenset({"-F"})
_NAMING = frozenset({"unset", "type"})
"""Commands that name functions, without running them."""


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = _FileFinder(file.code, file.symbols)
    finder.visit(file.root)
    return names_of(finder, file.symbols, ())


class _FileFinder(NotedIdentifiers):
    """One file's pass over its commands.

    Args:
        code: The file.
        symbols: What it defines.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol]) -> None:
        super().__init__(code)
        self._positions = SymbolPositions(symbols)

    def visit(self, root: Node) -> None:
        """Visit all commands below a node, each in the function that it stands in."""
        stack = [(root, FILE_SCOPE)]
        while stack:
            node, self.scope = stack.pop()
            match node.type:
                case "function_definition":
                    position = self._positions.of(node.child_by_field_name("name"))
                    self.scope = position if position != FILE_SCOPE else self.scope
                case "command":
                    self._command(node)
                case "declaration_command" | "unset_command":
                    self._declaration(node)
            stack.extend((child, self.scope) for child in reversed(node.named_children))

    def _command(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        word = name.named_children[0] if name is not None and name.named_child_count == 1 else None
        if word is None or word.type != "word":
            return  # what a variable holds is run
        arguments = node.children_by_field_name("argument")
        self._note_function(word, node, len(arguments))
        command = self.text(word)
        if command == "trap" and arguments:
            self._note_function(arguments[0])
        elif command in _NAMING:
            for argument in arguments:
                self._note_function(argument)
        elif command == "complete":
            for flag, argument in pairwise(arguments):
                if self.text(flag) in _COMPLETES:
                    self._note_function(argument)

    def _declaration(self, node: Node) -> None:
        """Note the functions that `export -f`, `declare -f` or `unset -f` name."""
        if any(_FUNCTION_FLAG.match(self.text(child)) for child in node.named_children):
            for child in node.named_children:
                self._note_function(child)

    def _note_function(self, word: Node, call: Node | None = None, arguments: int = 0) -> None:
        name = self.text(word)
        if word.type not in {"word", "variable_name"} or not _NAME.match(name):
            return
        self.note(word, Target("global", (name,)), "call" if call is not None else "name", call)
        if arguments:
            noted = self.references[-1]
            self.references[-1] = msgspec.structs.replace(noted, arguments=arguments)
