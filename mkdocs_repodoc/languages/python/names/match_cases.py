"""The walk through `match` statements and their patterns."""

from __future__ import annotations

import ast
from typing import ClassVar

from mkdocs_repodoc.languages.python.names.bound_names import BoundNames
from mkdocs_repodoc.languages.python.names.narrowing import matched
from mkdocs_repodoc.languages.python.names.spelled import end_of


class MatchCases(BoundNames):
    """What the walk does with cases."""

    METHODS: ClassVar[dict[type[ast.AST], str]] = {
        **BoundNames.METHODS,
        ast.Match: "_match",
        ast.MatchAs: "_match_as",
        ast.MatchStar: "_match_star",
        ast.MatchMapping: "_match_mapping",
    }

    def _match(self, node: ast.Match) -> None:
        self._visit[node.subject.__class__](node.subject)
        for case in node.cases:
            self._match_case(case, node.subject)

    def _match_case(self, node: ast.match_case, subject: ast.expr) -> None:
        until, self._until = self._until, end_of(node.body[-1])
        self._visit[node.pattern.__class__](node.pattern)
        if isinstance(subject, ast.Name) and (classes := matched(node.pattern)) is not None:
            start = (node.pattern.end_lineno, node.pattern.end_col_offset)
            self._narrow([(subject.id, classes)], start, self._until)
        if node.guard is not None:
            self._visit[node.guard.__class__](node.guard)
        self._body(node.body)
        self._until = until

    def _match_as(self, node: ast.MatchAs) -> None:
        if node.pattern is not None:
            self._visit[node.pattern.__class__](node.pattern)
        if node.name:
            cls = matched(node.pattern) if node.pattern is not None else None
            self._bind_word(node.name, "caught" if cls else "opaque", node, cls)

    def _match_star(self, node: ast.MatchStar) -> None:
        if node.name:
            self._bind_word(node.name, "opaque", node)

    def _match_mapping(self, node: ast.MatchMapping) -> None:
        self._all(node.keys)
        self._all(node.patterns)
        if node.rest:
            self._bind_word(node.rest, "opaque", node)
