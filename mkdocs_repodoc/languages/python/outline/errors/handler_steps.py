"""Statements of handlers of exceptions, a line each."""

from __future__ import annotations

import ast
import re

from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.text.english import shortened
from mkdocs_repodoc.text.statement_lines import headed, statement_lines

_LONGEST_STEP = 160
_MOST_STEPS = 14
_TOOL_COMMENT = re.compile(r"  # (?:type:|noqa|pragma).*")


def steps_of(body: list[ast.stmt], source: SourceExcerpts) -> tuple[str, ...]:
    """Return the first statements of a handler.

    Args:
        body: Its statements.
        source: The module.
    """
    steps: list[str] = []
    for statement in body:
        if len(steps) < _MOST_STEPS:
            steps += _told(statement, source)
    return tuple(steps[:_MOST_STEPS])


def _told(statement: ast.stmt, source: SourceExcerpts) -> list[str]:
    """Return a statement on one line, with those that are in it behind its head."""
    if isinstance(statement, ast.Pass):
        return []
    first, last = statement.lineno - 1, statement.end_lineno or statement.lineno
    lines = [_TOOL_COMMENT.sub("", line.strip()) for line in source.lines[first:last]]
    told = "\n".join(line for line in lines if line and not line.startswith("#"))
    found = [shortened(line, _LONGEST_STEP) for line in statement_lines(told)]
    if not hasattr(statement, "body") or len(found) < 2:  # noqa: PLR2004 - a head and more
        return found
    more = ["…"] if len(found) > _MOST_STEPS else []
    return ["; ".join(headed([*found[:_MOST_STEPS], *more]))]
