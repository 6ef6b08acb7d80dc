"""A language, as the walk needs it: its grammar, and what to do with each type of node."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Language, Node, Parser, Tree

from mkdocs_repodoc.languages.treesitter.walk import Handler

_CHUNK = 1 << 12
"""Bytes that a parser is given at once; it asks again whenever it goes back."""
_STEPS = 30
"""Progress reports of a parser for each KB; real code takes 1 to 3, with many errors 10."""
_LEAST_STEPS = 3_000
_DEEPEST = 2_000
"""Brackets inside each other; people write 20, and a parser's cost may grow with the square."""
_BRACKET = re.compile(rb"[(){}\[\]]")


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
        """Parse a file; broken code gives a tree with errors in it.

        Some nonsense costs a parser the square of its length. The effort is bounded in steps, not
        in time, so that the same file always gives the same result.

        Returns:
            The tree; nothing if the parser gave up.
        """
        if _depth(code) > _DEEPEST:
            return None
        steps = 0
        most = _LEAST_STEPS + _STEPS * len(code) // 1024

        def count(_offset: int, _has_error: bool) -> bool:
            nonlocal steps
            steps += 1
            return steps > most

        try:
            return Parser(self.language).parse(
                lambda offset, _: code[offset : offset + _CHUNK], progress_callback=count
            )
        except ValueError:  # the only sign of a parse that was stopped
            return None


def _depth(code: bytes) -> int:
    """Return how deep brackets stand inside each other, strings and comments included."""
    opened = b"({["
    depth = deepest = 0
    for match in _BRACKET.finditer(code):
        if match[0] in opened:
            depth += 1
            deepest = max(deepest, depth)
        elif depth:
            depth -= 1
    return deepest
