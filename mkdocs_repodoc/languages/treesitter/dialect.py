"""A language, as the walk needs it: its grammar, and what to do with each type of node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Language, Node, Tree

from mkdocs_repodoc.languages.treesitter.walk import Handler
from mkdocs_repodoc.text.syntax_trees import parse_bounded


@dataclass(frozen=True)
class Dialect:
    """A language, or several that are read alike.

    Attributes:
        grammar: Returns the grammar's pointer; called when the language is first met.
        handlers: Type of node → what to do with it. Nodes of other types are passed through.
        comments: Types of the grammar's comment nodes.
        decisions: Types of the nodes that make a path through a function branch.
        operators: Tokens that do the same (`&&`).
        separator: Between the parts of a qualified name.
        plain_comments: Whether any comment in front of a definition documents it, or only those
            in the language's form for documentation.
        error_share: How much of a file must be unreadable before the page says so.
        preprocessed: Whether directives and macros are taken off before the grammar reads.
    """

    grammar: Callable[[], object]
    handlers: Mapping[str, Handler]
    comments: tuple[str, ...] = ("comment",)
    decisions: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()
    separator: str = "."
    plain_comments: bool = False
    error_share: float = 0.05
    preprocessed: bool = False

    @cached_property
    def language(self) -> Language:
        """The grammar, loaded."""
        return Language(self.grammar())

    def survey(self, root: Node) -> tuple[list[tuple[int, int]], list[int]]:
        """Return where the comments of a tree are, and where its code branches; both ascending.

        A query could say the same, but its cost is not linear in the number of a node's children.
        """
        comments = self._ids(self.comments, named=True)
        branches = self._ids(self.decisions, named=True) | self._ids(self.operators, named=False)
        found: list[tuple[int, int]] = []
        decisions: list[int] = []
        stack = [root]
        while stack:
            for child in stack.pop().children:
                kind = child.kind_id
                if kind in comments:
                    found.append((child.start_byte, child.end_byte))
                    continue
                if kind in branches:
                    decisions.append(child.start_byte)
                if child.child_count:
                    stack.append(child)
        return sorted(found), sorted(decisions)

    def _ids(self, names: Iterable[str], *, named: bool) -> frozenset[int]:
        ids = (self.language.id_for_node_kind(name, named) for name in names)
        return frozenset(one for one in ids if one is not None)

    def parse(self, code: bytes) -> Tree | None:
        """Parse a file at a bounded cost; broken code gives a tree with errors in it.

        Returns:
            The tree; nothing if the parser gave up.
        """
        return parse_bounded(self.language, code)
