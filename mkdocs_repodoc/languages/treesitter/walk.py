"""The walk over a syntax tree that all languages share: it collects symbols and imports.

The walk keeps its own stack, so that no nesting of the source can exhaust Python's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.file_notes import FileNotes
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.model.facts import Fact

DEEPEST_SYMBOL = 100
"""Symbols around another one; each name holds those of all around it, so that the text of names
grows with the square of the depth."""


@dataclass(slots=True, kw_only=True)
class Walk(FileNotes):
    """One file's walk and what it has found.

    Attributes:
        source: The file as it stands on disk, for lines.
        handlers: The language's, by the type of node.
        separator: Between the parts of the language's qualified names.
        name: Base name of the file.
    """

    source: Source
    handlers: Mapping[str, Handler]
    separator: str
    name: str
    facts: list[Fact] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)
    exports: list[str] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    """Start and end of strings that document, as comments do in other languages."""
    main_line: int = 0
    file_line: int = 0
    """Line of the clause that the file's own documentation stands above, where there is one."""
    seen: set[str] = field(default_factory=set)
    """Names that a language lists only once (namespaces, which are opened again and again)."""
    left_out: bool = False
    """Whether something stands too deep to be listed."""
    exported: frozenset[str] | None = None
    """The file's list of what it exports, where a language has such a list and the file has one."""
    labels_between: Callable[[int, int], list[str]] | None = None
    """The labels that what was taken off the code between two offsets gives a declaration."""
    _stack: list[tuple[Node, Scope]] = field(default_factory=list)

    def run(self, root: Node, scope: Scope) -> None:
        """Visit the tree in source order."""
        handlers = self.handlers
        stack = self._stack
        stack.append((root, scope))
        while stack:
            node, around = stack.pop()
            handler = handlers.get(node.type)
            if handler is not None:
                handler(self, node, around)
            elif node.child_count:
                self.enter(node, around)

    def enter(self, node: Node | None, scope: Scope) -> None:
        """Visit the children of a node next."""
        if scope.depth > DEEPEST_SYMBOL:
            self.left_out = True
        elif node is not None:
            children = node.named_children
            children.reverse()
            self._stack.extend([(child, scope) for child in children])

    def visit(self, node: Node | None, scope: Scope) -> None:
        """Visit a node next."""
        if scope.depth > DEEPEST_SYMBOL:
            self.left_out = True
        elif node is not None:
            self._stack.append((node, scope))


Handler = Callable[[Walk, Node, Scope], None]


def child_of_type(node: Node, *kinds: str) -> Node | None:
    """Return the first child of one of these types."""
    for child in node.children:
        if child.type in kinds:
            return child
    return None
