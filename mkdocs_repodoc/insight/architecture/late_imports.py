"""Imports that come late: between two components that need each other, one waits for the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.model.kinds import TYPES
from mkdocs_repodoc.model.repository import Repository


class LateImport(NamedTuple):
    """An import between two components that need each other, put off until its file is ready."""

    path: str
    line: int
    function: str
    """Function in which it stands; empty where it stands behind the definitions of its file."""


def late_import(repository: Repository, source: Component, target: Component) -> LateImport | None:
    """Return an import of another component that comes late, if the other needs this one.

    Args:
        repository: The linked repository.
        source: The component that imports.
        target: The one that is imported.
    """
    links = repository.links.imports
    needed = {
        each for path in target.files for found in links.get(path, ()) for each in found.paths
    }
    for path, position in _imports(repository, source, target):
        outline = repository.files[path].outline
        item = outline.imports[position]
        if item.type_checking or path not in needed:
            continue
        first = min((each.line for each in outline.symbols if each.kind in TYPES), default=0)
        is_inside = any(each.line <= item.line <= each.end_line for each in outline.symbols)
        if item.scope or (0 < first < item.line and not is_inside):
            return LateImport(path, item.line, item.scope)
    return None


def _imports(
    repository: Repository, source: Component, target: Component
) -> Iterator[tuple[str, int]]:
    """Yield path and position of the imports that lead from one component to another."""
    for path in source.files:
        for position, found in enumerate(repository.links.imports.get(path, ())):
            if any(each in target.files for each in found.paths):
                yield path, position
