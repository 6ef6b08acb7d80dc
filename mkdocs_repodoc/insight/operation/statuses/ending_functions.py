"""Functions that end the program with the status which another one gives them."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.insight.operation.exceptions import Line
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository


def ending_function(
    repository: Repository, giving: SymbolRef | None, origins: Iterable[Line]
) -> SymbolRef | None:
    """Return the function that ends the program with a status that another function gives it.

    Args:
        repository: The linked repository.
        giving: The function that has the status.
        origins: The lines that end the program with it.
    """
    for path, line in origins:
        scope = next(scopes_around(repository.files[path], [line]))
        if giving is None or scope.is_file or scope == giving:
            continue
        lines = sorted(
            use.line
            for use in repository.links.uses.of(scope)
            if use.kind == "call" and use.path == giving.path
        )
        around = scopes_around(repository.files[giving.path], lines)
        if giving in around:
            return scope
    return None
