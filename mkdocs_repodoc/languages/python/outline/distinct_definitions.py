"""The definitions of a name of Python that become symbols."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.outline.structure import (
    NameDefinition,
)

_MOST_ALTERNATIVES = 5


def distinct_definitions(definitions: list[NameDefinition]) -> list[NameDefinition]:
    """Return the definitions that become symbols: each variable only where it is first set."""
    kept: list[NameDefinition] = []
    branches: dict[tuple[str, str], set[tuple[int, ...]]] = {}
    instance: dict[tuple[str, str], NameDefinition] = {}
    for definition in definitions:
        key = definition.scope.name, definition.name
        if definition.method is not None:
            other = instance.get(key)
            if other is None or (_is_constructor(definition) and not _is_constructor(other)):
                instance[key] = definition
            continue
        earlier = branches.setdefault(key, set())
        if isinstance(definition.node, ast.Assign | ast.AnnAssign):
            path = definition.guard.branch
            # What stands in the same branch as an earlier definition, or inside it, sets it anew.
            if len(earlier) == _MOST_ALTERNATIVES or any(
                path[:length] in earlier for length in range(len(path) + 1)
            ):
                continue
        earlier.add(definition.guard.branch)
        kept.append(definition)
    kept += [definition for key, definition in instance.items() if key not in branches]
    return kept


def _is_constructor(definition: NameDefinition) -> bool:
    method = definition.method
    return method is not None and method.name.rpartition(".")[2] == "__init__"
