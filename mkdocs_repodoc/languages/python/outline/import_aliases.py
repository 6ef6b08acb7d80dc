"""Meanings of dotted names, as far as the file's imports tell.

`@lru_cache` and `@functools.lru_cache` are the same decorator: rules and labels ask for full
paths, not for words.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from mkdocs_repodoc.languages.python.outline.structure import ImportPlace


def dotted(expression: ast.expr) -> str:
    """Return `a.b.c` for such an expression, and an empty string for any other."""
    if isinstance(expression, ast.Name):
        return expression.id
    parts: list[str] = []
    while isinstance(expression, ast.Attribute):
        parts.append(expression.attr)
        expression = expression.value
    if not isinstance(expression, ast.Name):
        return ""
    return ".".join((expression.id, *reversed(parts)))


class ImportAliases:
    """The names that a file's imports bind, wherever in the file they stand."""

    def __init__(self, imports: Iterable[ImportPlace]) -> None:
        self._paths: dict[str, str] = {}
        for node, _scope, _guard in imports:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.asname:
                        self._paths[alias.asname] = alias.name
            else:
                module = "." * node.level + (node.module or "")
                separator = "" if module.endswith(".") else "."
                for alias in node.names:
                    self._paths[alias.asname or alias.name] = f"{module}{separator}{alias.name}"

    def path(self, expression: ast.expr) -> str:
        """Return the full path of a name, of what a call calls, or of what a subscript is taken of.

        Names of `typing_extensions` are returned as those of `typing`. The result is empty for
        expressions that are no dotted names.
        """
        while isinstance(expression, ast.Call | ast.Subscript):
            expression = expression.func if isinstance(expression, ast.Call) else expression.value
        name = dotted(expression)
        first, dot, rest = name.partition(".")
        path = self._paths.get(first, first) + dot + rest
        return path.replace("typing_extensions.", "typing.", 1)
