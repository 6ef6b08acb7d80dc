"""Resolution of imports by Python's rules: modules, not paths."""

from __future__ import annotations

import sys

from mkdocs_repodoc.languages.python.resolution.python_denotations import COMPILED
from mkdocs_repodoc.languages.python.resolution.python_resolver import Resolver
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import

_INCLUDED = (".pxi", ".pyx")
"""Suffixes of what Cython's `include` names: paths, not modules."""


def resolve_import(resolver: Resolver, path: str, item: Import) -> ResolvedImport | None:
    """Return where an import leads; `None` if it names a path.

    Args:
        resolver: Answers over the whole repository.
        path: The file that imports; it may lie outside the symbol table.
        item: The import.
    """
    if item.module.endswith(_INCLUDED):
        return None
    modules = resolver.table.modules
    module = modules.named_by(path, item)
    if module is None:
        return _outside(resolver, path, item)
    file = modules.file(module)
    symbol: SymbolRef | None = None
    if item.name and item.name != "*":
        submodule = modules.child(module, item.name)
        denotation = resolver.members.taken(path, item)
        if denotation is not None and denotation.kind == "module" and denotation.path == submodule:
            file = modules.file(denotation.path) or file
        elif denotation is not None and denotation.kind not in COMPILED:
            symbol = resolver.definition(denotation)
    if not file:
        if symbol is None and not item.level:
            return _outside(resolver, path, item)
        file = symbol.path if symbol is not None else ""
    return ResolvedImport("repository" if file else "unknown", "", file, symbol)


def _outside(resolver: Resolver, path: str, item: Import) -> ResolvedImport:
    """Say what provides a module that is no file of this repository."""
    if item.level:
        return ResolvedImport("unknown", "")
    names = item.module.split(".")
    top = names[0]
    found = resolver.table.modules.absolute(path, names)
    if found is not None and resolver.table.modules.file(found[0]):
        # A module of a package that is here: compiled, generated, or not tracked.
        return ResolvedImport("unknown", item.module)
    if top in sys.stdlib_module_names or top == "_typeshed":  # which describes the library
        return ResolvedImport("standard library", top)
    return ResolvedImport("third party", top)
