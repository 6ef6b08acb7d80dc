"""Names of the exceptions that a function raises."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.outline.structure import NameDefinition
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts


def raised_names(definition: NameDefinition, source: SourceExcerpts) -> tuple[tuple[str, int], ...]:
    """Return what a function raises, each with its line; what it only passes on is left out."""
    body = definition.body or definition.scope
    found = []
    for statement in body.raises:
        raised = statement.exc
        while isinstance(raised, ast.Call):
            function = raised.func
            if isinstance(function, ast.Attribute) and function.attr == "with_traceback":
                raised = function.value
                continue
            found.append((source.code(function), statement.lineno))
            break
        else:
            if isinstance(raised, ast.Name | ast.Attribute):
                name = source.code(raised)
                # A lower-case name is a variable that holds an exception from elsewhere.
                if name.rpartition(".")[2][:1].isupper() and name not in body.caught:
                    found.append((name, statement.lineno))
    return tuple(found)
