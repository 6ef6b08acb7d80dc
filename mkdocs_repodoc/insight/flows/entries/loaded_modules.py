"""Scripts that are started only to load another module, whose code does the work."""

from __future__ import annotations

from mkdocs_repodoc.insight.flows.calls.call_graph import CallGraph
from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

_LONGEST = 3
"""Modules that load one another before the work begins."""


def at_work(
    repository: Repository, calls: CallGraph, code_roles: frozenset[Role], entry: EntryPoint
) -> EntryPoint:
    """Return an entry point at the module that does what the started one is there for.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        code_roles: Roles of the files that make up the software itself.
        entry: An entry point; only the code of a module leads to another one's.
    """
    loaders: list[str] = []
    symbol = entry.symbol
    while symbol.is_file and not calls.callees(symbol) and len(loaders) < _LONGEST:
        found = [
            path
            for path in _loaded(repository, symbol.path)
            if repository.files[path].role in code_roles and path not in (*loaders, symbol.path)
        ]
        if len(found) != 1:
            break
        loaders.append(symbol.path)
        symbol = SymbolRef.of_file(found[0])
    does_work = symbol.is_file and calls.callees(symbol)
    return entry._replace(symbol=symbol, loaders=tuple(loaders)) if does_work else entry


def _loaded(repository: Repository, path: str) -> list[str]:
    """Return the files that a module only loads, without taking a name from them."""
    outline = repository.files[path].outline
    return [
        found.path
        for written, found in zip(
            outline.imports, repository.links.imports.get(path, ()), strict=False
        )
        if found.path in repository.files
        and not (written.name or written.alias or written.scope or written.type_checking)
    ]
