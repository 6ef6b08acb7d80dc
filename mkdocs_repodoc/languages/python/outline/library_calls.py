"""Expressions by which a module leaves decisions to libraries."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.python.parse.child_nodes import nodes_below
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.languages.python.spec import PYTHON
from mkdocs_repodoc.model.facts import LibraryUse

_LONGEST = 100


def read_library_uses(
    tree: ast.Module, text: str, source: SourceExcerpts
) -> tuple[LibraryUse, ...]:
    """Return the calls, and the dictionaries, that show libraries at work, in source order."""
    assert not isinstance(PYTHON.library_conventions, Absent)  # noqa: S101 - as the record has it
    code = text.encode("utf-8", "replace")
    rules = [
        rule
        for rule in PYTHON.library_conventions.load()
        if rule.sign.search(code) and rule.calls.search(code)
    ]
    found: list[LibraryUse] = []
    for node in nodes_below(tree) if rules else ():
        if isinstance(node, ast.Call | ast.Dict):
            written = source.code(node).encode("utf-8", "replace")
            found += [
                LibraryUse(rule.topic, rule.library, source.short(node, _LONGEST), node.lineno)
                for rule in rules
                if rule.calls.match(written)
            ]
    return tuple(dict.fromkeys(sorted(found, key=lambda each: each.line)))
